import Bitext

/// Keeps from the YAML parser what would cost more than its size: nesting that would exhaust the stack, and aliases that
/// would be copied out exponentially ("billion laughs").
///
/// Both are judged from the bytes, without parsing, and rather too strictly than too kindly: what is refused here is
/// read key by key, where each key's own text is judged again.
enum YAMLGuard {
    /// Block collections nest by indentation, each at least a column deeper than the one around it, so that no line may
    /// begin further to the right than this.
    ///
    /// The parser needs some 2 KB of stack per level, up to two levels per column and per bracket, and a thread may have
    /// as little as 512 KB.
    static let maxColumn = 32
    /// Flow collections cannot nest deeper than there are brackets that could open one. A bracket that is closed on its
    /// line counts no more, unless quotes, a comment, a tag or an anchor there make it uncertain what is a bracket.
    static let maxBrackets = 32

    /// What keeps the text from the parser: the byte it stands at, and a clause in plain words.
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
                // After a word, as in `keywords [Excel 2007]`, it opens nothing, unless that word is a tag or an anchor.
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

    /// The length of the line break that stands here, to libyaml; 0 if none does. A byte order mark counts, because it
    /// may stand before a line.
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

    /// The first alias whose anchor is in the text. An alias without one is for the parser to refuse.
    private static func alias(_ text: UnsafeBufferPointer<UInt8>) -> (offset: Int, reason: String)? {
        let anchors = Set(names(after: UInt8(ascii: "&"), in: text).map(\.name))
        guard !anchors.isEmpty else { return nil }
        for alias in names(after: UInt8(ascii: "*"), in: text) where anchors.contains(alias.name) {
            let name = FrontMatterProblem.excerpt(alias.name)
            return (alias.offset, "`*\(name)` stands for the value marked `&\(name)`; it is kept as written")
        }
        return nil
    }

    /// The names that stand after a `&` or `*` which is not in the middle of a word.
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
    /// What libyaml takes for a part of an anchor's name.
    fileprivate var isAnchorByte: Bool {
        let lowercase = self | 0x20
        return lowercase >= UInt8(ascii: "a") && lowercase <= UInt8(ascii: "z")
            || self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9")
            || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }

    /// A letter, a digit, or a part of a character beyond ASCII.
    fileprivate var isWordByte: Bool { self >= 0x80 || isAnchorByte && self != UInt8(ascii: "-") }
}
