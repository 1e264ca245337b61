/// Makes text from a page or a file name safe to stand in a line of a build's log: as ``printable(_:)``, and without what
/// build services take for their own commands, `::error` at the beginning of a line and `##[error]` or `##vso[…]` anywhere.
package func logSafe(_ text: String) -> String {
    var text = printable(text)
    if text.drop(while: \.isWhitespace).hasPrefix("::"), let colon = text.firstIndex(of: ":") {
        text.replaceSubrange(colon...colon, with: "\\u{3a}")
    }
    guard text.utf8.contains(UInt8(ascii: "#")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
        result += character == "#" && rest.startsLogCommand ? "\\u{23}" : String(character)
    }
    return result
}

/// Escapes, in a whole JSON document, what ``logSafe(_:)`` shows as code points, so that it neither acts on a terminal nor on
/// a build service. Readers of the JSON get the same text: all this can only stand in strings.
package func logSafeJSON(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    // Where what stays as it is begins; it is copied in one piece.
    var start = 0
    while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case 0xC2, 0xE2:
            let length = byte == 0xC2 ? 2 : 3
            let scalar = String(decoding: bytes[index..<min(index + length, bytes.count)], as: UTF8.self)
            if let value = scalar.unicodeScalars.first, printable(scalar) != scalar {
                result += bytes[start..<index]
                result += escape(value.value)
                start = min(index + length, bytes.count)
            }
            index += length
        case UInt8(ascii: "#") where isCommand(bytes[(index + 1)...].prefix(2)):
            result += bytes[start..<index]
            result += escape(UInt32(byte))
            index += 1
            start = index
        default: index += 1
        }
    }
    result += bytes[start...]
    return result
}

private func isCommand(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first == UInt8(ascii: "#") && (rest.last == UInt8(ascii: "[") || rest.last == UInt8(ascii: "v"))
}

private func escape(_ value: UInt32) -> [UInt8] {
    let digits = String(value, radix: 16)
    return Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
}

extension Substring {
    /// Whether, behind a `#`, this goes on as a command of a build service.
    package var startsLogCommand: Bool { hasPrefix("#[") || hasPrefix("#v") }
}
