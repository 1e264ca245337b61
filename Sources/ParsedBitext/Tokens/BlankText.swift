import Bitext

extension ArraySlice<UInt8> {
    /// Whether a reader sees nothing of the text: it has only blanks of any kind.
    package var isBlankText: Bool {
        var rest = self
        while let first = rest.first {
            switch first {
            case _ where first.isASCIIBlank: rest.removeFirst()
            // No-break space.
            case 0xC2 where rest.dropFirst().first == 0xA0: rest.removeFirst(2)
            case 0xE2 where rest.startsWithWideBlank: rest.removeFirst(3)
            // Ideographic space.
            case 0xE3 where rest.starts(with: [0xE3, 0x80, 0x80]): rest.removeFirst(3)
            default: return false
            }
        }
        return true
    }

    /// Whether the text begins with one of the blanks and invisible characters of general punctuation: U+2000 to U+200F,
    /// U+2028 to U+202F, U+205F and U+2060. The dashes and quotes between them do not count.
    package var startsWithWideBlank: Bool {
        guard count >= 3, self[startIndex] == 0xE2 else { return false }
        let (second, third) = (self[startIndex + 1], self[startIndex + 2])
        switch second {
        case 0x80: return third <= 0x8F || (0xA8...0xAF).contains(third)
        case 0x81: return third == 0x9F || third == 0xA0
        default: return false
        }
    }
}
