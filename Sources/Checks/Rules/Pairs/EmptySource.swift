import ParsedBitext

/// A segment with an empty source and a target that is not empty.
struct EmptySource: SegmentRule {
    static let description = RuleDescription(
        "empty-source", .note, .addition, "The source of a segment is empty, the target is not.",
        discussion: """
            Nothing shows what the target translates. It is a note, as some repositories have dozens of such segments
            from titles that were written for one locale. Add the source, or remove the target.
            """,
        bad: .init("", "Redémarrez le serveur."), good: .init("Restart the server.", "Redémarrez le serveur."),
        usesMemory: false)
    static let appliesTo = SegmentContents.blankEdges

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard pair.isBlank(.source), !pair.isBlank(.target) else { return }
        report.add(
            "the source is empty, the target is not", in: pair, .target,
            evidence: .init(source: "", target: pair.excerpt(.target)))
    }
}
