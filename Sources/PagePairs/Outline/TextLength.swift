import Bitext

/// How long a text is, so that texts of two scripts can be compared: characters, of which one of a script without blanks
/// counts as two.
enum TextLength {
    static func of(_ range: Range<Int>, in bytes: Bytes) -> Float {
        var count = 0
        for offset in range {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte > 0x20 { count += 1 }
            } else if byte >= 0xC0 {
                count += byte >= 0xE0 ? 2 : 1
            }
        }
        return Float(count)
    }
}
