import Bitext
import ParsedBitext

/// A word that is repeated.
struct DoubledWord: SegmentRule {
    static let description = RuleDescription(
        "doubled-word", .warning, .duplication, "A word is repeated.",
        discussion: """
            An example is “le le serveur”. Remove one of the words. The rule ignores words that are repeated in correct
            sentences (“nous nous”, “die die”, “via via”, “tek tek”), names, a label and the word after it, masks
            (“XXX XXX”), and segments whose source also repeats a word. In languages that repeat words to say “each” or
            “many”, such as Hindi and Indonesian, only a function word is a warning; another word is a note, and so is a plural
            that can be a noun and a participle (“los asociados asociados”, “les produits produits”).
            """,
        bad: .init("The server starts.", "Le le serveur démarre."),
        good: .init("The server starts.", "Le serveur démarre."),
        precision: "28 of 32 on unseen pages (eight locales; November 2026, most of the wrong kinds mended since)"
    )
    static let appliesTo = SegmentContents.repeatedWords

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let repeated = repeatedWords(pair, .target).filter { isFault($0, pair) }
        guard !repeated.isEmpty, repeatedWords(pair, .source).isEmpty else { return }
        for (first, second) in repeated {
            let range = first.range.lowerBound..<second.range.upperBound
            let words = pair.string(range, .target)
            report.add(
                "repeated word: “\(words)”", in: pair, .target, pair.sideRange(range, .target),
                evidence: .init(target: words),
                severity: mayBeTwoWords(pair.string(second.range, .target), pair.language) || hasRelatedWords(pair)
                    ? .note : nil)
        }
    }

    /// Whether a noun and the participle after it can have one form: "los asociados asociados al cliente". Languages that repeat words
    /// are others.
    private func mayBeTwoWords(_ word: String, _ language: Language) -> Bool {
        if Reduplication.mayRepeat(word, language) { return true }
        return word.count >= 6 && (Self.participles[language.code] ?? []).contains { word.lowercased().hasSuffix($0) }
    }

    /// Whether the source has two forms of one word next to each other, which the target's language may not distinguish: "the
    /// products produced" is “les produits produits”.
    private func hasRelatedWords(_ pair: SegmentPair) -> Bool {
        let tokens = pair.tokens(.source)
        return zip(tokens, tokens.dropFirst()).contains { first, second in
            guard first.kind == .word, second.kind == .word, first.hash != second.hash else { return false }
            let (stem, other) = (pair.text(first.range, .source).prefix(5), pair.text(second.range, .source).prefix(5))
            return stem.count == 5 && stem.elementsEqual(other) { $0.asciiLowercased == $1.asciiLowercased }
        }
    }

    private static let participles = [
        "es": ["ados", "adas", "idos", "idas"], "pt": ["ados", "adas", "idos", "idas"], "fr": ["és", "ées"],
    ]

    /// Equal words with only spaces between them. In a list of words on several lines, a word may occur twice.
    private func repeatedWords(_ pair: SegmentPair, _ side: Side) -> [(Token, Token)] {
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
        // In a language without spaces between words, a token is a phrase unless it is Latin.
        if pair.language.isUnspaced, word.contains(where: { $0 >= 0x80 }) { return false }
        // A name after the word that it begins with ("le site Site1"). A name of two equal words is also in the source.
        if second.isCapitalised {
            guard first.isCapitalised, !second.isAllCapitals, word.count >= 4, !pair.contains(word, .source) else {
                return false
            }
        }
        // "Add-in in Outlook", "de A a P", the mask "xxx xxx", combining marks without letters.
        if first.range.lowerBound.value > 0, "-.".utf8.contains(text[first.range.lowerBound - 1]) { return false }
        if word.count == 1, first.isCapitalised { return false }
        // The Turkish suffix and the word for "too": "muhasebe'de de".
        if pair.language.code == "tr", word.count == 2, first.range.lowerBound.value > 0,
            text[first.range.lowerBound - 1] == UInt8(ascii: "'")
                || text[..<first.range.lowerBound.value].suffix(3).elementsEqual("’".utf8)
        {
            return false
        }
        if word.allSatisfy({ $0 | 0x20 == UInt8(ascii: "x") }) { return false }
        if word.first == 0xCC || word.first == 0xCD { return false }
        // A label and the word after it: "**… ausführen** ausführen".
        let isAtLabelEdge = pair.elements(.target).contains { element in
            let ends = element.textRange
            return (ends.upperBound > first.range.lowerBound && ends.upperBound <= second.range.lowerBound)
                || (ends.lowerBound >= first.range.upperBound && ends.lowerBound <= second.range.lowerBound)
        }
        return !isAtLabelEdge && !Reduplication.repeats(pair.string(second.range, .target), pair.language)
    }
}
