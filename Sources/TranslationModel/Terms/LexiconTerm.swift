/// A term of a half, with what the lexicon knows of it.
struct LexiconTerm: Sendable {
    /// Its number in the vocabulary, or -1 for a term that the lexicon does not know.
    let number: Int32
    let term: Term
    /// How rare it is, as a ``ByteProbability``: 255 is the rarest.
    let rarity: UInt8
    var marks: TermMarks

    var isKnown: Bool { number >= 0 }
    var hash: UInt32 { term.hash }
    var kind: Term.Kind { term.kind }
    var range: Range<Int> { term.range }
}

/// The terms of a half, valid during one call. They are borrowed: a copy would be an allocation for each half.
typealias Half = UnsafeBufferPointer<LexiconTerm>

/// What is special about a term: the punctuation around it, what it has to do with opposites, whether the lexicon knows it.
struct TermMarks: OptionSet, Sendable {
    let rawValue: UInt8

    /// The punctuation after it ends a sentence.
    static let endsSentence = TermMarks(rawValue: 1)
    /// A parenthesis opens before it.
    static let opensParenthesis = TermMarks(rawValue: 2)
    /// A word that negates.
    static let negates = TermMarks(rawValue: 4)
    /// A word of the source that has an opposite, or a word of the target that may mean one side of a pair of opposites.
    static let opposes = TermMarks(rawValue: 8)
    /// A word or a bigram that the lexicon does not know.
    static let isUnknown = TermMarks(rawValue: 16)
    static let isVerbatim = TermMarks(rawValue: 32)

    /// The other half may have the term as it is.
    static let mayBeCopied: TermMarks = [.isUnknown, .isVerbatim]
    /// The term needs a closer look when a half is summed up.
    static let needsCare: TermMarks = [.endsSentence, .opensParenthesis, .isUnknown, .isVerbatim]
}
