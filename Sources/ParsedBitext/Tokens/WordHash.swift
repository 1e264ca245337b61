import Bitext

/// The hash of a word in lower case. Tokens are compared by it, and lexicons find their words by it.
///
/// Each eight bytes of UTF-8 are multiplied and folded (as in wyhash, Wang Yi 2019), so most words cost one
/// multiplication. The last bytes are padded with zeros. Lexicon files contain the hash, so it must never change.
package struct WordHash {
    private static let start: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var state = start
    private var block: UInt64 = 0
    private var shift: UInt64 = 0

    /// How many letters ``Token/stem`` is made of.
    package static let stemLength = 7

    package init() {}

    /// The hash of bytes, with ASCII capitals in lower case.
    package init(_ bytes: some Sequence<UInt8>) {
        // Bytes in memory are many times as fast to read.
        if bytes.withContiguousStorageIfAvailable({ append(letters: $0) }) == nil { append(letters: bytes) }
    }

    @inline(__always)
    private mutating func append(letters bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte.asciiLowercased) }
    }

    /// Adds one byte of a lowercase word.
    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        block |= UInt64(byte) &<< shift
        shift &+= 8
        if shift == 64 { fold() }
    }

    /// Adds the UTF-8 of one lowercase character.
    @inline(__always)
    package mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 {
            append(UInt8(truncatingIfNeeded: scalar))
            return
        }
        func continuation(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar &>> shift & 0x3F) }
        if scalar < 0x800 {
            append(0xC0 | UInt8(truncatingIfNeeded: scalar &>> 6))
        } else {
            if scalar < 0x1_0000 {
                append(0xE0 | UInt8(truncatingIfNeeded: scalar &>> 12))
            } else {
                append(0xF0 | UInt8(truncatingIfNeeded: scalar &>> 18 & 7))
                append(continuation(12))
            }
            append(continuation(6))
        }
        append(continuation(0))
    }

    /// Adds the first letters of a block.
    @inline(__always)
    mutating func append(_ letters: LetterBlock, _ count: Int) {
        let bytes = letters.lowercase(count)
        block |= bytes &<< shift
        let free = 64 &- shift
        shift &+= UInt64(truncatingIfNeeded: count &* 8)
        guard shift >= 64 else { return }
        let rest = shift &- 64
        fold()
        // What did not fit into the block. If nothing is left, `free` may be 64, and a shift by 64 would shift by 0.
        if rest > 0 { (block, shift) = (bytes &>> free, rest) }
    }

    @inline(__always)
    private mutating func fold() {
        state = Self.fold(state ^ block)
        (block, shift) = (0, 0)
    }

    @inline(__always)
    package var value: UInt32 { UInt32(truncatingIfNeeded: Self.fold(state ^ block)) }

    /// The hash of up to eight bytes, the first one lowest.
    @inline(__always)
    static func value(block: UInt64, count: Int) -> UInt32 {
        let folded = fold(Self.start ^ block)
        return UInt32(truncatingIfNeeded: count == 8 ? fold(folded) : folded)
    }

    @inline(__always)
    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}
