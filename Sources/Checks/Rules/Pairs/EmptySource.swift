import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A segment whose source half holds nothing while the target says something.
struct EmptySource: SegmentRule {
    static let description = RuleDescription(
        "empty-source", .note, .addition, "The source of a segment is empty, the target is not.",
        discussion: """
            Nobody can say what the target translates. Some repositories have such segments by the dozen, from titles that
            were written for one locale, so it is a note.
            """,
        bad: .init("", "Redémarrez le serveur."), good: .init("Restart the server.", "Redémarrez le serveur."))
    static let appliesTo = SegmentContents.blankEdges

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard pair.isBlank(.source), !pair.isBlank(.target) else { return }
        report.add(
            "the source is empty, the target is not", in: pair, .target,
            evidence: .init(source: "", target: pair.excerpt(.target)))
    }
}
