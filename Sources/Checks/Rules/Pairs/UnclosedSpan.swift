import Bitext

/// A source or target without its end tag.
struct UnclosedSpan: DefectRule {
    static let description = RuleDescription(
        "unclosed-span", .error, .markup, "The source or target of a segment is never closed.",
        discussion: """
            Without its `</span>`, it ends at the next segment tag or paragraph, which may be too late. Add the
            `</span>`.
            """,
        bad: .init("<span data-stu-id=\"1a2b3-104\">Restart it.", "<span data-ttu-id=\"1a2b3-104\">Redémarrez-le."),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.unclosedSpan
}
