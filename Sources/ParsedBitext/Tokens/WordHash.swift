import Bitext
import MarkdownSyntax

/// The hash of a word in small letters, by which tokens are compared and lexicons find their words.
///
/// Eight bytes of UTF-8 at a time are multiplied and folded (as in wyhash, Wang Yi 2019), so that most words cost one
/// multiplication; the last bytes are filled up with zeros. It does not change from run to run: lexicon files hold it.
package struct WordHash {
    private static let start: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var state = start
    private var block: UInt64 = 0
    private var shift: UInt64 = 0

    /// The letters that ``Token/stem`` is made of.
    package static let stemLength = 7

    package init() {}

    /// The hash of bytes, their ASCII capitals made small.
    package init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte.asciiLowercased) }
    }

    /// Takes one more byte, a small letter.
    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        block |= UInt64(byte) &<< shift
        shift &+= 8
        if shift == 64 { fold() }
    }

    /// Takes the UTF-8 of one more character, a small letter.
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

    /// Takes the first letters of a block.
    @inline(__always)
    mutating func append(_ letters: LetterBlock, _ count: Int) {
        let bytes = letters.lowercase(count)
        block |= bytes &<< shift
        let room = 64 &- shift
        shift &+= UInt64(truncatingIfNeeded: count &* 8)
        guard shift >= 64 else { return }
        let rest = shift &- 64
        fold()
        // What found no room; a shift by 64 would be one by 0.
        if rest > 0 { (block, shift) = (bytes &>> room, rest) }
    }

    @inline(__always)
    private mutating func fold() {
        state = Self.fold(state ^ block)
        (block, shift) = (0, 0)
    }

    @inline(__always)
    package var value: UInt32 { UInt32(truncatingIfNeeded: Self.fold(state ^ block)) }

    /// The hash of up to eight bytes, the first of them lowest.
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

/// Eight bytes of text, and which of them are ASCII letters.
struct LetterBlock {
    /// The bytes, letters made small; what is no letter may be changed.
    private let lowercase: UInt64
    /// Of each letter the highest bit.
    private let letters: UInt64
    /// Of each capital the highest bit.
    private let capitals: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highest: UInt64 = 0x8080_8080_8080_8080

    /// - Parameter bytes: eight of them, the first lowest.
    @inline(__always)
    init(_ bytes: UInt64) {
        let lowercase = bytes | Self.ones &* 0x20
        let low = lowercase & ~Self.highest
        // Sums of bytes below 0x80, so none reaches the next byte.
        let isAtLeastA = low &+ Self.ones &* (0x80 - 0x61)
        let isBehindZ = low &+ Self.ones &* (0x80 - 0x7B)
        letters = isAtLeastA & ~isBehindZ & ~lowercase & Self.highest
        capitals = letters & ~(bytes &<< 2)
        self.lowercase = lowercase
    }

    /// How many letters it begins with, 0 to 8.
    @inline(__always)
    var count: Int { (letters ^ Self.highest).trailingZeroBitCount &>> 3 }

    /// The first letters, made small.
    @inline(__always)
    func lowercase(_ count: Int) -> UInt64 { lowercase & Self.mask(count) }

    /// The hash of the first letters.
    @inline(__always)
    func hash(_ count: Int) -> UInt32 { WordHash.value(block: lowercase(count), count: count) }

    /// Of each capital among the first letters the highest bit.
    @inline(__always)
    func capitals(_ count: Int) -> UInt64 { capitals & Self.mask(count) }

    /// Whether one of the first letters is a capital behind a small one.
    ///
    /// - Parameter isBehindLower: whether the letter in front of the block is small.
    @inline(__always)
    func hasInnerCapital(_ count: Int, isBehindLower: Bool) -> Bool {
        let small = letters & ~capitals
        return capitals(count) & (small &<< 8 | (isBehindLower ? 0x80 : 0)) != 0
    }

    /// Whether the letter at a place is small.
    @inline(__always)
    func isLower(_ place: Int) -> Bool { capitals &>> UInt64(truncatingIfNeeded: place &* 8 &+ 7) & 1 == 0 }

    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 {
        count == 8 ? .max : 1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1
    }
}

extension Bytes {
    /// Eight bytes, the first lowest; zeros behind the last byte of all.
    @inline(__always)
    func block(at offset: Int) -> UInt64 {
        if offset &+ 8 <= count {
            return UInt64(
                littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        return self[offset...].reversed().reduce(0) { $0 &<< 8 | UInt64($1) }
    }
}
