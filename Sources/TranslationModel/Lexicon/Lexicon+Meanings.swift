import Bitext
import ParsedBitext

extension Lexicon {
    /// The translations of the words in a range of the source, or the words in a range of the target, as numbers of the target's
    /// vocabulary. Words that are in every text have none.
    package func meanings(of text: Bytes, _ range: Range<Int>, on side: Side) -> [Int32] {
        var lexer = Lexer(text, range, side == .source ? .english : Language(locale: locale))
        let terms = TermReader.terms(of: lexer.tokens(), in: text)
        switch side {
        case .source:
            return terms.flatMap { term -> [Int32] in
                let entry = sourceTerms[term.hash]
                guard term.kind != .verbatim, entry.number >= 0, isInformative(entry) else { return [] }
                return translations.links(of: entry.number).filter {
                    ByteProbability.probability[Int($0.forward)] >= Self.minProbability
                }.map(\.target)
            }
        case .target:
            return terms.compactMap { term in
                let entry = targetTerms[term.hash]
                guard term.kind != .verbatim, entry.number >= 0, isInformative(entry), !Self.isHiragana(term, in: text)
                else { return nil }
                return entry.number
            }
        }
    }

    /// Whether a term is rare enough to say something.
    private func isInformative(_ entry: TermTable.Entry) -> Bool {
        ByteProbability.information[Int(entry.rarity)] > Self.minInformation
    }

    /// Two characters of hiragana are mostly a particle or the end of a verb.
    private static func isHiragana(_ term: Term, in text: Bytes) -> Bool {
        term.kind == .bigram && (0x3040...0x309F).contains(text.scalar(at: term.range.lowerBound, text.count).0)
    }

    /// In nats: articles, prepositions and pronouns are more frequent.
    private static let minInformation: Float = 5
    private static let minProbability: Float = 0.05
}
