import Bitext

/// How long a text is, so that texts of two scripts can be compared: characters, of which one of a script without blanks
/// counts as two.
enum TextLength {
    static func of(_ range: Range<Int>, in bytes: Bytes) -> Float {
        lengths.withUnsafeBufferPointer { lengths in
            var length = 0
            for byte in bytes[range] { length += Int(lengths[Int(byte)]) }
            return Float(length)
        }
    }

    /// A sum of what a translation keeps: each digit and each mark of code or of a link.
    static func marks(of range: Range<Int>, in bytes: Bytes) -> UInt32 {
        marks.withUnsafeBufferPointer { marks in
            var sum: UInt32 = 0
            for byte in bytes[range] { sum &+= marks[Int(byte)] }
            return sum
        }
    }

    /// The length of the character that begins with a byte.
    private static let lengths: [UInt8] = (0...UInt8.max).map { byte in
        switch byte {
        case ...0x20, 0x80..<0xC0: 0
        case 0xE0...: 2
        default: 1
        }
    }

    /// What a byte adds to the sum.
    private static let marks: [UInt32] = (0...UInt8.max).map { byte in
        guard byte.isASCIIDigit || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "[") else { return 0 }
        // Mixed, so that the sums of 14 and of 23 differ.
        let mixed = UInt32(byte) &* 0x9E37_79B1
        return mixed ^ mixed >> 15
    }
}
