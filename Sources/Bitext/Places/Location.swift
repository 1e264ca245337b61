/// Where something stands: a stretch of one of a bitext's files.
public struct Location: Sendable, Hashable {
    private let lower: Int32
    private let upper: Int32
    private let fileIndex: Int32

    /// - Parameters:
    ///   - file: the index in ``Bitext/files``.
    ///   - range: bytes of ``SourceFile/bytes``, of which a file has at most 2³⁰.
    public init(file: Int, range: FileRange) {
        lower = Int32(range.lowerBound.value)
        upper = Int32(range.upperBound.value)
        fileIndex = Int32(file)
    }

    /// The index in ``Bitext/files``.
    public var file: Int { Int(fileIndex) }

    /// Bytes of ``SourceFile/bytes``.
    public var range: FileRange { FileOffset(Int(lower))..<FileOffset(Int(upper)) }

    /// The first byte, to put locations of all files in order.
    public struct Start: Sendable, Comparable {
        fileprivate let file: Int32
        fileprivate let offset: Int32

        public static func < (left: Start, right: Start) -> Bool {
            left.file != right.file ? left.file < right.file : left.offset < right.offset
        }
    }

    /// Where it begins, in the order of files and of their bytes.
    public var start: Start { Start(file: fileIndex, offset: lower) }

    /// Whether two locations have bytes in common.
    public func overlaps(_ other: Location) -> Bool { file == other.file && range.overlaps(other.range) }
}

/// A place in a file as a person reads it: 1-based line, 1-based column in Unicode scalars, and the byte offset.
public struct Position: Sendable, Equatable {
    public let line: Int
    public let column: Int
    /// Bytes from the beginning of the file as it is on disk.
    public let offset: Int
}
