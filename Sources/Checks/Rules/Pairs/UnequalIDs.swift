import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// The two halves of a segment carry different ids.
struct UnequalIDs: DefectRule {
    static let description = RuleDescription(
        "unequal-ids", .error, .markup, "The two halves of a segment carry different ids.",
        discussion: """
            `data-ttu-id` and `data-stu-id` are equal in every healthy pair. One of them was changed, or two halves that do not
            belong together stand side by side.
            """,
        bad: .init("data-stu-id=\"1a2b3-105\"", "data-ttu-id=\"1a2b3-104\""),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.unequalIDs
}
