/// A segment in another kind of block.
struct BlockStructure: StructureRule {
    static let description = RuleDescription(
        "block-structure", .warning, .markup, "The target is in another kind of block.",
        discussion: """
            The Markdown of the two sides differs in a way that no other rule reports: a quote, an empty line that
            begins a new paragraph, HTML that is closed on one side only. Or the target begins with `[label]:` and is read as
            the definition of a link, which no reader sees: write `\\[label]:`. Use the source's Markdown.
            A source like `> 500` means “greater than”: no quote is lost.
            """,
        bad: .init("Restart it. Then wait.", "Redémarrez-le.\n\nPuis attendez."),
        good: .init("Restart it. Then wait.", "Redémarrez-le. Puis attendez."))
    static let kind = StructureDifference.Kind.other
}
