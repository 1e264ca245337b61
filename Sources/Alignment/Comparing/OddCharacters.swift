import Bitext

/// Characters that nobody sees or nobody means.
enum OddCharacters {
    enum Kind {
        /// Controls, U+FFFD, private use, noncharacters.
        case control
        case zeroWidth
        /// ZWJ and ZWNJ.
        case joiner
        /// LRM, RLM, ALM.
        case mark
        /// Embeddings, overrides and isolates.
        case override
    }

    struct Found {
        let kind: Kind
        /// "U+200B (zero-width space)".
        let name: String
        /// Byte offsets of what was searched.
        let range: Range<Int>
        /// Whether letters stand on both sides.
        let isBetweenLetters: Bool
    }

    /// The odd characters of a half, in order.
    static func find(in text: ArraySlice<UInt8>) -> [Found] {
        var found: [Found] = []
        text.withUnsafeBufferPointer { buffer in
            var offset = 0
            while offset < buffer.count {
                let byte = buffer[offset]
                if byte < 0x80 {
                    if byte < 0x20, !byte.isASCIIBlank || byte == 0x0B || byte == 0x0C {
                        append(UInt32(byte), .control, "control character", offset, 1)
                    } else if byte == 0x7F {
                        append(0x7F, .control, "control character", offset, 1)
                    }
                    offset += 1
                    continue
                }
                let (scalar, length) = buffer.scalar(at: offset, buffer.count)
                if let (kind, name) = classify(scalar) { append(scalar, kind, name, offset, length) }
                offset += length
            }

            func append(_ scalar: UInt32, _ kind: Kind, _ name: String, _ offset: Int, _ length: Int) {
                let digits = String(scalar, radix: 16, uppercase: true)
                let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                let before = offset > 0 ? buffer[offset - 1] : 0x20
                let after = offset + length < buffer.count ? buffer[offset + length] : 0x20
                found.append(
                    Found(
                        kind: kind, name: "\(code) (\(name))",
                        range: text.startIndex + offset..<text.startIndex + offset + length,
                        isBetweenLetters: (before.isASCIILetter || before >= 0x80)
                            && (after.isASCIILetter || after >= 0x80)))
            }
        }
        return found
    }

    private static func classify(_ scalar: UInt32) -> (Kind, String)? {
        switch scalar {
        case 0x80...0x9F: (.control, "control character")
        case 0xAD: (.zeroWidth, "soft hyphen")
        case 0x200B: (.zeroWidth, "zero-width space")
        case 0x200C: (.joiner, "zero-width non-joiner")
        case 0x200D: (.joiner, "zero-width joiner")
        case 0x200E: (.mark, "left-to-right mark")
        case 0x200F: (.mark, "right-to-left mark")
        case 0x61C: (.mark, "Arabic letter mark")
        case 0x2028, 0x2029: (.control, "line separator")
        case 0x202A...0x202E, 0x2066...0x2069: (.override, "bidirectional control")
        case 0x2060: (.zeroWidth, "word joiner")
        case 0xFEFF: (.zeroWidth, "byte order mark")
        case 0xFFF9...0xFFFB: (.control, "interlinear annotation")
        case 0xFFFD: (.control, "replacement character")
        case 0xFFFE, 0xFFFF: (.control, "noncharacter")
        default: nil
        }
    }
}
