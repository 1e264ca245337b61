/// One side of a bitext as an ordinary Markdown page, and where each of its bytes was read.
///
/// A class, so that passing it on copies one reference.
public final class SideText: Sendable {
    /// A range of the side that was read from one range of the file.
    public struct Run: Sendable, Equatable {
        private let startValue: Int32
        private let originValue: Int32
        private let segmentIndex: Int32

        /// - Parameter segment: the index in ``Bitext/segments``, or nil if both sides share the run.
        public init(start: SideOffset, origin: FileOffset, segment: Int?) {
            startValue = Int32(start.value)
            originValue = Int32(origin.value)
            segmentIndex = Int32(segment ?? -1)
        }

        /// Where the run begins on the side.
        public var start: SideOffset { SideOffset(Int(startValue)) }
        /// Where the run begins in the file.
        public var origin: FileOffset { FileOffset(Int(originValue)) }
        /// The index in ``Bitext/segments``, or nil if both sides share the run.
        public var segment: Int? { segmentIndex < 0 ? nil : Int(segmentIndex) }
    }

    /// Which side it is.
    public let side: Side
    /// The index in ``Bitext/files`` of the file that the side was read from.
    public let file: Int
    /// The Markdown, front matter included.
    public let bytes: [UInt8]
    /// In the order of the side. The first begins at 0, and together they cover the side.
    public let runs: [Run]
    /// Where the body begins, after the front matter and a byte order mark.
    public let bodyStart: SideOffset
    /// The front matter of the side. In a span page it belongs to the target: it is translated without a pair.
    public let frontMatter: FrontMatter?
    /// Whether each run has the same bytes in the file. If not (XML has entities, PO has escapes), the location of a byte
    /// is the whole run.
    public let isVerbatim: Bool

    /// - Parameter runs: in the order of the side; together they cover `bytes`.
    public init(
        _ side: Side, file: Int, bytes: [UInt8], runs: [Run], bodyStart: SideOffset = SideOffset(0),
        frontMatter: FrontMatter? = nil, isVerbatim: Bool = true
    ) {
        self.side = side
        self.file = file
        self.bytes = bytes
        self.runs = runs
        self.bodyStart = bodyStart
        self.frontMatter = frontMatter
        self.isVerbatim = isVerbatim
    }

    /// The whole side.
    public var range: SideRange { SideOffset(0)..<SideOffset(bytes.count) }

    /// The bytes of a range of the side.
    @inlinable
    public subscript(range: SideRange) -> ArraySlice<UInt8> { bytes[range.values] }

    /// A range of the side as a string.
    public func text(_ range: SideRange) -> String { String(decoding: bytes[range.values], as: UTF8.self) }

    /// The index in ``runs`` of the run that contains a byte of the side; the last run for an offset at or beyond the end.
    /// O(log runs).
    public func runIndex(at offset: SideOffset) -> Int {
        max(0, runs.partitioningIndex { $0.start > offset } - 1)
    }

    /// Where a run ends.
    public func runEnd(_ index: Int) -> SideOffset {
        index + 1 < runs.count ? runs[index + 1].start : SideOffset(bytes.count)
    }

    /// Where a byte of the side was read. O(log runs).
    public func origin(of offset: SideOffset) -> FileOffset {
        guard !runs.isEmpty else { return FileOffset(0) }
        let run = runs[runIndex(at: offset)]
        return isVerbatim ? run.origin + (offset - run.start) : run.origin
    }

    /// The index of the segment that contains a byte of the side, or nil if both sides share it. O(log runs).
    public func segment(at offset: SideOffset) -> Int? {
        guard !runs.isEmpty else { return nil }
        return runs[runIndex(at: offset)].segment
    }
}
