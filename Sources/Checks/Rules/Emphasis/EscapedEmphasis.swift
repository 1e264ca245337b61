import Bitext
import ParsedBitext

/// Escaped markers, `\*\*`, where the source has emphasis, `**`.
struct EscapedEmphasis: SegmentRule {
    static let description = RuleDescription(
        "escaped-emphasis", .warning, .markup,
        "Emphasis markers are escaped, so the reader sees asterisks.",
        discussion: """
            The source makes words bold or italic with `**` or `*`, and the target has `\\*\\*` instead. Remove the
            backslashes. `--fix` removes them if they come in pairs and the source has none.
            """,
        bad: .init("Click **Save**.", "Cliquez sur \\*\\*Enregistrer\\*\\*."),
        good: .init("Click **Save**.", "Cliquez sur **Enregistrer**."),
        precision: "31 of 31 (fr-FR, de-DE, es-ES, ja-JP, ru-RU; November 2026)", isFixable: true)
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
            fix: isFixable ? String(decoding: repaired, as: UTF8.self) : nil)
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
