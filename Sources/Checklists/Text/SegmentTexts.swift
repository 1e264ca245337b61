import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// What a reader sees of each segment on both sides, read in one sweep over each.
///
/// Most headings, paragraphs and items are one segment and no more; whoever asks for their texts gets the segment's, and
/// nothing is read or copied twice.
package struct SegmentTexts {
    /// What one side says of one segment.
    package struct Entry {
        /// In the side's ``Reading/texts``.
        package fileprivate(set) var text = TextRange(0..<0)
        package fileprivate(set) var block: SegmentRecord.Block?
        /// Where the segment's first text stands on the side.
        package fileprivate(set) var start: SideOffset?
        /// The segment's leaves on the side, as indices in ``ParsedSide/leaves``.
        fileprivate var leaves = 0..<0
        /// Whether these leaves are the segment's alone, one behind the other, in one block, and no code block's.
        fileprivate var isWhole = true
    }

    /// What one side says of all segments.
    package struct Reading {
        /// All texts, one behind the other.
        package fileprivate(set) var texts: [UInt8] = []
        /// By the segment's index.
        package fileprivate(set) var entries: [Entry]
    }

    package let source: Reading
    package let target: Reading
    private let parsed: ParsedBitext

    init(_ parsed: ParsedBitext) {
        self.parsed = parsed
        source = Self.read(parsed.source, segments: parsed.bitext.segments.count)
        target = parsed.target.map { Self.read($0, segments: parsed.bitext.segments.count) } ?? Reading(entries: [])
    }

    /// The text of a segment in both languages.
    func text(of segment: Int) -> BilingualText {
        BilingualText(
            shared: SharedText(source.texts, source.entries[segment].text.values),
            SharedText(target.texts, target.entries[segment].text.values))
    }

    /// The segment that a block of the source side is, where all its text is that segment's, and the segment is nowhere else
    /// on both sides.
    ///
    /// Not for blocks that hold pictures, whose places count beyond their texts, and not for those that hold blocks.
    func segment(of block: MarkdownTree.ID) -> Int? {
        guard parsed.target != nil else { return nil }
        let tree = parsed.source.tree
        let node = tree[block]
        switch node.kind {
        case .paragraph, .heading, .tableCell: break
        default: return nil
        }
        let first = parsed.source.firstLeaf(endingAfter: node.range.lowerBound)
        let leaves = parsed.source.leaves
        guard first < leaves.count else { return nil }
        let start = tree[leaves[first]].range.lowerBound
        guard start < node.range.upperBound, let segment = parsed.source.text.segment(at: start) else { return nil }
        let (onSource, onTarget) = (source.entries[segment], target.entries[segment])
        guard onSource.isWhole, onTarget.isWhole, onSource.leaves.lowerBound == first else { return nil }
        let end = onSource.leaves.upperBound
        guard end == leaves.count || tree[leaves[end]].range.lowerBound >= node.range.upperBound else { return nil }
        var walk = tree.descendants(of: block)
        while let child = walk.next() {
            let kind = tree[child].kind
            if kind == .image || child != block && !kind.isInline { return nil }
        }
        return segment
    }

    // MARK: Reading

    private static func read(_ side: ParsedSide, segments: Int) -> Reading {
        var reading = Reading(entries: Array(repeating: Entry(), count: segments))
        guard segments > 0 else { return reading }
        let runs = side.text.runs
        let tree = side.tree
        var text = PlainText(reserving: side.text.bytes.count)
        var current: Int?
        var run = 0
        // The block of the leaf that was read last.
        var lastBlock: MarkdownTree.ID?

        for (index, leaf) in side.leaves.enumerated() {
            let node = tree[leaf]
            var start = node.range.lowerBound
            if node.kind == .codeBlock {
                markCode(node.range, of: side, &reading)
                continue
            }
            let block = tree.block(of: leaf)
            if run >= runs.count || runs[run].start > start { run = side.text.runIndex(at: start) }
            repeat {
                while run + 1 < runs.count, runs[run + 1].start <= start { run += 1 }
                guard run < runs.count else { break }
                let end = run + 1 < runs.count ? runs[run + 1].start : SideOffset(side.text.bytes.count)
                if runs[run].segment != current {
                    if let current { self.end(&text, of: &reading.entries[current]) }
                    current = runs[run].segment
                }
                if let segment = current {
                    if reading.entries[segment].block == nil {
                        reading.entries[segment].block = self.block(of: leaf, in: tree)
                        reading.entries[segment].start = start
                        reading.entries[segment].leaves = index..<index
                        lastBlock = block
                    }
                    if start != node.range.lowerBound || end < node.range.upperBound || block != lastBlock
                        || reading.entries[segment].leaves.upperBound != index
                    {
                        reading.entries[segment].isWhole = false
                    }
                    reading.entries[segment].leaves = reading.entries[segment].leaves.lowerBound..<index + 1
                    text.append(leaf, of: tree, clippedTo: start..<max(end, start))
                }
                start = end
            } while start < node.range.upperBound
            lastBlock = block
        }
        if let current { end(&text, of: &reading.entries[current]) }
        reading.texts = text.bytes
        return reading
    }

    /// Ends the text of a segment, or of a part of it.
    private static func end(_ text: inout PlainText, of entry: inout Entry) {
        guard !text.isEmpty else { return }
        if !entry.text.isEmpty {
            // A pair was nested in between: the two parts are brought together.
            let part = text.bytes(in: text.next())
            text.append(text.bytes(in: entry.text))
            text.space()
            text.append(part)
            entry.isWhole = false
        }
        entry.text = text.next()
    }

    private static func markCode(_ range: SideRange, of side: ParsedSide, _ reading: inout Reading) {
        let runs = side.text.runs
        guard !runs.isEmpty else { return }
        var run = side.text.runIndex(at: range.lowerBound)
        while run < runs.count, runs[run].start < range.upperBound {
            if let segment = runs[run].segment {
                reading.entries[segment].block = .codeBlock
                reading.entries[segment].isWhole = false
            }
            run += 1
        }
    }

    /// The kind of block that a leaf stands in: the innermost that says something.
    private static func block(of leaf: MarkdownTree.ID, in tree: MarkdownTree) -> SegmentRecord.Block {
        var found: SegmentRecord.Block = .paragraph
        var id = tree.parent(of: leaf)
        while let current = id {
            switch tree[current].kind {
            case .heading: return .heading
            case .tab: return .tab
            case .tableCell: return .tableCell
            case .item: return .item
            case .alert: return .alert
            case .blockQuote: return .blockQuote
            case .htmlBlock: found = .htmlBlock
            default: break
            }
            id = tree.parent(of: current)
        }
        return found
    }
}
