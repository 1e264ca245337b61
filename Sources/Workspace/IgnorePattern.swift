import Bitext

/// One line of a `.gitignore`, as gitignore(5) describes it.
struct IgnorePattern: Sendable {
    /// Whether what matches is not ignored.
    let isNegated: Bool
    /// Whether only folders match.
    private let isFolderOnly: Bool
    /// Whether the pattern is about the path from the folder of its file, and not about the name.
    private let isAnchored: Bool
    private let form: Form

    /// What is compared. Most patterns are a name, or begin or end with the only `*`.
    private enum Form: Sendable {
        case literal([UInt8])
        /// `name*`, for a name.
        case prefix([UInt8])
        /// `*.md`, for a name.
        case suffix([UInt8])
        case tokens([Token])
    }

    private enum Token: Sendable {
        case byte(UInt8)
        /// `?`: one byte but `/`.
        case one
        /// `*`: any run of bytes but `/`.
        case run
        /// `**/`: any folders, or none.
        case folders
        /// `/**` at the end, after its slash: everything below.
        case rest
        /// `[a-z]`, but never `/`.
        case set([ClosedRange<UInt8>], isNegated: Bool)

        /// Whether a token for one byte matches it.
        func matches(_ byte: UInt8) -> Bool {
            switch self {
            case .byte(let own): own == byte
            case .one: byte != UInt8(ascii: "/")
            case .set(let ranges, let isNegated):
                byte != UInt8(ascii: "/") && ranges.contains { $0.contains(byte) } != isNegated
            case .run, .folders, .rest: false
            }
        }
    }

    /// - Parameter line: without its line break.
    /// - Returns: nil for an empty line, a comment, and a pattern that matches nothing.
    init?(_ line: ArraySlice<UInt8>) {
        var line = Self.trimmed(line)
        if line.first == UInt8(ascii: "#") { return nil }
        isNegated = line.first == UInt8(ascii: "!")
        if isNegated { line.removeFirst() }
        isFolderOnly = line.last == UInt8(ascii: "/")
        if isFolderOnly { line.removeLast() }
        guard !line.isEmpty else { return nil }
        isAnchored = line.contains(UInt8(ascii: "/"))
        if line.first == UInt8(ascii: "/") { line.removeFirst() }
        guard let tokens = Self.tokens(line) else { return nil }
        form = Self.form(of: tokens, isAnchored: isAnchored)
    }

    private static func form(of tokens: [Token], isAnchored: Bool) -> Form {
        if let literal = literal(tokens[...]) { return .literal(literal) }
        // In a path, a `*` ends at a slash.
        guard !isAnchored else { return .tokens(tokens) }
        if case .run? = tokens.first, let suffix = literal(tokens.dropFirst()) { return .suffix(suffix) }
        if case .run? = tokens.last, let prefix = literal(tokens.dropLast()) { return .prefix(prefix) }
        return .tokens(tokens)
    }

