import Bitext

/// Finds characters in code that come from a word processor or a translation: typographic quotes and dashes, no-break
/// spaces. A shell rejects them or misunderstands them.
package enum TypographicCharacters {
    /// One character that should be another.
    package struct Finding: Equatable {
        /// In the code.
        package var range: Range<Int>
        /// The name of the character, for messages.
        package var name: String
    }

    /// The typographic characters in a block of code; none if it is plain text or output.
    ///
    /// - Parameter declared: what the author wrote after the opening fence. If it names no language, the language is
    ///   inferred.
    package static func find(in block: [UInt8], declared: String) -> [Finding] {
        block.withUnsafeBufferPointer { code in
            guard code.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return [] }
            let language = CodeLanguage.language(of: code, declared: declared).name
            return language == "text" || language == "output" ? [] : find(in: code, language: language)
        }
    }

    /// The typographic characters in inline code, if it is a command or begins with a parameter (`–Name`). Inline code can be
    /// anything else: a label, a file name, a value.
    package static func find(inline code: [UInt8]) -> [Finding] {
        code.withUnsafeBufferPointer { code in
            guard code.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return [] }
            let isParameter =
                code.count > 4 && code[0] == 0xE2 && code[1] == 0x80 && (code[2] == 0x93 || code[2] == 0x94)
                && code[3].isASCIILetter
            let language = CodeLanguage.infer(code)
            guard isParameter || shells.contains(language) else { return [] }
            return find(in: code, language: language)
        }
    }

    /// The typographic characters in `code`, in order, without those in comments; outside of shells, also without those in strings
    /// in double quotes, where a dash or a quote is text.
    package static func find(in code: Bytes, language: String) -> [Finding] {
        guard code.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return [] }
        if language == "powershell" {
            let comments = PowerShellLexer.tokens(of: code).filter { $0.kind == .comment }.map(\.range)
            var rest = comments[...]
            return find(in: code) { offset in
                while let first = rest.first, first.upperBound <= offset { rest.removeFirst() }
                return rest.first?.contains(offset) ?? false
            }
        }
        var line = CodeLine(language: language, isShell: shells.contains(language))
        var read = 0
        return find(in: code) { offset in
            while read < offset {
                line.read(code[read], next: code[read + 1])
                read += 1
            }
            return line.isText
        }
    }

    /// The typographic characters that are not text, in order. Offsets are asked for in order.
    private static func find(in code: Bytes, isText: (Int) -> Bool) -> [Finding] {
        var found: [Finding] = []
        for offset in 0..<max(code.count - 1, 0) {
            guard let (name, length) = character(at: offset, in: code), !isText(offset) else { continue }
            found.append(Finding(range: offset..<offset + length, name: name))
        }
        return found
    }

    /// What a place of a line of code is in: a comment that goes to its end, or a string in double quotes.
    private struct CodeLine {
        private let hasHashComments: Bool
        private let isShell: Bool
        private var isInComment = false
        private var isInString = false
        private var isEscaped = false
        private var previous = UInt8(ascii: "\n")

        init(language: String, isShell: Bool) {
            hasHashComments = TypographicCharacters.hashComments.contains(language)
            self.isShell = isShell
        }

        /// Whether what comes next is text for people.
        var isText: Bool { isInComment || isInString && !isShell }

        mutating func read(_ byte: UInt8, next: UInt8) {
            defer { previous = byte }
            if byte == UInt8(ascii: "\n") {
                (isInComment, isInString, isEscaped) = (false, false, false)
                return
            }
            guard !isInComment else { return }
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = isInString
            case UInt8(ascii: "\""): isInString.toggle()
            case UInt8(ascii: "#") where hasHashComments && !isInString: isInComment = previous.isASCIIBlank
            case UInt8(ascii: "/") where !hasHashComments && !isShell && !isInString:
                // Not the address after `https:`.
                isInComment = next == byte && previous != UInt8(ascii: ":")
            default: break
            }
        }
    }

    private static let shells: Set<String> = ["powershell", "bash", "console"]
    private static let hashComments: Set<String> = [
        "bash", "yaml", "python", "ruby", "toml", "dockerfile", "r", "perl",
    ]

    private static func character(at offset: Int, in code: Bytes) -> (String, Int)? {
        switch code[offset] {
        case 0xC2: return code[offset + 1] == 0xA0 ? ("no-break space", 2) : nil
        case 0xE2 where offset + 2 < code.count && code[offset + 1] == 0x80:
            switch code[offset + 2] {
            case 0x93: return ("en dash", 3)
            case 0x94: return ("em dash", 3)
            case 0x98...0x9B: return ("typographic apostrophe", 3)
            case 0x9C...0x9F: return ("typographic quote", 3)
            case 0xAF: return ("narrow no-break space", 3)
            default: return nil
            }
        default: return nil
        }
    }
}
