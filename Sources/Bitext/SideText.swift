/// One side of a bitext as an ordinary Markdown page, and the way back from each of its bytes to the file.
public struct SideText: Sendable {
    /// A stretch of the side that was read from one place.
    public struct Run: Sendable, Equatable {
        private let startValue: Int32
        private let originValue: Int32
        private let segmentIndex: Int32

        /// - Parameter segment: the index in ``Bitext/segments``, or nil where both sides share the run.
        public init(start: SideOffset, origin: FileOffset, segment: Int?) {
            startValue = Int32(start.value)
            originValue = Int32(origin.value)
            segmentIndex = Int32(segment ?? -1)
        }

        /// Where the run begins on the side.
        public var start: SideOffset { SideOffset(Int(startValue)) }
        /// Where it begins in the file.
        public var origin: FileOffset { FileOffset(Int(originValue)) }
        /// The index in ``Bitext/segments``, or nil where both sides share the run.
        public var segment: Int? { segmentIndex < 0 ? nil : Int(segmentIndex) }
    }

    public let side: Side
    /// The index in ``Bitext/files`` of the file that the side was read from.
    public let file: Int
    /// The Markdown, front matter included.
    public let bytes: [UInt8]
    /// In order of ``Run/start``; the first begins at 0. Together they cover the side.
    public let runs: [Run]
    /// Where the body begins, after the front matter and a byte order mark.
    public let bodyStart: SideOffset
    /// The side's own front matter. A span page's is the target's: it is translated without a pair.
    public let frontMatter: FrontMatter?
    /// Whether the side's bytes are the file's, run by run. Otherwise (an XML file's entities, a PO file's escapes) a byte
    /// is located by the whole run that it belongs to.
    public let isVerbatim: Bool

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

    /// A stretch of the side.
    public subscript(range: SideRange) -> ArraySlice<UInt8> { bytes[range.values] }

    /// A stretch of the side as a string.
    public func text(_ range: SideRange) -> String { String(decoding: bytes[range.values], as: UTF8.self) }

    /// The index in ``runs`` of the run that holds a byte of the side; the last run for an offset at or beyond the end.
    /// O(log runs).
    public func runIndex(at offset: SideOffset) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
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

    /// The index of the segment that a byte of the side belongs to, or nil where both sides share it. O(log runs).
    public func segment(at offset: SideOffset) -> Int? {
        guard !runs.isEmpty else { return nil }
        return runs[runIndex(at: offset)].segment
    }
}
