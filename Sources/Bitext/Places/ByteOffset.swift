/// An offset in bytes from the beginning of one space: a file, a side, the text that a reader sees, a parser's input.
///
/// Each space has its own type, so the compiler rejects an offset of another space. Code that reads borrowed bytes uses the
/// plain number (``value``).
@frozen
public struct ByteOffset<Space>: SpaceOffset {
    /// Bytes from the beginning of the space.
    public var value: Int

    /// - Parameter value: bytes from the beginning of the space.
    @inlinable @inline(__always)
    public init(_ value: Int) { self.value = value }
}

/// What offsets of all spaces have in common.
public protocol SpaceOffset: Strideable, Hashable, Sendable where Stride == Int {
    /// Bytes from the beginning of the space.
    var value: Int { get set }

    init(_ value: Int)
}

/// The bytes of one file, after its repairs: ``SourceFile/bytes``.
public enum FileSpace {}
/// The bytes of one side: ``SideText/bytes``.
public enum SideSpace {}
/// The text of a side that a reader sees.
public enum TextSpace {}

/// An offset in a file.
public typealias FileOffset = ByteOffset<FileSpace>
/// An offset on a side.
public typealias SideOffset = ByteOffset<SideSpace>
/// An offset in the text that a reader sees.
public typealias TextOffset = ByteOffset<TextSpace>

/// A range of a file.
public typealias FileRange = Range<FileOffset>
/// A range of a side.
public typealias SideRange = Range<SideOffset>
/// A range of the text that a reader sees.
public typealias TextRange = Range<TextOffset>

extension SpaceOffset {
    @inlinable @inline(__always)
    public func distance(to other: Self) -> Int { other.value - value }

    @inlinable @inline(__always)
    public func advanced(by count: Int) -> Self { Self(value + count) }

    @inlinable @inline(__always)
    public static func == (left: Self, right: Self) -> Bool { left.value == right.value }

    @inlinable @inline(__always)
    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }

    @inlinable @inline(__always)
    public static func + (offset: Self, count: Int) -> Self { Self(offset.value + count) }

    @inlinable @inline(__always)
    public static func - (offset: Self, count: Int) -> Self { Self(offset.value - count) }

    /// The number of bytes between two offsets.
    @inlinable @inline(__always)
    public static func - (left: Self, right: Self) -> Int { left.value - right.value }

    @inlinable @inline(__always)
    public static func += (offset: inout Self, count: Int) { offset.value += count }

    @inlinable @inline(__always)
    public static func -= (offset: inout Self, count: Int) { offset.value -= count }
}

extension Range where Bound: SpaceOffset {
    /// The range as plain numbers, for borrowed bytes of its space.
    @inlinable @inline(__always)
    public var values: Range<Int> { Range<Int>(uncheckedBounds: (lowerBound.value, upperBound.value)) }

    /// A range of a space, from plain numbers.
    @inlinable @inline(__always)
    public init(_ values: Range<Int>) {
        self.init(uncheckedBounds: (Bound(values.lowerBound), Bound(values.upperBound)))
    }
}
