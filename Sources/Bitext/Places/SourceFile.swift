/// A file that a bitext was read from: its text, and the line and column of each byte.
///
/// A class, so that passing it on copies one reference.
public final class SourceFile: Sendable {
    /// A repair: a range that was replaced before the file was read. The text between two edits is unchanged.
    public struct Edit: Sendable {
        /// In ``SourceFile/bytes``.
        public let repaired: Range<Int>
        /// In the file on disk.
        public let original: Range<Int>

        /// - Parameters:
        ///   - repaired: in ``SourceFile/bytes``.
        ///   - original: in the file on disk.
        public init(repaired: Range<Int>, original: Range<Int>) {
            self.repaired = repaired
            self.original = original
        }
    }

    /// The largest file that can be read, in bytes: one gibibyte, so that an offset fits in 32 bits.
    public static let maxSize = 1 << 30

    /// The path that the reader was given; empty for text that is in no file.
    public let path: String
    /// The text as UTF-8, after the repairs.
    public let bytes: [UInt8]
    /// The repairs, in order.
    public let edits: [Edit]

    /// The bytes on disk, if they needed repair.
    private let original: [UInt8]?
    private let lines: LineIndex

    /// - Parameters:
    ///   - bytes: the text as UTF-8, after the repairs.
    ///   - original: the bytes on disk, if they needed repair.
    public init(path: String, bytes: [UInt8], original: [UInt8]? = nil, edits: [Edit] = []) {
        self.path = path
        self.bytes = bytes
        self.original = original
        self.edits = edits
        lines = (original ?? bytes).withUnsafeBufferPointer { LineIndex($0) }
    }

    /// The bytes of a range of the file.
    public subscript(range: FileRange) -> ArraySlice<UInt8> { bytes[range.values] }

    /// A range of the file as a string.
    public func text(_ range: FileRange) -> String { String(decoding: bytes[range.values], as: UTF8.self) }

    /// Line, column and offset on disk. O(log lines).
    public func position(of offset: FileOffset) -> Position {
        guard let original else {
            return bytes.withUnsafeBufferPointer { lines.position(of: offset.value, in: $0) }
        }
        return original.withUnsafeBufferPointer { lines.position(of: offsetOnDisk(of: offset.value), in: $0) }
    }

    /// The same, where the position of an earlier offset is known. Fast for offsets in ascending order.
    public func position(of offset: FileOffset, after known: Position) -> Position {
        guard original == nil else { return position(of: offset) }
        return bytes.withUnsafeBufferPointer { lines.position(of: offset.value, after: known, in: $0) }
    }

    /// The 1-based line of an offset. O(log lines).
    public func line(of offset: FileOffset) -> Int { lines.line(of: offsetOnDisk(of: offset.value)) }

    /// The offset on disk of an offset in ``bytes``. O(log edits).
    private func offsetOnDisk(of offset: Int) -> Int {
        let next = edits.partitioningIndex { $0.repaired.lowerBound > offset }
        guard next > 0 else { return offset }
        let edit = edits[next - 1]
        if offset < edit.repaired.upperBound { return edit.original.lowerBound }
        return edit.original.upperBound + offset - edit.repaired.upperBound
    }
}
