import Bitext
import ParsedBitext

/// Parentheses without anything in them, whose source has something there: `\* ()` for `(\*)`.
struct EmptyParentheses: SegmentRule {
    static let description = RuleDescription(
        "empty-parentheses", .warning, .markup, "Parentheses are empty that are not empty in the source.",
        discussion: """
            Machine translation moves code, links and signs out of their parentheses, and leaves `()`. The rule reports
            a target that has more empty parentheses than its source, but not those of a function (`Start()`). Move the text back into the parentheses.
            """,
        bad: .init("Stop the service (`relay`) first.", "Arrêtez d'abord le service `relay` ()."),
        good: .init("Stop the service (`relay`) first.", "Arrêtez d'abord le service (`relay`)."),
        precision:
            """
            18 of 19 on pages of ten locales that nobody had read (30 November 2026), then 5 of 5 others when \
            the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.brackets

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let found = emptyParentheses(pair, .target)
        guard !found.isEmpty else { return }
        for range in found.dropFirst(emptyParentheses(pair, .source).count) where !isCall(range, pair) {
            report.add(
                "the parentheses are empty", in: pair, .target, pair.sideRange(range, .target),
                evidence: .init(target: pair.string(range, .target)))
        }
    }

    /// Whether parentheses follow the name of a function, which the source has too, perhaps without them: `OnRender()`.
    private func isCall(_ parentheses: TextRange, _ pair: SegmentPair) -> Bool {
        let before = pair.text(.target)[..<parentheses.lowerBound.value]
        let start = before.lastIndex { !$0.isASCIIAlphanumeric && $0 != UInt8(ascii: "_") }.map { $0 + 1 }
        let name = before[(start ?? before.startIndex)...]
        guard name.count >= 3, name.first?.isASCIILetter ?? false else { return false }
        // In the source, it may be code.
        if pair.markdown(.source).firstPlace(of: name + Array("()".utf8)) != nil { return true }
        let source = pair.text(.source)
        guard let place = source.firstPlace(of: name) else { return false }
        // The source has something in its parentheses: "Relay (preview)".
        return source[place.upperBound...].trimmingBlanks.first != UInt8(ascii: "(")
            || source[place.upperBound...].trimmingBlanks.starts(with: "()".utf8)
    }

    private func emptyParentheses(_ pair: SegmentPair, _ side: Side) -> [TextRange] {
        let text = pair.text(side)
        var found: [TextRange] = []
        var index = text.startIndex
        while index < text.endIndex {
            guard let open = text[index...].firstIndex(where: { $0 == UInt8(ascii: "(") || $0 == 0xEF }) else { break }
            let isWide = text[open...].starts(with: [0xEF, 0xBC, 0x88])
            index = open + 1
            guard isWide || text[open] == UInt8(ascii: "(") else { continue }
            let inside = open + (isWide ? 3 : 1)
            let end = text[inside...].firstIndex { !$0.isASCIIBlank } ?? text.endIndex
            if text[end...].first == UInt8(ascii: ")") {
                found.append(TextRange(open..<end + 1))
            } else if text[end...].starts(with: [0xEF, 0xBC, 0x89]) {
                found.append(TextRange(open..<end + 3))
            }
        }
        // Empty in the text, but not if something that a reader does not see as text is between them.
        return found.filter { pair.sideRange($0, side).count == $0.count }
    }
}
