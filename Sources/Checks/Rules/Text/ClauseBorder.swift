import Bitext
import ParsedBitext

/// Where a subordinate clause ends in the verb that begins the main clause, and no comma has to be between them: “När
/// fältet ändras ändras även vyn.”
enum ClauseBorder {
    /// Whether a repeated word may be the two verbs: it looks like one, and a conjunction begins the clause before it.
    ///
    /// - Parameter first: the first of the two words, in the target.
    static func mayFollow(_ first: Token, in pair: SegmentPair) -> Bool {
        guard let (conjunctions, verbs, endings) = grammars[pair.language.code] else { return false }
        let verb = pair.string(first.range, .target).lowercased()
        guard verbs.contains(verb) || verb.count >= 5 && endings.contains(where: { verb.hasSuffix($0) }) else {
            return false
        }
        let words = clause(before: first, pair)
        // "The list that is shown shows": the relative clause ends with its verb.
        if let last = words.last, ["som", "der", "die", "dat"].contains(last) { return true }
        // "Also when", "every time". The clause has at least one word between its conjunction and the verb.
        return words.dropLast().prefix(2).contains { conjunctions.contains($0) }
    }

    /// The words between the last punctuation mark and a word; none if they are too many for a clause.
    private static func clause(before word: Token, _ pair: SegmentPair) -> [String] {
        let tokens = pair.tokens(.target).prefix { $0.lower < word.lower }.suffix(maxLength + 1)
        var (words, next) = ([String](), word)
        for token in tokens.reversed() {
            let gap = pair.text(token.range.upperBound..<next.range.lowerBound, .target)
            if gap.contains(where: { $0.isOne(of: ",;:.?!(") }) { break }
            words.append(pair.string(token.range, .target).lowercased())
            next = token
        }
        return words.count <= maxLength ? words.reversed() : []
    }

    /// In words.
    private static let maxLength = 64

    /// What a language's subordinate clauses begin with, its most frequent verbs, and how other verbs end.
    private typealias Grammar = (conjunctions: Set<String>, verbs: Set<String>, endings: [String])

    private static func grammar(_ conjunctions: String, verbs: String, endings: [String]) -> Grammar {
        (
            Set(conjunctions.split(separator: " ").map(String.init)), Set(verbs.split(separator: " ").map(String.init)),
            endings
        )
    }

    private static let norwegian = grammar(
        "når hvis om dersom da fordi mens før etter inntil siden selv hvor ettersom",
        verbs: "er var har kan skal må vil bør får blir ble skjer gjør går", endings: ["r", "s"])

    /// Languages whose main clause begins with its verb after a subordinate clause, without a comma. German wants one.
    private static let grammars: [String: Grammar] = [
        "sv": grammar(
            "när om eftersom då medan innan ifall såvida sedan tills trots fast där så",
            verbs: "är var har kan ska skall måste vill bör får blir finns gör går sker ges nås", endings: ["r", "s"]),
        "da": grammar(
            "når hvis om da fordi mens før efter indtil siden medmindre selvom eftersom hvor",
            verbs: "er var har kan skal må vil bør får bliver blev sker gør går", endings: ["r", "s"]),
        "nb": norwegian, "no": norwegian,
        "nl": grammar(
            "als wanneer indien omdat terwijl nadat voordat zodra zolang tenzij hoewel aangezien doordat zodat mits waar",
            verbs: "is zijn was wordt worden werd heeft hebben kan kunnen moet moeten mag wil zal gaat blijft",
            endings: ["t", "en"]),
    ]
}
