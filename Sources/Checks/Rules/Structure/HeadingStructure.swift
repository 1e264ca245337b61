/// A heading on one side only, or of another level.
struct HeadingStructure: StructureRule {
    static let description = RuleDescription(
        "heading", .error, .markup, "Only one side has a heading, or the levels differ.",
        discussion: """
            Headings make the outline of the page, and links lead to them. Most often a `#` is missing or too many.
            Write as many as in the source.
            """,
        bad: .init("## Set up", "Configurer"), good: .init("## Set up", "## Configurer"))
    static let kind = StructureDifference.Kind.heading
}
