import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A word whose opposite stands in the target: "enable" as "désactiver".
struct PolarityReversal: ContentRule {
    static let description = RuleDescription(
        "polarity", .warning, .mistranslation, "The target says the opposite: enable for disable, allow for block.",
        discussion: """
            In a procedure this is the dangerous error. For a word that has an opposite, the lexicon knows how both are said in
            the target; the rule speaks where the opposite stands there and the word itself is nowhere. It also speaks where the
            source says no and nothing in the target could be it, or the other way round. Most false alarms are words that hold
            their own negation, as “irréversible” for “not reversible”. Sentences with both words are left alone.
            """,
        bad: .init("Enable the relay for all users.", "Désactivez le relais pour tous les utilisateurs."),
        good: .init("Enable the relay for all users.", "Activez le relais pour tous les utilisateurs."),
        precision: "70 of 141 warnings (de-DE, es-ES, fr-FR, ja-JP)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        for reversal in report.context.content?.reversals ?? [] {
            let pair = SegmentPair(tokenized, index: reversal.segment)
            let sourceRange = reversal.source.map { Self.whole($0, in: tokenized.source.text) }
            let source = sourceRange.map { pair.string($0, .source) }
            let target = reversal.target.map { pair.string($0, .target) }
            let evidence = Finding.Evidence(source: source, target: target)
            let severity: Finding.Severity? = reversal.level == .warning ? nil : .note
            switch (source, target) {
            case (let source?, let target?):
                report.add(
                    "source has “\(source)”, target has the opposite, “\(target)”", in: pair, .target,
                    reversal.target.map { pair.sideRange($0, .target) }, evidence: evidence, severity: severity)
            case (nil, let target?):
                report.add(
                    "the target says no with “\(target)”, the source does not", in: pair, .target,
                    reversal.target.map { pair.sideRange($0, .target) }, evidence: evidence, severity: severity)
            case (let source?, nil):
                report.add(
                    "the source says no (“\(source)”), the target does not seem to", in: pair, .source,
                    sourceRange.map { pair.sideRange($0, .source) }, evidence: evidence, severity: severity)
            case (nil, nil): continue
            }
        }
    }

    /// All of "don't" and "can’t", where the term is the t.
    private static func whole(_ term: TextRange, in text: [UInt8]) -> TextRange {
        var lower = term.lowerBound.value
        if lower >= 3, text[lower - 3..<lower].elementsEqual("’".utf8) {
            lower -= 3
        } else if lower >= 1, text[lower - 1] == UInt8(ascii: "'") {
            lower -= 1
        } else {
            return term
        }
        let apostrophe = lower
        while lower > 0, text[lower - 1].isASCIILetter { lower -= 1 }
        return lower < apostrophe ? TextOffset(lower)..<term.upperBound : term
    }
}
