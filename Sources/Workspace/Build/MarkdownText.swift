import Bitext

/// Page text on its way into Markdown that a person reads, or pastes where it is read: it must say the same there, and do
/// nothing.
package enum MarkdownText {
    /// Text as the content of one line of a paragraph, a heading or an item.
    package static func inline(_ text: String) -> String {
        var text = text
        var bytes: [UInt8] = []
        text.withUTF8 { appendInline($0, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds text as ``inline(_:)`` makes it.
    static func appendInline(_ text: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        var isBlank = false
        append(text, 0..<text.count, from: result.count, isBlank: &isBlank, to: &result)
    }

    /// Adds a part of a text.
    ///
    /// Byte by byte: scalar by scalar, the lists of tasks took a quarter of the time of a build.
    ///
    /// - Parameters:
    ///   - begin: where the text begins in `result`.
    ///   - isBlank: whether a blank comes before the part; then, whether the part ends with one that is not written yet.
    static func append(
        _ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, from begin: Int, isBlank: inout Bool,
        to result: inout [UInt8]
    ) {
        var index = part.lowerBound
        while index < part.upperBound {
            let blank = blankLength(text, index)
            guard blank == 0 else {
                isBlank = true
                index += blank
                continue
            }
            if result.count == begin {
                escapeBlockMarker(text, &index, part.upperBound, &result)
                guard index < part.upperBound else { break }
            } else if isBlank {
                result.append(UInt8(ascii: " "))
            }
            isBlank = false
            let byte = text[index]
            if isReference(index, text) {
                result.append(byte)
                result += "<!-- -->".utf8
                index += 1
                continue
            }
            if isEscaped(byte) { result.append(UInt8(ascii: "\\")) }
            // On to the next byte that may need something.
            let start = index
            repeat { index += 1 } while index < part.upperBound && isPlain(text[index])
            result.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        }
    }

    /// Whether a byte is the sign in what GitHub would make a mention or a link of: `@name`, `#1`, `owner/name#1`, `GH-1`. A
    /// comment after the sign prevents it.
    private static func isReference(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text[index] {
        case UInt8(ascii: "@"): return !isWordCharacter(before: index, text)
        case UInt8(ascii: "#"): return index + 1 < text.count && text[index + 1].isASCIIDigit
        case UInt8(ascii: "-"):
            // In either case.
            return index >= 2 && index + 1 < text.count && text[index + 1].isASCIIDigit
                && text[index - 1] | 0x20 == UInt8(ascii: "h") && text[index - 2] | 0x20 == UInt8(ascii: "g")
                && !isWordCharacter(before: index - 2, text)
        default: return false
        }
    }

    /// Escapes what begins a block at the beginning of a line: `- `, `+ `, `# `, `1. `, `===`.
    private static func escapeBlockMarker(
        _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ upper: Int, _ result: inout [UInt8]
    ) {
        if "-+#=".utf8.contains(text[index]) { return result.append(UInt8(ascii: "\\")) }
        let digits = text[index..<upper].prefix { $0.isASCIIDigit }
        let end = digits.endIndex
        guard !digits.isEmpty, end < upper, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")")
        else { return }
        result += digits
        result.append(UInt8(ascii: "\\"))
        index = end
    }

    /// How long the character at an offset is where it is a blank on one line: a space, or what is unsafe; else 0.
    static func blankLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let byte = text[index]
        if byte <= 0x20 || byte == 0x7F { return 1 }
        guard byte == 0xC2 || byte == 0xE2, let scalar = scalar(at: index, text), scalar.isUnsafe else { return 0 }
        return byte == 0xC2 ? 2 : 3
    }

    /// Whether the character before an offset is a letter or a digit.
    private static func isWordCharacter(before index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index > 0 else { return false }
        var start = index - 1
        while start > 0, text[start].isUTF8Continuation { start -= 1 }
        guard let scalar = scalar(at: start, text) else { return false }
        return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// The first scalar at or after an offset that begins one. nil at the end.
    static func scalar(at index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        String(decoding: text[index..<min(index + 4, text.count)], as: UTF8.self).unicodeScalars.first
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "|"),
            UInt8(ascii: "&"), UInt8(ascii: "$"):
            true
        default: false
        }
    }

    /// Whether a byte stays as it is wherever it is. 0xC2 and 0xE2 may begin what is unsafe.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, 0xC2, 0xE2, UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "-"): false
        default: !isEscaped(byte)
        }
    }

    /// Text as a part of an HTML comment, without what could end it. ``fromComment(_:)`` gives it back.
    static func inComment(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0...0x20, 0x7F, UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"):
                result += Array(("%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8)
            case UInt8(ascii: "-") where result.isEmpty || result.last == byte:
                result += Array("%2d".utf8)
            default:
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text that ``inComment(_:)`` was given.
    static func fromComment(_ text: some Collection<UInt8>) -> String {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A fence that the code does not hold.
    package static func fence(around code: String) -> String {
        String(repeating: "`", count: max(2, longestBackticks(in: code)) + 1)
    }

    /// The length of the longest run of backticks.
    private static func longestBackticks(in code: String) -> Int {
        var longest = 0
        var run = 0
        for byte in code.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// Code as a part of a line.
    static func codeSpan(_ code: String, isInTable: Bool = false) -> String {
        var code = harmless(code).split { $0.isWhitespace }.joined(separator: " ")
        guard !code.isEmpty else { return "" }
        let fence = String(repeating: "`", count: longestBackticks(in: code) + 1)
        if code.hasPrefix("`") || code.hasSuffix("`") { code = " \(code) " }
        if isInTable { code = code.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
        return fence + code + fence
    }

    /// A line without what acts on a terminal, ends a line or turns the reading direction.
    package static func harmless(_ line: String) -> String {
        // Nearly all are.
        guard line.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }),
            line.unicodeScalars.contains(where: isUnsafe)
        else { return line }
        var result = String.UnicodeScalarView()
        for scalar in line.unicodeScalars { result.append(isUnsafe(scalar) ? " " : scalar) }
        return String(result)
    }

    /// A tab may be in code.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool { scalar != "\t" && scalar.isUnsafe }
}
