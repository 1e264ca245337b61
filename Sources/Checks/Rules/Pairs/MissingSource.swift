import Bitext

/// A segment without a source.
struct MissingSource: DefectRule {
    static let description = RuleDescription(
        "missing-source", .error, .markup, "A segment has no source.",
        discussion: "Nothing shows what the target translates. Add the source after the target.",
        bad: .init("(none)", "<span data-ttu-id=\"1a2b3-104\">Redémarrez-le.</span>"),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.missingSource
}
