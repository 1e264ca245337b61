import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A segment begins inside another one.
struct NestedPair: DefectRule {
    static let description = RuleDescription(
        "nested-pair", .error, .markup, "A segment begins inside another one.",
        discussion: """
            Pairs stand side by side. One inside another is most often the trace of a `</span>` that was lost.
            """,
        bad: .init("Restart it.", "Redémarrez <span data-ttu-id=\"1a2b3-105\">le serveur</span>"),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.nestedPair
}
