import Bitext

/// What a byte of text is to the lexer.
enum ByteClass: UInt8 {
    case control, blank, letter, digit
    /// May begin a path, a parameter, a variable or another identifier.
    case sigil
    case bracket
    /// A marker of Markdown.
    case marker
    /// Punctuation that some languages put a space before.
    case spaced
    case other
    /// From 0x80 on: see ``ScalarClass``.
    case wide

    /// The class of each byte. The memory is never changed or freed, so a lexer can keep the pointer and need not look up
    /// the static property for each byte.
    nonisolated(unsafe) static let table: UnsafePointer<ByteClass> = {
        let table = UnsafeMutablePointer<ByteClass>.allocate(capacity: 256)
        for value in 0...255 { (table + value).initialize(to: classify(UInt8(value))) }
        return UnsafePointer(table)
    }()

    private static func classify(_ byte: UInt8) -> ByteClass {
        switch byte {
        case 0x09...0x0D, 0x20: return .blank
        case 0..<0x20, 0x7F: return .control
        case 0x80...: return .wide
        case _ where byte.isASCIILetter: return .letter
        case _ where byte.isASCIIDigit: return .digit
        default: break
        }
        switch Unicode.Scalar(byte) {
        case "-", "/", "\\", "$", "%", "<", ".": return .sigil
        case "(", ")", "[", "]", "{", "}", "\"": return .bracket
        case "*", "_", "~": return .marker
        case ":", ";", "?", "!": return .spaced
        default: return .other
        }
    }

    /// Whether a byte joins letters and digits to one identifier.
    static func joins(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "-", ".", "_", "/", "\\", ":", "@", "=", "&", "#", "$", "%", "+", "~": true
        default: false
        }
    }

    static func continuesIdentifier(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "\\")
    }

    static func isInAddress(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !byte.isOne(of: "\"<>)]'*`")
    }

    /// Whether a byte at the end of an identifier belongs to the sentence around it.
    static func endsSentence(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case ".", ",", ":", ";", "!", "?", "-", "=", "&", "+", "/", "#", "@", "$", "~": true
        default: false
        }
    }
}
