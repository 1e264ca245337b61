import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Reads what a reader sees of the source side's blocks, in both languages.
struct BlockReader {
    let parsed: ParsedBitext
    private let texts: SegmentTexts

    init(_ parsed: ParsedBitext, _ texts: SegmentTexts) {
        self.parsed = parsed
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
        if let segment = texts.segment(of: id) { return (texts.text(of: segment), [parsed.bitext.segments[segment].id]) }
        var text = PlainText()
        var range: SideRange?
        var walk = parsed.source.tree.descendants(of: id)
        while let child = walk.next() {
            let node = parsed.source.tree[child]
            if node.kind == .include || node.kind == .directive || (child != id && isSkipped(node)) {
                walk.skipChildren(of: child)
                continue
            }
            text.append(child, of: parsed.source.tree)
            switch node.kind {
            case .text, .entity, .codeBlock, .image:
                let lower = range?.lowerBound ?? node.range.lowerBound
                range = lower..<max(range?.upperBound ?? lower, node.range.upperBound)
            default: break
            }
        }
        guard parsed.target != nil else { return (BilingualText(shared: text.shared, nil), []) }
        let translated = range.flatMap { targetText(of: $0, block: id) }
        return (BilingualText(shared: text.shared, translated ?? ""), range.map(parsed.segmentIDs) ?? [])
    }

    /// The target's text for a stretch of the source side, or nil where the target has no place for it.
    private func targetText(of range: SideRange, block: MarkdownTree.ID) -> SharedText? {
        guard let target = parsed.target else { return nil }
        let onTarget = parsed.bitext.targetRange(of: range)
        guard !onTarget.isEmpty else { return nil }
        if let share = share(of: range, block: block) { return share }
        return Self.text(in: onTarget, of: target)
    }

    /// What a reader sees of a stretch of a side.
    private static func text(in range: SideRange, of side: ParsedSide) -> SharedText {
        var text = PlainText()
        var block: MarkdownTree.ID?
        var index = side.firstLeaf(endingAfter: range.lowerBound)
        while index < side.leaves.count {
            let leaf = side.leaves[index]
            guard side.tree[leaf].range.lowerBound < range.upperBound else { break }
            let parent = side.tree.block(of: leaf)
            if let block, let parent, block != parent {
                if side.tree.isSameRow(block, parent) { text.space() } else { text.lineBreak() }
            }
            block = parent
            text.append(leaf, of: side.tree, clippedTo: range)
            index += 1
        }
        return text.shared
    }

    /// Where one segment spans several blocks (Docs/markup.md: a segment can hold the next items' markers), the k-th block of
    /// the source has the k-th of the target, and where the numbers differ the first block has all.
    private func share(of range: SideRange, block: MarkdownTree.ID) -> SharedText? {
        guard let target = parsed.target else { return nil }
        let text = parsed.source.text
        let runIndex = text.runIndex(at: range.lowerBound)
        let run = text.runs[runIndex]
        let runEnd = text.runEnd(runIndex)
        guard let segment = run.segment, spansBlocks(run.start..<runEnd) else { return nil }
        let begins = blocks(of: parsed.source, in: run.start..<runEnd)
        guard
            let ordinal = begins.firstIndex(of: block)
                ?? begins.firstIndex(where: { parsed.source.tree[$0].range.contains(range.lowerBound) })
        else { return nil }
        guard let onTarget = parsed.bitext.segments[segment].target?.range else { return "" }
        let others = blocks(of: target, in: onTarget)
        guard others.count == begins.count else {
            return ordinal == 0 ? Self.text(in: onTarget, of: target) : ""
        }
        let content = target.tree[others[ordinal]].range.clamped(to: onTarget)
        return Self.text(in: content, of: target)
    }

    /// Whether a stretch of the source side has text in more than one block.
    private func spansBlocks(_ range: SideRange) -> Bool {
        let (tree, leaves) = (parsed.source.tree, parsed.source.leaves)
        var index = parsed.source.firstLeaf(endingAfter: range.lowerBound)
        guard index < leaves.count else { return false }
        let first = tree.block(of: leaves[index])
        while index < leaves.count, tree[leaves[index]].range.lowerBound < range.upperBound {
            if tree.block(of: leaves[index]) != first { return true }
            index += 1
        }
        return false
    }

    /// The leaf blocks that have text in a stretch of a side, in order.
    private func blocks(of side: ParsedSide, in range: SideRange) -> [MarkdownTree.ID] {
        var found: [MarkdownTree.ID] = []
        var index = side.firstLeaf(endingAfter: range.lowerBound)
        while index < side.leaves.count, side.tree[side.leaves[index]].range.lowerBound < range.upperBound {
            if let block = side.tree.block(of: side.leaves[index]), found.last != block { found.append(block) }
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
