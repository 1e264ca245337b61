import ParsedBitext

/// How a language changes the words of a term.
struct Inflection {
    /// Whether words have no spaces between them.
    let isUnspaced: Bool
    /// Whether words contain other words: compounds, or articles and prepositions joined to a word.
    let joinsWords: Bool
    private let hasRichEndings: Bool

    init(_ language: Language) {
        isUnspaced = language.isUnspaced
        joinsWords = Self.joinedWords.contains(language.code)
        hasRichEndings = Self.richInflection.contains(language.code)
    }

    /// The number of first letters that inflection does not change: 70%, at least four; with rich endings, 60% and
    /// three.
    func stemLength(of letters: Int) -> Int {
        min(letters, hasRichEndings ? max(3, (letters * 6 + 9) / 10) : max(4, (letters * 7 + 9) / 10))
    }

    private static let richInflection: Set<String> = [
        "ru", "uk", "be", "bg", "pl", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "lt", "lv", "fi", "et", "hu", "el",
        "ro", "tr",
    ]

    private static let joinedWords: Set<String> = [
        "de", "nl", "sv", "da", "nb", "no", "nn", "is", "fi", "et", "hu", "he", "ar", "fa", "ur", "ko",
    ]
}
