import Bitext

extension Polarity {
    /// Whether a word of the target says no in a part of itself: in its beginning, where the rest is what the source negates
    /// ("unzulässig", "irréversible"), or in a negation that markup has glued to its neighbours ("Server**nicht**ändern").
    ///
    /// - Parameter negated: the words of the source behind its negation.
    func hidesNegation(_ right: Half, of negated: Slice<Half>, _ page: BilingualPage, _ lexicon: Lexicon) -> Bool {
        let negated = negated.filter { $0.index >= 0 && $0.information >= Self.content }
        return page.target.text.withUnsafeBufferPointer { text in
            right.contains { entry in
                guard entry.kind == .word, entry.range.count >= 6, text[Int(entry.lower)] < 0xE0 else { return false }
                let word = InnerWords(text: text, range: entry.range, language: page.language, lexicon: lexicon)
                return word.cuts.contains { cut in
                    Self.glued.contains { length in
                        guard cut + length <= entry.range.upperBound else { return false }
                        let term = word.term(cut..<cut + length)
                        return term >= 0 && Int32(weights.targetNegation[Int(term)]) >= Self.cue
                            && negation[Int(term)] > Self.said
                    }
                }
                    || word.cuts.dropFirst().prefix { $0 - entry.range.lowerBound <= Self.longestPrefix }.contains {
                        cut in
                        let rest = word.term(cut..<entry.range.upperBound)
                        return negated.contains { Self.negates(entry.index, rest, $0, lexicon) }
                    }
            }
        }
    }

    /// Whether a word with a beginning is no translation of a word of the source, and without it is one: "anzeigen" is no more
    /// negated than "zeigen", and as common a word for "display".
    private static func negates(_ whole: Int32, _ rest: Int32, _ word: PairEntry, _ lexicon: Lexicon) -> Bool {
        func probability(_ term: Int32) -> Float {
            term < 0 ? 0 : lexicon.probability(of: UInt16(truncatingIfNeeded: term), given: Int(word.index))
        }
        return probability(rest) > said && probability(whole) < hardlyKnown
    }

    /// The stretches of a word that may be words.
    private struct InnerWords {
        let text: Bytes
        let range: Range<Int>
        let language: Language
        let lexicon: Lexicon

        /// Where its characters begin.
        var cuts: [Int] { range.filter { text[$0] & 0xC0 != 0x80 } }

        /// The number of a stretch in the target's vocabulary, or -1.
        func term(_ range: Range<Int>) -> Int32 {
            var lexer = Lexer(text, range, language)
            return lexer.tokens().first.map { lexicon.index(of: $0.stem, .target) } ?? -1
        }
    }

    /// The lengths of a negation in bytes that may be glued to something: shorter ones begin too many words ("pas" in
    /// "passerelle").
    private static let glued = 5...7
    /// In bytes; what is longer is a word of its own.
    private static let longestPrefix = 4
}
