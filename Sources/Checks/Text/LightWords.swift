import ParsedBitext

/// English words that say little of what a sentence is about, so that their translation can be any word, or none: function words, and
/// the most frequent verbs and adverbs (of the 100 most frequent words of the Oxford English Corpus, and their forms).
enum LightWords {
    static func contains(_ token: Token) -> Bool {
        token.kind == .word && (FunctionWords.contains(hash: token.hash) || words.contains(token.hash))
    }

    private static let words = Set(
        """
        a i me my he she his her him us all no so up out just now back after first well even new want way most any some one
        was were being am do doing done did get gets getting got make makes go goes going come comes take takes give gives
        use will shall might let lets whether either otherwise nothing something anything everything here
        re ll ve d s t m don doesn didn isn aren wasn weren won can couldn shouldn wouldn
        """.split(whereSeparator: \.isWhitespace).map { Token.hash(of: String($0)) })
}
