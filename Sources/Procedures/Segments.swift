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
        for (index, segment) in page.segments.enumerated() {
            let position = panels.source.range(onPage: segment.range).lowerBound
            records.append(
                SegmentRecord(
                    id: page.text(segment.id),
                    ordinal: index + 1,
                    block: source.blocks[index] ?? target.blocks[index] ?? .htmlBlock,
                    section: outline.index(at: position).map { outline.headings[$0].text },
                    source: half(segment.source, text: source.texts[index]),
                    target: half(segment.target, text: target.texts[index])))
        }
        return records
    }

    private func half(_ half: Segment.Half?, text: String?) -> SegmentRecord.Half? {
        guard let half else { return nil }
        let markdown = panels.page.text(half.content)
        return SegmentRecord.Half(
            markdown: markdown,
            // A segment where Markdown is not read, in a fence or an attribute, is shown as it is.
            text: text ?? markdown,
            place: panels.page.place(of: half.content.lowerBound))
    }

    private struct Reading {
        var texts: [String?]
        var blocks: [SegmentRecord.Block?]
    }

    /// Reads all segments of a side in one sweep over its leaves.
    private func read(_ panel: Panels.Panel) -> Reading {
        var reading = Reading(
            texts: Array(repeating: nil, count: panels.page.segments.count),
            blocks: Array(repeating: nil, count: panels.page.segments.count))
        let runs = panel.side.runs
        var text = PlainText()
        var current: Int?
        var run = 0

        func flush() {
            guard let segment = current, !text.isEmpty else { return }
            if let before = reading.texts[segment] {
                // A pair was nested in between.
                reading.texts[segment] = before + " " + text.string
            } else {
                reading.texts[segment] = text.string
            }
            text.removeAll()
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
                    flush()
                    current = runs[run].segment
                }
                if let segment = current {
                    if reading.blocks[segment] == nil { reading.blocks[segment] = block(of: leaf, in: panel.tree) }
                    text.append(leaf, of: panel.tree, clippedTo: start..<max(end, start))
                }
                start = end
            } while start < node.range.upperBound
        }
        flush()
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
