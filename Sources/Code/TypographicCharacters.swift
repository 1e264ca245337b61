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
            guard isParameter || ["powershell", "bash", "console"].contains(language) else { return [] }
            return find(in: code, language: language)
        }
    }

    /// The typographic characters in `code`, in order, without those in comments of PowerShell.
    package static func find(in code: Bytes, language: String) -> [Finding] {
        guard code.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return [] }
        let comments =
            language == "powershell"
            ? PowerShellLexer.tokens(of: code).filter { $0.kind == .comment }.map(\.range) : []
        var found: [Finding] = []
        var comment = comments.startIndex
        var offset = 0
        while offset + 1 < code.count {
            defer { offset += 1 }
            guard let (name, length) = character(at: offset, in: code) else { continue }
            while comment < comments.endIndex, comments[comment].upperBound <= offset { comment += 1 }
            if comment < comments.endIndex, comments[comment].contains(offset) { continue }
            if language != "powershell", isInCommentOrString(offset, in: code, language: language) { continue }
            found.append(Finding(range: offset..<offset + length, name: name))
        }
        return found
    }

    /// Whether a character is in a comment that goes to the end of the line; or, outside of shells, in a string in double quotes,
    /// where a dash or a quote is text.
    private static func isInCommentOrString(_ offset: Int, in code: Bytes, language: String) -> Bool {
        let isShell = shells.contains(language)
        var start = offset
        while start > 0, code[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        var isInString = false
        for index in start..<offset {
            switch code[index] {
            case UInt8(ascii: "\"") where index == start || code[index - 1] != UInt8(ascii: "\\"): isInString.toggle()
            case UInt8(ascii: "#") where !isInString && hashComments.contains(language):
                if index == start || code[index - 1].isASCIIBlank { return true }
            case UInt8(ascii: "/") where !isInString && !isShell && !hashComments.contains(language):
                if code[index + 1] == UInt8(ascii: "/"), index == start || code[index - 1] != UInt8(ascii: ":") {
                    return true
                }
            default: break
            }
        }
        return isInString && !isShell
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
