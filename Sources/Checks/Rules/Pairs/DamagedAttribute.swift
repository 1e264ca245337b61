import Bitext

/// Attributes with escaped quotes.
struct DamagedAttribute: DefectRule {
    static let description = RuleDescription(
        "damaged-attribute", .warning, .markup, "The quotes of an attribute are written as `&quot;`.",
        discussion: """
            A tool escaped the quotes of `data-ttu-id`, `class` or `name`, up to the next real quote, which can be
            several segments later. Diptych reads them as quotes, so no segment is lost, but a browser shows the tags as
            text. Write the quotes. `--fix` writes them.
            """,
        bad: .init("data-stu-id=&quot;1a2b3-104&quot;", "data-ttu-id=&quot;1a2b3-104&quot;"),
        good: .init("data-stu-id=\"1a2b3-104\"", "data-ttu-id=\"1a2b3-104\""),
        precision: "5 of 5 (fr-FR, ru-RU; November 2026)", isFixable: true)
    static let kind = Defect.Kind.damagedAttribute
}
