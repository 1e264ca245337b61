/// Words that follow one another: "nie mo~" is "nie" and a word that begins with "mo", "~maz" a word that ends so, "ne~te" one
/// that does both. "^" is the beginning of the sentence, "$" the end.
struct WordPattern {
    /// What a word is like.
    struct Word {
        let beginning: String
        /// Nil if the beginning is all of the word.
        let end: String?

        func matches(_ word: String) -> Bool {
            guard let end else { return word == beginning }
            return word.utf8.count >= beginning.utf8.count + end.utf8.count && word.hasPrefix(beginning)
                && word.hasSuffix(end)
        }
    }

    let words: [Word]
    let isFirst: Bool
    let isLast: Bool
    /// The beginnings of the words with blanks between them, for a script without blanks.
    let run: [UInt8]

    init(_ pattern: Substring) {
        let parts = pattern.split(separator: " ")
        isFirst = parts.first == "^"
        isLast = parts.last == "$"
        words = parts.filter { $0 != "^" && $0 != "$" }.map { part in
            let ends = part.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
            return Word(beginning: ends[0], end: ends.count > 1 ? ends[1] : nil)
        }
        run = Array(words.map(\.beginning).joined(separator: " ").utf8)
    }

    /// The patterns of a list, which commas separate.
    static func list(_ patterns: String) -> [WordPattern] { patterns.split(separator: ",").map { WordPattern($0) } }
}
