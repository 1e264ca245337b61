/// The features of a pair that is compared by what is alike in any language, and their indices in a ``FeatureVector``.
///
/// The order is part of the lexicon file: add at the end only. A classifier in the file names a feature by its index.
enum AlikeFeature: Int, CaseIterable, Sendable {
    /// The log-likelihood ratio of the pair to any source with any target, by the terms that are in both halves or in one.
    case support
    /// The part of it that comes from terms of one half that the other should have.
    case sourceLost
    case targetLost
    /// The part that comes from terms of both.
    case found
    /// The lost terms of the worst stretch.
    case sourceGap
    case targetGap
    /// The lost terms of the second half of a half.
    case sourceTailLost
    case targetTailLost
    /// ``LengthModel/surprise(source:target:)``, by the page's own lengths.
    case length
    /// ``FeatureVector/isShort`` is by this one, so its index is that of ``PairFeature/sourceTerms``.
    case sourceTerms
    case targetTerms
    /// Numbers, names, code and links that the other half does not have, or has.
    case sourceVerbatimLost
    case targetVerbatimAdded
    case verbatimKept
    /// The found terms of the second half of the source.
    case foundTail
    /// How far terms are from where they are in the other half, as a share of the half; the mean.
    case order
    /// What ``support`` is for a right pair, by the source and by the target.
    case expected
    case targetExpected
    /// How many pieces of emphasis and colons one half has more than the other.
    case marks
    case sentences
    case parentheses
}

extension FeatureVector {
    subscript(alike feature: AlikeFeature) -> Float {
        get { self[feature.rawValue] }
        set { self[feature.rawValue] = newValue }
    }
}
