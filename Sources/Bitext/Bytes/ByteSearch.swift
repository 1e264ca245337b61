#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Borrowed bytes, valid during one call.
@usableFromInline
package typealias Bytes = UnsafeBufferPointer<UInt8>

/// Search and comparison in borrowed bytes. Offsets outside the buffer are clamped, so damaged input cannot make a search
/// read out of bounds.
extension UnsafeBufferPointer where Element == UInt8 {
    /// The offset of the first occurrence of `needle` in `start ..< end`, or nil.
    ///
    /// - Parameter anchor: the index of the byte in `needle` that `memchr` searches for. The rarer this byte is in the
    ///   text, the faster the search.
    @inlinable
    package func firstOffset(
        of needle: StaticString, anchor: Int = 0, from start: Int, to end: Int? = nil
    ) -> Int? {
        let limit = Swift.min(end ?? count, count) - (needle.utf8CodeUnitCount - 1 - anchor)
        var offset = Swift.max(start, 0) + anchor
        while let found = firstOffset(of: needle.utf8Start[anchor], from: offset, to: limit) {
            if has(needle, at: found - anchor) { return found - anchor }
            offset = found + 1
        }
        return nil
    }

    /// The offset of the first `byte` in `start ..< end`, or nil.
    @inlinable
    package func firstOffset(of byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        let end = Swift.min(end ?? count, count)
        guard start >= 0, start < end, let base = baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether `needle` is at `offset`.
    ///
    /// Inlined, so that a short one is compared by a few instructions and not by a call.
    @inlinable
    @inline(__always)
    package func has(_ needle: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, offset + needle.utf8CodeUnitCount <= count, let base = baseAddress else { return false }
        return memcmp(base + offset, needle.utf8Start, needle.utf8CodeUnitCount) == 0
    }

    /// Whether `needle`, which must be lower case, is at `offset` in upper or lower case (ASCII only).
    @inlinable
    package func hasIgnoringCase(_ needle: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, offset + needle.utf8CodeUnitCount <= count else { return false }
        for index in 0..<needle.utf8CodeUnitCount
        where self[offset + index].asciiLowercased != needle.utf8Start[index] {
            return false
        }
        return true
    }

    /// Whether two buffers have the same bytes.
    package static func areEqual(_ left: Self, _ right: Self) -> Bool {
        guard left.count == right.count else { return false }
        guard let start = left.baseAddress, let other = right.baseAddress else { return true }
        return memcmp(start, other, left.count) == 0
    }

    /// Whether two ranges have the same bytes.
    package func areEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        Self.areEqual(Self(rebasing: self[left]), Self(rebasing: self[right]))
    }

    /// Whether an HTML tag's name is at `offset`, and not only the beginning of a longer name.
    ///
    /// - Parameter name: in lower case (`sub`, `<sub`).
    package func hasTag(_ name: StaticString, at offset: Int) -> Bool {
        let end = offset + name.utf8CodeUnitCount
        return hasIgnoringCase(name, at: offset) && !(end < count && self[end].isASCIIAlphanumeric)
    }

    /// The bytes of `range` as a string; bad UTF-8 becomes U+FFFD.
    @inlinable
    package func string(_ range: Range<Int>) -> String {
        String(decoding: self[range], as: UTF8.self)
    }

    /// A copy with `A…Z` as `a…z`.
    package var asciiLowercased: [UInt8] {
        var copy = Array(self)
        for index in copy.indices { copy[index] = copy[index].asciiLowercased }
        return copy
    }

    /// `range` without ASCII blanks at either end.
    @inlinable
    package func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower].isASCIIBlank { lower += 1 }
        while upper > lower, self[upper - 1].isASCIIBlank { upper -= 1 }
        return lower..<upper
    }
}

extension UInt8 {
    /// Space, tab, line feed, carriage return, vertical tab or form feed.
    @inlinable
    package var isASCIIBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

    /// `A…Z` as `a…z`, anything else as it is.
    @inlinable
    package var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

    @inlinable
    package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

    @inlinable
    package var isASCIILetter: Bool { asciiLowercased >= 0x61 && asciiLowercased <= 0x7A }

    @inlinable
    package var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }

    /// Whether the byte is one of a few ASCII characters: `byte.isOne(of: "*_~")`. Compiled to one comparison for each.
    @inlinable @inline(__always)
    package func isOne(of characters: StaticString) -> Bool {
        for index in 0..<characters.utf8CodeUnitCount where characters.utf8Start[index] == self { return true }
        return false
    }

    /// Whether the byte continues a UTF-8 sequence (`10xxxxxx`). All other bytes begin a scalar.
    @inlinable
    package var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
