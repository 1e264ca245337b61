import Bitext

/// Eight bytes of text, and which of them are ASCII letters.
struct LetterBlock {
    /// The bytes with letters in lower case. Other bytes may be changed.
    private let lowercase: UInt64
    /// The highest bit of each byte that is a letter.
    private let letters: UInt64
    /// The highest bit of each byte that is a capital.
    private let capitals: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highest: UInt64 = 0x8080_8080_8080_8080

    /// - Parameter bytes: eight bytes, the first one lowest.
    @inline(__always)
    init(_ bytes: UInt64) {
        let lowercase = bytes | Self.ones &* 0x20
        let low = lowercase & ~Self.highest
        // Sums of bytes below 0x80, so none carries into the next byte.
        let isAtLeastA = low &+ Self.ones &* (0x80 - 0x61)
        let isAfterZ = low &+ Self.ones &* (0x80 - 0x7B)
        letters = isAtLeastA & ~isAfterZ & ~lowercase & Self.highest
        capitals = letters & ~(bytes &<< 2)
        self.lowercase = lowercase
    }

    /// How many letters the block begins with, 0 to 8.
    @inline(__always)
    var count: Int { (letters ^ Self.highest).trailingZeroBitCount &>> 3 }

    /// The first letters in lower case.
    @inline(__always)
    func lowercase(_ count: Int) -> UInt64 { lowercase & Self.mask(count) }

    /// The hash of the first letters.
    @inline(__always)
    func hash(_ count: Int) -> UInt32 { WordHash.value(block: lowercase(count), count: count) }

    /// The highest bit of each capital among the first letters.
    @inline(__always)
    func capitals(_ count: Int) -> UInt64 { capitals & Self.mask(count) }

    /// Whether one of the first letters is a capital after a lowercase letter.
    ///
    /// - Parameter isAfterLowercase: whether the letter before the block is in lower case.
    @inline(__always)
    func hasInnerCapital(_ count: Int, isAfterLowercase: Bool) -> Bool {
        let lowercaseLetters = letters & ~capitals
        return capitals(count) & (lowercaseLetters &<< 8 | (isAfterLowercase ? 0x80 : 0)) != 0
    }

    /// Whether the letter at an index is in lower case.
    @inline(__always)
    func isLowercase(_ index: Int) -> Bool { capitals &>> UInt64(truncatingIfNeeded: index &* 8 &+ 7) & 1 == 0 }

    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 {
        count == 8 ? .max : 1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1
    }
}

extension Bytes {
    /// The eight bytes at an offset, the first one lowest. Beyond the end they are zero.
    @inlinable
    @inline(__always)
    package func block(at offset: Int) -> UInt64 {
        if offset &+ 8 <= count {
            return UInt64(
                littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        return self[offset...].reversed().reduce(0) { $0 &<< 8 | UInt64($1) }
    }
}
