/// An alert that is missing, added or of another kind in the target.
struct AlertStructure: StructureRule {
    static let description = RuleDescription(
        "alert", .error, .markup, "An alert was lost or added, or is of another kind.",
        discussion: """
            The keyword of an alert (`[!NOTE]`) is markup. The publishing system shows a translated keyword as text.
            Translate the text of the alert, but not the keyword. On page pairs, an alert that the target writes as a
            shortcode (`{{% alert %}}`) or an admonition (`:::note`) is none that was lost.
            """,
        bad: .init("[!NOTE] Restart it.", "[!REMARQUE] Redémarrez-le."),
        good: .init("[!NOTE] Restart it.", "[!NOTE] Redémarrez-le."))
    static let kind = StructureDifference.Kind.alert
}
