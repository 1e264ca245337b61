import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A heading became something else, or something else a heading.
struct HeadingStructure: StructureRule {
    static let description = RuleDescription(
        "heading", .error, .markup, "A heading became something else, or something else a heading.",
        discussion: """
            A heading of another level, or none, changes the outline of the page and the links to it. Most often a `#` was lost, or one
            stands where none belongs.
            """,
        bad: .init("## Set up", "Configurer"), good: .init("## Set up", "## Configurer"))
    static let kind = StructureDifference.Kind.heading
}
