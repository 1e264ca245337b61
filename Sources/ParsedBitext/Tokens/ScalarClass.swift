/// What a scalar beyond ASCII is to the lexer.
package enum ScalarClass {
    case letter, digit, blank, quote
    /// Control, zero-width, bidirectional and private-use characters.
    case odd
    case other

    @inline(__always)
    package static func of(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        // × and ÷ are among the letters.
        case 0xC0...0x24F: return scalar == 0xD7 || scalar == 0xF7 ? .other : .letter
        case 0x80...0x9F: return .odd
        case 0xA0: return .blank
        case 0xAB, 0xBB: return .quote
        case 0xAA, 0xBA, 0xB5: return .letter
        case 0xAD: return .odd
        case 0xA1...0xBF: return .other
        case 0x250...0x5FF: return .letter
        case 0x61C: return .odd
        case 0x660...0x669, 0x6F0...0x6F9, 0xFF10...0xFF19: return .digit
        case 0x900...0x1819 where scalar.decimalDigit != nil: return .digit
        case 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4: return .other
        case 0x600...0x1FFF: return .letter
        case 0x2000...0x200A, 0x202F, 0x205F: return .blank
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: return .odd
        case 0x2018...0x201F, 0x2039, 0x203A: return .quote
        case 0x2010...0x206F: return .other
        case 0x2070...0x2BFF: return .other
        case 0x2C00...0x2DFF: return .letter
        case 0x3000: return .blank
        case 0x3001...0x3004, 0x3012...0x3020, 0x3030: return .other
        case 0x3008...0x3011: return .quote
        case 0x3005...0x3007: return .letter
        case 0x3021...0xD7FF: return scalar == 0x30FB ? .other : .letter
        case 0xE000...0xF8FF: return .odd
        case 0xF900...0xFDFF: return .letter
        case 0xFE00...0xFE0F: return .other
        case 0xFEFF, 0xFFF0...0xFFFF: return .odd
        case 0xFE70...0xFEFE: return .letter
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF66...0xFFDC: return .letter
        case 0xFF01...0xFFEF: return .other
        case 0x1F000...0x1FAFF: return .other
        case 0xE0000...0x10FFFF: return .odd
        case 0x10000...0xDFFFF: return .letter
        default: return .other
        }
    }
}

extension UInt32 {
    /// The value of a decimal digit of any script that documentation is written in (Unicode 15, general category Nd); nil for
    /// other scalars.
    package var decimalDigit: UInt8? {
        let zero: UInt32
        switch self {
        case 0x30...0x39: zero = 0x30
        case 0x660...0x669: zero = 0x660
        case 0x6F0...0x6F9: zero = 0x6F0
        // Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam: blocks of 128 with the same plan.
        case 0x900...0xD7F where (0x66...0x6F).contains(self & 0x7F): zero = self & ~0x7F | 0x66
        case 0xE50...0xE59: zero = 0xE50
        case 0xED0...0xED9: zero = 0xED0
        case 0xF20...0xF29: zero = 0xF20
        case 0x1040...0x1049: zero = 0x1040
        case 0x17E0...0x17E9: zero = 0x17E0
        case 0x1810...0x1819: zero = 0x1810
        case 0xFF10...0xFF19: zero = 0xFF10
        default: return nil
        }
        return UInt8(truncatingIfNeeded: self - zero)
    }

    /// The lowercase form, in the alphabets that documentation is localised into. Simple mappings only
    /// (Unicode 15, UnicodeData.txt).
    @inline(__always)
    package var lowercased: UInt32 {
        switch self {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: return self + 0x20
        case 0x400...0x40F: return self + 0x50
        case 0x100...0x137, 0x14A...0x177: return self | 1
        case 0x139...0x148, 0x179...0x17E: return self & 1 == 1 ? self + 1 : self
        case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F, 0x1E00...0x1EFF: return self | 1
        case 0x386: return 0x3AC
        case 0x388...0x38A: return self + 0x25
        default: return self
        }
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The scalar at `offset` and its length in bytes; U+FFFD and 1 where it does not end before `end`. The bytes must be
    /// well-formed UTF-8.
    @inline(__always)
    package func scalar(at offset: Int, _ end: Int) -> (value: UInt32, length: Int) {
        let first = self[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard offset + length <= end, first >= 0xC0 else { return (0xFFFD, 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<length { value = value << 6 | UInt32(self[offset + index] & 0x3F) }
        return (value, length)
    }
}
