/// A 64-bit hash of bytes (FNV-1a), to compare hashes instead of bytes.
package struct KeyHash: Sendable {
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    @inline(__always)
    package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = KeyHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }

    /// The same for bytes in memory, which is many times as fast.
    package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = KeyHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}

extension UInt64 {
    /// Lower-case hexadecimal digits with zeros before them, as names of things have them.
    package func hexDigits(_ count: Int = 16) -> String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: Swift.max(0, count - digits.utf8.count)) + digits
    }
}
