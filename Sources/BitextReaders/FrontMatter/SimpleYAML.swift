import Bitext

/// Reads only the YAML that almost every page uses, many times faster than a YAML parser.
///
/// It knows `key: value` and `- value`, where the value is plain, in quotes, or missing; lists below their key; comments
/// and blank lines. At the first byte that could mean anything else it stops, and ``FullYAML`` reads the whole block. What
/// it reads, it reads exactly as libyaml does; `FrontMatterDifferentialTests` check that.
struct SimpleYAML {
    private let page: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var i: Int
    private var line: Int
    private var entries: [FrontMatter.Entry] = []
    private var keys = KeySet()

    /// A key without a value on its line. A list may follow.
    private var openKey: (key: String, line: Int)?
    private var items: [FrontMatter.Value] = []
    private var itemIndentation = -1

    /// The entries in a range of the page; nil if it contains other YAML, or a key twice.
    ///
    /// - Parameter line: the page's line on which the range begins.
    /// - Complexity: O(*n*) in the number of bytes.
    static func entries(
        _ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, line: Int
    ) -> [FrontMatter.Entry]? {
        var reader = SimpleYAML(page, range, line: line)
        reader.entries.reserveCapacity(24)
        return reader.readLines() ? reader.entries : nil
    }

    /// The scalar in a range of the page, without spaces around it; nil if the range contains other YAML.
    static func scalar(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
        var reader = SimpleYAML(page, range, line: 1)
        reader.skipSpaces()
        guard let text = reader.readScalar(), reader.i == reader.end else { return nil }
        return text
    }

    private init(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, line: Int) {
        self.page = page
        i = range.lowerBound
        end = range.upperBound
        self.line = line
    }

    private mutating func readLines() -> Bool {
        while i < end {
            let lineStart = i
            skipSpaces()
            if skipLineBreak() { continue }
            guard i < end else { break }
            let indentation = i - lineStart
            switch page[i] {
            case UInt8(ascii: "-"):
                guard readItem(indentation) else { return false }
            case UInt8(ascii: "#") where indentation == 0:
                guard skipComment() else { return false }
            default:
                guard indentation == 0, readEntry() else { return false }
            }
        }
        closeOpenKey()
        return true
    }

    // MARK: Lines

    private mutating func readEntry() -> Bool {
        guard let key = readKey() else { return false }
        closeOpenKey()
        let keyLine = line
        skipSpaces()
        if i == end || skipLineBreak() {
            openKey = (key, keyLine)
            return true
        }
        guard let text = readScalar() else { return false }
        entries.append(.init(key: key, value: .scalar(text), line: keyLine))
        return true
    }

    private mutating func readItem(_ indentation: Int) -> Bool {
        guard openKey != nil, i + 1 < end, page[i + 1] == UInt8(ascii: " ") else { return false }
        if itemIndentation < 0 { itemIndentation = indentation }
        guard itemIndentation == indentation else { return false }
        i += 2
        skipSpaces()
        guard let text = readScalar() else { return false }
        items.append(.scalar(text))
        return true
    }

    private mutating func closeOpenKey() {
        guard let open = openKey else { return }
        entries.append(.init(key: open.key, value: items.isEmpty ? .scalar("") : .list(items), line: open.line))
        openKey = nil
        items.removeAll()
        itemIndentation = -1
    }

    private mutating func skipComment() -> Bool {
        while i < end, page[i] != UInt8(ascii: "\n"), page[i] != UInt8(ascii: "\r") {
            guard isPlainByte(at: i) else { return false }
            i += 1
        }
        return i == end || skipLineBreak()
    }

    // MARK: Keys and values

    /// Reads a key of ASCII letters, digits, `_`, `-`, `.` and inner colons, and the colon after it.
    private mutating func readKey() -> String? {
        let start = i
        guard page[i].isKeyByte, page[i] != UInt8(ascii: "-"), page[i] != UInt8(ascii: ".") else { return nil }
        while i < end {
            if page[i].isKeyByte {
                i += 1
            } else if page[i] == UInt8(ascii: ":") {
                i += 1
                guard i == end || isSpaceOrLineBreak(page[i]) else { continue }
                // libyaml rejects keys of more than 1024 characters.
                guard i - start < 1000 else { return nil }
                let key = string(start..<(i - 1))
                return keys.insert(key) ? key : nil
            } else {
                return nil
            }
        }
        return nil
    }

