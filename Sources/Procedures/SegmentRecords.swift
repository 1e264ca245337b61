import Bitext
import Markdown

/// The segments of a page, in its order.
///
/// A column of numbers over the page's bytes and texts; a record is made when it is asked for.
public struct SegmentRecords: Sendable, RandomAccessCollection {
    /// What a record is made of.
    struct Row: Sendable {
        struct Half: Sendable {
            /// In the page.
            var markdown: Stretch
            /// In the side's texts; nil where a reader sees what is written, as in code.
            var text: Stretch?
            var place: Place
        }

        /// In the page.
        var id: Stretch
        var block: SegmentRecord.Block
        /// The index of the section's heading.
        var heading: Int32?
        var source: Half?
        var target: Half?
    }

    private let page: [UInt8]
    private let sourceTexts: [UInt8]
    private let targetTexts: [UInt8]
    /// The texts of all headings.
    private let headings: [BilingualText]
    let rows: [Row]

    public var startIndex: Int { 0 }
    public var endIndex: Int { rows.count }

    public subscript(index: Int) -> SegmentRecord {
        let row = rows[index]
        return SegmentRecord(
            id: SharedText(page, row.id), ordinal: index + 1, block: row.block,
            section: row.heading.map { headings[Int($0)] }, source: row.source.map { half($0, sourceTexts) },
            target: row.target.map { half($0, targetTexts) })
    }

    private func half(_ half: Row.Half, _ texts: [UInt8]) -> SegmentRecord.Half {
        let markdown = SharedText(page, half.markdown)
        return SegmentRecord.Half(
            markdown: markdown, text: half.text.map { SharedText(texts, $0) } ?? markdown, place: half.place)
    }

    /// Lends what the rows are made of, for the length of one call.
    func withMemory(
        _ body: (
            _ page: UnsafeBufferPointer<UInt8>, _ sourceTexts: UnsafeBufferPointer<UInt8>,
            _ targetTexts: UnsafeBufferPointer<UInt8>, _ headings: [BilingualText]
        ) -> Void
    ) {
        page.withUnsafeBufferPointer { page in
            sourceTexts.withUnsafeBufferPointer { sourceTexts in
                targetTexts.withUnsafeBufferPointer { body(page, sourceTexts, $0, headings) }
            }
        }
    }

    // MARK: Reading

    init(_ panels: Panels, _ texts: SegmentTexts, outline: Outline) {
        let page = panels.page
        self.page = page.bytes
        sourceTexts = texts.source.texts
        targetTexts = texts.target.texts
        headings = outline.headings.map(\.text)
        guard panels.target != nil else {
            rows = []
            return
        }
        var rows: [Row] = []
        rows.reserveCapacity(page.segments.count)
        // Places are found one from the other, target before source, as they stand on the page.
        var place = page.place(of: page.bodyStart)
        for index in page.segments.indices {
            let segment = page.segments[index]
            let (onSource, onTarget) = (texts.source.entries[index], texts.target.entries[index])
            let position = onSource.start ?? panels.source.range(onPage: segment.range).lowerBound
            let targetHalf = segment.target.map { Self.half($0, onTarget, of: page, after: &place) }
            let sourceHalf = segment.source.map { Self.half($0, onSource, of: page, after: &place) }
            rows.append(
                Row(
                    id: Stretch(segment.id), block: onSource.block ?? onTarget.block ?? .htmlBlock,
                    heading: outline.index(at: position).map(Int32.init), source: sourceHalf, target: targetHalf))
        }
        self.rows = rows
    }

    private static func half(
        _ half: Segment.Half, _ entry: SegmentTexts.Entry, of page: Page, after place: inout Place
    ) -> Row.Half {
        place = page.place(of: half.content.lowerBound, after: place)
        let isCode = entry.text.isEmpty && entry.block == .codeBlock
        return Row.Half(
            markdown: Stretch(half.content), text: isCode ? nil : Stretch(entry.text), place: place)
    }
}
