extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether the bytes are well-formed UTF-8 (Unicode 16, table 3-7).
    ///
    /// Skips 16 bytes at a time if all are ASCII, as most of a page is.
    package var isUTF8: Bool {
        guard let start = baseAddress else { return true }
        let raw = UnsafeRawPointer(start)
        let highBits: UInt64 = 0x8080_8080_8080_8080
        var offset = 0
        while offset < count {
            if offset &+ 16 <= count {
                let first = highBits & UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                let second =
                    highBits & UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self))
                if first | second == 0 {
                    offset &+= 16
                    continue
                }
                offset &+= first != 0 ? first.trailingZeroBitCount &>> 3 : 8 &+ (second.trailingZeroBitCount &>> 3)
            }
            let length = scalarLength(at: offset)
            guard length > 0 else { return false }
            offset &+= length
        }
        return true
    }

    /// The length in bytes of the well-formed scalar at an offset; 0 if there is none.
    @inline(__always)
    private func scalarLength(at offset: Int) -> Int {
        func continues(_ index: Int, _ lower: UInt8 = 0x80, _ upper: UInt8 = 0xBF) -> Bool {
            guard offset &+ index < count else { return false }
            let byte = self[offset &+ index]
            return byte >= lower && byte <= upper
        }
        switch self[offset] {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, 0xA0) && continues(2) ? 3 : 0
        case 0xED: return continues(1, 0x80, 0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, 0x90) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, 0x80, 0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }
}
