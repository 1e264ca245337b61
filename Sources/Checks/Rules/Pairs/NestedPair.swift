import Bitext

/// A segment inside another one.
struct NestedPair: DefectRule {
    static let description = RuleDescription(
        "nested-pair", .error, .markup, "A segment begins inside another one.",
        discussion: """
            Segments follow each other. A segment inside another one most often means that a `</span>` was lost. Close
            the outer segment before the inner one.
            """,
        bad: .init("Restart it.", "Redémarrez <span data-ttu-id=\"1a2b3-105\">le serveur</span>"),
        good: .init("Restart it.", "Redémarrez-le."))
    static let kind = Defect.Kind.nestedPair
}
