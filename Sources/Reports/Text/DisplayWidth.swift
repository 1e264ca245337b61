extension String {
    /// How many columns a terminal gives to the text.
    var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}

extension Character {
    /// How many columns a terminal gives to the character: two for CJK and emoji, none for what only changes others.
    ///
    /// Terminals add up the scalars, as `wcwidth` of the C library counts them: `नी` has two columns. Only an emoji of several
    /// scalars is one picture.
    var displayWidth: Int {
        if isASCII { return 1 }
        var width = 0
        var isPicture = false
        for scalar in unicodeScalars {
            // The variation selector that asks for the picture.
            if scalar == "\u{FE0F}" { return 2 }
            if isPicture, scalar.properties.isEmojiPresentation { continue }
            width += scalar.displayWidth
            isPicture = isPicture || scalar.value >= 0x1F000 && scalar.properties.isEmojiPresentation
        }
        return width
    }
}

extension Unicode.Scalar {
    /// The columns of a scalar that is a whole character wherever its neighbours have such a width, too; nil for all others.
    ///
    /// These are the letters and signs of most languages. They are recognized without the tables of Unicode, so that a report
    /// takes little time. A test compares this list with the tables.
    var simpleWidth: Int? {
        switch value {
        // Not a carriage return, which is one character with a line feed, and not the soft hyphen, which has no width.
        case 0x0D, 0xAD: nil
        // Latin and phonetic letters; Greek and Cyrillic without combining marks; Hebrew and Arabic letters; Latin letters of
        // Vietnamese; dashes, quotes and dots.
        case 0..<0x300, 0x370...0x482, 0x5D0...0x5EA, 0x620...0x64A, 0x1E00...0x1EFF, 0x2010...0x2027: 1
        // Punctuation of CJK; kana without combining marks; ideographs; Yi; Hangul syllables; full-width forms.
        case 0x3000...0x3029, 0x3041...0x3096, 0x30A1...0x30FC, 0x3400...0x4DBF, 0x4E00...0xA48C, 0xAC00...0xD7A3,
            0xFF01...0xFF60:
            2
        default: nil
        }
    }

    /// Whether it is of a script that is written from right to left: Hebrew, Arabic, Syriac, Thaana and the like
    /// (Unicode 15, DerivedBidiClass.txt, R and AL), by blocks.
    var isRightToLeft: Bool {
        switch value {
        case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    fileprivate var displayWidth: Int {
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        // The vowels and final consonants of Hangul join the consonant before them.
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        return isWide || properties.isEmojiPresentation ? 2 : 1
    }

    /// East Asian Width W or F (Unicode 15, EastAsianWidth.txt), by blocks.
    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
