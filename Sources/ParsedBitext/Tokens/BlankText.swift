import Bitext

extension ArraySlice<UInt8> {
    /// Whether a reader sees nothing of it: blanks of any kind only. An image is something.
    package var isBlankText: Bool {
        var index = startIndex
        while index < endIndex {
            if self[index].isASCIIBlank {
                index += 1
            } else if self[index...].starts(with: [0xC2, 0xA0]) {
                index += 2
            } else if self[index...].startsWithWideBlank || self[index...].starts(with: [0xE3, 0x80, 0x80]) {
                index += 3
            } else {
                return false
            }
        }
        return true
    }

    /// Whether it begins with one of the blanks and invisible characters of general punctuation: U+2000 to U+200F, U+2028
    /// to U+202F, U+205F and U+2060. Dashes and quotes are neighbours of theirs.
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
