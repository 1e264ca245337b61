/// What is between two terms. Characters beyond ASCII are found by their last byte.
extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether a parenthesis opens at a byte: `(`, or the last byte of `（`.
    @inline(__always)
    func opensParenthesis(at offset: Int) -> Bool {
        switch self[offset] {
        case UInt8(ascii: "("): true
        case 0x88: offset >= 2 && self[offset - 1] == 0xBC && self[offset - 2] == 0xEF
        default: false
        }
    }

    /// Whether a byte ends a sentence: `.`, `!` or `?` before a blank, or the last byte of `。`.
    ///
    /// - Parameter end: of the text; what comes after it is no blank.
    @inline(__always)
    func endsSentence(at offset: Int, before end: Int) -> Bool {
        switch self[offset] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): offset + 1 < end && self[offset + 1] <= 0x20
        case 0x82: offset >= 2 && self[offset - 1] == 0x80 && self[offset - 2] == 0xE3
        default: false
        }
    }
}
