/// A file that a bitext was read from: its text, and the way from any byte of it to a line and a column.
public struct SourceFile: Sendable {
    /// A stretch that was replaced before anything looked at the file. What lies between two edits is the same in both.
    public struct Edit: Sendable {
        /// In ``SourceFile/bytes``.
        public let repaired: Range<Int>
        /// In the file as it is on disk.
        public let original: Range<Int>

        public init(repaired: Range<Int>, original: Range<Int>) {
            self.repaired = repaired
            self.original = original
        }
    }

    /// The largest file that is read, in bytes: one gibibyte, so that an offset fits in 32 bits.
    public static let maxSize = 1 << 30

    /// Where the file is, as its reader was told; empty for text that is in no file.
    public let path: String
    /// The text as UTF-8, after the repairs.
    public let bytes: [UInt8]
    /// The repairs, in order.
    public let edits: [Edit]

    /// The bytes on disk, where they needed repair.
    private let original: [UInt8]?
    private let lines: LineIndex

    /// - Parameters:
    ///   - bytes: the text as UTF-8, after the repairs.
    ///   - original: the bytes on disk, where they needed repair.
    public init(path: String, bytes: [UInt8], original: [UInt8]? = nil, edits: [Edit] = []) {
        self.path = path
        self.bytes = bytes
        self.original = original
        self.edits = edits
        lines = (original ?? bytes).withUnsafeBufferPointer { LineIndex($0) }
    }

    /// A stretch of the file.
    public subscript(range: FileRange) -> ArraySlice<UInt8> { bytes[range.values] }

    /// A stretch of the file as a string.
    public func text(_ range: FileRange) -> String { String(decoding: bytes[range.values], as: UTF8.self) }

    /// Line, column and offset on disk. O(log lines).
    public func position(of offset: FileOffset) -> Position {
        guard let original else {
            return bytes.withUnsafeBufferPointer { lines.position(of: offset.value, in: $0) }
        }
        return original.withUnsafeBufferPointer { lines.position(of: offsetOnDisk(of: offset.value), in: $0) }
    }

    /// The position of an offset, found from that of an earlier one: cheap for offsets in their order.
    public func position(of offset: FileOffset, after known: Position) -> Position {
        guard original == nil else { return position(of: offset) }
        return bytes.withUnsafeBufferPointer { lines.position(of: offset.value, after: known, in: $0) }
    }

    /// The 1-based line of an offset. O(log lines).
    public func line(of offset: FileOffset) -> Int { lines.line(of: offsetOnDisk(of: offset.value)) }

    /// The way back over the repairs. O(log edits).
    private func offsetOnDisk(of offset: Int) -> Int {
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].repaired.lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let edit = edits[low - 1]
        if offset < edit.repaired.upperBound { return edit.original.lowerBound }
        return edit.original.upperBound + offset - edit.repaired.upperBound
    }
}
