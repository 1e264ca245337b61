import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

extension Polarity {
    /// Whether the target says no without a word for it: in the opposite of what the source negates ("not open", "fermé"), in the
    /// beginning of a word ("unzulässig", "irréversible"), or in a negation that markup has glued to its neighbours
    /// ("Server**nicht**ändern").
    ///
    /// - Parameter negated: the words of the source behind its negation.
    func hidesNegation(_ right: Half, of negated: Slice<Half>, _ page: TokenizedBitext, _ lexicon: Lexicon) -> Bool {
        let negated = negated.filter { $0.information >= Self.content }
        let opposites = negated.filter { $0.index >= 0 }.flatMap { seeds.opposites(of: UInt32($0.index)) }
        return page.target.text.withUnsafeBufferPointer { text in
            right.contains { entry in
                if entry.index >= 0, Self.probability(of: UInt16(entry.index), opposites, lexicon) > Self.said {
                    return true
                }
                guard entry.kind == .word, Self.divisible.contains(entry.range.count), text[Int(entry.lower)] < 0xE0
                else { return false }
                let word = InnerWords(text, entry.range, page.language, lexicon)
                return hasGluedNegation(word) || negated.contains { Self.isNegated(entry, word, $0, lexicon) }
            }
        }
    }

    private func hasGluedNegation(_ word: InnerWords) -> Bool {
        word.cuts.contains { cut in
            Self.glued.contains { length in
                guard cut + length <= word.range.upperBound else { return false }
                let term = word.term(cut..<cut + length)
                return term >= 0 && Int32(weights.targetNegation[Int(term)]) >= Self.cue
                    && negation[Int(term)] > Self.said
            }
        }
    }

    /// Whether a word is the negation of one of the source: without its beginning it is a translation and with it none
    /// ("anzeigen" is no more negated than "zeigen"), or the beginning is one that says no, and the rest a word or the whole rare.
    private static func isNegated(
        _ entry: PairEntry, _ word: InnerWords, _ source: PairEntry, _ lexicon: Lexicon
    ) -> Bool {
        func probability(_ term: Int32) -> Float {
            term < 0 || source.index < 0 ? 0 : lexicon.probability(of: UInt16(term), given: Int(source.index))
        }
        return word.cuts.dropFirst().prefix { $0 - word.range.lowerBound <= longestPrefix }.contains { cut in
            let rest = word.term(cut..<word.range.upperBound)
            if probability(entry.index) < hardlyKnown, probability(rest) > said { return true }
            guard rest >= 0 || entry.information >= rare else { return false }
            return negativePrefixes.contains {
                $0.utf8CodeUnitCount == cut - word.range.lowerBound
                    && word.text.hasIgnoringCase($0, at: word.range.lowerBound)
            }
        }
    }

    /// Of the languages that borrow from Latin, and of those that are kin to English.
    private static let negativePrefixes: [StaticString] = [
        "in", "im", "ir", "il", "un", "non", "dis", "des", "dés", "mis",
    ]

    /// The stretches of a word that may be words.
    private struct InnerWords {
        let text: Bytes
        let range: Range<Int>
        /// Where its characters begin.
        let cuts: [Int]
        private let language: Language
        private let lexicon: Lexicon

        init(_ text: Bytes, _ range: Range<Int>, _ language: Language, _ lexicon: Lexicon) {
            self.text = text
            self.range = range
            cuts = range.filter { text[$0] & 0xC0 != 0x80 }
            self.language = language
            self.lexicon = lexicon
        }

        /// The number of a stretch in the target's vocabulary, or -1.
        func term(_ range: Range<Int>) -> Int32 {
            var lexer = Lexer(text, range, language)
            return lexer.tokens().first.map { lexicon.index(of: $0.stem, .target) } ?? -1
        }
    }

    /// The lengths in bytes of words that are looked into; what is longer was written to cost time.
    private static let divisible = 6...64
    /// The lengths of a negation in bytes that may be glued to something: shorter ones begin too many words ("pas" in
    /// "passerelle").
    private static let glued = 5...7
    /// In bytes; what is longer is a word of its own.
    private static let longestPrefix = 4
}
