import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// What the judges see of a pair: how much of each half the other explains, and what stands out.
///
/// All figures are sums and means over the terms of the halves; none holds text.
struct PairFigures: Sendable {
    static let count = 22

    /// The figures in the order of ``Figure``.
    var values: InlineFigures = .init()

    /// The index of each figure.
    enum Figure: Int, CaseIterable, Sendable {
        /// The mean log ratio of a target term's probability given the source to that of the language alone.
        case targetSupport
        case sourceSupport
        /// The share of the target's information that the source explains, 0 to 1.
        case targetCoverage
        case sourceCoverage
        /// The information, in nats, of the longest stretch that is not explained.
        case targetGap
        case sourceGap
        /// The information that is not explained, in nats, all together.
        case targetRest
        case sourceRest
        /// ``LengthModel/surprise(source:target:)``.
        case length
        /// How many terms.
        case sourceTerms
        case targetTerms
        /// Numbers, names and identifiers that the other half has not.
        case sourceVerbatimLost
        case targetVerbatimAdded
        case verbatimKept
        /// The share of terms that the lexicon does not know.
        case unknown
        /// Support that the last third and the first third of a half have.
        case sourceTail
        case targetTail
        case sourceHead
        case targetHead
        /// How many sentences and parentheses more the target has than the source: translators explain what they leave in the
        /// source's language in parentheses.
        case sentences
        case parentheses
        /// 1 where the source ends as a sentence does and the target does not, -1 the other way round.
        case end
    }

    subscript(figure: Figure) -> Float {
        get { values[figure.rawValue] }
        set { values[figure.rawValue] = newValue }
    }
}

/// The figures in place, without memory of their own.
struct InlineFigures: Sendable {
    private var storage: (SIMD16<Float>, SIMD8<Float>) = (.zero, .zero)

    subscript(index: Int) -> Float {
        get { index < 16 ? storage.0[index] : storage.1[index - 16] }
        set { if index < 16 { storage.0[index] = newValue } else { storage.1[index - 16] = newValue } }
    }
}

extension PairFigures {
    /// Fewer terms of the source than this are a short pair.
    static let short = 12

    var isShort: Bool { self[.sourceTerms] < Float(Self.short) }

    /// Whether each half explains the other all but a word, at the length and with the end that it should have: nothing for a
    /// judge to see.
    var isClear: Bool { isClear(of: .content) }

    /// Whether there is nothing for the judge of one fault to see: nothing is left out where the target explains the source,
    /// nothing added where the source explains the target.
    func isClear(of fault: Judges.Fault) -> Bool {
        (fault == .addition
            || (self[.sourceGap] < 9 && self[.sourceCoverage] > 0.65 && self[.sourceVerbatimLost] == 0
                && self[.length] > -2 && self[.end] <= 0))
            && (fault == .omission
                || (self[.targetGap] < 9 && self[.targetCoverage] > 0.65 && self[.targetVerbatimAdded] == 0
                    && self[.length] < 2))
    }
}
