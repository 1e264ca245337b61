import Bitext
import ParsedBitext

/// Two sentences without a space between them: "fini.Le".
struct GluedSentence: SegmentRule {
    static let description = RuleDescription(
        "glued-sentence", .warning, .whitespace, "A space is missing after the end of a sentence.",
        discussion: """
            A capital letter follows a lower-case word and its full stop, question mark or exclamation mark without a
            space. The rule ignores names with dots (`System.Text`, `contoso.com`), and segments whose source has the
            same fault. Add the space. `--fix` adds it.
            """,
        bad: .init("It is done. The server restarts.", "C'est fini.Le serveur redémarre."),
        good: .init("It is done. The server restarts.", "C'est fini. Le serveur redémarre."),
        precision: "5 of 5 (fr-FR, de-DE, es-ES)", isFixable: true)
    static let appliesTo = SegmentContents.gluedWords

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard let (first, second) = gluedWords(pair, .target), gluedWords(pair, .source) == nil else { return }
        let words = first.range.lowerBound..<second.range.upperBound
        guard !pair.contains(pair.text(words, .target), .source) else { return }
        let signRange = first.range.upperBound..<second.range.lowerBound
        let sign = pair.string(signRange, .target)
        report.add(
            "a space is missing after “\(sign)”", in: pair, .target, pair.sideRange(signRange, .target),
            evidence: .init(target: pair.string(words, .target)), fix: sign + " ")
    }

    /// The first two words with only the end of a sentence between them.
    private func gluedWords(_ pair: SegmentPair, _ side: Side) -> (Token, Token)? {
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
            // A name continues after the word: "service.Contoso.com".
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
