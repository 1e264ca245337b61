/// A place as a person reads it: 1-based line, 1-based column in Unicode scalars, and the byte offset in the page.
public struct Place: Sendable, Equatable {
    public let line: Int
    public let column: Int
    /// Bytes from the beginning of the page's file.
    public let offset: Int
}

/// Finds line and column of any byte offset. Lines end at `\n`, so `\r\n` ends one line.
struct LineIndex: Sendable {
    private let lineStarts: [Int]
    /// Unicode scalars before byte `i * blockSize`, so that a column on a line of ten megabytes is still found at once.
    private let scalarsBefore: [Int]
    private static let blockSize = 1024

    init(_ bytes: Bytes) {
        var lineStarts = [0]
        var offset = 0
        while let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: offset) {
            offset = end + 1
            lineStarts.append(offset)
        }
        self.lineStarts = lineStarts

        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / Self.blockSize + 1)
        var total = 0
        var start = 0
        while start <= bytes.count {
            counts.append(total)
            total += Self.scalars(in: start..<min(start + Self.blockSize, bytes.count), of: bytes)
            start += Self.blockSize
        }
        scalarsBefore = counts
    }

    /// The 1-based line of an offset. O(log lines).
    func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The place of an offset, which is clamped to the page. O(log lines) and at most two kilobytes of counting.
    func place(of offset: Int, in bytes: Bytes) -> Place {
        let offset = max(0, min(offset, bytes.count))
        let line = line(of: offset)
        let start = lineStarts[line - 1]
        let column: Int
        if offset - start <= Self.blockSize {
            column = Self.scalars(in: start..<offset, of: bytes)
        } else {
            column = scalars(before: offset, in: bytes) - scalars(before: start, in: bytes)
        }
        return Place(line: line, column: column + 1, offset: offset)
    }

    private func scalars(before offset: Int, in bytes: Bytes) -> Int {
        let block = offset / Self.blockSize
        return scalarsBefore[block] + Self.scalars(in: block * Self.blockSize..<offset, of: bytes)
    }

    private static func scalars(in range: Range<Int>, of bytes: Bytes) -> Int {
        var count = 0
        for offset in range where !bytes[offset].isUTF8Continuation { count += 1 }
        return count
    }
}
