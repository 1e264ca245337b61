/// The text of a unit with its inline codes: what a translation tool shows as text, and what it shows as tags.
package struct CodedText: Sendable, Hashable {
    /// What a code is in its text.
    package enum Role: Sendable, Hashable {
        /// The first of two codes with text between them, such as `**`.
        case open
        /// The second of two codes.
        case close
        /// A code by itself, such as a code span.
        case single
    }

    /// One inline code.
    package struct Code: Sendable, Hashable {
        package let role: Role
        /// Equal for the two codes of a pair, and for a code of the source and its counterpart in the target.
        package let id: String
        /// The original markup, where the file has it. XML has no room for some characters: see ``safe(_:)``.
        package let data: String?

        package init(_ role: Role, id: String, data: String?) {
            self.role = role
            self.id = id
            self.data = data
        }
    }

    package enum Part: Sendable, Hashable {
        case text(String)
        case code(Code)
    }

    package private(set) var parts: [Part] = []

    package init() {}

    package init(_ text: String) { append(text) }

    /// Adds text at the end.
    package mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        if case .text(var last)? = parts.last {
            // Without a second owner, the text is not copied.
            parts.removeLast()
            last += text
            parts.append(.text(last))
        } else {
            parts.append(.text(text))
        }
    }

    /// Adds a code at the end.
    package mutating func append(_ code: Code) { parts.append(.code(code)) }

    /// The codes, in order.
    package var codes: [Code] {
        parts.compactMap { part in if case .code(let code) = part { code } else { nil } }
    }

    /// The text with the data of the codes in it; nil where a code has none.
    package var markup: String? {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .code(let code):
                guard let data = code.data else { return nil }
                result += data
            }
        }
        return result
    }

    /// The text as XML can hold it: a character that XML 1.0 does not allow (production 2, Char) becomes `\u{1B}`.
    package static func safe(_ text: String) -> String {
        let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isAlwaysAllowed) } ?? false
        guard !isPlain, text.unicodeScalars.contains(where: { !isAllowed($0) }) else { return text }
        return text.unicodeScalars.map { scalar in
            isAllowed(scalar) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }.joined()
    }

    /// Whether XML 1.0 allows each character that a byte can be part of. Of the others, U+FFFE and U+FFFF begin with 0xEF.
    private static func isAlwaysAllowed(_ byte: UInt8) -> Bool {
        byte >= 0x20 ? byte != 0xEF : byte == 0x9 || byte == 0xA || byte == 0xD
    }

    /// Whether XML 1.0 allows a character.
    package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