    /// Reads a scalar on one line, and the blanks and the line break after it. `i` must not be at a space.
    private mutating func readScalar() -> String? {
        guard i < end else { return nil }
        let text: String?
        switch page[i] {
        case UInt8(ascii: "'"): text = readSingleQuoted()
        case UInt8(ascii: "\""): text = readDoubleQuoted()
        default: text = readPlain()
        }
        guard let text else { return nil }
        skipSpaces()
        guard i == end || skipLineBreak() else { return nil }
        return text
    }

    private mutating func readPlain() -> String? {
        let start = i
        if page[i] == UInt8(ascii: "-") {
            guard i + 1 < end, !isSpaceOrLineBreak(page[i + 1]) else { return nil }
        } else {
            guard page[i].canBeginPlainScalar else { return nil }
        }
        var last = start
        while i < end {
            let byte = page[i]
            if byte == UInt8(ascii: " ") {
                i += 1
                if i < end, page[i] == UInt8(ascii: "#") { return nil }
                continue
            }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            guard isPlainByte(at: i) else { return nil }
            if byte == UInt8(ascii: ":"), i + 1 == end || isSpaceOrLineBreak(page[i + 1]) { return nil }
            last = i
            i += 1
        }
        return isNull(start...last) ? "" : string(start..<(last + 1))
    }

    private mutating func readSingleQuoted() -> String? {
        i += 1
        let start = i
        var text: String?
        var pieceStart = i
        while i < end, isPlainByte(at: i) {
            guard page[i] == UInt8(ascii: "'") else {
                i += 1
                continue
            }
            i += 1
            guard i < end, page[i] == UInt8(ascii: "'") else {
                guard let text else { return string(start..<(i - 1)) }
                return text + string(pieceStart..<(i - 1))
            }
            text = (text ?? "") + string(pieceStart..<i)
            i += 1
            pieceStart = i
        }
        return nil
    }

    private mutating func readDoubleQuoted() -> String? {
        i += 1
        let start = i
        while i < end, isPlainByte(at: i), page[i] != UInt8(ascii: "\\") {
            i += 1
            if page[i - 1] == UInt8(ascii: "\"") { return string(start..<(i - 1)) }
        }
        return nil
    }

    // MARK: Bytes

    private mutating func skipSpaces() {
        while i < end, page[i] == UInt8(ascii: " ") { i += 1 }
    }

    /// Skips `\n` or `\r\n`. A lone `\r` is a line break for libyaml, but not here: the caller stops at it.
    private mutating func skipLineBreak() -> Bool {
        guard i < end else { return false }
        if page[i] == UInt8(ascii: "\n") {
            i += 1
        } else if page[i] == UInt8(ascii: "\r"), i + 1 < end, page[i + 1] == UInt8(ascii: "\n") {
            i += 2
        } else {
            return false
        }
        line += 1
        return true
    }

    private func isSpaceOrLineBreak(_ byte: UInt8) -> Bool { byte <= 0x20 }

    /// Whether the byte is part of a character without a special meaning in YAML: no tab, no control character, no line
    /// break (U+0085, U+2028 and U+2029 are line breaks), no byte order mark, no noncharacter.
    private func isPlainByte(at i: Int) -> Bool {
        let byte = page[i]
        if byte < 0x80 { return byte >= 0x20 && byte != 0x7F }
        switch byte {
        case 0xC2: return i + 1 < end && page[i + 1] >= 0xA0
        case 0xE2: return i + 2 < end && !(page[i + 1] == 0x80 && (page[i + 2] == 0xA8 || page[i + 2] == 0xA9))
        case 0xEF:
            return i + 2 < end && !(page[i + 1] == 0xBB && page[i + 2] == 0xBF)
                && !(page[i + 1] == 0xBF && page[i + 2] >= 0xBE)
        default: return true
        }
    }

    private func isNull(_ range: ClosedRange<Int>) -> Bool {
        switch range.count {
        case 1: page[range.lowerBound] == UInt8(ascii: "~")
        case 4: YAMLNull.isSpelled(string(range.lowerBound..<(range.upperBound + 1)))
        default: false
        }
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: page[range]), as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isKeyByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
