import Bitext

/// A string of TOML: `"…"` with escapes, `'…'` without, and with three of the signs for several lines (TOML 1.0, String).
struct TOMLString {
    let text: String
    /// After the closing sign. The end of the line, if a string of one line is not closed.
    let end: Int

    /// - Parameters:
    ///   - value: the rest of the line, from the opening sign on.
    ///   - limit: the end of the front matter.
    /// - Returns: nil if it is no string, or one of several lines that is not closed.
    init?(_ page: UnsafeBufferPointer<UInt8>, _ value: Range<Int>, to limit: Int) {
        guard let start = value.first, page[start].isOne(of: "\"'") else { return nil }
        let quote = page[start]
        let isLong = value.count >= 3 && page[start + 1] == quote && page[start + 2] == quote
        let content = isLong ? Self.afterLineBreak(page, start + 3, to: limit) : start + 1
        let limit = isLong ? limit : value.upperBound
        var bytes: [UInt8] = []
        var offset = content
        while offset < limit {
            if page[offset] == quote, let signs = Self.closingSigns(page, at: offset, isLong: isLong, to: limit) {
                // Two more can be before the closing ones: `""""A" and "B""""`.
                bytes += repeatElement(quote, count: signs - (isLong ? 3 : 1))
                self.init(text: String(decoding: bytes, as: UTF8.self), end: offset + signs)
                return
            }
            if page[offset] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                offset = Self.addEscape(page, at: offset, to: limit, &bytes)
            } else {
                if page[offset] != UInt8(ascii: "\r") { bytes.append(page[offset]) }
                offset += 1
            }
        }
        guard !isLong else { return nil }
        self.init(text: String(decoding: bytes, as: UTF8.self), end: limit)
    }

    private init(text: String, end: Int) {
        self.text = text
        self.end = end
    }

    /// A line break directly after `"""` is no part of the text.
    private static func afterLineBreak(_ page: UnsafeBufferPointer<UInt8>, _ start: Int, to limit: Int) -> Int {
        var start = start
        if start < limit, page[start] == UInt8(ascii: "\r") { start += 1 }
        if start < limit, page[start] == UInt8(ascii: "\n") { start += 1 }
        return start
    }

    /// How many signs are at the end, or nil if it is not the end.
    private static func closingSigns(
        _ page: UnsafeBufferPointer<UInt8>, at offset: Int, isLong: Bool, to limit: Int
    ) -> Int? {
        guard isLong else { return 1 }
        let count = page[offset..<min(limit, offset + 5)].prefix { $0 == page[offset] }.count
        return count < 3 ? nil : count
    }

    /// Adds the character of `\n`, `\u00e9` and the like. An unknown escape stays as it is written.
    ///
    /// - Returns: the offset after it. After a backslash at the end of a line, that is the next text.
    private static func addEscape(
        _ page: UnsafeBufferPointer<UInt8>, at start: Int, to limit: Int, _ bytes: inout [UInt8]
    ) -> Int {
        guard start + 1 < limit else {
            bytes.append(page[start])
            return start + 1
        }
        let sign = page[start + 1]
        if let (scalar, end) = codePoint(page, at: start, to: limit) {
            bytes += Array(String(scalar).utf8)
            return end
        }
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(sign)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        default:
            var next = start + 1
            while next < limit, page[next].isASCIIBlank { next += 1 }
            if page[start + 1..<next].contains(UInt8(ascii: "\n")) { return next }
            bytes += page[start..<start + 1]
            return start + 1
        }
        return start + 2
    }

    /// The character of `\u00e9` or `\U0001F600` and the offset after it.
    private static func codePoint(
        _ page: UnsafeBufferPointer<UInt8>, at start: Int, to limit: Int
    ) -> (Unicode.Scalar, end: Int)? {
        guard page[start + 1].isOne(of: "uU") else { return nil }
        let digits = start + 2..<start + (page[start + 1] == UInt8(ascii: "u") ? 6 : 10)
        guard digits.upperBound <= limit, page[digits].allSatisfy({ $0.isASCIIAlphanumeric }),
            let number = UInt32(page.string(digits), radix: 16), let scalar = Unicode.Scalar(number)
        else { return nil }
        return (scalar, digits.upperBound)
    }
}
