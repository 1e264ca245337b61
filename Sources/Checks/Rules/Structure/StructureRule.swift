import Bitext
import ParsedBitext

/// A rule that reports one kind of difference between the Markdown of the two sides.
protocol StructureRule: Rule {
    static var kind: StructureDifference.Kind { get }
}

extension StructureRule {
    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        for difference in report.context.differences where difference.kind == Self.kind {
            // An alert in another form can be a quote or a paragraph for us.
            let mayBeAlert = Self.kind == .alert || Self.kind == .other
            if mayBeAlert, difference.isAlertInAnotherForm(tokenized.bitext) { continue }
            report.add(difference)
        }
    }
}

extension StructureDifference {
    /// Whether a side has the alert in another form: the line before the segment, without blank lines, opens one.
    func isAlertInAnotherForm(_ bitext: Bitext) -> Bool {
        guard bitext.isPagePair else { return false }
        return [Side.source, .target].contains { side in
            guard let variant = bitext.segments[segment][side] else { return false }
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
