import Bitext

/// A segment without a target.
struct MissingTarget: DefectRule {
    static let description = RuleDescription(
        "missing-target", .error, .omission, "A segment has no target.",
        discussion: """
            The reader of the translation misses the text of the source, and tools cannot know which text translates it.
            Add the target before the source.
            """,
        bad: .init("<span data-stu-id=\"1a2b3-104\">Restart it.</span>", "(none)"),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.missingTarget
}
