import Bitext

/// The small words by which a text in the source language is known: those of English that are no words of the languages that
/// documentation is localised into.
enum FunctionWords {
    /// Whether a word is one of them.
    static func contains(_ word: ArraySlice<UInt8>) -> Bool {
        guard (2...7).contains(word.count) else { return false }
        return hashes.contains(word.reduce(Token.emptyHash) { Token.hash($0, $1 | 0x20) })
    }

    static func contains(hash: UInt32) -> Bool { hashes.contains(hash) }

    /// Whether a word is one of the few that nobody takes for a word of another language or a part of a name.
    static func isUnmistakable(hash: UInt32) -> Bool { unmistakable.contains(hash) }

    private static let unmistakable = Set(
        [
            "the", "of", "and", "to", "is", "are", "you", "your", "with", "that", "this", "how", "from", "can", "when",
            "which", "it",
        ]
        .map { $0.utf8.reduce(Token.emptyHash) { Token.hash($0, $1) } })

    private static let hashes = Set(
        words.map { $0.utf8.reduce(Token.emptyHash) { Token.hash($0, $1) } })

    private static let words = [
        "the", "of", "and", "to", "is", "are", "you", "your", "with", "for", "this", "that", "these", "those", "from",
        "when",
        "if", "can", "which", "be", "by", "it", "its", "has", "have", "had", "does", "should", "would", "could",
        "their",
        "they", "there", "been", "then", "than", "into", "how", "who", "where", "what", "why", "using", "only", "other",
        "any", "each", "between", "before", "because", "about", "such", "both", "while", "without", "within", "must",
        "may",
        "not", "we", "our", "them", "also", "more", "or", "at", "as", "an", "in", "on",
    ]
}
