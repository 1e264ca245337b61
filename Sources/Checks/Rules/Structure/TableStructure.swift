import Bitext
import MarkdownSyntax
import ParsedBitext

/// Cells of a table that differ because of a `|`.
struct TableStructure: Rule {
    static let description = RuleDescription(
        "table-cell", .error, .markup, "The cells of a table differ: a `|` was added or lost.",
        discussion: """
            A `|` in the text begins a new cell and moves the next cells of the row. In the last cell, the text after it
            is not shown at all. Write `\\|`.
            """,
        bad: .init("Yes or no", "Oui | non"), good: .init("Yes or no", "Oui ou non"),
        precision: "2 of 2 (fr-FR, de-DE; November 2026)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var reported: Set<Int> = []
        for (index, bar) in bars(tokenized.bitext) {
            let pair = SegmentPair(tokenized, index: index)
            guard isInTable(pair) else { continue }
            reported.insert(index)
            report.add(
                "“|” begins a new cell; write `\\|`", in: pair, .target, bar..<bar + 1,
                evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)))
        }
        for difference in report.context.differences where difference.kind == .table {
            // The bar of one cell moves the next cells of its row.
            guard !(0..<8).contains(where: { reported.contains(difference.segment - $0) }) else { continue }
            report.add(difference)
        }
    }

    /// The segments with a bar in the target and none in the source, and the offset of the first bar.
    private func bars(_ bitext: Bitext) -> [(segment: Int, bar: SideOffset)] {
        var found: [(segment: Int, bar: SideOffset)] = []
        bitext.withSides { sourceBytes, targetBytes in
            for (index, segment) in bitext.segments.enumerated() {
                guard let target = segment.target?.range.values, let source = segment.source?.range.values,
                    let bar = firstBar(targetBytes, target), firstBar(sourceBytes, source) == nil
                else { continue }
                found.append((index, SideOffset(bar)))
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

    /// Whether the source is in a cell of a pipe table.
    private func isInTable(_ pair: SegmentPair) -> Bool {
        let side = pair.tokenized.parsed[.source]
        guard let range = pair.tokenized.bitext.segments[pair.index].source?.range else { return false }
        let tree = side.tree
        let leaf = side.firstLeaf(endingAfter: range.lowerBound)
        guard leaf < side.leaves.count else { return false }
        var current: MarkdownTree.ID? = side.leaves[leaf]
        while let id = current {
            if tree[id].kind == .tableCell { return !tree[id].isHTML }
            current = tree.parent(of: id)
        }
        return false
    }
}
