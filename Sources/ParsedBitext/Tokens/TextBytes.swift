import Bitext

// The text that a reader sees, by its own type of offsets.

extension Array where Element == UInt8 {
    @inlinable
    package subscript(offset: TextOffset) -> UInt8 { self[offset.value] }

    @inlinable
    package subscript(range: TextRange) -> ArraySlice<UInt8> { self[range.values] }
}

extension ArraySlice where Element == UInt8 {
    @inlinable
    package subscript(offset: TextOffset) -> UInt8 { self[offset.value] }

    @inlinable
    package subscript(range: TextRange) -> ArraySlice<UInt8> { self[range.values] }
}

extension UnsafeBufferPointer where Element == UInt8 {
    @inlinable
    package subscript(offset: TextOffset) -> UInt8 { self[offset.value] }

    @inlinable
    package subscript(range: TextRange) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: self[range.values])
    }
}
