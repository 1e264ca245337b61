/// A heading that is missing, added or of another level in the target.
struct HeadingStructure: StructureRule {
    static let description = RuleDescription(
        "heading", .error, .markup, "A heading was lost or added, or has another level.",
        discussion: """
            Headings make the outline of the page, and links lead to them. Most often a `#` is missing or too many.
            Write as many as in the source. In `# of calls`, the source has the sign of a number, and in `##Title` it
            lost a blank: the target need not be like these.
            """,
        bad: .init("## Set up", "Configurer"), good: .init("## Set up", "## Configurer"))
    static let kind = StructureDifference.Kind.heading
}
