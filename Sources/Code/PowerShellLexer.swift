import Bitext

/// Splits PowerShell into tokens.
///
/// Linear in time, and it never fails: any bytes are tokens. It follows about_Parsing, about_Operators and
/// about_Quoting_Rules as far as documentation uses them. Like PowerShell, it reads typographic quotes and dashes as plain
/// ones. Unlike PowerShell, it reads `<TenantName>` as a word, because in documentation that is a placeholder.
package struct PowerShellLexer {
    private let code: Bytes
    private var offset = 0
    private(set) var tokens: [PowerShellToken] = []
    /// Set when a search found no end, so that it is not repeated.
    private var hasNoHereStringEnd = false
    private var hasNoCommentEnd = false
    /// The quotes, `"` or `'`, of strings without an end.
    private var quotesWithoutEnd: Set<UInt8> = []

    /// The tokens of `code`, in order. Blanks are not tokens.
    package static func tokens(of code: Bytes) -> [PowerShellToken] {
        var lexer = PowerShellLexer(code)
        lexer.run()
        return lexer.tokens
    }

    private var outputLines: OutputLines

    private init(_ code: Bytes) {
        self.code = code
        outputLines = OutputLines(code)
    }

    private mutating func run() {
        if !code.isEmpty { readLineStart() }
        while offset < code.count { readToken() }
    }

    private mutating func emit(_ kind: PowerShellToken.Kind, to end: Int) {
        let end = min(max(end, offset + 1), code.count)
        tokens.append(PowerShellToken(kind: kind, range: offset..<end))
        offset = end
    }

    private func byte(_ offset: Int) -> UInt8 { offset < code.count ? code[offset] : 0 }

    private mutating func readToken() {
        let first = code[offset]
        switch first {
        case UInt8(ascii: "\n"):
            emit(.newline, to: offset + 1)
            if offset < code.count { readLineStart() }
        case _ where first.isASCIIBlank: offset += 1
        case UInt8(ascii: "`"): readBacktick()
        case UInt8(ascii: "#"): emit(.comment, to: lineEnd(offset))
        case UInt8(ascii: "<"): readAngle()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): readString()
        case UInt8(ascii: "@"): readAt()
        case UInt8(ascii: "$"): readVariable()
        case UInt8(ascii: "{"): emit(.openBrace, to: offset + 1)
        case UInt8(ascii: "}"): emit(.closeBrace, to: offset + 1)
        case UInt8(ascii: "("): emit(.openParenthesis, to: offset + 1)
        case UInt8(ascii: ")"): emit(.closeParenthesis, to: offset + 1)
        case UInt8(ascii: "["): readBracket()
        case UInt8(ascii: "]"): emit(.operation, to: offset + 1)
        case UInt8(ascii: ";"): emit(.semicolon, to: offset + 1)
        case UInt8(ascii: ","): emit(.comma, to: offset + 1)
        case UInt8(ascii: "|"):
            emit(byte(offset + 1) == first ? .semicolon : .pipe, to: offset + (byte(offset + 1) == first ? 2 : 1))
        case UInt8(ascii: "&"):
            emit(byte(offset + 1) == first ? .semicolon : .call, to: offset + (byte(offset + 1) == first ? 2 : 1))
        case UInt8(ascii: "="): emit(.assignment, to: offset + 1)
        case UInt8(ascii: ">"): emit(.operation, to: offset + 1)
        case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "!"): readOperator()
        case UInt8(ascii: "-"): readDash(length: 1)
        case UInt8(ascii: "."), UInt8(ascii: ":"): readDot()
        case 0xE2: readTypographic()
        case 0xC2 where code.isWideBlank(at: offset): offset += 2
        default: readWord()
        }
    }

    // MARK: Lines

    /// Reads what begins a line and is no code: output, or a prompt, also `>>`.
    private mutating func readLineStart() {
        let end = lineEnd(offset)
        var start = offset
        while start < end, code[start] == 0x20 || code[start] == 0x09 { start += 1 }
        var prompt = code.has(">>", at: start) ? start + 2 : Prompt(in: code, at: start)?.end
        // `> Get-Thing`, if the first line has it, too. Elsewhere it writes to a file.
        if prompt == nil, code.has("> ", at: start), tokens.isEmpty || tokens[0].isShortPrompt(in: code) {
            prompt = start + 1
        }
        // After a line without such a prompt, the sign is output or an operator.
        if prompt == nil, tokens.isEmpty || tokens[0].kind == .prompt || tokens[0].kind == .comment {
            prompt = Prompt(beforeCmdlet: code, at: start)?.end
        }
        if let prompt {
            offset = start
            emit(.prompt, to: prompt)
        } else if outputLines.isOutput(offset..<end) {
            offset = start
            emit(.output, to: end)
        }
    }

    // MARK: Strings and comments

    private func lineEnd(_ start: Int) -> Int { code.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? code.count }

    /// Where a line ends, or `length` bytes after `start` if it is longer: the line is not read to its end for each of its parts.
    private func lineEnd(_ start: Int, within length: Int) -> Int {
        let limit = min(code.count, start + length)
        return code.firstOffset(of: UInt8(ascii: "\n"), from: start, to: limit) ?? limit
    }

    private mutating func readBacktick() {
        var end = offset + 1
        while byte(end) == 0x20 || byte(end) == 0x09 || byte(end) == 0x0D { end += 1 }
        if end >= code.count || code[end] == UInt8(ascii: "\n") {
            emit(.continuation, to: end + 1)
        } else {
            readWord()
        }
    }

    private mutating func readAngle() {
        if byte(offset + 1) == UInt8(ascii: "#") {
            let end = hasNoCommentEnd ? nil : code.firstOffset(of: "#>", from: offset + 2)
            if end == nil { hasNoCommentEnd = true }
            return emit(.comment, to: end.map { $0 + 2 } ?? code.count)
        }
        // A placeholder up to its `>` on the same line, and what follows without a blank.
        let limit = lineEnd(offset, within: 200)
        if let end = code.firstOffset(of: UInt8(ascii: ">"), from: offset, to: limit), end > offset + 1 {
            return emit(.word, to: wordEnd(end + 1))
        }
        emit(.operation, to: offset + 1)
    }

    private mutating func readString() {
        let quote = code[offset]
        emitString(
            quote,
            to: stringEnd(quote, from: offset + 1) { at in
                code[at] == quote ? 1 : 0
            } isEscape: {
                quote == UInt8(ascii: "\"") && $0 == UInt8(ascii: "`")
            })
    }

    /// - Parameter end: nil for a string without a closing quote, which ends with its line.
    private mutating func emitString(_ quote: UInt8, to end: Int?) {
        if end == nil { quotesWithoutEnd.insert(quote) }
        emit(.string, to: end ?? lineEnd(offset))
    }

    /// The offset after the closing quote, or nil. After a string without one, the end of a string is looked for in its line
    /// only.
    ///
    /// - Parameter closing: the length of a closing quote at an offset, or 0.
    private func stringEnd(_ quote: UInt8, from start: Int, closing: (Int) -> Int, isEscape: (UInt8) -> Bool) -> Int? {
        let limit = quotesWithoutEnd.contains(quote) ? lineEnd(start) : code.count
        var end = start
        while end < limit {
            if isEscape(code[end]) {
                end += 2
                continue
            }
            let length = closing(end)
            guard length > 0 else {
                end += 1
                continue
            }
            // A doubled quote means one quote.
            guard end + length < code.count, closing(end + length) > 0 else { return end + length }
            end += 2 * length
        }
        return nil
    }

    private mutating func readAt() {
        switch byte(offset + 1) {
        case UInt8(ascii: "{"): emit(.openHash, to: offset + 2)
        case UInt8(ascii: "("): emit(.openParenthesis, to: offset + 2)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): readHereString(quote: code[offset + 1])
        case let next where next.isASCIIAlphanumeric || next == UInt8(ascii: "_"): emit(.splat, to: nameEnd(offset + 1))
        default: readWord()
        }
    }

    private mutating func readHereString(quote: UInt8) {
        let end =
            hasNoHereStringEnd
            ? nil
            : quote == UInt8(ascii: "\"")
                ? code.firstOffset(of: "\n\"@", from: offset + 2) : code.firstOffset(of: "\n'@", from: offset + 2)
        if end == nil { hasNoHereStringEnd = true }
        // Without an end it is an ordinary string.
        if let end { return emit(.string, to: end + 3) }
        offset += 1
        readString()
    }

    /// Reads what begins with “ ” ‘ ’ – or —, which PowerShell reads as " ' -.
    private mutating func readTypographic() {
        guard byte(offset + 1) == 0x80 else { return readWord() }
        if code.isWideBlank(at: offset) {
            offset += 3
            return
        }
        switch byte(offset + 2) {
        case 0x9C, 0x9D, 0x9E:
            emitString(
                UInt8(ascii: "\""),
                to: stringEnd(UInt8(ascii: "\""), from: offset + 3) {
                    closingLength($0, 0x9C...0x9E, UInt8(ascii: "\""))
                } isEscape: {
                    $0 == UInt8(ascii: "`")
                })
        case 0x98...0x9B:
            emitString(
                UInt8(ascii: "'"),
                to: stringEnd(UInt8(ascii: "'"), from: offset + 3) {
                    closingLength($0, 0x98...0x9B, UInt8(ascii: "'"))
                } isEscape: { _ in
                    false
                })
        case 0x93...0x95: readDash(length: 3)
        default: readWord()
        }
    }

    private func closingLength(_ offset: Int, _ typographic: ClosedRange<UInt8>, _ plain: UInt8) -> Int {
        if code[offset] == plain { return 1 }
        return code[offset] == 0xE2 && byte(offset + 1) == 0x80 && typographic.contains(byte(offset + 2)) ? 3 : 0
    }

    // MARK: Names

    private func nameEnd(_ start: Int) -> Int {
        var end = start
        while end < code.count, code[end].isASCIIAlphanumeric || code[end] == UInt8(ascii: "_") || code[end] >= 0x80 {
            end += 1
        }
        return end
    }

    private mutating func readVariable() {
        switch byte(offset + 1) {
        case UInt8(ascii: "("):
            emit(.openParenthesis, to: offset + 2)
        case UInt8(ascii: "{"):
            let limit = lineEnd(offset, within: 200)
            emit(.variable, to: (code.firstOffset(of: UInt8(ascii: "}"), from: offset, to: limit) ?? offset + 1) + 1)
        case UInt8(ascii: "?"), UInt8(ascii: "$"), UInt8(ascii: "^"):
            emit(.variable, to: offset + 2)
        default:
            var end = nameEnd(offset + 1)
            // A scope or a drive: `$env:PATH`, `$script:x`.
            if end > offset + 1, byte(end) == UInt8(ascii: ":"), nameEnd(end + 1) > end + 1 { end = nameEnd(end + 1) }
            emit(.variable, to: end)
        }
    }

    private mutating func readBracket() {
        // Directly after another token it is an index, otherwise a type or an attribute.
        let isIndex =
            tokens.last.map { $0.range.upperBound == offset && $0.kind != .newline && $0.kind != .type } ?? false
        guard !isIndex, byte(offset + 1).isASCIILetter, let end = bracketEnd(offset) else {
            return emit(.operation, to: offset + 1)
        }
        emit(.type, to: end)
    }

    /// The offset after the bracket that closes the one at `start`, or nil. The arguments of an attribute may be on several
    /// lines, and have strings and brackets of their own.
    private func bracketEnd(_ start: Int) -> Int? {
        let limit = min(code.count, start + 400)
        var depth = 0
        var quote: UInt8?
        for end in start..<limit {
            let byte = code[end]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { return end + 1 }
            } else if byte == UInt8(ascii: "\n"), !code[start..<end].contains(UInt8(ascii: "(")) {
                // A type is on one line.
                return nil
            }
        }
        return nil
    }

    private mutating func readDot() {
        let isAttached = tokens.last.map { $0.range.upperBound == offset } ?? false
        if isAttached, code.has("::", at: offset) { return emit(.member, to: nameEnd(offset + 2)) }
        if isAttached, code[offset] == UInt8(ascii: "."), byte(offset + 1).isASCIILetter {
            return emit(.member, to: nameEnd(offset + 1))
        }
        if code[offset] == UInt8(ascii: "."), byte(offset + 1).isASCIIBlank { return emit(.call, to: offset + 1) }
        readWord()
    }

    private mutating func readOperator() {
        if byte(offset + 1) == UInt8(ascii: "=") { return emit(.assignment, to: offset + 2) }
        if byte(offset + 1).isASCIIBlank || offset + 1 == code.count { return emit(.operation, to: offset + 1) }
        readWord()
    }

    /// - Parameter length: the length of the dash in bytes.
    private mutating func readDash(length: Int) {
        var start = offset + length
        // `--name`, as programs have it.
        let isLong = length == 1 && byte(start) == UInt8(ascii: "-") && byte(start + 1).isASCIILetter
        if isLong { start += 1 }
        if byte(start) == UInt8(ascii: "=") { return emit(.assignment, to: start + 1) }
        guard byte(start).isASCIILetter || byte(start) == UInt8(ascii: "_") || byte(start) == UInt8(ascii: "?") else {
            if byte(start).isASCIIDigit { return emit(.number, to: wordEnd(start)) }
            return emit(.operation, to: start)
        }
        var end = start
        while end < code.count, code[end].isASCIIAlphanumeric || code[end].isOne(of: "_-") { end += 1 }
        emit(!isLong && Self.isOperator(code[start..<end]) ? .comparison : .parameter, to: end)
        // `-Name:value`: the colon only joins the two.
        if byte(offset) == UInt8(ascii: ":") { offset += 1 }
    }

    /// Whether a word after a dash is an operator (about_Operators).
    private static func isOperator(_ name: Slice<Bytes>) -> Bool {
        var word = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
        if operators.contains(word) { return true }
        // Case-sensitive and case-insensitive forms: `-ceq`, `-inotmatch`.
        guard let first = word.first, first == "c" || first == "i" else { return false }
        word.removeFirst()
        return comparisons.contains(word)
    }

    private static let comparisons: Set<String> = [
        "eq", "ne", "gt", "ge", "lt", "le", "like", "notlike", "match", "notmatch", "contains", "notcontains", "in",
        "notin", "replace", "split",
    ]

    private static let operators: Set<String> = comparisons.union([
        "and", "or", "xor", "not", "is", "isnot", "as", "f", "join", "band", "bor", "bxor", "bnot", "shl", "shr",
    ])

    private mutating func readWord() {
        let end = wordEnd(offset)
        let isNumber =
            code[offset].isASCIIDigit
            && code[offset..<end].allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") }
        emit(isNumber ? .number : .word, to: end)
    }

    /// Where a bare word ends: at a blank, at `=`, or where another token begins.
    private func wordEnd(_ start: Int) -> Int {
        var end = start
        while end < code.count {
            switch code[end] {
            case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "'"):
                return end
            case UInt8(ascii: "="):
                if end > start { return end }
                end += 1
            case UInt8(ascii: "`"):
                // A backtick escapes the next character. At the end of a line it continues the line.
                if byte(end + 1) == UInt8(ascii: "\n") || byte(end + 1) == 0x0D || end + 1 >= code.count {
                    return max(end, start)
                }
                end += 2
            case let next where next.isASCIIBlank || code.isWideBlank(at: end):
                return end
            case UInt8(ascii: "<") where end > start:
                // A placeholder inside a word: `sip:<user>@contoso.com`.
                let limit = lineEnd(end, within: 200)
                guard let close = code.firstOffset(of: UInt8(ascii: ">"), from: end, to: limit) else { return end }
                end = close + 1
            default:
                end += 1
            }
        }
        return min(end, code.count)
    }
}

extension PowerShellToken {
    fileprivate func isShortPrompt(in code: Bytes) -> Bool {
        kind == .prompt && range.count == 1 && code[range.lowerBound] == UInt8(ascii: ">")
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether a no-break space, narrow or not, is at `offset`. To PowerShell it is a blank.
    func isWideBlank(at offset: Int) -> Bool {
        self[offset] == 0xC2 ? has("\u{A0}", at: offset) : self[offset] == 0xE2 && has("\u{202F}", at: offset)
    }
}
