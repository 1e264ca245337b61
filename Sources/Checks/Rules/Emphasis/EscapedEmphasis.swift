import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// `\*\*` where the source has `**`.
struct EscapedEmphasis: SegmentRule {
    static let description = RuleDescription(
        "escaped-emphasis", .warning, .markup,
        "Emphasis markers were escaped on the way, so the reader sees asterisks.",
        discussion: """
            The source makes words bold or italic with `**` or `*`, the target has `\\*\\*` in their place. `--fix` takes the
            backslashes out where the markers then are as many as the source's.
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
        let isClear = escapes(in: pair.markdown(.source)).isEmpty && target.count % 2 == 0
        var repaired: [UInt8] = []
        let backslashes = Set(target)
        for index in first..<last + 2 where !backslashes.contains(index) { repaired.append(text[index]) }
        report.add(
            "the target shows escaped markers where the source has emphasis", in: pair, .target,
            SideRange(first..<last + 2),
            evidence: .init(target: String(decoding: text[first..<last + 2], as: UTF8.self)),
            fix: isClear ? String(decoding: repaired, as: UTF8.self) : nil)
    }

    /// The offsets of the backslashes in front of `*`.
    private func escapes(in text: ArraySlice<UInt8>) -> [Int] {
        text.indices.filter { index in
            text[index] == UInt8(ascii: "\\") && index + 1 < text.endIndex && text[index + 1] == UInt8(ascii: "*")
        }
    }
}

extension SegmentPair {
    /// How many stretches of one half are bold, italic or struck out.
    func emphasisCount(_ side: Side) -> Int {
        elements(side).reduce(0) { count, element in
            switch element.kind {
            case .strong, .emphasis, .strikethrough: count + 1
            default: count
            }
        }
    }
}
