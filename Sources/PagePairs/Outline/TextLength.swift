import Bitext

/// How long a text is, so that texts of two scripts can be compared: characters, of which one of a script without blanks
/// counts as two.
enum TextLength {
    /// How much longer the target is than the source. The texts of a short page say little about that, so they are mixed
    /// with a text of this length that is as long in both languages.
    static func ratio(_ source: PageOutline, _ target: PageOutline) -> Float {
        let usual: Float = 1000
        return min(2, max(0.5, (target.textLength + usual) / (source.textLength + usual)))
    }

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
