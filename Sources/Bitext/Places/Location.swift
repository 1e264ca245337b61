/// Where something is: a range of one of a bitext's files.
public struct Location: Sendable, Hashable {
    private let lower: Int32
    private let upper: Int32
    private let fileIndex: Int32

    /// - Parameters:
    ///   - file: the index in ``Bitext/files``.
    ///   - range: in ``SourceFile/bytes``; a file has at most 2³⁰ bytes.
    public init(file: Int, range: FileRange) {
        lower = Int32(range.lowerBound.value)
        upper = Int32(range.upperBound.value)
        fileIndex = Int32(file)
    }

    /// The index in ``Bitext/files``.
    public var file: Int { Int(fileIndex) }

    /// In ``SourceFile/bytes``.
    public var range: FileRange { FileOffset(Int(lower))..<FileOffset(Int(upper)) }

    /// The first byte of a location. Sorts by file, then by offset.
    public struct Start: Sendable, Comparable {
        fileprivate let file: Int32
        fileprivate let offset: Int32

        public static func < (left: Start, right: Start) -> Bool {
            left.file != right.file ? left.file < right.file : left.offset < right.offset
        }
    }

    /// The first byte, to sort by.
    public var start: Start { Start(file: fileIndex, offset: lower) }

    /// Whether two locations have bytes in common.
    public func overlaps(_ other: Location) -> Bool { file == other.file && range.overlaps(other.range) }
}

/// A place in a file for a person.
public struct Position: Sendable, Equatable {
    /// Counted from 1.
    public let line: Int
    /// In Unicode scalars, counted from 1.
    public let column: Int
    /// In bytes, from the beginning of the file on disk.
    public let offset: Int
}
