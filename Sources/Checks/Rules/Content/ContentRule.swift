import Bitext
import ParsedBitext
import TranslationModel

/// A rule that uses the scores of the segments by a lexicon (see ``ContentAlignment``).
///
/// On page pairs its findings are notes: people who translate whole pages write freely. Of 27 warnings about such pages that were
/// read, 10 were right.
protocol ContentRule: Rule {}

extension ContentRule {
    /// Whether the source has all of a segment's source before or after it: the page says it twice, and the target there says it, or
    /// what was a segment of its own became part of this one.
    func repeatsNeighbour(_ pair: SegmentPair) -> Bool {
        let text = pair.text(.source)
        let neighbours = max(0, pair.index - 2)...min(pair.tokenized.contents.count - 1, pair.index + 2)
        return neighbours.contains { index in
            guard index != pair.index else { return false }
            let other = SegmentPair(pair.tokenized, index: index).text(.source)
            return other.count >= Self.repeatedLength && other.count < text.count && text.contains(Array(other))
        }
    }

    /// In bytes. Shorter texts are headings and labels, whose words are in many sentences.
    private static var repeatedLength: Int { 24 }
}

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
