import Bitext
import ParsedBitext

/// Hashes that are equal for the same source, or for the same translation.
enum TranslationKey {
    /// The key of a source: a hash of its Markdown without the spaces around it. Nil for fewer than three words, as
    /// their meaning depends on the context.
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
        var last: UInt64 = 0
        while start < end {
            last = last &<< 8 | UInt64(bytes[start])
            start += 1
        }
        return mix(hash ^ last)
    }

    /// The key of a target. Spaces, quotes, emphasis, escapes, destinations of links, the case of the first letter and
    /// the final punctuation make no difference.
    static func ofTarget(_ bytes: Bytes) -> UInt64 {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { significant in
            hash(significant, copySignificant(bytes, to: significant))
        }
    }

    private static func hash(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> UInt64 {
        var hash = mix(0x9E37_79B9_7F4A_7C15 ^ UInt64(count))
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = 0
        while offset + 8 <= count {
            hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var last: UInt64 = 0
        while offset < count {
            last = last &<< 8 | UInt64(bytes[offset])
            offset += 1
        }
        return mix(mix(hash ^ last))
    }

    /// Copies the bytes that make a difference.
    ///
    /// - Parameter key: has space for all bytes and one more.
    /// - Returns: the number of bytes copied.
    private static func copySignificant(_ bytes: Bytes, to key: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let classes = classes
        let end = significantEnd(bytes)
        var count = 0
        var isFirst = true
        var hasDestinations = true
        var offset = 0
        while offset < end {
            let byte = bytes[offset]
            let kind = classes[Int(byte)]
            if kind.rawValue <= Kind.plain.rawValue, !isFirst {
                // Branch-free: write every byte, advance only if it makes a difference.
                key[count] = byte
                count &+= Int(kind.rawValue)
                offset &+= 1
                continue
            }
            var length = 1
            switch kind {
            case .ignored:
                offset += 1
                continue
            case .lead:
                let scalar: UInt32
                (scalar, length) = bytes.scalar(at: offset, bytes.count)
                if isIgnored(scalar) {
                    offset += length
                    continue
                }
            case .other where bytes.has("&nbsp;", at: offset):
                offset += 6
                continue
            default: break
            }
            if isFirst {
                let (scalar, whole) = bytes.scalar(at: offset, bytes.count)
                var lowercased = scalar.lowercased
                // As many bytes as in UTF-8, so that there is enough space. The number of a scalar needs fewer.
                for _ in 0..<whole {
                    key[count] = UInt8(truncatingIfNeeded: lowercased)
                    lowercased &>>= 8
                    count += 1
                }
                isFirst = endsSentence(scalar)
                offset += whole
                continue
            }
            for position in offset..<offset + length {
                key[count] = bytes[position]
                count += 1
            }
            if byte == UInt8(ascii: "]"), hasDestinations, bytes.has("](", at: offset) {
                if let close = bytes.firstOffset(of: UInt8(ascii: ")"), from: offset) {
                    offset = close
                    continue
                }
                hasDestinations = false
            }
            offset += length
        }
        return count
    }

    /// The end of the last character that is neither ignored nor final punctuation.
    private static func significantEnd(_ bytes: Bytes) -> Int {
        var end = bytes.count
        while end > 0 {
            var start = end - 1
            while start > 0, bytes[start].isUTF8Continuation { start -= 1 }
            let scalar = bytes.scalar(at: start, end).value
            if !isIgnored(scalar), !endsSentence(scalar) { break }
            end = scalar == UInt32(UInt8(ascii: ";")) && bytes.has("&nbsp;", at: start - 5) ? start - 5 : start
        }
        return end
    }

    /// The raw value of the first two is the number of bytes to copy.
    private enum Kind: UInt8 {
        case ignored = 0
        case plain = 1
        case lead, other
    }

    /// The kind of each byte. The memory is never written again or freed.
    nonisolated(unsafe) private static let classes: UnsafePointer<Kind> = {
        let table = UnsafeMutablePointer<Kind>.allocate(capacity: 256)
        for value in 0..<256 {
            let byte = UInt8(value)
            let kind: Kind =
                switch byte {
                case 0..<0x80 where isIgnored(UInt32(byte)): .ignored
                // The first bytes of the ignored characters beyond ASCII.
                case 0xC2, 0xE2, 0xE3, 0xEF: .lead
                case UInt8(ascii: "&"), UInt8(ascii: "]"): .other
                default: .plain
                }
            (table + value).initialize(to: kind)
        }
        return UnsafePointer(table)
    }()

    /// The seed for the sources of a locale: translations into different languages are not compared.
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
            0x2028...0x202F, 0x2039, 0x203A, 0x205F...0x2064, 0x3000, 0x300C...0x300F, 0xFEFF:
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
