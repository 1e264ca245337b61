import Bitext

/// Words of the source that have an opposite, and what a lexicon knows of both: "enable" and "disable".
///
/// The list is of English, which the vendor translates from; what says the opposite in the target comes from the lexicon, so
/// it holds for every target language.
struct Polarity: Sendable {
    /// The opposites, each with its forms.
    private static let opposites: [(String, String)] = [
        ("enable enables enabled enabling", "disable disables disabled disabling"),
        (
            "allow allows allowed allowing permit permits permitted",
            "block blocks blocked blocking deny denies denied prohibit forbid"
        ),
        ("show shows shown showing display", "hide hides hidden hiding"),
        ("start starts started starting", "stop stops stopped stopping"),
        ("add adds added adding", "remove removes removed removing delete"),
        ("include includes included including", "exclude excludes excluded excluding"),
        ("lock locks locked locking", "unlock unlocks unlocked unlocking"),
        ("connect connects connected connecting", "disconnect disconnects disconnected disconnecting"),
        ("increase increases increased increasing", "decrease decreases decreased decreasing reduce"),
        ("before", "after"), ("always", "never"), ("maximum", "minimum"),
        ("true", "false"), ("accept accepts accepted", "reject rejects rejected decline declines declined"),
        ("grant grants granted granting", "revoke revokes revoked revoking"),
        ("install installs installed installing installation", "uninstall uninstalls uninstalled uninstalling"),
        ("open opens opened opening", "close closes closed closing"), ("with", "without"),
        ("internal", "external"),
        ("incoming inbound", "outgoing outbound"), ("upload uploads uploaded", "download downloads downloaded"),
        ("higher", "lower"), ("above", "below"), ("longer", "shorter"),
    ]
    private static let negations = "not cannot t never no none nor neither without unable"

    /// Marks a negation in ``sides``.
    private static let negation: Int8 = 127
    /// For each term of the source's vocabulary: its pair of opposites from 1 on, negative for the second side; 0 for none.
    private let sides: [Int8]
    /// The terms of each pair's two sides.
    private let groups: [(first: [Int32], second: [Int32])]
    private let negations: [Int32]
    /// The plain ones: "not", "cannot", "don't".
    private let denials: [Int32]

    /// Knows no word.
    static let none = Polarity(sides: [], groups: [], negations: [])

    private init(sides: [Int8], groups: [(first: [Int32], second: [Int32])], negations: [Int32]) {
        self.sides = sides
        self.groups = groups
        self.negations = negations
        denials = []
    }

    init(_ lexicon: Lexicon) {
        func indices(_ words: String) -> [Int32] {
            var seen: Set<Int32> = []
            return words.split(separator: " ").compactMap { word in
                var hash = Token.emptyHash
                for byte in word.utf8.prefix(Token.stemLength) { hash = Token.hash(hash, byte) }
                let index = lexicon.index(of: hash, .source)
                return index >= 0 && seen.insert(index).inserted ? index : nil
            }
        }
        var sides = Array(repeating: Int8(0), count: lexicon.sourceSize)
        var groups: [(first: [Int32], second: [Int32])] = []
        for (first, second) in Self.opposites {
            let group = (first: indices(first), second: indices(second))
            groups.append(group)
            for index in group.first { sides[Int(index)] = Int8(groups.count) }
            for index in group.second { sides[Int(index)] = -Int8(groups.count) }
        }
        negations = indices(Self.negations)
        for index in negations { sides[Int(index)] = Self.negation }
        self.sides = sides
        self.groups = groups
        denials = indices("not cannot t never")
    }

    /// What was turned round.
    struct Reversal: Sendable {
        /// The term of the source, as an index of its terms, or nil where the source has nothing of the kind.
        let source: Int?
        /// The term of the target, likewise.
        let target: Int?
    }

