/// Page text on its way into Markdown that a person reads, or pastes where it is read: it must say the same there, and do
/// nothing.
package enum MarkdownText {
    /// Text as the content of one line of a paragraph, a heading or an item.
    package static func inline(_ text: String) -> String {
        var result = ""
        var isBehindWord = false
        var scalars = Substring(oneLine(text)).unicodeScalars
        guard let first = scalars.first else { return "" }
        // What begins a block at the beginning of a line: `- `, `+ `, `# `, `1. `, `===`.
        if "-+#=".unicodeScalars.contains(first) { result += "\\" }
        if ("0"..."9").contains(first) {
            let digits = scalars.prefix { ("0"..."9").contains($0) }
            let rest = scalars.dropFirst(digits.count)
            if let next = rest.first, next == "." || next == ")" {
                result.unicodeScalars.append(contentsOf: digits)
                result += "\\"
                scalars = rest
                isBehindWord = true
            }
        }
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "|", "&", "$":
                result += "\\"
                result.unicodeScalars.append(scalar)
                isBehindWord = false
            case "@" where !isBehindWord,
                "#" where !isBehindWord && scalars.first.map { ("0"..."9").contains($0) } == true:
                // Nobody is called, and no issue is linked: a comment stands between the sign and the name.
                result.unicodeScalars.append(scalar)
                result += "<!-- -->"
                isBehindWord = false
            default:
                result.unicodeScalars.append(scalar)
                isBehindWord = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            }
        }
        return result
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
        var longest = 2
        var run = 0
        for byte in code.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "`", count: longest + 1)
    }

    /// A line without what acts on a terminal, ends a line or turns the reading direction.
    package static func harmless(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: isUnsafe) else { return line }
        var result = String.UnicodeScalarView()
        for scalar in line.unicodeScalars { result.append(isUnsafe(scalar) ? " " : scalar) }
        return String(result)
    }

    /// Text on one line, its blanks collapsed.
    private static func oneLine(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isBlank = true
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\t" || isUnsafe(scalar) {
                if !isBlank { result.append(" ") }
                isBlank = true
            } else {
                result.append(scalar)
                isBlank = false
            }
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// A tab may stand in code.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool { scalar != "\t" && scalar.isUnsafe }
}
