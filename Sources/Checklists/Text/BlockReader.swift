import Bitext
import MarkdownSyntax
import ParsedBitext

/// Reads the text of blocks of the source side, in both languages.
struct BlockReader {
    let parsed: ParsedBitext
    private let texts: SegmentTexts

    init(_ parsed: ParsedBitext, _ texts: SegmentTexts) {
        self.parsed = parsed
        self.texts = texts
    }

    /// The text that a reader sees of a block of the source side, in both languages.
    func text(of id: MarkdownTree.ID) -> BilingualText {
        // Without the formats, which would be read from the tree.
        texts.segment(of: id).map { texts.text(of: $0) } ?? read(id).text
    }

    /// A text in both languages, its formats, and the ids of the segments that it is made of.
    struct Reading {
        var text: BilingualText
        var formats = BilingualFormats()
        var segments: [String] = []
    }

    /// The text of a block as ``text(of:)`` reads it, and more.
    ///
    /// - Parameter isSkipped: which nodes to leave out, with all nodes below them.
    func read(_ id: MarkdownTree.ID, except isSkipped: (Node) -> Bool = { _ in false }) -> Reading {
        read([id], except: isSkipped)
    }

    /// The text of adjacent nodes: blocks, or inlines of one block.
    func read(_ nodes: [MarkdownTree.ID], except isSkipped: (Node) -> Bool = { _ in false }) -> Reading {
        if nodes.count == 1, let segment = texts.segment(of: nodes[0]) {
            return Reading(
                text: texts.text(of: segment), formats: texts.formats(of: segment),
                segments: [parsed.bitext.segments[segment].id])
        }
        var text = FormattedReader()
        var range: SideRange?
        var hasImages = true
        for id in nodes {
            var walk = parsed.source.tree.descendants(of: id)
            while let child = walk.next() {
                let node = parsed.source.tree[child]
                if node.kind == .include || node.kind == .directive || (child != id && isSkipped(node)) {
                    if node.kind == .image { hasImages = false }
                    if node.kind == .include { text.append(include: child, of: parsed.source.tree) }
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
        }
        guard parsed.target != nil else {
            return Reading(
                text: BilingualText(shared: text.shared, nil), formats: BilingualFormats(source: text.formats))
        }
        let translated = range.flatMap { targetText(of: $0, block: block(around: nodes[0]), withImages: hasImages) }
        return Reading(
            text: BilingualText(shared: text.shared, translated?.text ?? ""),
            formats: BilingualFormats(source: text.formats, target: translated?.formats ?? []),
            segments: range.map(parsed.segmentIDs) ?? [])
    }

    private func block(around node: MarkdownTree.ID) -> MarkdownTree.ID {
        let tree = parsed.source.tree
        return tree[node].kind.isInline ? tree.block(of: node) ?? node : node
    }

    /// A text in one language.
    private typealias SideReading = (text: SharedText, formats: [TextFormat])

    /// The target's text for a range of the source side. nil if the range is empty on the target.
    ///
    /// - Parameter withImages: whether the alternative texts of images are part of it.
    private func targetText(of range: SideRange, block: MarkdownTree.ID, withImages: Bool) -> SideReading? {
        guard let target = parsed.target else { return nil }
        let onTarget = parsed.bitext.targetRange(of: range)
        guard !onTarget.isEmpty else { return nil }
        if let text = textInSpanningSegment(of: range, block: block) { return text }
        return Self.text(in: onTarget, of: target, withImages: withImages)
    }

    /// The text that a reader sees of a range of a side.
    private static func text(in range: SideRange, of side: ParsedSide, withImages: Bool = true) -> SideReading {
        var text = FormattedReader()
        var block: MarkdownTree.ID?
        var index = side.firstLeaf(endingAfter: range.lowerBound)
        var includes = side.includes(in: range)
        while index < side.leaves.count {
            let leaf = side.leaves[index]
            guard side.tree[leaf].range.lowerBound < range.upperBound else { break }
            while let include = includes.first, include < leaf {
                text.append(include: include, of: side.tree)
                includes.removeFirst()
            }
            index += 1
            if !withImages, side.tree.isInImage(leaf) { continue }
            let parent = side.tree.block(of: leaf)
            if let block, let parent, block != parent {
                if side.tree.isSameRow(block, parent) { text.space() } else { text.lineBreak() }
            }
            block = parent
            text.append(leaf, of: side.tree, clippedTo: range)
        }
        for include in includes { text.append(include: include, of: side.tree) }
        return (text.shared, text.formats)
    }

    /// The target's text for a block whose segment spans several blocks, otherwise nil.
    ///
    /// Such segments contain the markers of the next items (Docs/markup.md). The k-th block of the source gets the text of
    /// the k-th block of the target. If the numbers of blocks differ, the first block gets all text.
    private func textInSpanningSegment(of range: SideRange, block: MarkdownTree.ID) -> SideReading? {
        guard let target = parsed.target else { return nil }
        let text = parsed.source.text
        let runIndex = text.runIndex(at: range.lowerBound)
        let run = text.runs[runIndex]
        let runEnd = text.runEnd(runIndex)
        guard let segment = run.segment, spansBlocks(run.start..<runEnd) else { return nil }
        let sourceBlocks = blocks(of: parsed.source, in: run.start..<runEnd)
        guard
            let index = sourceBlocks.firstIndex(of: block)
                ?? sourceBlocks.firstIndex(where: { parsed.source.tree[$0].range.contains(range.lowerBound) })
        else { return nil }
        guard let onTarget = parsed.bitext.segments[segment].target?.range else { return ("", []) }
        let targetBlocks = blocks(of: target, in: onTarget)
        guard targetBlocks.count == sourceBlocks.count else {
            return index == 0 ? Self.text(in: onTarget, of: target) : ("", [])
        }
        let content = target.tree[targetBlocks[index]].range.clamped(to: onTarget)
        return Self.text(in: content, of: target)
    }

    /// Whether a range of the source side has text in more than one block.
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

    /// The innermost blocks that have text in a range of a side, in order.
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

extension MarkdownTree {
    /// Whether an inline is part of the alternative text of an image.
    fileprivate func isInImage(_ inline: ID) -> Bool {
        var id = parent(of: inline)
        while let current = id, self[current].kind.isInline {
            if self[current].kind == .image { return true }
            id = parent(of: current)
        }
        return false
    }
}
