import Bitext
import Checklists

/// The segments of a page, in the order of the page.
///
/// Each segment is stored as ranges of the sides and of all texts. A ``SegmentRecord`` is made on access.
public struct SegmentRecords: Sendable, RandomAccessCollection {
    /// The data of one record.
    struct Row: Sendable {
        struct Variant: Sendable {
            /// A range of the side.
            var markdown: CompactRange
            /// A range of the side's texts. nil if the text equals the Markdown, as in code.
            var text: CompactRange?
            var location: Location
            var position: Position
        }

        var id: String
        var block: SegmentRecord.Block
        /// The index of the section's heading in ``headings``.
        var heading: Int32?
        var source: Variant?
        var target: Variant?
    }

    /// The bytes of the two sides.
    private let source: [UInt8]
    private let target: [UInt8]
    /// The texts of all segments, as a reader sees them.
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
            id: row.id, ordinal: index + 1, block: row.block, section: row.heading.map { headings[Int($0)] },
            source: row.source.map { Self.variant($0, source, sourceTexts) },
            target: row.target.map { Self.variant($0, target, targetTexts) })
    }

    private static func variant(_ row: Row.Variant, _ side: [UInt8], _ texts: [UInt8]) -> SegmentRecord.Variant {
        let markdown = SharedText(side, row.markdown)
        return SegmentRecord.Variant(
            markdown: markdown, text: row.text.map { SharedText(texts, $0) } ?? markdown, location: row.location,
            position: row.position)
    }

    /// The memory that the rows refer to. Valid during one call of ``withBuffers(_:)``.
    struct Buffers {
        /// The bytes of the two sides.
        let source: Bytes
        let target: Bytes
        /// The texts of all segments, as a reader sees them.
        let sourceTexts: Bytes
        let targetTexts: Bytes
        /// The texts of all headings.
        let headings: [BilingualText]
    }

    func withBuffers(_ body: (Buffers) -> Void) {
        source.withUnsafeBufferPointer { source in
            target.withUnsafeBufferPointer { target in
                sourceTexts.withUnsafeBufferPointer { sourceTexts in
                    targetTexts.withUnsafeBufferPointer { targetTexts in
                        body(
                            Buffers(
                                source: source, target: target, sourceTexts: sourceTexts, targetTexts: targetTexts,
                                headings: headings))
                    }
                }
            }
        }
    }

    // MARK: Reading

    init(_ bitext: Bitext, _ content: PageContent) {
        let (texts, outline) = (content.texts, content.outline)
        source = bitext.source.bytes
        target = bitext.target?.bytes ?? []
        sourceTexts = texts.source.texts
        targetTexts = texts.target.texts
        headings = outline.headings.map(\.text)
        guard bitext.target != nil else {
            rows = []
            return
        }
        var rows: [Row] = []
        rows.reserveCapacity(bitext.segments.count)
        // Each position is counted from the last one. Target before source is the order of a bilingual page.
        var positions = bitext.files.map { $0.position(of: FileOffset(0)) }
        func row(_ variant: Variant?, _ entry: SegmentTexts.Entry) -> Row.Variant? {
            guard let variant else { return nil }
            let file = variant.origin.file
            positions[file] = bitext.files[file].position(of: variant.origin.range.lowerBound, after: positions[file])
            let isCode = entry.text.isEmpty && entry.block == .codeBlock
            return Row.Variant(
                markdown: CompactRange(variant.range.values), text: isCode ? nil : CompactRange(entry.text.values),
                location: variant.origin, position: positions[file])
        }
        for index in bitext.segments.indices {
            let segment = bitext.segments[index]
            let (onSource, onTarget) = (texts.source.entries[index], texts.target.entries[index])
            let offset = onSource.start ?? bitext.sourceOffset(ofSegment: index)
            let targetRow = row(segment.target, onTarget)
            let sourceRow = row(segment.source, onSource)
            rows.append(
                Row(
                    id: segment.id, block: onSource.block ?? onTarget.block ?? .htmlBlock,
                    heading: outline.index(at: offset).map(Int32.init), source: sourceRow, target: targetRow))
        }
        self.rows = rows
    }
}
