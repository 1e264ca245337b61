import Bitext
import Markdown

/// Makes the segment records: each segment's text on both sides, its block and its section.
struct SegmentReader {
    private let panels: Panels
    private let outline: Outline

    init(_ panels: Panels, outline: Outline) {
        self.panels = panels
        self.outline = outline
    }

    func records() -> [SegmentRecord] {
        let page = panels.page
        guard let targetPanel = panels.target else { return [] }
        let source = read(panels.source)
        let target = read(targetPanel)
        var records: [SegmentRecord] = []
        records.reserveCapacity(page.segments.count)
        // Places are found one from the other, target before source, as they stand on the page.
        var place = page.place(of: page.bodyStart)
        for (index, segment) in page.segments.enumerated() {
            let position = source.starts[index] ?? panels.source.range(onPage: segment.range).lowerBound
            let targetHalf = half(segment.target, index, target, after: &place)
            let sourceHalf = half(segment.source, index, source, after: &place)
            records.append(
                SegmentRecord(
                    id: SharedText(page.bytes, segment.id),
                    ordinal: index + 1,
                    block: source.blocks[index] ?? target.blocks[index] ?? .htmlBlock,
                    section: outline.index(at: position).map { outline.headings[$0].text },
                    source: sourceHalf,
                    target: targetHalf))
        }
        return records
    }

    private func half(
        _ half: Segment.Half?, _ index: Int, _ reading: Reading, after place: inout Place
    ) -> SegmentRecord.Half? {
        guard let half else { return nil }
        place = panels.page.place(of: half.content.lowerBound, after: place)
        let markdown = SharedText(panels.page.bytes, half.content)
        // In a code block Markdown is not read, and a reader sees what is written.
        let isCode = reading.ranges[index].isEmpty && reading.blocks[index] == .codeBlock
        return SegmentRecord.Half(
            markdown: markdown,
            text: isCode ? markdown : SharedText(reading.texts, reading.ranges[index]),
            place: place)
    }

    /// What a side says of each segment, by the segment's index.
    private struct Reading {
        /// All texts, one behind the other.
        var texts: [UInt8] = []
        var ranges: [Range<Int>]
        var blocks: [SegmentRecord.Block?]
        /// Where the segment's first text stands on the side.
        var starts: [Int?]

        init(count: Int) {
            ranges = Array(repeating: 0..<0, count: count)
            blocks = Array(repeating: nil, count: count)
            starts = Array(repeating: nil, count: count)
        }
    }

    /// Reads all segments of a side in one sweep over its leaves.
    private func read(_ panel: Panels.Panel) -> Reading {
        var reading = Reading(count: panels.page.segments.count)
        let runs = panel.side.runs
        var text = PlainText()
        var current: Int?
        var run = 0

        func endSegment() {
            guard let segment = current, !text.isEmpty else { return }
            let before = reading.ranges[segment]
            if !before.isEmpty {
                // A pair was nested in between: the two parts are brought together.
                let part = Array(text.bytes[text.next()])
                text.append(Array(text.bytes[before]))
                text.space()
                text.append(part)
            }
            reading.ranges[segment] = text.next()
        }

        for leaf in panel.leaves {
            let node = panel.tree[leaf]
            var start = node.range.lowerBound
            if node.kind == .codeBlock {
                markCode(node.range, of: panel, &reading)
                continue
            }
            if run >= runs.count || runs[run].start > start { run = panel.side.runIndex(at: start) }
            repeat {
                while run + 1 < runs.count, runs[run + 1].start <= start { run += 1 }
                guard run < runs.count else { break }
                let end = run + 1 < runs.count ? runs[run + 1].start : panel.side.bytes.count
                if runs[run].segment != current {
                    endSegment()
                    current = runs[run].segment
                }
                if let segment = current {
                    if reading.blocks[segment] == nil {
                        reading.blocks[segment] = block(of: leaf, in: panel.tree)
                        reading.starts[segment] = start
                    }
                    text.append(leaf, of: panel.tree, clippedTo: start..<max(end, start))
                }
                start = end
            } while start < node.range.upperBound
        }
        endSegment()
        reading.texts = text.bytes
        return reading
    }

    private func markCode(_ range: Range<Int>, of panel: Panels.Panel, _ reading: inout Reading) {
        let runs = panel.side.runs
        guard !runs.isEmpty else { return }
        var run = panel.side.runIndex(at: range.lowerBound)
        while run < runs.count, runs[run].start < range.upperBound {
            if let segment = runs[run].segment { reading.blocks[segment] = .codeBlock }
            run += 1
        }
    }

    /// The kind of block that a leaf stands in: the innermost that says something.
    private func block(of leaf: MarkdownTree.ID, in tree: MarkdownTree) -> SegmentRecord.Block {
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
