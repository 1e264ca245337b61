import Bitext
import ParsedBitext

/// Spaces at the beginning or the end of a target whose source has none.
struct SurroundingSpace: SegmentRule {
    static let description = RuleDescription(
        "surrounding-space", .note, .whitespace, "The target begins or ends with a space, and the source does not.",
        discussion: """
            A reader rarely sees it, but in a table or before a list marker it can change the layout. Remove the space.
            `--fix` removes it.
            """,
        bad: .init("Restart it.", " Redémarrez-le. "), good: .init("Restart it.", "Redémarrez-le."),
        precision: "12 of 12 (fr-FR, de-DE)", isFixable: true)
    static let appliesTo = SegmentContents.blankEdges

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let (source, target) = (pair.markdown(.source), pair.markdown(.target))
        guard let first = target.first, let last = target.last, let sourceFirst = source.first,
            let sourceLast = source.last,
            isBlank(first) || isBlank(last), !pair.isBlank(.target)
        else { return }
        if isBlank(first), !isBlank(sourceFirst) {
            let end = target.firstIndex { !isBlank($0) } ?? target.endIndex
            addFinding("the target begins with a space", target.startIndex..<end, pair, &report)
        }
        if isBlank(last), !isBlank(sourceLast) {
            let start = (target.lastIndex { !isBlank($0) } ?? target.startIndex - 1) + 1
            addFinding("the target ends with a space", start..<target.endIndex, pair, &report)
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private func addFinding(_ message: String, _ range: Range<Int>, _ pair: SegmentPair, _ report: inout Report) {
        report.add(message, in: pair, .target, SideRange(range), evidence: .init(source: "", target: " "), fix: "")
    }
}
