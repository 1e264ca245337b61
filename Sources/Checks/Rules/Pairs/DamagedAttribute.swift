import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Attribute quotes that were escaped.
struct DamagedAttribute: DefectRule {
    static let description = RuleDescription(
        "damaged-attribute", .warning, .markup, "Quotes of an attribute were written as `&quot;`.",
        discussion: """
            A tool escaped the quotes of `data-ttu-id`, `class` or `name`, up to the next real quote, several segments on.
            They are read as quotes, so nothing is lost here; a browser shows the tags as text. Write the quotes.
            """,
        bad: .init("data-stu-id=&quot;1a2b3-104&quot;", "data-ttu-id=&quot;1a2b3-104&quot;"),
        good: .init("data-stu-id=\"1a2b3-104\"", "data-ttu-id=\"1a2b3-104\""),
        precision: "5 of 5 (fr-FR, ru-RU; November 2026)", isFixable: true)
    static let kind = Defect.Kind.damagedAttribute
}
