import Bitext

/// A segment whose source and target have different ids.
struct UnequalIDs: DefectRule {
    static let description = RuleDescription(
        "unequal-ids", .error, .markup, "The source and the target of a segment have different ids.",
        discussion: """
            `data-ttu-id` and `data-stu-id` of a segment are equal. Either an id was changed, or the source and the
            target belong to different segments. Correct the id, or put the right texts together.
            """,
        bad: .init("data-stu-id=\"1a2b3-105\"", "data-ttu-id=\"1a2b3-104\""),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.unequalIDs
}
