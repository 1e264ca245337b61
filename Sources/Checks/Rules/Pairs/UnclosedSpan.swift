import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A half of a segment is never closed.
struct UnclosedSpan: DefectRule {
    static let description = RuleDescription(
        "unclosed-span", .error, .markup, "A half of a segment is never closed.",
        discussion: """
            Without its `</span>` a half ends where the next marker or paragraph begins, which may be too late. Close it.
            """,
        bad: .init("<span data-stu-id=\"1a2b3-104\">Restart it.", "<span data-ttu-id=\"1a2b3-104\">Redémarrez-le."),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.unclosedSpan
}
