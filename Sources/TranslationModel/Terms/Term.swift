/// A unit of text that a lexicon counts: a word, two characters of a script without spaces, a number or a name.
struct Term: Sendable {
    /// Equal for texts that count as one term: words with the same first seven letters, numbers with the same digits, equal
    /// names and identifiers, the same two characters of a script without spaces.
    let hash: UInt32
    /// Its range in ``SideTokens/text``.
    let lower: Int32
    let upper: Int32
    let kind: Kind

    enum Kind: UInt8, Sendable {
        case word
        /// Two characters of a script without spaces.
        case bigram
        /// The same in both languages: a number, a name, an identifier.
        case verbatim
    }

    var range: Range<Int> { Int(lower)..<Int(upper) }

    /// Its length in bytes. A bigram shares each of its two characters with a neighbour, so half of them count.
    var length: Float { kind == .bigram ? Float(upper - lower) / 2 : Float(upper - lower) }
}
