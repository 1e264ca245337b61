/// UTF-8 that was read as Windows-1252 ("mojibake"), as far as both the lexer and a rule need it.
package enum MisreadUTF8 {
    /// Whether a byte begins a character that a continuation byte of UTF-8 is in Windows-1252.
    @inline(__always)
    package static func canFollow(_ byte: UInt8) -> Bool {
        byte == 0xC2 || byte == 0xC5 || byte == 0xC6 || byte == 0xCB || byte == 0xE2
    }
}
