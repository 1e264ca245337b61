/// Finds the line and the column of an offset. Lines end at `\n`, so `\r\n` ends one line.
struct LineIndex: Sendable {
    private let lineStarts: [Int]
    /// The number of Unicode scalars before byte `i * blockSize`, so that columns of a very long line are found fast.
    /// Empty if no line is longer than ``maxCountedLength``.
    private let scalarsBefore: [Int]
    private static let blockSize = 1024
    /// In bytes. Columns of shorter lines are counted from the beginning of the line.
    private static let maxCountedLength = 8192

    init(_ bytes: Bytes) {
        var lineStarts = [0]
        lineStarts.reserveCapacity(bytes.count / 64 + 1)
        var offset = 0
        var longest = 0
        while let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: offset) {
            longest = max(longest, end - offset)
            offset = end + 1
            lineStarts.append(offset)
        }
        self.lineStarts = lineStarts
        longest = max(longest, bytes.count - offset)
        scalarsBefore = longest > Self.maxCountedLength ? Self.checkpoints(of: bytes) : []
    }

    private static func checkpoints(of bytes: Bytes) -> [Int] {
        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / blockSize + 1)
        var total = 0
        var start = 0
        while start <= bytes.count {
            counts.append(total)
            total += scalars(in: start..<min(start + blockSize, bytes.count), of: bytes)
            start += blockSize
        }
        return counts
    }

    /// The 1-based line of an offset. O(log lines).
    func line(of offset: Int) -> Int {
        max(1, lineStarts.partitioningIndex { $0 > offset })
    }

    /// The position of an offset, which is clamped to the file. O(log lines + the length of the line, at most 8 KB).
    func position(of offset: Int, in bytes: Bytes) -> Position {
        let offset = max(0, min(offset, bytes.count))
        let line = line(of: offset)
        let start = lineStarts[line - 1]
        let column: Int
        if scalarsBefore.isEmpty || offset - start <= Self.blockSize {
            column = Self.scalars(in: start..<offset, of: bytes)
        } else {
            column = scalars(before: offset, in: bytes) - scalars(before: start, in: bytes)
        }
        return Position(line: line, column: column + 1, offset: offset)
    }

    /// The position of an offset at or after a known position. Counts only the bytes between the two.
    func position(of offset: Int, after known: Position, in bytes: Bytes) -> Position {
        let offset = max(0, min(offset, bytes.count))
        guard offset >= known.offset else { return position(of: offset, in: bytes) }
        // Try the next lines first. For a line far away, the binary search is faster.
        var line = known.line
        while line < lineStarts.count, lineStarts[line] <= offset {
            line += 1
            if line - known.line > 16 { return position(of: offset, in: bytes) }
        }
        let isSameLine = line == known.line
        let start = isSameLine ? known.offset : lineStarts[line - 1]
        let counted = Self.scalars(in: start..<offset, of: bytes)
        return Position(line: line, column: (isSameLine ? known.column : 1) + counted, offset: offset)
    }

    private func scalars(before offset: Int, in bytes: Bytes) -> Int {
        let block = offset / Self.blockSize
        return scalarsBefore[block] + Self.scalars(in: block * Self.blockSize..<offset, of: bytes)
    }

    private static func scalars(in range: Range<Int>, of bytes: Bytes) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var continuations = 0
        var offset = range.lowerBound
        // Eight bytes at once. Each is counted in a byte of its own, which can count to 255.
        while offset + 8 <= range.upperBound {
            var counts: UInt64 = 0
            let end = min(range.upperBound - 7, offset + 255 * 8)
            while offset < end {
                // A continuation byte has its highest bit set and the next one clear.
                let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
                counts &+= (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
                offset += 8
            }
            continuations += sum(of: counts)
        }
        while offset < range.upperBound {
            if base[offset].isUTF8Continuation { continuations += 1 }
            offset += 1
        }
        return range.count - continuations
    }

    /// The sum of eight bytes: first pairs of neighbours, then the four sums by one multiplication.
    private static func sum(of bytes: UInt64) -> Int {
        let pairs = (bytes & 0x00FF_00FF_00FF_00FF) &+ (bytes >> 8 & 0x00FF_00FF_00FF_00FF)
        return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
}
