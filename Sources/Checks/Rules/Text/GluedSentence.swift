import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Two sentences without a blank between them: "fini.Le".
struct GluedSentence: SegmentRule {
    static let description = RuleDescription(
        "glued-sentence", .warning, .whitespace, "The blank behind the end of a sentence is missing.",
        discussion: """
            A word in lower case, a full stop, a question or an exclamation mark, and a capital at once. Names with dots
            (`System.Text`, `contoso.com`) are no sentences, and what the source glues as well is left alone.
            """,
        bad: .init("It is done. The server restarts.", "C'est fini.Le serveur redémarre."),
        good: .init("It is done. The server restarts.", "C'est fini. Le serveur redémarre."),
        precision: "5 of 5 (fr-FR, de-DE, es-ES)", isFixable: true)
    static let looksFor = SegmentTraits.gluedWords

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard let first = glued(pair, .target), glued(pair, .source) == nil else { return }
        let range = first.0.range.lowerBound..<first.1.range.upperBound
        let words = pair.tokenized.target.text[range]
        guard !pair.contains(words, .source) else { return }
        let sign = pair.sideRange(first.0.range.upperBound..<first.1.range.lowerBound, .target)
        let mark = pair.string(first.0.range.upperBound..<first.1.range.lowerBound, .target)
        report.add(
            "the blank behind “\(mark)” is missing", in: pair, .target, sign,
            evidence: .init(target: pair.string(range, .target)), fix: mark + " ")
    }

    /// The first two words that nothing but the end of a sentence parts.
    private func glued(_ pair: SegmentPair, _ side: Side) -> (Token, Token)? {
        let text = pair.tokenized.tokens(side).text
        var previous: Token?
        for token in pair.tokens(side) {
            defer { previous = token }
            guard let first = previous, token.lower == first.upper + 1, first.kind == .word, token.kind == .word,
                token.isCapitalised, !token.isAllCapitals, !first.isCapitalised, first.range.count >= 3
            else { continue }
            switch text[Int(first.upper)] {
            case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): break
            default: continue
            }
            // A name goes on behind: "service.Contoso.com".
            let end = Int(token.upper)
            guard end == Int(pair.text(side).endIndex) || !Self.joins(text[end]) else { continue }
            return (first, token)
        }
        return nil
    }

    private static func joins(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "_")
    }
}
