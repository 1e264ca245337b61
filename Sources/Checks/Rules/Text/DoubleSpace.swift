import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Two blanks inside a target whose source has single ones.
struct DoubleSpace: SegmentRule {
    static let description = RuleDescription(
        "double-space", .note, .whitespace, "Two blanks stand where one belongs.",
        discussion: """
            A browser shows one blank, so it is a note: machine translation leaves it where it took markup out, so a word or a
            link may be missing there. `--fix` leaves one blank.
            """,
        bad: .init("Click the button.", "Cliquez sur  le bouton."),
        good: .init("Click the button.", "Cliquez sur le bouton."),
        precision: "30 of 30 (fr-FR, de-DE, es-ES, ja-JP, ru-RU)",
        isFixable: true)
    static let appliesTo = SegmentContents.doubleBlanks

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard let run = doubled(pair, .target), doubled(pair, .source) == nil else { return }
        let side = pair.sideRange(TextRange(run), .target)
        guard side.count == run.count else { return }
        report.add(
            "\(run.count) blanks behind one another", in: pair, .target, side,
            evidence: .init(target: pair.string(TextRange(run), .target)),
            fix: " ")
    }

    private func doubled(_ pair: SegmentPair, _ side: Side) -> Range<Int>? {
        let text = pair.text(side)
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == 0x20 else {
                index += 1
                continue
            }
            var end = index
            while end < text.endIndex, text[end] == 0x20 { end += 1 }
            // At the beginning or the end it is another rule's; in front of a line break it is markup.
            if end - index >= 2, index > text.startIndex, end < text.endIndex, text[end] != UInt8(ascii: "\n"),
                text[index - 1] != UInt8(ascii: "\n")
            {
                return index..<end
            }
            index = end
        }
        return nil
    }
}
