import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// The same word twice behind one another.
struct DoubledWord: SegmentRule {
    static let description = RuleDescription(
        "doubled-word", .warning, .duplication, "A word stands twice behind itself.",
        discussion: """
            "le le serveur". Words that rightly follow themselves in some languages ("nous nous", "vous vous", "die die",
            "que que"), names, a label and the word behind it, masks ("XXX XXX"), and segments whose source doubles a word as
            well are left alone.
            """,
        bad: .init("The server starts.", "Le le serveur démarre."),
        good: .init("The server starts.", "Le serveur démarre."),
        precision: "91 of 94 (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let looksFor = SegmentTraits.repeatedWords

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let doubled = doubles(pair, .target).filter { isFault($0, pair) }
        guard !doubled.isEmpty, doubles(pair, .source).isEmpty else { return }
        for (first, second) in doubled {
            let range = first.range.lowerBound..<second.range.upperBound
            report.add(
                "“\(pair.string(second.range, .target))” stands twice", in: pair, .target,
                pair.sideRange(range, .target),
                evidence: .init(target: pair.string(range, .target)))
        }
    }

    /// Equal words with nothing but blanks of one line between them: a list of words may have one twice.
    private func doubles(_ pair: SegmentPair, _ side: Side) -> [(Token, Token)] {
        let tokens = pair.tokens(side)
        let text = pair.tokenized.tokens(side).text
        return zip(tokens, tokens.dropFirst()).filter { first, second in
            guard first.kind == .word, second.kind == .word, first.hash == second.hash else { return false }
            let between = text[first.range.upperBound..<second.range.lowerBound]
            return between.isBlankText && !between.contains(UInt8(ascii: "\n"))
        }
    }

    private func isFault(_ words: (Token, Token), _ pair: SegmentPair) -> Bool {
        let (first, second) = words
        let text = pair.tokenized.target.text
        let word = text[second.range]
        // What stands between blanks is a phrase in a language that spaces no words, and a word only in Latin letters.
        if pair.language.isUnspaced, word.contains(where: { $0 >= 0x80 }) { return false }
        // A name behind the word that it is made of: "le site Site1"; a name of two equal words is in the source.
        if second.isCapitalised {
            guard first.isCapitalised, !second.isAllCapitals, word.count >= 4, !pair.contains(word, .source) else {
                return false
            }
        }
        // "Add-in in Outlook", "de A a P", the mask "xxx xxx", combining marks that lost their letters.
        if first.range.lowerBound.value > 0, "-.".utf8.contains(text[first.range.lowerBound - 1]) { return false }
        if word.count == 1, first.isCapitalised { return false }
        if word.allSatisfy({ $0 | 0x20 == UInt8(ascii: "x") }) { return false }
        if word.first == 0xCC || word.first == 0xCD { return false }
        // A label and the word behind it: "**… ausführen** ausführen".
        let isParted = pair.elements(.target).contains { element in
            let ends = element.textRange
            return (ends.upperBound > first.range.lowerBound && ends.upperBound <= second.range.lowerBound)
                || (ends.lowerBound >= first.range.upperBound && ends.lowerBound <= second.range.lowerBound)
        }
        return !isParted && !isRightlyDoubled(pair, second)
    }

    private func isRightlyDoubled(_ pair: SegmentPair, _ token: Token) -> Bool {
        let word = pair.string(token.range, .target).lowercased()
        return Self.doubled[pair.language.code]?.contains(word) ?? false
    }

    /// Pronouns, articles and particles that follow themselves in correct sentences.
    private static let doubled: [String: Set<String>] = [
        "fr": ["nous", "vous", "en"], "de": ["die", "der", "das", "sie", "den", "dem"], "es": ["que", "se"],
        "it": ["si", "le", "che"],
        "pt": ["se", "que"], "nl": ["die", "dat", "zijn"], "he": ["כל"], "ar": ["ما"], "tr": ["bir"],
        "id": ["masing", "rata"],
    ]
}
