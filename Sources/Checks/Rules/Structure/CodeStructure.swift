/// Text that became code, or code that became text.
struct CodeStructure: StructureRule {
    static let description = RuleDescription(
        "code-block", .error, .markup, "Text became code, or code became text.",
        discussion: """
            A code fence on one side only, or four spaces before a line, make code of the text and often of everything
            after it. Add or remove the fence, or remove the spaces.
            """,
        bad: .init("Run it.", "    Exécutez-le."), good: .init("Run it.", "Exécutez-le."),
        precision: "3 of 3 (de-DE, ja-JP; November 2026)")
    static let kind = StructureDifference.Kind.code
}
