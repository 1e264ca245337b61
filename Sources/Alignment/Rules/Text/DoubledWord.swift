import Bitext

/// The same word twice behind one another.
struct DoubledWord: SegmentRule {
    static let description = RuleDescription(
        "doubled-word", .warning, .duplication, "A word stands twice behind itself.",
        discussion: """
            "le le serveur". Words that rightly follow themselves in some languages ("nous nous", "vous vous", "die die",
            "que que"), capitalised names, and what the source doubles as well are left alone.
            """,
        bad: .init("The server starts.", "Le le serveur démarre."),
        good: .init("The server starts.", "Le serveur démarre."), precision: "18 of 19 (fr-FR, es-ES)")
    static let looksFor = SegmentTraits.repeatedWords

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard !pair.page.language.isUnspaced else { return }
        let doubled = doubles(pair, .target)
        guard !doubled.isEmpty, doubles(pair, .source).count < doubled.count else { return }
        for (first, second) in doubled {
            let word = pair.string(second.range, .target)
            guard !isRightlyDoubled(pair, second) else { continue }
            report.add(
                "“\(word)” stands twice", in: pair, .target,
                pair.sideRange(first.range.lowerBound..<second.range.upperBound, .target),
                evidence: .init(target: pair.string(first.range.lowerBound..<second.range.upperBound, .target)))
        }
    }

    private func doubles(_ pair: SegmentPair, _ side: Side) -> [(Token, Token)] {
        let tokens = pair.tokens(side)
        let text = pair.page.reading(side).text
        return zip(tokens, tokens.dropFirst()).filter { first, second in
            first.kind == .word && second.kind == .word && first.hash == second.hash
                // Only blanks between, and on one line: a list of words may have one twice.
                && text[first.range.upperBound..<second.range.lowerBound].isBlankText
                && !text[first.range.upperBound..<second.range.lowerBound].contains(UInt8(ascii: "\n"))
                // A name of two equal words, "Baden Baden".
                && !(first.isCapitalised && second.isCapitalised)
                // A label and the word behind it: "**… ausführen** ausführen".
                && !pair.elements(side).contains { element in
                    let ends = element.textRange
                    return (ends.upperBound > first.range.lowerBound && ends.upperBound <= second.range.lowerBound)
                        || (ends.lowerBound >= first.range.upperBound && ends.lowerBound <= second.range.lowerBound)
                }
        }
    }

    private func isRightlyDoubled(_ pair: SegmentPair, _ token: Token) -> Bool {
        let word = pair.string(token.range, .target).lowercased()
        return Self.doubled[pair.page.language.code]?.contains(word) ?? false
    }

    /// Pronouns, articles and particles that follow themselves in correct sentences.
    private static let doubled: [String: Set<String>] = [
        "fr": ["nous", "vous", "en"], "de": ["die", "der", "das", "sie", "den", "dem"], "es": ["que", "se"],
        "it": ["si", "le", "che"],
        "pt": ["se", "que"], "nl": ["die", "dat", "zijn"], "he": ["כל"], "ar": ["ما"], "tr": ["bir"],
        "id": ["masing", "rata"],
    ]
}
