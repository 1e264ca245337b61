/// What the lexer and the rule of wrong encodings both know of UTF-8 that was read as Windows-1252.
package enum MojibakeSign {
    /// Whether a byte begins a character that a continuation byte becomes.
    @inline(__always)
    package static func canFollow(_ byte: UInt8) -> Bool {
        byte == 0xC2 || byte == 0xC5 || byte == 0xC6 || byte == 0xCB || byte == 0xE2
    }
}
