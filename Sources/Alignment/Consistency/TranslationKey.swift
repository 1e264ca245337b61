import Bitext

/// What makes two texts the same source, or the same translation.
enum TranslationKey {
    /// The key of a source: its Markdown without the blanks around it. Nil for one of fewer than three words, which may
    /// well mean one thing here and another there.
    static func ofSource(_ bytes: Bytes, seed: UInt64) -> UInt64? {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start].isASCIIBlank { start += 1 }
        while end > start, bytes[end - 1].isASCIIBlank { end -= 1 }
        guard hasThreeWords(bytes, start..<end), let base = bytes.baseAddress else { return nil }
        var hash = mix(seed ^ UInt64(end - start))
        while start + 8 <= end {
            hash = mix(hash ^ UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
            start += 8
        }
        while start < end {
            hash = mix(hash ^ UInt64(bytes[start]))
            start += 1
        }
        return hash
    }

    /// The key of a target. Blanks, quotes, emphasis, escapes, where links lead, the case of the first letter and the
    /// final punctuation make no difference.
    static func ofTarget(_ bytes: Bytes) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        // Behind the last character that is no final punctuation.
        var significant = hash
        var isFirst = true
        var hasDestinations = true
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = bytes.scalar(at: offset, bytes.count)
            if isIgnored(scalar) {
                offset += length
                continue
            }
            if scalar == UInt32(UInt8(ascii: "&")), bytes.has("&nbsp;", at: offset) {
                offset += 6
                continue
            }
            hash = mix(hash ^ UInt64(isFirst ? scalar.lowercased : scalar))
            if !endsSentence(scalar) {
                significant = hash
                isFirst = false
            }
            if hasDestinations, scalar == UInt32(UInt8(ascii: "]")), bytes.has("](", at: offset) {
                if let end = bytes.firstOffset(of: UInt8(ascii: ")"), from: offset) {
                    offset = end
                    continue
                }
                hasDestinations = false
            }
            offset += length
        }
        return significant
    }

    /// The seed of a locale's sources: what is translated into two languages is no contradiction.
    static func seed(_ language: Language) -> UInt64 {
        language.locale.lowercased().utf8.reduce(0xCBF2_9CE4_8422_2325) { mix($0 ^ UInt64($1)) }
    }

    @inline(__always)
    private static func mix(_ hash: UInt64) -> UInt64 {
        let mixed = hash &* 0x9FB2_1C65_1E98_DF25
        return mixed ^ mixed >> 32
    }

    private static func hasThreeWords(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
        var words = 0
        var isInWord = false
        for index in range {
            let byte = bytes[index]
            if byte.isASCIIBlank {
                isInWord = false
            } else if !isInWord, byte.isASCIILetter || byte >= 0x80 {
                isInWord = true
                words += 1
                if words == 3 { return true }
            }
        }
        return false
    }

    private static func isIgnored(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0...0x20, 0x22, 0x27, 0x2A, 0x5C, 0xA0, 0xAB, 0xAD, 0xBB, 0x2000...0x200F, 0x2018...0x201F,
            0x2028...0x202F,
            0x2039, 0x203A, 0x205F...0x2064, 0x3000, 0x300C...0x300F, 0xFEFF:
            true
        default: false
        }
    }

    private static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x2026, 0x3001, 0x3002, 0xFF01, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F,
            0x61B, 0x61F, 0x6D4, 0x5C3:
            true
        default: false
        }
    }
}
