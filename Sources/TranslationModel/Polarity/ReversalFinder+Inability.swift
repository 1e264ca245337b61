import ParsedBitext

extension ReversalFinder {
    /// A "cannot" or "must not" of a statement, of which the target has nothing, though it has the verb.
    ///
    /// Other sentences with a "not" can be said without one, these hardly: of 11,100 in fourteen languages (of the pairs that the
    /// lexicons are learned from, November 2026), the targets of 161 had no word that negates. Most of those that were read said
    /// the opposite, or had lost the verb. The others have a word of another meaning ("only", "difficult"), or the source begins
    /// with "Can't" or "Why": what is asked is said in many ways.
    func lostInability(_ left: Half, _ right: Half) -> PairReversal? {
        let negations = model.words.places(of: 0, in: left)
        guard negations.count == 1, let place = negations.first, let start = startOfInability(place, left), start > 0,
            !isInPhrase(place, left), !isQuoted(start, left, right),
            !Self.asking.contains(where: { begins($0, at: left[0].range.lowerBound) }),
            !left.contains(where: { term in Self.limiting.contains { begins($0, at: term.range.lowerBound) } }),
            WordsOfNegation.isNegated(text(right), page.language) == false,
            !hasWord(of: PolarityWords.otherNegations, right), !hasWord(of: PolarityWords.onlyWords, right)
        else { return nil }
        // "Cannot directly change": the first word may not be the verb. A lexicon cuts the words of some languages into pieces.
        let verbs = left[(place + 1)...].prefix(2)
        guard
            negationsInWords != nil || verbs.contains(where: { verb in right.contains { isTranslation($0, of: verb) } })
        else { return nil }
        return PairReversal(source: place, target: nil, margin: PolarityLimits.withoutAnyNegation)
    }

    /// The place of the first term of a "cannot", "can't" or "must not" whose negation is a term of the source.
    private func startOfInability(_ place: Int, _ left: Half) -> Int? {
        if begins("cannot ", at: left[place].range.lowerBound) { return place }
        guard place > 0 else { return nil }
        let words: [StaticString] = ["can't ", "can’t ", "can not ", "must not ", "mustn't ", "mustn’t "]
        return words.contains { begins($0, at: left[place - 1].range.lowerBound) } ? place - 1 : nil
    }

    /// Whether a "cannot" is a name or a message that stays in English: "select **Can't sign in**", "the message “You cannot sign in”".
    private func isQuoted(_ start: Int, _ left: Half, _ right: Half) -> Bool {
        let isCapital = page.source.text[left[start].range.lowerBound] == UInt8(ascii: "C")
        return isCapital || right.contains { isOne($0, of: ["cannot", "can", "can't", "can’t", "must"]) }
    }

    /// How sources begin that ask, or name a trouble.
    private static let asking: [StaticString] = [
        "why ", "how ", "what ", "can ", "is ", "are ", "do ",
    ]

    /// How words of the source begin with which a "cannot" may be said by a word that limits: "cannot exceed 5" is "is at most 5".
    private static let limiting: [StaticString] = [
        "exceed", "beyond", "alone ", "only ", "until ", "unless ", "help ", "just ", "enough", "once ", "underrate",
        "underst", "emphas", "overst", "unlike ", "except", "blank", "empty", "remember", "can/", "can / ",
    ]
}
