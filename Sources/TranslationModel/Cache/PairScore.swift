/// The scores of a pair of texts.
///
/// Those of ``LexiconReader/pairScores(_:)`` depend only on the two texts and the lexicon, so ``PairCache`` can keep them. What comes
/// after it (``LexiconReader/reconsider(_:_:)``, ``TargetShifts``, ``TargetOrigins``) and all scores of ``AlikeReader`` depend on
/// the page too.
struct PairScore: Sendable {
    /// The log-odds of each kind of fault.
    var logOdds = PerFault(repeating: FaultClassifier.clear)
    /// ``PairReader/likelihood(source:target:)`` of the pair; nil for a pair that is clear (``FeatureVector/isClear``).
    var likelihood: Float?
    /// How many terms both halves have.
    var termCount = 0
    /// Whether the target is short and a long stretch of the source is not explained: a clause was left out.
    var isCutShort = false
    /// Whether its source has few terms.
    var isShort = false
    /// Whether its target may belong to a neighbour's source.
    var mayHaveMoved = false
    var reversal: PairReversal?

    /// The likelihood for each term, in nats; nil for a pair that is clear.
    var fit: Float? { likelihood.map { $0 / Float(max(1, termCount)) } }
}

/// A word of the source whose opposite is in the target, or a negation that one half has alone.
struct PairReversal: Sendable {
    /// The place of the term in the source; nil where the source has nothing of the kind.
    var source: Int?
    /// The place of the term in the target; nil where the target lacks it.
    var target: Int?
    /// How far the log-odds that the target means the opposite are above the limit of a warning.
    var margin: Float
}
