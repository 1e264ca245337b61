/// Makes text from a page or a file name safe for a line of a build's log: as ``printable(_:)``, and without what
/// build services take for their own commands, `::error` at the beginning of a line and `##[error]` or `##vso[…]` anywhere.
package func logSafe(_ text: String) -> String {
    // Most texts stay as they are.
    guard text.unicodeScalars.contains(where: { $0.isUnsafe || $0 == "#" || $0 == ":" }) else { return text }
    var text = printable(text)
    if text.drop(while: \.isWhitespace).utf8.starts(with: "::".utf8), let colon = text.firstIndex(of: ":") {
        text.replaceSubrange(colon...colon, with: "\\u{3a}")
    }
    var result = ""
    var rest = text[...]
    while let sign = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
        let next = rest.utf8.index(after: sign)
        result += rest[..<sign]
        result += startsLogCommand(rest.utf8[next...]) ? "\\u{23}" : "#"
        rest = rest[next...]
    }
    return result + rest
}

/// Whether, after a `#`, text goes on as a command of a build service: `##[error]`, `##vso[…]`.
package func startsLogCommand(_ rest: some Collection<UInt8>) -> Bool {
    rest.starts(with: "#[".utf8) || rest.starts(with: "#v".utf8)
}

/// Escapes, in a whole JSON document, what ``logSafe(_:)`` shows as code points, so that it neither acts on a terminal nor on
/// a build service. Readers of the JSON get the same text: all this can only be in strings.
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
            if let scalar = scalar.unicodeScalars.first, scalar.isUnsafe {
                result += bytes[start..<index]
                result += escape(scalar.value)
                start = min(index + length, bytes.count)
            }
            index += length
        case UInt8(ascii: "#") where startsLogCommand(bytes[(index + 1)...]):
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

private func escape(_ value: UInt32) -> [UInt8] {
    let digits = String(value, radix: 16)
    return Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
}
