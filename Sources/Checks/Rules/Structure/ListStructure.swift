import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// An item fell out of its list, or a paragraph into one.
struct ListStructure: StructureRule {
    static let description = RuleDescription(
        "list-item", .warning, .markup, "An item fell out of its list, or a paragraph into one.",
        discussion: """
            A line of the target that begins with `-` or `1.` starts a list; one whose marker or indentation was lost ends it, and the
            numbers of the steps begin anew. A number and a full stop at the beginning (`2013.`) must be escaped: `2013\\.`.
            """,
        bad: .init("It came out in 2013.", "2013. Première version."),
        good: .init("It came out in 2013.", "2013\\. Première version."),
        precision: "3 of 3 (fr-FR, de-DE; November 2026)")
    static let kind = StructureDifference.Kind.list
}
