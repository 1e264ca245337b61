import Bitext

/// How long a text is, so that texts of two scripts can be compared: characters, of which one of a script without blanks
/// counts as two.
enum TextLength {
    /// The length, and a sum of what a translation keeps: each digit and each mark of code or of a link.
    static func of(_ range: Range<Int>, in bytes: Bytes) -> (length: Float, marks: UInt32) {
        var count = 0
        var marks: UInt32 = 0
        for offset in range {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte > 0x20 { count += 1 }
                if byte.isASCIIDigit || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "[") {
                    // Mixed, so that the sums of 14 and of 23 differ.
                    let mixed = UInt32(byte) &* 0x9E37_79B1
                    marks &+= mixed ^ mixed >> 15
                }
            } else if byte >= 0xC0 {
                count += byte >= 0xE0 ? 2 : 1
            }
        }
        return (Float(count), marks)
    }
}
