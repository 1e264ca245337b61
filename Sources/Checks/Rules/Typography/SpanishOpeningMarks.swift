import Bitext
import ParsedBitext

/// Spanish questions and exclamations without `¿` or `¡`.
struct SpanishOpeningMarks: Rule {
    static let description = RuleDescription(
        "spanish-opening-marks", .note, .localeConvention, "A Spanish question or exclamation has no opening mark.",
        discussion: """
            Spanish questions begin with `¿` and exclamations with `¡`. The rule ignores a target that begins in lower
            case, as it is the rest of a sentence. Add the mark.
            """,
        bad: .init("What is a relay?", "Qué es una retransmisión?"),
        good: .init("What is a relay?", "¿Qué es una retransmisión?"),
        precision: "19 of 24 (es-ES)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code == "es" else { return }
        for pair in tokenized.pairs(with: .spacedPunctuation) {
            // The rest of a sentence has its mark in the previous segment.
            guard pair.tokens(.target).first?.isCapitalised ?? false else { continue }
            let text = pair.text(.target)
            check(UInt8(ascii: "?"), 0xBF, "¿", text, pair, &report)
            check(UInt8(ascii: "!"), 0xA1, "¡", text, pair, &report)
        }
    }

    private func check(
        _ closing: UInt8, _ opening: UInt8, _ sign: String, _ text: ArraySlice<UInt8>, _ pair: SegmentPair,
        _ report: inout Report
    ) {
        // Only a mark between a word and a space or the end. In addresses and code, text follows it.
        guard
            let end = text.indices.first(where: { index in
                text[index] == closing && index > text.startIndex
                    && (text[index - 1].isASCIILetter || text[index - 1] >= 0x80)
                    && (index + 1 == text.endIndex || text[index + 1].isASCIIBlank)
            }), !text.contains([0xC2, opening]), !isName(endingAt: end, text, pair)
        else { return }
        report.add(
            "“\(sign)” is missing", in: pair, .target, pair.sideRange(TextRange(end..<end + 1), .target),
            evidence: .init(target: pair.excerpt(.target)))
    }

    /// Whether the mark belongs to a name: "Yahoo!". The source has the same word, and text follows in the target.
    private func isName(endingAt end: Int, _ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let start = text[..<end].lastIndex(where: \.isASCIIBlank).map { $0 + 1 } ?? text.startIndex
        return end + 1 < text.endIndex && pair.contains(text[start...end], .source)
    }
}
