import Bitext
import ParsedBitext
import TranslationModel

/// A rule that uses the scores of the segments by a lexicon (see ``ContentAlignment``).
///
/// On page pairs its findings are notes: people who translate whole pages write freely. Of 27 warnings about such pages that were
/// read, 10 were right.
protocol ContentRule: Rule {}

extension ContentRule {
    static var needsLexicon: Bool { true }

    /// The segments whose score finds a fault. A target that an encoding destroyed has no words to compare: ``ControlCharacter`` reports
    /// it.
    func faulty(_ content: ContentAlignment, _ tokenized: TokenizedBitext) -> [Int] {
        content.faulty.filter { !SegmentPair(tokenized, index: $0).isDestroyed }
    }

    /// Whether the source has all of a segment's source near it, or that segment has all of it: the page says it twice, and the target
    /// there says it, or what was a segment of its own became part of this one.
    func repeatsNeighbour(_ pair: SegmentPair) -> Bool {
        let text = pair.text(.source)
        let neighbours = max(0, pair.index - 4)...min(pair.tokenized.contents.count - 1, pair.index + 4)
        return neighbours.contains { index in
            guard index != pair.index else { return false }
            let other = SegmentPair(pair.tokenized, index: index).text(.source)
            let (shorter, longer) = other.count < text.count ? (other, text) : (text, other)
            return shorter.count >= Self.repeatedLength && longer.contains(Array(shorter))
        }
    }

    /// Whether a segment's target has the links of its own source: it came with them.
    func hasOwnLinks(_ pair: SegmentPair) -> Bool {
        func addresses(_ side: Side) -> Set<String> {
            Set(pair.elements(side).lazy.filter { $0.kind == .link }.compactMap { pair.destination(of: $0, side)?.url })
        }
        let own = addresses(.source)
        return !own.isEmpty && own == addresses(.target)
    }

    /// In bytes. Shorter texts are headings and labels, whose words are in many sentences.
    private static var repeatedLength: Int { 24 }
}

extension SegmentPair {
    /// The beginning of the source that a target translates which is not its own, or that says what a target adds.
    func origin(_ score: ContentAlignment.Score) -> String? {
        score.origin.map { SegmentPair(tokenized, index: $0).excerpt(.source, limit: 60) }
    }
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
        // A note can be of a pair that is rather right than wrong: what is found is one part of it, or one kind of fault. The score does
        // not know of an origin.
        let probability = percent <= 50 && score.origin == nil ? " (a translation with \(percent)% probability)" : ""
        add(
            message + probability, in: pair, side,
            score.stretch.map { pair.sideRange($0, side) }, evidence: evidence,
            severity: score.level == .warning && !isUncertain ? nil : .note)
    }
}
