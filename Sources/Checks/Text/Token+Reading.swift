import Bitext
import ParsedBitext

extension Token {
    /// The tokens of a text that is not part of a bitext.
    static func read(_ text: String, _ language: Language) -> [Token] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes, 0..<bytes.count, language)
            return lexer.tokens()
        }
    }

    /// Whether only spaces, hyphens, apostrophes and the like are between two tokens, so that both can be in one term.
    static func areAdjacent(_ left: Token, _ right: Token, in text: Bytes) -> Bool {
        let gap = left.range.upperBound..<max(left.range.upperBound, right.range.lowerBound)
        guard gap.count <= 16 else { return false }
        return gap.allSatisfy { index in
            switch text[index] {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "&"):
                true
            // The bytes of U+00A0, U+2010, U+2011, U+2019 and U+202F.
            case 0xC2, 0xA0, 0xE2, 0x80, 0x90, 0x91, 0x99, 0xAF: true
            default: false
            }
        }
    }
}
