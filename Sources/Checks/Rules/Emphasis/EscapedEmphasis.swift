import Bitext
import ParsedBitext

/// Escaped markers, `\*\*`, where the source has emphasis, `**`.
struct EscapedEmphasis: SegmentRule {
    static let description = RuleDescription(
        "escaped-emphasis", .warning, .markup,
        "Emphasis markers are escaped, so the reader sees asterisks.",
        discussion: """
            The source makes words bold or italic with `**` or `*`, and the target has `\\*\\*` instead. Remove the
            backslashes. `--fix` removes them if that makes whole emphasis and the source has none, `--fix --unsafe` if they
            come in pairs.
            """,
        bad: .init("Click **Save**.", "Cliquez sur \\*\\*Enregistrer\\*\\*."),
        good: .init("Click **Save**.", "Cliquez sur **Enregistrer**."),
        precision: "19 of 19 on pages of twelve locales that nobody had read (30 November 2026)", isFixable: true)
    static let appliesTo = SegmentContents.visibleMarkers

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let target = escapes(in: pair.markdown(.target))
        guard target.count >= 2, target.count > escapes(in: pair.markdown(.source)).count,
            pair.emphasisCount(.source) > pair.emphasisCount(.target),
            let first = target.first, let last = target.last
        else { return }
        let text = pair.markdown(.target)
        let isFixable = escapes(in: pair.markdown(.source)).isEmpty && target.count % 2 == 0
        var repaired: [UInt8] = []
        let backslashes = Set(target)
        for index in first..<last + 2 where !backslashes.contains(index) { repaired.append(text[index]) }
        report.add(
            "escaped markers where the source has emphasis; remove the backslashes", in: pair, .target,
            SideRange(first..<last + 2),
            evidence: .init(target: String(decoding: text[first..<last + 2], as: UTF8.self)),
            fix: isFixable ? String(decoding: repaired, as: UTF8.self) : nil,
            isSafe: isEmphasis(repaired, between: text[..<first].last, and: text[(last + 2)...].first))
    }

    /// Whether a text is emphasis and what is between: markers of equal length in pairs, each at the edge of a word. `3*4*5`
    /// is a product, and `****` are two markers without a text.
    ///
    /// - Parameters:
    ///   - before: the byte before the text; nil at the start.
    ///   - after: the byte after it; nil at the end.
    private func isEmphasis(_ text: [UInt8], between before: UInt8?, and after: UInt8?) -> Bool {
        let marker = UInt8(ascii: "*")
        func isWord(_ byte: UInt8?) -> Bool {
            byte.map { $0.isASCIILetter || $0.isASCIIDigit || $0 == marker } ?? false
        }
        var opening = 0
        var index = 0
        while index < text.count {
            guard text[index] == marker else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, text[index] == marker { index += 1 }
            let (left, right) = (start > 0 ? text[start - 1] : before, index < text.count ? text[index] : after)
            let isOpening = opening == 0
            let (outer, inner) = isOpening ? (left, right) : (right, left)
            guard index - start <= 2, !isWord(outer), inner.map({ !$0.isASCIIBlank && $0 != 0x0A }) ?? false,
                isOpening || index - start == opening
            else { return false }
            opening = isOpening ? index - start : 0
        }
        return opening == 0
    }

    /// The offsets of the backslashes before `*`.
    private func escapes(in text: ArraySlice<UInt8>) -> [Int] {
        text.indices.filter { index in
            text[index] == UInt8(ascii: "\\") && index + 1 < text.endIndex && text[index + 1] == UInt8(ascii: "*")
        }
    }
}

extension SegmentPair {
    /// How many bold, italic and struck-out elements a variant has.
    func emphasisCount(_ side: Side) -> Int {
        elements(side).reduce(0) { count, element in
            switch element.kind {
            case .strong, .emphasis, .strikethrough: count + 1
            default: count
            }
        }
    }
}
