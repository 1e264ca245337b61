import Bitext
import ParsedBitext

/// A German article that is repeated: as a pronoun and an article it can be right, “Nutzer, die die Seite sehen”.
enum RepeatedArticle {
    enum Use { case fault, doubtful, correct }

    /// How likely the repetition is right; nil if the word is no German article.
    ///
    /// - Parameters: the two words, in the target.
    static func use(of first: Token, _ second: Token, in pair: SegmentPair) -> Use? {
        let article = pair.string(first.range, .target).lowercased()
        guard pair.language.code == "de", articles.contains(article) else { return nil }
        let tokens = pair.tokens(.target)
        let before = tokens.prefix { $0.lower < first.lower }.suffix(maxDistance)
        if beginsClause(first, after: before, pair) { return .correct }
        let isObjectOf = hasParticiple(tokens.drop { $0.lower <= second.lower }, pair)
        switch article {
        // "Liste der der Gruppe zugewiesenen Nutzer"
        case "der", "dem": return isObjectOf ? .correct : before.isEmpty ? .fault : .doubtful
        // "Ist das das Konto?"
        case "das" where before.last.map({ isVerb($0, pair) }) ?? false: return .doubtful
        default: return isObjectOf ? .doubtful : .fault
        }
    }

    private static let articles: Set<String> = ["die", "der", "das", "den", "dem"]

    /// In words: between the comma and the pronoun can be a preposition, “, mit Hilfe von der der …”.
    private static let maxDistance = 3

    /// Whether a clause begins shortly before the first article: at a mark, or with a conjunction.
    private static func beginsClause(_ first: Token, after before: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        guard let start = before.first?.range.upperBound else { return false }
        let text = pair.text(start..<first.range.lowerBound, .target)
        // The last two bytes of a dash, – or —.
        return text.contains { $0.isOne(of: ",;:(") } || text.contains([0x80, 0x93]) || text.contains([0x80, 0x94])
            || before.contains { conjunctions.contains(pair.string($0.range, .target).lowercased()) }
    }

    private static let conjunctions: Set<String> = [
        "und", "oder", "sowie", "bzw", "als", "wie", "dass", "ob", "wenn", "falls", "weil", "damit", "bevor", "nachdem",
        "sobald", "solange", "während", "da", "obwohl", "indem", "sodass", "wer", "was", "wo", "aber", "sondern",
        "denn",
    ]

    private static func isVerb(_ word: Token, _ pair: SegmentPair) -> Bool {
        ["ist", "war", "wird", "wäre"].contains(pair.string(word.range, .target).lowercased())
    }

    /// Whether a participle follows that the second article's noun belongs to: “die die Regeln erfüllenden Geräte”.
    private static func hasParticiple(_ words: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        words.prefix(maxObject).contains { word in
            guard word.kind == .word, !word.isCapitalised, word.range.count >= 6 else { return false }
            let text = pair.string(word.range, .target)
            return endings.contains { text.hasSuffix($0) }
        }
    }

    /// In words.
    private static let maxObject = 8
    // Also “steuernd” and “wechselnd”; “finden” and the like are infinitives.
    private static let endings = ["t", "en", "end", "ernd", "elnd", "bar"].flatMap { stem in
        ["e", "en", "er", "es", "em"].map { stem + $0 }
    }
}
