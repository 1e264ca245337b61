/// A term that both halves of a pair can have in any two languages: a number, a name, code, a link, a cognate.
struct AlikeTerm: Sendable {
    /// What a term is. How often the other half has the same term depends mostly on this.
    enum Kind: UInt8, CaseIterable, Sendable {
        case number, digit, identifier, name, code, link
        /// Latin, Cyrillic or Greek words: all in capitals, with a capital inside a sentence, with one at its beginning, without.
        case capitals, capitalised, initial, word
        /// A term that is never the same in another language: only its length counts.
        case other

        /// Whether it is not to be translated, in any language.
        var isVerbatim: Bool { rawValue <= Kind.link.rawValue }
    }

    /// The punctuation and markup before it, and whether it ends a sentence.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        static let endsSentence = Marks(rawValue: 1)
        static let opensParenthesis = Marks(rawValue: 2)
        static let emphasised = Marks(rawValue: 4)
        static let colon = Marks(rawValue: 8)
    }

    /// Equal for terms that are alike.
    let key: UInt32
    /// Its range in ``SideTokens/text``.
    let lower: Int32
    let upper: Int32
    let kind: Kind
    var marks: Marks
    /// Its bytes, as far as they are text.
    let length: Float
    /// Its number in the page's counts; -1 for ``Kind/other``.
    var number: Int32 = -1
    /// Whether its own pair has it in both halves.
    var isKept = false
    /// What it says, in nats, that the other half has its like, and that it does not.
    var found: Float = 0
    var lost: Float = 0
    /// What it says on average in a right pair.
    var expected: Float = 0

    var range: Range<Int> { Int(lower)..<Int(upper) }
}
