import Bitext
import ParsedBitext

/// Spaces at the beginning or the end of a target whose source has none.
struct SurroundingSpace: SegmentRule {
    static let description = RuleDescription(
        "surrounding-space", .note, .whitespace, "The target begins or ends with a space, and the source does not.",
        discussion: """
            A reader rarely sees it, but in a table or before a list marker it can change the layout. Remove the space.
            `--fix` removes it, but not where it is all that keeps two words apart.
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
        let side = report.tokenized.bitext[.target].bytes
        if isBlank(first), !isBlank(sourceFirst) {
            let end = target.firstIndex { !isBlank($0) } ?? target.endIndex
            let isSafe = target.startIndex == 0 || separates(side[target.startIndex - 1], "|>")
            addFinding("the target begins with a space", target.startIndex..<end, pair, isSafe, &report)
        }
        if isBlank(last), !isBlank(sourceLast) {
            let start = (target.lastIndex { !isBlank($0) } ?? target.startIndex - 1) + 1
            let isSafe = target.endIndex == side.count || separates(side[target.endIndex], "|<")
            addFinding("the target ends with a space", start..<target.endIndex, pair, isSafe, &report)
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whether a byte beside the target keeps it apart from other text: a blank, or a delimiter of cells or tags.
    private func separates(_ byte: UInt8, _ delimiters: String) -> Bool {
        isBlank(byte) || byte == 0x0A || byte == 0x0D || delimiters.utf8.contains(byte)
    }

    private func addFinding(
        _ message: String, _ range: Range<Int>, _ pair: SegmentPair, _ isSafe: Bool, _ report: inout Report
    ) {
        report.add(
            message, in: pair, .target, SideRange(range), evidence: .init(source: "", target: " "), fix: "",
            isSafe: isSafe)
    }
}
