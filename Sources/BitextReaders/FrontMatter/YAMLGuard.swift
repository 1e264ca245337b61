/// Rejects YAML that would cost the parser too much: nesting that would exhaust the stack, and aliases that would be
/// expanded exponentially ("billion laughs").
///
/// Both are recognised without parsing, and some harmless text is rejected, too. What is rejected is read key by key, and
/// each key's text is checked again.
enum YAMLGuard {
    /// The maximum column at which a line may begin. Block collections nest by indentation, each at least one column deeper
    /// than the one around it.
    ///
    /// The parser needs some 2 KB of stack per level, with up to two levels per column and per bracket, and the stack of a
    /// thread may have only 512 KB.
    static let maxColumn = 32
    /// The maximum number of open brackets, which limits the nesting of flow collections. A bracket that is closed on its
    /// line does not count, unless quotes, a comment, a tag or an anchor on that line make the count uncertain.
    static let maxBrackets = 32

    /// Why a text is rejected: the offset, and a clause for a message. nil if the text may be parsed.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    static func obstacle(in text: String) -> (offset: Int, reason: String)? {
        var text = text
        return text.withUTF8 { tooDeep($0) ?? alias($0) }
    }

    private static func tooDeep(_ text: UnsafeBufferPointer<UInt8>) -> (offset: Int, reason: String)? {
        var brackets = 0
        var closable = 0
        var isCertain = true
        var lineStart = 0
        var isLineHead = true
        var lineHasProperty = false
        var previous = UInt8(ascii: "\n")
        var i = 0
        while i < text.count {
            let breakLength = lineBreak(text, at: i)
            if breakLength > 0 {
                i += breakLength
                lineStart = i
                isLineHead = true
                closable = 0
                isCertain = true
                lineHasProperty = false
                previous = UInt8(ascii: "\n")
                continue
            }
            let byte = text[i]
            guard !byte.isYAMLBlank else {
                i += 1
                continue
            }
            if isLineHead {
                if i - lineStart > maxColumn { return (i, "it is nested more than \(maxColumn) columns deep") }
                let isIndicator = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
                isLineHead = isIndicator && i + 1 < text.count && text[i + 1].isYAMLBlank
            }
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                // After a word, as in `keywords [Excel 2007]`, a bracket is text, unless the word is a tag or an anchor.
                guard lineHasProperty || !previous.isWordByte else { break }
                brackets += 1
                if isCertain { closable += 1 }
                if brackets > maxBrackets { return (i, "more than \(maxBrackets) brackets are open at once") }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard isCertain, closable > 0 else { break }
                brackets -= 1
                closable -= 1
            case UInt8(ascii: "!"), UInt8(ascii: "&"):
                lineHasProperty = true
                isCertain = false
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "#"):
                isCertain = false
            default: break
            }
            previous = byte
            i += 1
        }
        return nil
    }

    /// The length in bytes of a line break of libyaml at an offset, or 0. A byte order mark counts as one, because it may
    /// be before a line.
    private static func lineBreak(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
        func byte(_ distance: Int) -> UInt8 { i + distance < text.count ? text[i + distance] : 0 }
        switch text[i] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return 1
        case 0xC2 where byte(1) == 0x85: return 2
        case 0xE2 where byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9): return 3
        case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF: return 3
        default: return 0
        }
    }

    /// The first alias with an anchor in the text. The parser rejects an alias without one.
    private static func alias(_ text: UnsafeBufferPointer<UInt8>) -> (offset: Int, reason: String)? {
        let anchors = Set(names(after: UInt8(ascii: "&"), in: text).map(\.name))
        guard !anchors.isEmpty else { return nil }
        for alias in names(after: UInt8(ascii: "*"), in: text) where anchors.contains(alias.name) {
            let name = FrontMatterProblem.excerpt(alias.name)
            return (alias.offset, "`*\(name)` stands for the value marked `&\(name)`; it is kept as written")
        }
        return nil
    }

    /// The names after each `&` or `*` that is not in the middle of a word.
    private static func names(
        after sign: UInt8, in text: UnsafeBufferPointer<UInt8>
    ) -> [(name: String, offset: Int)] {
        var names: [(name: String, offset: Int)] = []
        var i = 0
        while i < text.count {
            guard text[i] == sign, i == 0 || !text[i - 1].isWordByte else {
                i += 1
                continue
            }
            let start = i + 1
            i = start
            while i < text.count, text[i].isAnchorByte { i += 1 }
            if i > start {
                let name = String(decoding: UnsafeBufferPointer(rebasing: text[start..<i]), as: UTF8.self)
                names.append((name, start - 1))
            }
        }
        return names
    }
}

extension UInt8 {
    /// Whether libyaml allows the byte in an anchor's name.
    fileprivate var isAnchorByte: Bool {
        let lowercase = self | 0x20
        return lowercase >= UInt8(ascii: "a") && lowercase <= UInt8(ascii: "z")
            || self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9")
            || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }

    /// A letter, a digit, or a part of a character beyond ASCII.
    fileprivate var isWordByte: Bool { self >= 0x80 || isAnchorByte && self != UInt8(ascii: "-") }
}
