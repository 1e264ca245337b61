import Bitext
import ParsedBitext

/// Characters that are invisible or that result from damage.
enum OddCharacters {
    enum Kind {
        /// Controls, U+FFFD, noncharacters.
        case control
        case zeroWidth
        /// ZWJ and ZWNJ.
        case joiner
        /// LRM, RLM, ALM.
        case directionMark
        /// Embeddings and overrides, and PDF, which ends them.
        case override
        /// Isolates, and PDI, which ends them.
        case isolate
    }

    struct Found {
        let kind: Kind
        let scalar: UInt32
        /// "U+200B (zero-width space)".
        let name: String
        /// Its byte offsets in the text that was searched.
        let range: Range<Int>
        /// Whether it has a letter before and after it.
        let isBetweenLetters: Bool
    }

    /// Returns the odd characters of a text, in order.
    static func find(in text: ArraySlice<UInt8>) -> [Found] {
        var found: [Found] = []
        text.withUnsafeBufferPointer { buffer in
            var offset = 0
            var isAfterLetter = false
            while offset < buffer.count {
                let (scalar, length) = buffer.scalar(at: offset, buffer.count)
                if let (kind, name) = classify(scalar) {
                    found.append(
                        Found(
                            kind: kind, scalar: scalar, name: "\(code(scalar)) (\(name))",
                            range: text.startIndex + offset..<text.startIndex + offset + length,
                            isBetweenLetters: isAfterLetter && isLetter(buffer, offset + length)))
                }
                isAfterLetter = isLetter(scalar)
                offset += length
            }
        }
        return found
    }

    private static func isLetter(_ text: Bytes, _ offset: Int) -> Bool {
        offset < text.count && isLetter(text.scalar(at: offset, text.count).value)
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        scalar < 0x80 ? UInt8(scalar).isASCIILetter : ScalarClass.of(scalar) == .letter
    }

    private static func code(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    @inline(__always)
    private static func classify(_ scalar: UInt32) -> (Kind, String)? {
        switch scalar {
        case 0x09, 0x0A, 0x0D, 0x20..<0x7F: nil
        case 0..<0x20, 0x7F...0x9F: (.control, "control character")
        case 0xAD: (.zeroWidth, "soft hyphen")
        case 0x200B: (.zeroWidth, "zero-width space")
        case 0x200C: (.joiner, "zero-width non-joiner")
        case 0x200D: (.joiner, "zero-width joiner")
        case 0x200E: (.directionMark, "left-to-right mark")
        case 0x200F: (.directionMark, "right-to-left mark")
        case 0x61C: (.directionMark, "Arabic letter mark")
        case 0x2028, 0x2029: (.control, "line separator")
        case 0x202A...0x202E: (.override, "bidirectional control")
        case 0x2066...0x2069: (.isolate, "bidirectional control")
        case 0x2060: (.zeroWidth, "word joiner")
        case 0xFEFF: (.zeroWidth, "byte order mark")
        case 0xFFF9...0xFFFB: (.control, "interlinear annotation")
        case 0xFFFD: (.control, "replacement character")
        case 0xFFFE, 0xFFFF: (.control, "noncharacter")
        default: nil
        }
    }
}
