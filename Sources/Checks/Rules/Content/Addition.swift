import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Part of the target that the source does not say.
struct Addition: ContentRule {
    static let description = RuleDescription(
        "addition", .warning, .addition, "The target says more than the source.",
        discussion: """
            A stretch of the target has nothing in the source that would explain it: a sentence that was copied along, a
            remark of the translator, the words of a machine that lost its way. See Docs/lexicons.md.
            """,
        bad: .init("Stop the service.", "Arrêtez le service. Les utilisateurs reçoivent un message."),
        good: .init("Stop the service.", "Arrêtez le service."), precision: "none of 7 warnings (de-DE, es-ES, fr-FR, ja-JP)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let content = report.context.content else { return }
        for index in content.faulty {
            guard let score = content.scores[index], score.fault == .addition else { continue }
            let pair = SegmentPair(tokenized, index: index)
            let words = score.stretch.map { pair.string($0, .target).replacingStands() } ?? pair.excerpt(.target)
            report.add(
                "the source does not seem to say “\(words.shortened)”", score, in: pair, .target,
                evidence: .init(source: pair.excerpt(.source), target: words))
        }
    }
}
