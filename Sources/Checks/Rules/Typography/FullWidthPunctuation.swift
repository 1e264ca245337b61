import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Half-width punctuation behind Chinese or Japanese characters.
struct FullWidthPunctuation: Rule {
    static let description = RuleDescription(
        "full-width-punctuation", .note, .localeConvention,
        "Half-width punctuation stands behind Chinese or Japanese text.",
        discussion: """
            Sentences in Chinese and Japanese end in `。` and pause with `、` or `，`; a half-width `,` or `.` behind their
            characters is most often left from the source. Brackets and colons are written both ways and are left alone.
            """,
        bad: .init("Restart it.", "再起動します."), good: .init("Restart it.", "再起動します。"),
        precision: "8 of 9 (ja-JP)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code == "ja" || tokenized.language.code == "zh" else { return }
        for index in tokenized.traits.indices where tokenized.traits[index].contains(.isPaired) {
            let pair = SegmentPair(tokenized, index: index)
            let text = pair.text(.target)
            for offset in text.indices.dropFirst(3)
            where text[offset] == UInt8(ascii: ".") || text[offset] == UInt8(ascii: ",") {
                // Kana and ideographs begin with E3 to E9 in UTF-8; U+3000 to U+303F are punctuation.
                let lead = text[offset - 3]
                guard (0xE3...0xE9).contains(lead), text[offset - 1].isUTF8Continuation,
                    lead != 0xE3 || text[offset - 2] > 0x80,
                    offset + 1 == text.endIndex || !goesOn(text[offset + 1])
                else { continue }
                report.add(
                    "“\(pair.string(TextRange(offset..<offset + 1), .target))” stands behind full-width text", in: pair, .target,
                    pair.sideRange(TextRange(offset..<offset + 1), .target),
                    evidence: .init(target: pair.string(TextRange(offset - 3..<offset + 1), .target)))
                break
            }
        }
    }

    /// What follows in a name, a path (`.\setup.ps1`), and the `...` of labels in the user interface.
    private func goesOn(_ next: UInt8) -> Bool {
        next.isASCIIAlphanumeric || next == UInt8(ascii: ".") || next == UInt8(ascii: "\\")
    }
}
