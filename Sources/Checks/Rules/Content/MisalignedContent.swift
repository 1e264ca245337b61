import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A target that says something else than its source.
struct MisalignedContent: ContentRule {
    static let description = RuleDescription(
        "misaligned-content", .warning, .mistranslation, "The target says something else than the source.",
        discussion: """
            Equal ids do not make a translation. A lexicon tells how much of each half the other explains; where hardly
            anything is, the target belongs elsewhere. The probability stands in the message: 10% means that one in ten such
            pairs is a translation after all. Segments of fewer than three words are not judged. See Docs/lexicons.md.
            """,
        bad: .init("Using Windows PowerShell", "Reportez-vous à la rubrique Envoyer un message électronique."),
        good: .init("Using Windows PowerShell", "Utilisation de Windows PowerShell"),
        precision: "55 of 98 warnings (de-DE, es-ES, fr-FR, ja-JP)", coversSegment: true)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let content = report.context.content else { return }
        for index in content.faulty {
            guard let score = content.scores[index], score.fault == .content else { continue }
            let pair = SegmentPair(tokenized, index: index)
            report.add(
                "the target does not seem to say what the source says", score, in: pair, .target,
                evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)))
        }
    }
}
