import Bitext
import Markdown

/// The two sides of a page, parsed, and the hinge between them: what stands where on one side stands on the other.
///
/// The hinge is the page itself. A node covers a stretch of its side, which is a stretch of the page; widened to whole
/// pairs, that stretch is found again on the other side. So a translation that broke the Markdown around it is still found,
/// and so is text that both sides share.
///
/// A class, because all who read the page hand it on.
package final class Panels: Sendable {
    /// One side, parsed. A class, because it is handed on with every question about a side.
    package final class Panel: Sendable {
        package let side: SideText
        package let tree: MarkdownTree
        /// Text, breaks, code spans' text: the nodes that carry what a reader sees, in the order of the side.
        package let leaves: [MarkdownTree.ID]

        init(_ side: SideText) {
            self.side = side
            let tree = MarkdownTree(parsing: side.bytes, from: side.bodyStart)
            self.tree = tree
            var leaves: [MarkdownTree.ID] = []
            leaves.reserveCapacity(tree.ids.count / 2)
            var walk = tree.descendants(of: MarkdownTree.root)
            while let id = walk.next() {
                switch tree[id].kind {
                case .text, .entity, .softBreak, .lineBreak, .codeBlock: leaves.append(id)
                case .directive, .include: walk.skipChildren(of: id)
                default: break
                }
            }
            self.leaves = leaves
        }

        /// The index in ``leaves`` of the first one that ends behind `offset`. O(log leaves).
        func firstLeaf(endingAfter offset: Int) -> Int {
            var low = 0
            var high = leaves.count
            while low < high {
                let middle = (low + high) / 2
                if tree[leaves[middle]].range.upperBound <= offset { low = middle + 1 } else { high = middle }
            }
            return low
        }

        /// The side's bytes that stand in a stretch of the page. O(log runs).
        package func range(onPage page: Range<Int>) -> Range<Int> {
            let lower = offset(onPage: page.lowerBound)
            return lower..<max(lower, offset(onPage: page.upperBound))
        }

        /// The first byte of the side that stands at or behind a place of the page.
        private func offset(onPage offset: Int) -> Int {
            let runs = side.runs
            var low = 0
            var high = runs.count
            while low < high {
                let middle = (low + high) / 2
                if runs[middle].pageStart <= offset { low = middle + 1 } else { high = middle }
            }
            guard low > 0 else { return runs.first?.start ?? 0 }
            let run = runs[low - 1]
            let end = low < runs.count ? runs[low].start : side.bytes.count
            return min(run.start + offset - run.pageStart, end)
        }
    }

    package let page: Page
    package let source: Panel
    /// nil for a page in one language.
    package let target: Panel?

    package init(_ page: Page) {
        self.page = page
        source = Panel(page.split(into: .source))
        target = page.segments.isEmpty ? nil : Panel(page.split(into: .target))
    }

    // MARK: Places

    /// The page's line of a byte of the source side.
    func line(of offset: Int) -> Int { page.line(of: source.side.pageOffset(of: offset)) }

    /// The indices of the segments that a stretch of the source side touches, each once, in order.
    func segments(in range: Range<Int>) -> [Int] {
        let runs = source.side.runs
        guard !range.isEmpty, !runs.isEmpty else { return [] }
        var found: [Int] = []
        var index = source.side.runIndex(at: range.lowerBound)
        while index < runs.count, runs[index].start < range.upperBound {
            if let segment = runs[index].segment, found.last != segment { found.append(segment) }
            index += 1
        }
        return found
    }

    /// The ids of the segments that a stretch of the source side touches.
    func segmentIDs(in range: Range<Int>) -> [String] { segments(in: range).map(segmentID) }

    /// The id of a segment, by its index.
    func segmentID(_ index: Int) -> String { page.text(page.segments[index].id) }

    /// A stretch of the source side as a stretch of the page, widened to whole pairs.
    func pageRange(of range: Range<Int>) -> Range<Int> {
        let runs = source.side.runs
        guard !runs.isEmpty else { return 0..<0 }
        let first = source.side.runIndex(at: range.lowerBound)
        var lower = runs[first].pageStart + range.lowerBound - runs[first].start
        var upper = lower
        if let segment = runs[first].segment { lower = min(lower, page.segments[segment].range.lowerBound) }
        if let end = range.last {
            // Mostly in the same stretch, or in the next.
            var last = first
            while last + 1 < runs.count, last < first + 4, runs[last + 1].start <= end { last += 1 }
            if last == first + 4 { last = source.side.runIndex(at: end) }
            upper = runs[last].pageStart + end - runs[last].start + 1
            if let segment = runs[last].segment { upper = max(upper, page.segments[segment].range.upperBound) }
        }
        return lower..<max(lower, upper)
    }
}

extension MarkdownTree {
    /// The innermost block that a node stands in; a block is its own.
    func block(of id: ID) -> ID? {
        var current: ID? = id
        while let node = current, self[node].kind.isInline { current = parent(of: node) }
        return current
    }

    /// Whether two blocks are cells of one row.
    func isSameRow(_ left: ID, _ right: ID) -> Bool {
        self[left].kind == .tableCell && self[right].kind == .tableCell && parent(of: left) == parent(of: right)
    }
}
