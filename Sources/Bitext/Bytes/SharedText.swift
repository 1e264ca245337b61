/// A range of UTF-8 in memory that many texts share.
///
/// A page has hundreds of segments with two texts on each side. Making a string of each would take longer than reading the
/// page.
public struct SharedText: Sendable, Equatable, CustomStringConvertible, ExpressibleByStringLiteral {
    @usableFromInline
    let storage: [UInt8]
    @usableFromInline
    let range: CompactRange

    /// - Parameter range: of `storage`.
    package init(_ storage: [UInt8], _ range: CompactRange) {
        self.storage = storage
        self.range = range
    }

    package init(_ storage: [UInt8], _ range: Range<Int>) { self.init(storage, CompactRange(range)) }

    /// A text of its own, which shares nothing.
    public init(_ text: String) { self.init(Array(text.utf8), 0..<text.utf8.count) }

    public init(stringLiteral value: String) { self.init(value) }

    /// The text as a new string.
    public var string: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

    public var description: String { string }

    /// Whether the text has no bytes.
    public var isEmpty: Bool { range.isEmpty }

    /// The text up to a number of bytes, whole characters only. It shares its memory with this one.
    package func prefix(bytes limit: Int) -> SharedText {
        guard range.range.count > limit else { return self }
        var end = range.range.lowerBound + limit
        while end > range.range.lowerBound, storage[end].isUTF8Continuation { end -= 1 }
        return SharedText(storage, range.range.lowerBound..<end)
    }

    /// Calls `body` with the text's bytes, which are valid during the call only.
    @inlinable
    @inline(__always)
    package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range.range])) }
    }

    public static func == (left: SharedText, right: SharedText) -> Bool {
        left.withUTF8 { left in right.withUTF8 { Bytes.areEqual(left, $0) } }
    }
}

/// A range of bytes in eight bytes instead of sixteen. A page has less than 2³¹ bytes (``SourceFile/maxSize``).
@usableFromInline
package struct CompactRange: Sendable, Equatable {
    @usableFromInline
    let lower: Int32
    @usableFromInline
    let upper: Int32

    @inlinable
    package init(_ range: Range<Int>) {
        lower = Int32(range.lowerBound)
        upper = Int32(range.upperBound)
    }

    @inlinable
    @inline(__always)
    package var range: Range<Int> { Int(lower)..<Int(upper) }

    package var isEmpty: Bool { lower == upper }
}
