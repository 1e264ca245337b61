import ParsedBitext

/// Adds to a lexicon what pages teach: words that it does not have, and how the pages translate those that it has.
///
/// The lexicon is the prior of the translation model (``IBMModel1``). Its classifiers, their limits and what it knows of opposites
/// remain, so the faults of the pages do not make it less strict.
///
///     var adaptation = LexiconAdaptation(lexicon)
///     for page in pages { adaptation.read(page) }
///     let file = adaptation.finish()
public struct LexiconAdaptation {
    private let lexicon: Lexicon
    private var pairs = TrainingPairs()

    /// - Parameter lexicon: what was learned before.
    public init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// How many different pairs were read.
    public var pairCount: Int { pairs.count }

    /// Takes a page's pairs.
    public mutating func read(_ page: TokenizedBitext) { pairs.add(page) }

    /// The file of the lexicon with what was learned.
    public func finish() -> [UInt8] {
        let range = 0..<pairs.count
        let source = Vocabulary(pairs.source, range, after: lexicon.sourceTerms.terms)
        let target = Vocabulary(pairs.target, range, after: lexicon.targetTerms.terms)
        let model = IBMModel1(
            source.sentences(range), target.sentences(range), sourceSize: source.size, targetSize: target.size,
            prior: lexicon.translations)
        var weights = lexicon.polarity.weights
        if !weights.isEmpty {
            // Nothing is known of how new words turn a sentence round.
            weights.source.addTerms(source.size - lexicon.sourceSize)
            weights.target.addTerms(target.size - lexicon.targetSize)
        }
        return LexiconBuilder.file(
            source, target, model, lexicon.classifiers, weights, lexicon.lengths, pairs: lexicon.pairs + pairs.count,
            locale: lexicon.locale)
    }
}
