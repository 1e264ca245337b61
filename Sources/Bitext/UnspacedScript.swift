extension UInt32 {
    /// Whether a Unicode scalar is a letter of a script without blanks between words: Thai, Lao, Myanmar, Khmer, Chinese
    /// characters and kana (Unicode Standard Annex 14, classes SA, ID and CJ).
    package var isUnspacedLetter: Bool {
        switch self {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
