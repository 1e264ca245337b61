import Bitext
import ParsedBitext

extension ReversalFinder {
    /// Whether the target negates without a word for it: by the opposite of the negated word ("not open", "fermé"), by the
    /// beginning of a word ("unzulässig", "irréversible"), or by a negation that markup has joined to its neighbours
    /// ("Server**nicht**ändern").
    ///
    /// - Parameter negated: the words of the source after its negation.
    func hidesNegation(_ right: Half, of negated: Slice<Half>) -> Bool {
        let negated = negated.filter { $0.rarity >= PolarityLimits.content }
        let opposites = negated.filter(\.isKnown).flatMap { model.words.opposites(of: UInt32($0.number)) }
        return page.target.text.withUnsafeBufferPointer { text in
            right.contains { term in
                if term.isKnown,
                    lexicon.translations.probability(of: term.number, given: opposites) > PolarityLimits.translated
                {
                    return true
                }
                if beginsWithNegation(term, text) { return true }
                guard term.kind == .word, Self.dividedLengths.contains(term.range.count),
                    text[term.range.lowerBound] < 0xE0
                else { return false }
                let word = InnerWords(text, term.range, page.language, lexicon.targetTerms)
                return hasJoinedNegation(word) || negated.contains { isNegation(of: $0, term, word) }
            }
        }
    }

    /// Whether a word begins with a negation, and is so rare that nothing was learned of it: "neodpověděl" is "has not answered".
    private func beginsWithNegation(_ term: LexiconTerm, _ text: Bytes) -> Bool {
        guard term.kind == .word, !term.isKnown || term.rarity >= PolarityLimits.rare,
            let beginning = PolarityWords.negativeBeginningsOfVerbs[page.language.code]
        else { return false }
        return term.range.count > beginning.utf8CodeUnitCount
            && text.hasIgnoringCase(beginning, at: term.range.lowerBound)
    }

    /// Whether a negation is one of the stretches of a word.
    private func hasJoinedNegation(_ word: InnerWords) -> Bool {
        word.characters.contains { start in
            Self.joinedLengths.contains { length in
                guard start + length <= word.range.upperBound else { return false }
                let term = word.number(of: start..<start + length)
                return term >= 0 && model.weights.target.weight(of: term, for: 0) >= PolarityLimits.cue
                    && model.negation[Int(term)] > PolarityLimits.translated
            }
        }
    }

    /// Whether a word is the negation of a word of the source: without its beginning it is a translation, and with it none
    /// ("anzeigen" is as little negated as "zeigen"), or the beginning negates, and the rest is a word or the whole is rare.
    private func isNegation(of source: LexiconTerm, _ term: LexiconTerm, _ word: InnerWords) -> Bool {
        func probability(_ number: Int32) -> Float {
            number < 0 || !source.isKnown ? 0 : lexicon.translations.probability(of: number, given: source.number)
        }
        let start = word.range.lowerBound
        return word.characters.dropFirst().prefix { $0 - start <= Self.maxPrefixLength }.contains { cut in
            let rest = word.number(of: cut..<word.range.upperBound)
            if probability(term.number) < PolarityLimits.unlearnedOpposite,
                probability(rest) > PolarityLimits.translated
            {
                return true
            }
            guard rest >= 0 || term.rarity >= PolarityLimits.rare else { return false }
            return PolarityWords.negativePrefixes.contains {
                $0.utf8CodeUnitCount == cut - start && word.text.hasIgnoringCase($0, at: start)
            }
        }
    }

    /// The lengths in bytes of words that are divided. What is longer was made to cost time.
    private static let dividedLengths = 6...64
    /// The lengths in bytes of a negation that may be joined to another word. Shorter ones begin too many words ("pas" in
    /// "passerelle").
    private static let joinedLengths = 5...7
    /// In bytes. What is longer is a word of its own.
    private static let maxPrefixLength = 4
}

/// The stretches of a word that may be words.
private struct InnerWords {
    let text: Bytes
    let range: Range<Int>
    /// Where each of its characters begins.
    let characters: [Int]
    private let language: Language
    private let table: TermTable

    init(_ text: Bytes, _ range: Range<Int>, _ language: Language, _ table: TermTable) {
        self.text = text
        self.range = range
        characters = range.filter { text[$0] & 0xC0 != 0x80 }
        self.language = language
        self.table = table
    }

    /// The number of a stretch in the vocabulary, or -1.
    func number(of range: Range<Int>) -> Int32 {
        var lexer = Lexer(text, range, language)
        return lexer.tokens().first.map { table[$0.stem].number } ?? -1
    }
}
