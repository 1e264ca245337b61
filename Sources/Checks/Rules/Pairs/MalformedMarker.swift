import Bitext

/// A segment tag that is not well formed.
struct MalformedMarker: DefectRule {
    static let description = RuleDescription(
        "malformed-marker", .error, .markup, "The tag of a segment is not well formed.",
        discussion: """
            A `data-ttu-id` or `data-stu-id` outside a well-formed `<span>` is read as text, so its segment is lost.
            Write the tag as in the other segments.
            """,
        bad: .init("<span data-stu-id=1a2b3-104>", "<span data-ttu-id=1a2b3-104>"),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.malformedMarker
}
