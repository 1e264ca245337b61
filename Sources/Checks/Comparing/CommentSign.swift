import Bitext

/// The signs that begin comments in code: `# `, `// `, `REM `.
enum CommentSign {
    /// The sign at the beginning of a text, if it begins with a comment.
    ///
    /// - Parameter info: what is after the fence of the code, its language.
    static func range(in text: ArraySlice<UInt8>, info: String) -> Range<Int>? {
        let text = text.trimmingBlanks
        guard let sign = signs.first(where: { text.starts(with: $0.utf8) }) else { return nil }
        let rest = text.dropFirst(sign.utf8.count)
        // "#1 choice", "#!/bin/bash", "//server" and "::before" are no comments, and "# of calls" has the sign of a number.
        if !delimiters.contains(sign) {
            guard rest.first?.isASCIIBlank ?? false, !rest.trimmingBlanks.starts(with: "of ".utf8) else { return nil }
        }
        // "-- or --" is a line in text.
        if sign == "--", !languagesWithDashes.contains(language(info)) { return nil }
        return text.startIndex..<text.startIndex + sign.utf8.count
    }

    /// Whether a text begins with an ASCII character that is no letter, digit or blank: `#`, `;`, `'`.
    static func beginsWithSign(_ text: ArraySlice<UInt8>) -> Bool {
        let text = text.trimmingBlanks
        guard let first = text.first else { return false }
        return first < 0x80 && !first.isASCIIAlphanumeric || text.startsIgnoringCase(with: Array("rem ".utf8))
    }

    /// Whether a comment begins before an offset on its line: with a sign at the beginning of the line or after a blank.
    static func isBefore(_ offset: Int, in text: [UInt8]) -> Bool {
        let before = text[max(0, offset - maxDistance)..<offset]
        let line = before[(before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex)...]
        return line.indices.contains { start in
            (start == line.startIndex || line[start - 1].isASCIIBlank)
                && signs.contains { sign in
                    guard line[start...].starts(with: sign.utf8) else { return false }
                    let rest = line[(start + sign.utf8.count)...]
                    return delimiters.contains(sign) || rest.first?.isASCIIBlank ?? false
                }
        }
    }

    /// How far from a comment's sign its text is read, in bytes.
    private static let maxDistance = 400
    /// Those that other signs begin with are after these.
    private static let signs = ["<!--", "<#", "/*", "//", "--", "::", "#", "REM", "rem"]
    /// The signs that need no blank after them.
    private static let delimiters: Set<String> = ["<!--", "<#", "/*"]
    /// Of languages in which two hyphens begin a comment.
    private static let languagesWithDashes: Set<String> = [
        "sql", "tsql", "t-sql", "plsql", "mysql", "pgsql", "postgresql", "lua",
    ]

    /// The first word of what is after a fence.
    private static func language(_ info: String) -> String {
        info.prefix { !$0.isWhitespace && $0 != "{" && $0 != "," }.lowercased()
    }
}
