import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A segment has lost its source half.
struct MissingSource: DefectRule {
    static let description = RuleDescription(
        "missing-source", .error, .markup, "A segment has lost its source half.",
        discussion: """
            The target half stands alone: nobody can say what it translates. Put the source half back behind it.
            """,
        bad: .init("(none)", "<span data-ttu-id=\"1a2b3-104\">Redémarrez-le.</span>"),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.missingSource
}
