/// Makes text from a page or a file name safe to print: what would move the cursor, ring, colour, hide or turn the
/// reading direction is shown as its code point, `\u{1b}`.
///
/// A page is data; it must not be able to write escape sequences to a terminal or lines of its own into a log.
package func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isUnsafe) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        if scalar.isUnsafe {
            result += scalar.codePoint
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

extension Unicode.Scalar {
    /// Whether it ends a line, acts on a terminal or turns the reading direction.
    package var isUnsafe: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        // Line and paragraph separators, embeddings, overrides and isolates.
        case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Its code point, as a reader of a report sees it: `\u{1b}`.
    package var codePoint: String { "\\u{\(String(value, radix: 16))}" }
}
