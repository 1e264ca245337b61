import Bitext
import Markdown

/// A table's cells differ: a `|` too many or too few.
struct TableStructure: Rule {
    static let description = RuleDescription(
        "table-cell", .error, .markup, "A table's cells differ: a `|` too many or too few.",
        discussion: """
            A `|` in the target's text begins a new cell, and moves all that follow in the row; in the last cell, what stands behind
            it is not shown at all. Write `\\|`.
            """,
        bad: .init("Yes or no", "Oui | non"), good: .init("Yes or no", "Oui ou non"),
        precision: "2 of 2 (fr-FR, de-DE; November 2026)")

    func check(_ page: BilingualPage, _ report: inout Report) {
        var reported: Set<Int> = []
        for (index, bar) in bars(page.page) {
            let pair = SegmentPair(page: page, index: index)
            guard isInTable(pair) else { continue }
            reported.insert(index)
            report.add(
                "“|” begins a new cell; write `\\|`", segment: index, side: .target, at: bar..<bar + 1,
                evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)))
        }
        for difference in page.differences where difference.kind == .table && !reported.contains(difference.segment) {
            // The cells behind a bar in the same row are where they are because of it.
            guard !(1..<8).contains(where: { reported.contains(difference.segment - $0) }) else { continue }
            report.add(
                "source is \(difference.source), target \(difference.target)",
                in: SegmentPair(page: page, index: difference.segment), .target,
                evidence: .init(source: difference.source, target: difference.target))
        }
    }

    /// The segments that have a bar in the target and none in the source, and where the first one stands.
    private func bars(_ page: Page) -> [(segment: Int, bar: Int)] {
        var found: [(segment: Int, bar: Int)] = []
        page.bytes.withUnsafeBufferPointer { bytes in
            for (index, segment) in page.segments.enumerated() {
                guard let target = segment.target?.content, let source = segment.source?.content,
                    let bar = firstBar(bytes, target), firstBar(bytes, source) == nil
                else { continue }
                found.append((index, bar))
            }
        }
        return found
    }

    /// The first bar that is not escaped.
    private func firstBar(_ bytes: Bytes, _ range: Range<Int>) -> Int? {
        var start = range.lowerBound
        while let bar = bytes.firstOffset(of: UInt8(ascii: "|"), from: start, to: range.upperBound) {
            if bar == range.lowerBound || bytes[bar - 1] != UInt8(ascii: "\\") { return bar }
            start = bar + 1
        }
        return nil
    }

    /// Whether the source stands in a cell of a pipe table.
    private func isInTable(_ pair: SegmentPair) -> Bool {
        let panel = pair.page.panel(.source)
        guard let content = pair.page.page.segments[pair.index].source?.content else { return false }
        let range = panel.range(onPage: content)
        let tree = panel.tree
        var low = 0
        var high = panel.leaves.count
        while low < high {
            let middle = (low + high) / 2
            if tree[panel.leaves[middle]].range.upperBound <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < panel.leaves.count else { return false }
        var current: MarkdownTree.ID? = panel.leaves[low]
        while let id = current {
            if tree[id].kind == .tableCell { return !tree[id].isHTML }
            current = tree.parent(of: id)
        }
        return false
    }
}