    /// The bytes of tokens that are nothing but bytes.
    private static func literal(_ tokens: ArraySlice<Token>) -> [UInt8]? {
        var bytes: [UInt8] = []
        for token in tokens {
            guard case .byte(let byte) = token else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// Without the blanks at the end, but for one that a backslash escapes. As for git, tabs are part of the name.
    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let line = line.last == 0x0D ? line.dropLast() : line
        var end = line.startIndex
        var index = end
        while index < line.endIndex {
            let isEscape = line[index] == UInt8(ascii: "\\")
            let isBlank = line[index] == 0x20
            index = min(index + (isEscape ? 2 : 1), line.endIndex)
            if !isBlank { end = index }
        }
        return line[..<end]
    }

    private static func tokens(_ pattern: ArraySlice<UInt8>) -> [Token]? {
        let slash = UInt8(ascii: "/")
        var tokens: [Token] = []
        var index = pattern.startIndex
        while index < pattern.endIndex {
            let byte = pattern[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\\"):
                guard index < pattern.endIndex else { return nil }
                tokens.append(.byte(pattern[index]))
                index += 1
            case UInt8(ascii: "?"): tokens.append(.one)
            case UInt8(ascii: "*"):
                let start = index - 1
                while index < pattern.endIndex, pattern[index] == byte { index += 1 }
                let isWhole = start == pattern.startIndex || pattern[start - 1] == slash
                if index - start >= 2, isWhole, index < pattern.endIndex, pattern[index] == slash {
                    tokens.append(.folders)
                    index += 1
                } else if index - start >= 2, isWhole, index == pattern.endIndex {
                    tokens.append(.rest)
                } else {
                    tokens.append(.run)
                }
            case UInt8(ascii: "["):
                guard let (set, next) = set(pattern, from: index) else { return nil }
                tokens.append(set)
                index = next
            default: tokens.append(.byte(byte))
            }
        }
        return tokens
    }

    /// A set of bytes, from after its `[`.
    private static func set(_ pattern: ArraySlice<UInt8>, from start: Int) -> (Token, next: Int)? {
        var ranges: [ClosedRange<UInt8>] = []
        var index = start
        let isNegated = index < pattern.endIndex && pattern[index].isOne(of: "!^")
        if isNegated { index += 1 }
        let first = index
        func byte() -> UInt8? {
            if index < pattern.endIndex, pattern[index] == UInt8(ascii: "\\") { index += 1 }
            guard index < pattern.endIndex else { return nil }
            defer { index += 1 }
            return pattern[index]
        }
        while index < pattern.endIndex {
            if pattern[index] == UInt8(ascii: "]"), index > first {
                return (.set(ranges, isNegated: isNegated), index + 1)
            }
            if let (range, next) = namedClass(pattern[index...]) {
                ranges += range
                index = next
                continue
            }
            guard let lower = byte() else { return nil }
            var upper = lower
            if index + 1 < pattern.endIndex, pattern[index] == UInt8(ascii: "-"),
                pattern[index + 1] != UInt8(ascii: "]")
            {
                index += 1
                guard let end = byte() else { return nil }
                upper = end
            }
            if lower <= upper { ranges.append(lower...upper) }
        }
        return nil
    }

    /// `[:digit:]` and the like, at the beginning of a text.
    private static func namedClass(_ text: ArraySlice<UInt8>) -> ([ClosedRange<UInt8>], next: Int)? {
        let classes: [(String, [ClosedRange<UInt8>])] = [
            ("[:alpha:]", [0x41...0x5A, 0x61...0x7A]), ("[:digit:]", [0x30...0x39]),
            ("[:alnum:]", [0x30...0x39, 0x41...0x5A, 0x61...0x7A]), ("[:lower:]", [0x61...0x7A]),
            ("[:upper:]", [0x41...0x5A]), ("[:space:]", [0x09...0x0D, 0x20...0x20]),
            ("[:blank:]", [0x09...0x09, 0x20...0x20]),
            ("[:xdigit:]", [0x30...0x39, 0x41...0x46, 0x61...0x66]),
            ("[:punct:]", [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
            ("[:print:]", [0x20...0x7E]), ("[:graph:]", [0x21...0x7E]), ("[:cntrl:]", [0x00...0x1F, 0x7F...0x7F]),
        ]
        guard let found = classes.first(where: { text.starts(with: $0.0.utf8) }) else { return nil }
        return (found.1, text.startIndex + found.0.utf8.count)
    }

    /// Whether the pattern matches a file or folder.
    ///
    /// - Parameters:
    ///   - path: from the folder of the pattern's file.
    ///   - name: the last part of the path.
    func matches(_ path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
        if isFolderOnly, !isFolder { return false }
        let text = isAnchored ? path : name
        switch form {
        case .literal(let literal): return text.elementsEqual(literal)
        case .prefix(let prefix): return text.starts(with: prefix)
        case .suffix(let suffix): return text.suffix(suffix.count).elementsEqual(suffix)
        case .tokens(let tokens): return Self.matches(tokens, text)
        }
    }

    /// O(tokens × text). Where the text does not match, the last `*` takes one byte more. At the end of the folder's name, the
    /// last `**/` takes one folder more. What is before these never has to be tried again: whatever it could take more, they
    /// can take as well. Each part of the pattern between slashes is compared with each part of the path at most once.
    private static func matches(_ tokens: [Token], _ text: ArraySlice<UInt8>) -> Bool {
        var token = 0
        var offset = text.startIndex
        /// The token after the last `*`, and where the text goes on after what it takes.
        var run: (token: Int, offset: Int)?
        /// The same for the last `**/`.
        var folders: (token: Int, offset: Int)?
        while true {
            if token == tokens.count {
                if offset == text.endIndex { return true }
            } else {
                switch tokens[token] {
                case .run:
                    token += 1
                    run = (token, offset)
                    continue
                case .folders:
                    token += 1
                    folders = (token, offset)
                    run = nil
                    continue
                case .rest:
                    if offset < text.endIndex { return true }
                case .byte, .one, .set:
                    if offset < text.endIndex, tokens[token].matches(text[offset]) {
                        token += 1
                        offset += 1
                        continue
                    }
                }
            }
            if let last = run, last.offset < text.endIndex, text[last.offset] != UInt8(ascii: "/") {
                run = (last.token, last.offset + 1)
                (token, offset) = (last.token, last.offset + 1)
            } else if let last = folders, let slash = text[last.offset...].firstIndex(of: UInt8(ascii: "/")) {
                run = nil
                folders = (last.token, slash + 1)
                (token, offset) = (last.token, slash + 1)
            } else {
                return false
            }
        }
    }
}
