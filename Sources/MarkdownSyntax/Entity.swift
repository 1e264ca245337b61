import Bitext
internal import CLibXML2

/// Resolves character references such as `&nbsp;` and `&#160;`.
package enum Entity {
    /// The first character reference in a range of text: one with a name or a number, and a semicolon at its end.
    ///
    /// A search of all references of a text takes linear time: what looks like the beginning of one has a limited length.
    package static func firstReference(in text: Bytes, from start: Int, to end: Int) -> Range<Int>? {
        var start = start
        while let ampersand = text.firstOffset(of: UInt8(ascii: "&"), from: start, to: end) {
            var stop = ampersand + 1
            while stop < end, stop - ampersand < maxLength,
                text[stop].isASCIIAlphanumeric || text[stop] == UInt8(ascii: "#")
            {
                stop += 1
            }
            if stop < end, text[stop] == UInt8(ascii: ";") { return ampersand..<stop + 1 }
            start = ampersand + 1
        }
        return nil
    }

    /// The longest name of HTML has 31 letters (HTML Living Standard, 13.5).
    private static let maxLength = 34

    /// The character of a reference, as UTF-8. An unknown reference is what is written, as in a browser.
    package static func resolved(_ reference: Bytes) -> [UInt8] {
        var result: [UInt8] = []
        append(reference, to: &result)
        return result
    }

    /// Appends the character of a reference, as UTF-8. An unknown reference is appended as written, as a browser shows it.
    static func append(_ reference: Bytes, to result: inout [UInt8]) {
        if let scalar = scalar(reference) {
            result += scalar.utf8
        } else {
            result += reference
        }
    }

    private static func scalar(_ reference: Bytes) -> Unicode.Scalar? {
        guard reference.first == UInt8(ascii: "&"), reference.last == UInt8(ascii: ";"), reference.count > 2 else {
            return nil
        }
        let name = Bytes(rebasing: reference.dropFirst().dropLast())
        if name.first == UInt8(ascii: "#") {
            let digits = name.dropFirst()
            let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
            let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
            guard let value = UInt32(text, radix: isHex ? 16 : 10) else { return nil }
            // CommonMark 6.2: zero and numbers that are no scalar become U+FFFD.
            return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
        }
        // The fast path: on real pages, nearly all are of these.
        for (common, scalar) in commonNames where name.count == common.utf8CodeUnitCount && name.has(common, at: 0) {
            return scalar
        }
        // libxml2 has the table of HTML's named references.
        guard let entry = htmlEntityLookup(Array(name) + [0]) else {
            return nil
        }
        return Unicode.Scalar(entry.pointee.value)
    }

    /// The named references of XML, of which HTML 4 and so libxml2 lacks `&apos;`, and the no-break space.
    private static let commonNames: [(StaticString, Unicode.Scalar)] = [
        ("lt", "<"), ("gt", ">"), ("amp", "&"), ("nbsp", "\u{A0}"), ("quot", "\""), ("apos", "'"),
    ]
}
