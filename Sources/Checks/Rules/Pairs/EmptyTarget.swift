import ParsedBitext

/// A segment with an empty target and a source that is not empty.
struct EmptyTarget: SegmentRule {
    static let description = RuleDescription(
        "empty-target", .error, .omission, "The target of a segment is empty.",
        discussion: """
            The target has no text, or only spaces, so the reader of the translation misses the text of the source.
            Translate the segment.
            """,
        bad: .init("Restart the server.", " "),
        good: .init("Restart the server.", "Redémarrez le serveur."),
        coversSegment: true)
    static let appliesTo = SegmentContents.blankEdges

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard pair.isBlank(.target), !pair.isBlank(.source) else { return }
        report.add(
            "the target is empty", in: pair, .target, evidence: .init(source: pair.excerpt(.source), target: ""))
    }
}
