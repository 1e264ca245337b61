import Bitext

/// A table's cells differ: a `|` too many or too few.
struct TableStructure: StructureRule {
    static let description = RuleDescription(
        "table-cell", .error, .markup, "A table's cells differ: a `|` too many or too few.",
        discussion: """
            A `|` in the target's text begins a new cell, and moves all that follow in the row. Write `\\|`.
            """,
        bad: .init("Yes or no", "Oui | non"), good: .init("Yes or no", "Oui ou non"))
    static let kind = StructureDifference.Kind.table
}
