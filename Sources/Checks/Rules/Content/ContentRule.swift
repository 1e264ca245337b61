import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A rule that goes by what a lexicon says of the segments (see ``ContentAlignment``).
protocol ContentRule: Rule {}

extension RuleSet {
    /// The names of the rules that need a lexicon.
    package static var contentRules: [String] {
        all.filter { $0 is any ContentRule.Type }.map { $0.description.name }
    }
}

extension Report {
    /// Reports a segment whose score has a fault of a kind: at the rule's severity where one may be sure, else as a note.
    mutating func add(
        _ message: String, _ score: ContentAlignment.Score, in pair: SegmentPair, _ side: Side,
        evidence: Finding.Evidence
    ) {
        let percent = max(1, Int((score.probability * 100).rounded()))
        add(
            "\(message) (a translation with \(percent)% probability)", in: pair, side,
            score.stretch.map { pair.sideRange($0, side) }, evidence: evidence,
            severity: score.level == .warning ? nil : .note)
    }
}
