extension String {
    /// At most eighty characters, on one line.
    var shortened: String {
        // The fast path: short texts without the first bytes of line ends.
        if utf8.count <= 80, !utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) { return self }
        let start = prefix(81)
        let line = String(start.map { $0.isNewline ? " " : $0 })
        return start.endIndex == endIndex && start.count <= 80 ? line : line.prefix(79) + "…"
    }

    /// The string with a space for each line end, tab or other control character of ASCII.
    func replacingControlCharacters() -> String {
        guard utf8.contains(where: { $0 < 0x20 }) else { return self }
        return String(decoding: utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }

    /// The string without the bytes that replace markup in visible text, and without half a character at the end.
    func removingMarkupBytes() -> String {
        // U+FFFD begins with 0xEF.
        guard utf8.contains(where: { $0 <= 3 || $0 == 0xEF }) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { $0.value > 3 && $0 != "\u{FFFD}" }))
    }

    /// The string without the whitespace around it, no-break spaces included.
    func trimmingWhitespace() -> String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
