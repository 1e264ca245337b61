/// One side of a page as an ordinary Markdown page, and the way back from each of its bytes to the bilingual page.
///
/// The target side is byte for byte what the vendor publishes as the monolingual page.
public struct SideText: Sendable {
    /// A stretch of the side that stands in one piece on the page.
    public struct Run: Sendable, Equatable {
        /// Where the run begins on the side.
        public let start: Int
        /// Where the same byte stands in ``Page/bytes``.
        public let pageStart: Int
        /// The index of the segment that the run belongs to, or nil where both sides share it.
        public var segment: Int? { rawSegment < 0 ? nil : Int(rawSegment) }
        let rawSegment: Int32
    }

    public let side: Side
    /// The Markdown, front matter included.
    public let bytes: [UInt8]
    /// In order of ``Run/start``; the first begins at 0.
    public let runs: [Run]
    /// Where the body begins, after the front matter and a byte order mark.
    public let bodyStart: Int

    init(_ side: Side, of bytes: Bytes, pieces: [PairScanner.Piece], bodyStart: Int) {
        self.side = side
        self.bodyStart = bodyStart
        var runs: [Run] = []
        runs.reserveCapacity(pieces.count)
        var length = 0
        for piece in pieces where piece.side == nil || piece.side == side {
            runs.append(
                Run(
                    start: length, pageStart: piece.range.lowerBound,
                    rawSegment: Int32(truncatingIfNeeded: piece.segment)))
            length += piece.range.count
        }
        // One at least: with none the initializer writes the count into the empty array that all threads share.
        self.bytes = [UInt8](unsafeUninitializedCapacity: max(length, 1)) { buffer, count in
            // Every piece is a range of `bytes`, and `length` is the sum of the same pieces' lengths.
            for piece in pieces where piece.side == nil || piece.side == side {
                guard let base = bytes.baseAddress, let destination = buffer.baseAddress else { break }
                (destination + count).update(from: base + piece.range.lowerBound, count: piece.range.count)
                count += piece.range.count
            }
        }
        self.runs = runs
    }

    /// The index in ``runs`` of the run that holds a byte of the side; the last run for an offset at or beyond the end.
    /// O(log runs).
    public func runIndex(at offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// Where a byte of the side stands in ``Page/bytes``. O(log runs).
    public func pageOffset(of offset: Int) -> Int {
        guard !runs.isEmpty else { return 0 }
        let run = runs[runIndex(at: offset)]
        return run.pageStart + offset - run.start
    }

    /// The index of the segment that a byte of the side belongs to, or nil where both sides share it. O(log runs).
    public func segment(at offset: Int) -> Int? {
        guard !runs.isEmpty else { return nil }
        return runs[runIndex(at: offset)].segment
    }
}
