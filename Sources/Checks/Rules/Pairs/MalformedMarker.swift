import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A segment's tag is not well formed.
struct MalformedMarker: DefectRule {
    static let description = RuleDescription(
        "malformed-marker", .error, .markup, "A segment's tag is not well formed.",
        discussion: """
            A `data-ttu-id` or `data-stu-id` outside of a well-formed `<span>` is read as text, so its segment is lost.
            """,
        bad: .init("<span data-stu-id=1a2b3-104>", "<span data-ttu-id=1a2b3-104>"),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.malformedMarker
}
