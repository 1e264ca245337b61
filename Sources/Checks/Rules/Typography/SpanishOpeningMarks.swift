import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Spanish questions and exclamations without `¿` or `¡`.
struct SpanishOpeningMarks: Rule {
    static let description = RuleDescription(
        "spanish-opening-marks", .note, .localeConvention, "A Spanish question or exclamation has no opening mark.",
        discussion: """
            Questions in Spanish begin with `¿` and exclamations with `¡`. A target that begins in lower case is the rest of a
            sentence and is left alone.
            """,
        bad: .init("What is a relay?", "Qué es una retransmisión?"),
        good: .init("What is a relay?", "¿Qué es una retransmisión?"),
        precision: "19 of 24 (es-ES)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code == "es" else { return }
        for index in tokenized.traits.indices where tokenized.traits[index].isSuperset(of: [.isPaired, .spacedPunctuation]) {
            let pair = SegmentPair(tokenized, index: index)
            // The rest of a sentence that began in the segment before has its mark there.
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
        // A mark behind a word that ends a sentence; in an address or code something follows.
        guard
            let place = text.indices.first(where: { index in
                text[index] == closing && index > text.startIndex
                    && (text[index - 1].isASCIILetter || text[index - 1] >= 0x80)
                    && (index + 1 == text.endIndex || text[index + 1].isASCIIBlank)
            }), !text.contains([0xC2, opening]), !isName(endingAt: place, text, pair)
        else { return }
        report.add(
            "“\(sign)” is missing", in: pair, .target, pair.sideRange(TextRange(place..<place + 1), .target),
            evidence: .init(target: pair.excerpt(.target)))
    }

    /// "Yahoo!": the source has the word with its mark too, and goes on behind it.
    private func isName(endingAt place: Int, _ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let start = text[..<place].lastIndex(where: \.isASCIIBlank).map { $0 + 1 } ?? text.startIndex
        return place + 1 < text.endIndex && pair.contains(text[start...place], .source)
    }
}
