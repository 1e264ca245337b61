import Bitext
import Checklists
import Code
import Hashing
import JSON
import MarkdownSyntax
import ParsedBitext

/// The segments of a page, in its order.
///
/// A column of numbers over the page's bytes and texts; a record is made when it is asked for.
public struct SegmentRecords: Sendable, RandomAccessCollection {
    /// What a record is made of.
    struct Row: Sendable {
        struct Half: Sendable {
            /// On the side.
            var markdown: CompactRange
            /// In the side's texts; nil where a reader sees what is written, as in code.
            var text: CompactRange?
            var location: Location
            var position: Position
        }

        var id: String
        var block: SegmentRecord.Block
        /// The index of the section's heading.
        var heading: Int32?
        var source: Half?
        var target: Half?
    }

    /// The two sides.
    private let source: [UInt8]
    private let target: [UInt8]
    /// What a reader sees of all segments.
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
            source: row.source.map { Self.half($0, source, sourceTexts) },
            target: row.target.map { Self.half($0, target, targetTexts) })
    }

    private static func half(_ half: Row.Half, _ side: [UInt8], _ texts: [UInt8]) -> SegmentRecord.Variant {
        let markdown = SharedText(side, half.markdown)
        return SegmentRecord.Variant(
            markdown: markdown, text: half.text.map { SharedText(texts, $0) } ?? markdown, location: half.location,
            position: half.position)
    }

    /// What the rows are made of, lent for the length of one call.
    struct Memory {
        /// The two sides.
        let source: Bytes
        let target: Bytes
        /// What a reader sees of all segments.
        let sourceTexts: Bytes
        let targetTexts: Bytes
        /// The texts of all headings.
        let headings: [BilingualText]
    }

    func withMemory(_ body: (Memory) -> Void) {
        source.withUnsafeBufferPointer { source in
            target.withUnsafeBufferPointer { target in
                sourceTexts.withUnsafeBufferPointer { sourceTexts in
                    targetTexts.withUnsafeBufferPointer { targetTexts in
                        body(
                            Memory(
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
        // Positions are found one from the other, target before source, as they are in a page.
        var positions = bitext.files.map { $0.position(of: FileOffset(0)) }
        func half(_ variant: Variant?, _ entry: SegmentTexts.Entry) -> Row.Half? {
            guard let variant else { return nil }
            let file = variant.origin.file
            positions[file] = bitext.files[file].position(of: variant.origin.range.lowerBound, after: positions[file])
            let isCode = entry.text.isEmpty && entry.block == .codeBlock
            return Row.Half(
                markdown: CompactRange(variant.range.values), text: isCode ? nil : CompactRange(entry.text.values),
                location: variant.origin, position: positions[file])
        }
        for index in bitext.segments.indices {
            let segment = bitext.segments[index]
            let (onSource, onTarget) = (texts.source.entries[index], texts.target.entries[index])
            let offset = onSource.start ?? bitext.sourceOffset(ofSegment: index)
            let targetHalf = half(segment.target, onTarget)
            let sourceHalf = half(segment.source, onSource)
            rows.append(
                Row(
                    id: segment.id, block: onSource.block ?? onTarget.block ?? .htmlBlock,
                    heading: outline.index(at: offset).map(Int32.init), source: sourceHalf, target: targetHalf))
        }
        self.rows = rows
    }
}
