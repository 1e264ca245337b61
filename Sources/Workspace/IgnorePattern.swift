import Bitext

/// One line of a `.gitignore`, as gitignore(5) describes it.
struct IgnorePattern: Sendable {
    /// Whether what matches is not ignored.
    let isNegated: Bool
    /// Whether only folders match.
    private let isFolderOnly: Bool
    /// Whether the pattern is about the path from the folder of its file, and not about the name.
    private let isAnchored: Bool
    private let tokens: [Token]

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
        self.tokens = tokens
    }

    /// Without the blanks at the end, but for one after a backslash.
    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = line.endIndex
        if end > line.startIndex, line[end - 1] == 0x0D { end -= 1 }
        while end > line.startIndex, line[end - 1] == 0x20 || line[end - 1] == 0x09,
            end < line.startIndex + 2 || line[end - 2] != UInt8(ascii: "\\")
        {
            end -= 1
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
    /// O(pattern × path): all ways to match are followed at the same time.
    ///
    /// - Parameters:
    ///   - path: from the folder of the pattern's file.
    ///   - name: the last part of the path.
    func matches(_ path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
        if isFolderOnly, !isFolder { return false }
        var states: Set<Int> = []
        enter(0, &states)
        for byte in isAnchored ? path : name {
            var next: Set<Int> = []
            for state in states where state < tokens.count {
                switch tokens[state] {
                case .byte(let own): if own == byte { enter(state + 1, &next) }
                case .one: if byte != UInt8(ascii: "/") { enter(state + 1, &next) }
                case .run: if byte != UInt8(ascii: "/") { enter(state, &next) }
                case .rest:
                    next.insert(state)
                    next.insert(state + 1)
                case .folders:
                    next.insert(state)
                    if byte == UInt8(ascii: "/") { enter(state + 1, &next) }
                case .set(let ranges, let isNegated):
                    if byte != UInt8(ascii: "/"), ranges.contains(where: { $0.contains(byte) }) != isNegated {
                        enter(state + 1, &next)
                    }
                }
            }
            if next.isEmpty { return false }
            states = next
        }
        return states.contains(tokens.count)
    }

    /// Adds a state and those that are reached from it without a byte.
    private func enter(_ state: Int, _ states: inout Set<Int>) {
        var state = state
        while states.insert(state).inserted, state < tokens.count {
            switch tokens[state] {
            case .run, .folders: state += 1
            default: return
            }
        }
    }
}
