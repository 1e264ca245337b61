/// A list item that is missing, added or different in the target.
struct ListStructure: StructureRule {
    static let description = RuleDescription(
        "list-item", .warning, .markup, "A list item was lost or added, or its level or kind differs.",
        discussion: """
            A line that begins with `-` or `1.` begins a list. An item that loses its marker or indentation ends the
            list, and the next steps begin again with 1. Use the source's marker and indentation. A text can begin with
            what looks like a marker, as `31. Dezember` or `- 5`. Escape it: `31\\.`, `\\-`. `--fix` escapes a number that
            is in the source, too. Where the source has `-Word` or `1.Word`, its blank is lost, and `- Word` is right.
            """,
        bad: .init("It came out in 2013.", "2013. Première version."),
        good: .init("It came out in 2013.", "2013\\. Première version."),
        precision:
            "53.5 of 64 on pages of thirteen locales that nobody had read (30 November 2026, most of the wrong kinds mended since)",
        isFixable: true)
    static let kind = StructureDifference.Kind.list
}
