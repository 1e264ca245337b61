import Bitext
import ParsedBitext

/// Half-width punctuation after Chinese or Japanese characters.
struct FullWidthPunctuation: Rule {
    static let description = RuleDescription(
        "full-width-punctuation", .note, .localeConvention,
        "Half-width punctuation follows Chinese or Japanese text.",
        discussion: """
            Chinese and Japanese use the full stop `。` and the commas `、` and `，`. A half-width `.` or `,` most often
            remains from the source. The rule ignores brackets and colons, as both widths are common. Write the
            full-width sign.
            """,
        bad: .init("Restart it.", "再起動します."), good: .init("Restart it.", "再起動します。"),
        precision: "8 of 9 (ja-JP)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code == "ja" || tokenized.language.code == "zh" else { return }
        for pair in tokenized.pairs() {
            let text = pair.text(.target)
            for offset in text.indices.dropFirst(3)
            where text[offset] == UInt8(ascii: ".") || text[offset] == UInt8(ascii: ",") {
                // Kana and ideographs begin with E3 to E9 in UTF-8; U+3000 to U+303F are punctuation.
                let lead = text[offset - 3]
                guard (0xE3...0xE9).contains(lead), text[offset - 1].isUTF8Continuation,
                    lead != 0xE3 || text[offset - 2] > 0x80,
                    offset + 1 == text.endIndex || !continuesName(text[offset + 1])
                else { continue }
                let sign = TextRange(offset..<offset + 1)
                report.add(
                    "half-width “\(pair.string(sign, .target))” after full-width text", in: pair, .target,
                    pair.sideRange(sign, .target),
                    evidence: .init(target: pair.string(TextRange(offset - 3..<offset + 1), .target)))
                break
            }
        }
    }

    /// Whether the next byte continues a name, a path (`.\setup.ps1`), or the `...` of a label.
    private func continuesName(_ next: UInt8) -> Bool {
        next.isASCIIAlphanumeric || next == UInt8(ascii: ".") || next == UInt8(ascii: "\\")
    }
}
