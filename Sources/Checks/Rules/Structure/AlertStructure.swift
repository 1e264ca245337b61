import Bitext
import ParsedBitext

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

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        for difference in report.context.differences
        where difference.kind == Self.kind && !isInAnotherForm(difference, tokenized.bitext) {
            report.add(difference)
        }
    }

    /// Whether a side has the alert in another form: the line before the segment, without blank lines, opens one.
    private func isInAnotherForm(_ difference: StructureDifference, _ bitext: Bitext) -> Bool {
        guard bitext.isPagePair else { return false }
        return [Side.source, .target].contains { side in
            guard let variant = bitext.segments[difference.segment][side] else { return false }
            // An alert is a paragraph or a few: its beginning is not far.
            let bytes = bitext[side].bytes
            let end = variant.range.lowerBound.value
            let before = bytes[max(0, end - Self.maxLength)..<end]
            return Self.openings.contains { before.firstPlace(of: Array($0.utf8)[...]) != nil }
        }
    }

    private static let maxLength = 1024
    private static let openings = [
        "{{% alert", "{{< alert", "{{% notice", "{{< note", ":::note", ":::tip", ":::warning", ":::caution",
    ]
}
