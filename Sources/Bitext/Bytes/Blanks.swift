extension String {
    /// The text without blanks around it, and with one space for each run of blanks inside: what a reader sees of it.
    package func collapsingBlanks() -> String {
        // Nearly all texts are so already.
        var isBlank = true
        var isCollapsed = true
        for byte in utf8 {
            if byte < 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || (byte == 0x20 && isBlank) {
                isCollapsed = false
                break
            }
            isBlank = byte == 0x20
        }
        if isCollapsed, !isBlank || isEmpty { return self }
        return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension String {
    /// The text without ASCII blanks around it, and with one space for each run of them inside.
    package func collapsingASCIIBlanks() -> String {
        // Most texts are so already.
        var last = UInt8(ascii: " ")
        let isCollapsed = utf8.allSatisfy { byte in
            defer { last = byte }
            return byte == 0x20 ? last != 0x20 : !byte.isASCIIBlank
        }
        if isCollapsed, last != 0x20 { return self }
        return String(decoding: utf8.collapsingASCIIBlanks(), as: UTF8.self)
    }
}

extension Sequence<UInt8> {
    /// The bytes without ASCII blanks around them, and with one space for each run of them inside. No-break spaces and the blanks
    /// of other scripts stay: where texts are compared, they are differences.
    package func collapsingASCIIBlanks() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(underestimatedCount)
        var isAfterBlank = true
        for byte in self {
            if byte.isASCIIBlank {
                if !isAfterBlank { result.append(UInt8(ascii: " ")) }
                isAfterBlank = true
            } else {
                result.append(byte)
                isAfterBlank = false
            }
        }
        if result.last == UInt8(ascii: " ") { result.removeLast() }
        return result
    }
}
