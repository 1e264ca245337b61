/// A 64-bit hash of bytes (FNV-1a), to compare hashes instead of bytes.
@usableFromInline
package struct KeyHash: Sendable {
    @usableFromInline
    package internal(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    @inlinable
    package init() {}

    @inlinable
    package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        // Bytes in memory are many times as fast to read.
        bytes.withContiguousStorageIfAvailable { hash($0) } ?? hash(bytes)
    }

    package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 { hash(bytes) }

    @inline(__always)
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = KeyHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}

extension UInt64 {
    /// Lower-case hexadecimal digits with zeros before them, as names of things have them.
    package func hexDigits(_ count: Int = 16) -> String {
        let digits = Swift.max(count, (67 - leadingZeroBitCount) / 4, 1)
        return String(unsafeUninitializedCapacity: digits) { buffer in
            for index in 0..<digits {
                let shift = UInt64(4 * (digits - 1 - index))
                let digit = shift < 64 ? UInt8(truncatingIfNeeded: self >> shift) & 0xF : 0
                buffer[index] = digit.hexDigit
            }
            return digits
        }
    }
}

extension UInt8 {
    /// The lower-case hexadecimal digit of a number below 16.
    var hexDigit: UInt8 { self + (self < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10) }
}
