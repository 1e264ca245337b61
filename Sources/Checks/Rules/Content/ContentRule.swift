import Bitext
import ParsedBitext
import TranslationModel

/// A rule that uses the scores of the segments by a lexicon (see ``ContentAlignment``).
///
/// On page pairs its findings are notes: people who translate whole pages write freely. Of 27 warnings about such pages that were
/// read, 10 were right.
protocol ContentRule: Rule {}

extension ContentAlignment.Score {
    /// Whether a finding is more than a note. A pair that may well be right is no warning, however unlike it is to others.
    var isUnlikely: Bool { level == .warning && probability <= 0.35 }
}

extension Report {
    /// Reports a segment by its score: with the severity of the rule if the score is certain enough, else as a note.
    ///
    /// - Parameter isUncertain: whether something else speaks for the translation.
    mutating func add(
        _ message: String, _ score: ContentAlignment.Score, in pair: SegmentPair, _ side: Side,
        isUncertain: Bool = false, evidence: Finding.Evidence
    ) {
        let percent = max(1, Int((score.probability * 100).rounded()))
        add(
            "\(message) (a translation with \(percent)% probability)", in: pair, side,
            score.stretch.map { pair.sideRange($0, side) }, evidence: evidence,
            severity: score.isUnlikely && !isUncertain ? nil : .note)
    }
}
