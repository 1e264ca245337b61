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
        bad: .init("Yes or no", "Oui | non"), good: .init("Yes or no", "Oui ou non"))

    func check(_ page: BilingualPage, _ report: inout Report) {
        var reported: Set<Int> = []
        for index in page.pairs.indices where page.pairs[index].traits.contains(.isPaired) {
            let pair = SegmentPair(page: page, index: index)
            guard let bar = bars(pair.markdown(.target)).first, bars(pair.markdown(.source)).isEmpty, isInTable(pair)
            else { continue }
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

    /// The bars that are not escaped.
    private func bars(_ text: ArraySlice<UInt8>) -> [Int] {
        guard text.contains(UInt8(ascii: "|")) else { return [] }
        return text.indices.filter { index in
            text[index] == UInt8(ascii: "|") && (index == text.startIndex || text[index - 1] != UInt8(ascii: "\\"))
        }
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
