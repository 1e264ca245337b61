import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A segment whose target half holds nothing while the source says something.
struct EmptyTarget: SegmentRule {
    static let description = RuleDescription(
        "empty-target", .error, .omission, "The target of a segment is empty.",
        discussion: """
            The source says something, the target nothing, or blanks only: the reader of the translation misses it.
            Translate the segment.
            """,
        bad: .init("Restart the server.", " "),
        good: .init("Restart the server.", "Redémarrez le serveur."),
        coversSegment: true)
    static let appliesTo = SegmentContents.blankEdges

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard pair.isBlank(.target), !pair.isBlank(.source) else { return }
        report.add(
            "the target is empty", in: pair, .target,
            evidence: .init(source: pair.excerpt(.source), target: ""))
    }
}
