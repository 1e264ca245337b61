import Bitext
import Markdown

/// Reads what a reader sees of the source side's blocks, in both languages.
struct BlockReader {
    let panels: Panels
    private let texts: SegmentTexts

    init(_ panels: Panels, _ texts: SegmentTexts) {
        self.panels = panels
        self.texts = texts
    }

    /// What a reader sees of a block of the source side, on both sides.
    ///
    /// - Parameter isSkipped: nodes to leave out with all below them.
    func text(of id: MarkdownTree.ID, except isSkipped: (Node) -> Bool = { _ in false }) -> BilingualText {
        read(id, except: isSkipped).text
    }

    /// What a reader sees of a block on both sides, and the ids of the segments it is made of.
    func read(
        _ id: MarkdownTree.ID, except isSkipped: (Node) -> Bool = { _ in false }
    ) -> (text: BilingualText, segments: [String]) {
        if let segment = texts.segment(of: id) { return (texts.text(of: segment), [panels.segmentID(segment)]) }
        var text = PlainText()
        var range: Range<Int>?
        var walk = panels.source.tree.descendants(of: id)
        while let child = walk.next() {
            let node = panels.source.tree[child]
            if node.kind == .include || node.kind == .directive || (child != id && isSkipped(node)) {
                walk.skipChildren(of: child)
                continue
            }
            text.append(child, of: panels.source.tree)
            switch node.kind {
            case .text, .entity, .codeBlock, .image:
                let lower = range?.lowerBound ?? node.range.lowerBound
                range = lower..<max(range?.upperBound ?? lower, node.range.upperBound)
            default: break
            }
        }
        guard panels.target != nil else { return (BilingualText(shared: text.shared, nil), []) }
        let translated = range.flatMap { targetText(of: $0, block: id) }
        return (BilingualText(shared: text.shared, translated ?? ""), range.map(panels.segmentIDs) ?? [])
    }

    /// The target's text for a stretch of the source side, or nil where the target has no place for it.
    private func targetText(of range: Range<Int>, block: MarkdownTree.ID) -> SharedText? {
        guard let target = panels.target else { return nil }
        let onPage = panels.pageRange(of: range)
        let onTarget = target.range(onPage: onPage)
        guard !onTarget.isEmpty else { return nil }
        if let share = share(of: range, block: block, of: onTarget) { return share }
        return Self.text(in: onTarget, of: target)
    }

    /// What a reader sees of a stretch of a side.
    private static func text(in range: Range<Int>, of panel: Panels.Panel) -> SharedText {
        var text = PlainText()
        var block: MarkdownTree.ID?
        var index = panel.firstLeaf(endingAfter: range.lowerBound)
        while index < panel.leaves.count {
            let leaf = panel.leaves[index]
            guard panel.tree[leaf].range.lowerBound < range.upperBound else { break }
            let parent = panel.tree.block(of: leaf)
            if let block, let parent, block != parent {
                if panel.tree.isSameRow(block, parent) { text.space() } else { text.lineBreak() }
            }
            block = parent
            text.append(leaf, of: panel.tree, clippedTo: range)
            index += 1
        }
        return text.shared
    }

    /// Where one segment spans several blocks (Docs/markup.md: a segment can hold the next items' markers), the k-th block of
    /// the source has the k-th of the target, and where the numbers differ the first block has all.
    private func share(of range: Range<Int>, block: MarkdownTree.ID, of onTarget: Range<Int>) -> SharedText? {
        guard let target = panels.target else { return nil }
        let side = panels.source.side
        let runIndex = side.runIndex(at: range.lowerBound)
        let run = side.runs[runIndex]
        let runEnd = runIndex + 1 < side.runs.count ? side.runs[runIndex + 1].start : side.bytes.count
        guard let segment = run.segment, spansBlocks(run.start..<runEnd) else { return nil }
        let begins = blocks(of: panels.source, in: run.start..<runEnd)
        guard
            let ordinal = begins.firstIndex(of: block)
                ?? begins.firstIndex(where: { panels.source.tree[$0].range.contains(range.lowerBound) })
        else { return nil }
        guard let half = panels.page.segments[segment].target else { return "" }
        let onTarget = target.range(onPage: half.content)
        let others = blocks(of: target, in: onTarget)
        guard others.count == begins.count else {
            return ordinal == 0 ? Self.text(in: onTarget, of: target) : ""
        }
        let content = target.tree[others[ordinal]].range.clamped(to: onTarget)
        return Self.text(in: content, of: target)
    }

    /// Whether a stretch of the source side has text in more than one block.
    private func spansBlocks(_ range: Range<Int>) -> Bool {
        let (tree, leaves) = (panels.source.tree, panels.source.leaves)
        var index = panels.source.firstLeaf(endingAfter: range.lowerBound)
        guard index < leaves.count else { return false }
        let first = tree.block(of: leaves[index])
        while index < leaves.count, tree[leaves[index]].range.lowerBound < range.upperBound {
            if tree.block(of: leaves[index]) != first { return true }
            index += 1
        }
        return false
    }

    /// The leaf blocks that have text in a stretch of a side, in order.
    private func blocks(of panel: Panels.Panel, in range: Range<Int>) -> [MarkdownTree.ID] {
        var found: [MarkdownTree.ID] = []
        var index = panel.firstLeaf(endingAfter: range.lowerBound)
        while index < panel.leaves.count, panel.tree[panel.leaves[index]].range.lowerBound < range.upperBound {
            if let block = panel.tree.block(of: panel.leaves[index]), found.last != block { found.append(block) }
            index += 1
        }
        return found
    }
}

extension PlainText {
    /// All texts so far, in memory of their own.
    fileprivate var shared: SharedText {
        let bytes = bytes
        return SharedText(bytes, 0..<bytes.count)
    }
}
