import Bitext
import MarkdownSyntax
import ParsedBitext

/// The text that a reader sees of each segment on both sides, read in one pass over each side.
///
/// Most headings, paragraphs and items consist of one segment. They share its text, so nothing is read or copied twice.
package struct SegmentTexts {
    /// A segment on one side.
    package struct Entry {
        /// Its text, as a range of ``SideTexts/texts``.
        package fileprivate(set) var text = TextRange(0..<0)
        package fileprivate(set) var block: SegmentRecord.Block?
        /// Where the segment's text begins on the side.
        package fileprivate(set) var start: SideOffset?
        /// The segment's leaves on the side, as indices in ``ParsedSide/leaves``.
        fileprivate var leaves = 0..<0
        /// Whether these leaves contain only this segment, are adjacent, in one block, and not in a code block.
        fileprivate var isWhole = true

        /// Adds a leaf.
        ///
        /// - Parameter isWhole: whether it contains only this segment, and is in the block of the one before it.
        fileprivate mutating func add(leaf index: Int, isWhole: Bool) {
            if !isWhole || leaves.upperBound != index { self.isWhole = false }
            leaves = leaves.lowerBound..<index + 1
        }
    }

    /// All segments on one side.
    package struct SideTexts {
        /// The texts of all segments, one after another.
        package fileprivate(set) var texts: [UInt8] = []
        /// One for each segment, in the order of ``Bitext/segments``.
        package fileprivate(set) var entries: [Entry]
    }

    package let source: SideTexts
    package let target: SideTexts
    private let parsed: ParsedBitext

    init(_ parsed: ParsedBitext) {
        self.parsed = parsed
        source = Self.read(parsed.source, segments: parsed.bitext.segments.count)
        target = parsed.target.map { Self.read($0, segments: parsed.bitext.segments.count) } ?? SideTexts(entries: [])
    }

    /// The text of a segment in both languages.
    func text(of segment: Int) -> BilingualText {
        BilingualText(
            shared: SharedText(source.texts, source.entries[segment].text.values),
            SharedText(target.texts, target.entries[segment].text.values))
    }

    /// The formats of a text that ``text(of:)`` gives, for a segment that ``segment(of:)`` gives.
    func formats(of segment: Int) -> BilingualFormats {
        func formats(_ side: ParsedSide, _ entry: Entry, _ language: Side) -> [TextFormat] {
            var includes: ArraySlice<MarkdownTree.ID> = []
            if side.hasIncludes, let variant = parsed.bitext.segments[segment][language] {
                includes = side.includes(in: variant.range)
            }
            // Most segments have none.
            let hasInlines = entry.leaves.contains { leaf in
                side.tree.parent(of: side.leaves[leaf]).map { side.tree[$0].kind.isInline } ?? false
            }
            guard hasInlines || !includes.isEmpty else { return [] }
            var reader = FormattedReader()
            for leaf in side.leaves[entry.leaves] {
                while let include = includes.first, include < leaf {
                    reader.append(include: include, of: side.tree)
                    includes.removeFirst()
                }
                reader.append(leaf, of: side.tree)
            }
            for include in includes { reader.append(include: include, of: side.tree) }
            return reader.formats
        }
        return BilingualFormats(
            source: formats(parsed.source, source.entries[segment], .source),
            target: parsed.target.map { formats($0, target.entries[segment], .target) } ?? [])
    }

    /// The index of the segment that a block of the source side consists of, or nil.
    ///
    /// All text of the block must belong to the segment, and the segment must not occur elsewhere on either side. Blocks with
    /// images return nil, because an image's range is more than its text. So do blocks that contain blocks.
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

    private static func read(_ side: ParsedSide, segments: Int) -> SideTexts {
        var result = SideTexts(entries: Array(repeating: Entry(), count: segments))
        guard segments > 0 else { return result }
        let runs = side.text.runs
        let tree = side.tree
        var text = PlainText(reserving: side.text.bytes.count)
        var current: Int?
        var run = 0
        // The block of the previous leaf.
        var lastBlock: MarkdownTree.ID?

        for (index, leaf) in side.leaves.enumerated() {
            let node = tree[leaf]
            var start = node.range.lowerBound
            if node.kind == .codeBlock {
                markCode(node.range, of: side, &result)
                continue
            }
            let block = tree.block(of: leaf)
            if run >= runs.count || runs[run].start > start { run = side.text.runIndex(at: start) }
            repeat {
                while run + 1 < runs.count, runs[run + 1].start <= start { run += 1 }
                guard run < runs.count else { break }
                let end = run + 1 < runs.count ? runs[run + 1].start : SideOffset(side.text.bytes.count)
                if runs[run].segment != current {
                    if let current { self.end(&text, of: &result.entries[current]) }
                    current = runs[run].segment
                }
                if let segment = current {
                    if result.entries[segment].block == nil {
                        result.entries[segment].block = self.block(of: leaf, in: tree)
                        result.entries[segment].start = start
                        result.entries[segment].leaves = index..<index
                        lastBlock = block
                    }
                    let isWhole =
                        start == node.range.lowerBound && end >= node.range.upperBound && block == lastBlock
                    result.entries[segment].add(leaf: index, isWhole: isWhole)
                    text.append(leaf, of: tree, clippedTo: start..<max(end, start))
                }
                start = end
            } while start < node.range.upperBound
            lastBlock = block
        }
        if let current { end(&text, of: &result.entries[current]) }
        result.texts = text.bytes
        return result
    }

    /// Ends the text of a segment, or of a part of it.
    private static func end(_ text: inout PlainText, of entry: inout Entry) {
        guard !text.isEmpty else { return }
        if !entry.text.isEmpty {
            // Another segment was nested in this one. Join the two parts.
            let part = text.bytes(in: text.next())
            text.append(text.bytes(in: entry.text))
            text.space()
            text.append(part)
            entry.isWhole = false
        }
        entry.text = text.next()
    }

    /// Marks the segments in a code block. Their text is not read.
    private static func markCode(_ range: SideRange, of side: ParsedSide, _ result: inout SideTexts) {
        let runs = side.text.runs
        guard !runs.isEmpty else { return }
        var run = side.text.runIndex(at: range.lowerBound)
        while run < runs.count, runs[run].start < range.upperBound {
            if let segment = runs[run].segment {
                result.entries[segment].block = .codeBlock
                result.entries[segment].isWhole = false
            }
            run += 1
        }
    }

    /// The kind of the innermost block around a leaf. HTML blocks and paragraphs count only if there is no other.
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
