internal import CLibXML2

/// Resolves character references such as `&nbsp;` and `&#160;`.
enum Entity {
    /// Appends the character of a reference, as UTF-8. An unknown reference is appended as written, as a browser shows it.
    static func append(_ reference: some RandomAccessCollection<UInt8>, to result: inout [UInt8]) {
        if let scalar = scalar(reference) {
            result += Array(String(Character(scalar)).utf8)
        } else {
            result += reference
        }
    }

    private static func scalar(_ reference: some RandomAccessCollection<UInt8>) -> Unicode.Scalar? {
        guard reference.first == UInt8(ascii: "&"), reference.last == UInt8(ascii: ";"), reference.count > 2 else {
            return nil
        }
        let name = reference.dropFirst().dropLast()
        if name.first == UInt8(ascii: "#") {
            let digits = name.dropFirst()
            let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
            let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
            guard let value = UInt32(text, radix: isHex ? 16 : 10) else { return nil }
            // CommonMark 6.2: zero and numbers that are no scalar become U+FFFD.
            return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
        }
        // libxml2 has the table of HTML's named references.
        guard let entry = htmlEntityLookup(Array(name) + [0]) else {
            return name.elementsEqual("apos".utf8) ? "'" : nil
        }
        return Unicode.Scalar(entry.pointee.value)
    }
}
