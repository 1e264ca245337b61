/// A parameter or switch of the source that the target's prose has not.
struct ParameterName: SegmentRule {
    static let description = RuleDescription(
        "parameter", .warning, .doNotTranslate, "A parameter or switch of the source was translated, changed or lost.",
        discussion: """
            `-Identity` and `/quiet` are names that a command knows; `-Identité` is none, and `/Recurse` is not `-Recurse`.
            """,
        bad: .init("Use -Recurse for subfolders.", "Utilisez /Recurse pour les sous-dossiers."),
        good: .init("Use -Recurse for subfolders.", "Utilisez -Recurse pour les sous-dossiers."))
    static let looksFor = SegmentTraits.identifiers

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(isMeant: { $0.kind == .parameter }, noun: "parameter").check(pair, &report)
    }
}
