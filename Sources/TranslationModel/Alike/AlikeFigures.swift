import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// What judges see of a pair that is compared without a lexicon.
extension PairFigures {
    /// The index of each figure; ``Figure/sourceTerms`` is the same in both lists.
    enum Alike: Int, CaseIterable, Sendable {
        /// The log-likelihood ratio of the pair to any source with any target, by the terms that are in both halves or in one.
        case support
        /// What it owes to terms of one half that the other should have.
        case sourceLost
        case targetLost
        /// What it owes to terms of both.
        case found
        /// The lost terms of the worst stretch.
        case sourceGap
        case targetGap
        /// The lost terms of the second half of a half.
        case sourceTailLost
        case targetTailLost
        /// ``LengthModel/surprise(source:target:)``, by the page's own lengths.
        case length
        case sourceTerms
        case targetTerms
        /// Numbers, names, code and links that the other half has not, or has.
        case sourceVerbatimLost
        case targetVerbatimAdded
        case verbatimKept
        /// The found terms of the second half of the source.
        case foundTail
        /// How far terms stand from where they stand in the other half, as a share of the half; the mean.
        case order
        /// What ``support`` is of a right pair, by the source and by the target.
        case expected
        case targetExpected
        /// How many pieces of emphasis and colons one half has more than the other.
        case marks
        case sentences
        case parentheses
    }

    subscript(alike figure: Alike) -> Float {
        get { values[figure.rawValue] }
        set { values[figure.rawValue] = newValue }
    }
}
