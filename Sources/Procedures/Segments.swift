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
        for index in page.segments.indices {
            let segment = page.segments[index]
            let (onSource, onTarget) = (source.entries[index], target.entries[index])
            let position = onSource.start ?? panels.source.range(onPage: segment.range).lowerBound
            let targetHalf = half(segment.target, onTarget, target.texts, after: &place)
            let sourceHalf = half(segment.source, onSource, source.texts, after: &place)
            records.append(
                SegmentRecord(
                    id: SharedText(page.bytes, segment.id),
                    ordinal: index + 1,
                    block: onSource.block ?? onTarget.block ?? .htmlBlock,
                    section: outline.index(at: position).map { outline.headings[$0].text },
                    source: sourceHalf,
                    target: targetHalf))
        }
        return records
    }

    private func half(
        _ half: Segment.Half?, _ entry: Reading.Entry, _ texts: [UInt8], after place: inout Place
    ) -> SegmentRecord.Half? {
        guard let half else { return nil }
        place = panels.page.place(of: half.content.lowerBound, after: place)
        let markdown = SharedText(panels.page.bytes, half.content)
        // In a code block Markdown is not read, and a reader sees what is written.
        let isCode = entry.text.isEmpty && entry.block == .codeBlock
        return SegmentRecord.Half(
            markdown: markdown,
            text: isCode ? markdown : SharedText(texts, entry.text),
            place: place)
    }

    /// What a side says of each segment.
    private struct Reading {
        /// What it says of one.
        struct Entry {
            /// In ``texts``.
            var text = 0..<0
            var block: SegmentRecord.Block?
            /// Where the segment's first text stands on the side.
            var start: Int?
        }

        /// All texts, one behind the other.
        var texts: [UInt8] = []
        /// By the segment's index.
        var entries: [Entry]
    }

    /// Reads all segments of a side in one sweep over its leaves.
    private func read(_ panel: Panels.Panel) -> Reading {
        var reading = Reading(entries: Array(repeating: Reading.Entry(), count: panels.page.segments.count))
        let runs = panel.side.runs
        let tree = panel.tree
        var text = PlainText(reserving: panel.side.bytes.count)
        var current: Int?
        var run = 0

        for leaf in panel.leaves {
            let node = tree[leaf]
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
                    if let current { Self.end(&text, of: &reading.entries[current]) }
                    current = runs[run].segment
                }
                if let segment = current {
                    if reading.entries[segment].block == nil {
                        reading.entries[segment].block = block(of: leaf, in: tree)
                        reading.entries[segment].start = start
                    }
                    text.append(leaf, of: tree, clippedTo: start..<max(end, start))
                }
                start = end
            } while start < node.range.upperBound
        }
        if let current { Self.end(&text, of: &reading.entries[current]) }
        reading.texts = text.bytes
        return reading
    }

    /// Ends the text of a segment, or of a part of it.
    private static func end(_ text: inout PlainText, of entry: inout Reading.Entry) {
        guard !text.isEmpty else { return }
        if !entry.text.isEmpty {
            // A pair was nested in between: the two parts are brought together.
            let part = text.bytes(in: text.next())
            text.append(text.bytes(in: entry.text))
            text.space()
            text.append(part)
        }
        entry.text = text.next()
    }

    private func markCode(_ range: Range<Int>, of panel: Panels.Panel, _ reading: inout Reading) {
        let runs = panel.side.runs
        guard !runs.isEmpty else { return }
        var run = panel.side.runIndex(at: range.lowerBound)
        while run < runs.count, runs[run].start < range.upperBound {
            if let segment = runs[run].segment { reading.entries[segment].block = .codeBlock }
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