    /// Looks for a word whose opposite stands in the target, or for a negation that one half has alone, in the pair that the
    /// reader compared last.
    func reversal(_ reader: borrowing ContentReader, source: Range<Int>, target: Range<Int>) -> Reversal? {
        // Most sentences have no word of the kind; only the others pay for more.
        var isNegated = false
        var hasSide = false
        for position in source {
            let index = reader.sourceIndex(position)
            guard index >= 0, sides[Int(index)] != 0 else { continue }
            if sides[Int(index)] == Self.negation { isNegated = true } else { hasSide = true }
        }
        guard isNegated || hasSide || reader.bestBackward(of: denials).map({ $0.probability > Self.negated }) ?? false
        else {
            return nil
        }
        let known = source.map { reader.sourceIndex($0) }
        for (position, index) in zip(source, known)
        where hasSide && index >= 0 && abs(Int(sides[Int(index)])) < Self.negation {
            let side = sides[Int(index)]
            guard side != 0 else { continue }
            let group = groups[Int(abs(side)) - 1]
            let (own, opposite) = side > 0 ? (group.first, group.second) : (group.second, group.first)
            // A sentence that has both may turn them as it likes.
            guard !isNegated, !opposite.isEmpty, !known.contains(where: opposite.contains) else { continue }
            guard let found = reader.best(of: opposite), found.probability > Self.clear,
                (reader.best(of: own)?.probability ?? 0) * Self.ratio < found.probability,
                isNews(found, reader, known.filter { $0 >= 0 && !own.contains($0) }),
                (reader.best(of: negations)?.probability ?? 0) < 0.08
            else { continue }
            return Reversal(source: position, target: target.lowerBound + found.place)
        }
        return negation(reader, source, target, known, isNegated)
    }

    /// A negation that stands in one half only.
    private func negation(
        _ reader: borrowing ContentReader, _ source: Range<Int>, _ target: Range<Int>, _ known: [Int32],
        _ isNegated: Bool
    ) -> Reversal? {
        if !isNegated {
            // "Remember" is "n'oubliez pas", "failed to arrive" is "ne sont pas arrivés".
            guard
                !source.contains(where: { position in Self.negative.contains { reader.sourceTerm(position, begins: $0) }
                }),
                let found = reader.bestBackward(of: denials), found.probability > Self.negated,
                isNews((found.place, reader.best(of: denials)?.probability ?? 0), reader, known.filter { $0 >= 0 }),
                // A page whose source is in the target's language says no in the same word.
                !source.contains(where: { reader.isSameTerm($0, target.lowerBound + found.place) })
            else { return nil }
            return Reversal(source: nil, target: target.lowerBound + found.place)
        }
        // A word that the lexicon says negates, and nothing in the target that could be it.
        guard known.count(where: negations.contains) == 1, let place = known.firstIndex(where: denials.contains),
            reader.isWholeWord(source.lowerBound + place), (reader.best(of: negations)?.probability ?? 0) < 0.015
        else { return nil }
        return Reversal(source: source.lowerBound + place, target: nil)
    }

    /// Beginnings of words that say no without a negation, or that other languages say with one.
    private static let negative: [StaticString] = [
        "un", "dis", "fail", "rememb", "only", "just", "prevent", "avoid", "miss", "lack", "outside", "exclu", "refus",
        "den", "block",
        "wireless", "any", "until", "before", "than", "less", "more", "but", "reject", "ignor", "free", "non", "in",
        "im", "stop",
        "forget", "keep", "sure", "aware", "noth", "confus", "retir", "out", "every", "note", "leave", "remain",
        "except", "other", "invalid", "error", "problem", "omit", "skip",
    ]

    /// Whether no other word of the sentence calls for what was found.
    private func isNews(_ found: (place: Int, probability: Float), _ reader: borrowing ContentReader, _ others: [Int32])
        -> Bool
    {
        reader.probability(of: found.place, given: others) * Self.ratio < found.probability
    }

    /// A word of the opposite must be this likely…
    private static let clear: Float = 0.05
    /// …and this much likelier than by any other way.
    private static let ratio: Float = 3
    /// How likely a word must be for a negation.
    private static let negated: Float = 0.3
}
