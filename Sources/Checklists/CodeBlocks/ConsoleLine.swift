import Bitext
import Code

/// A line of code in documentation: a command, or output.
public struct ConsoleLine: Sendable, Equatable {
    /// The line without its prompt.
    public let text: String
    /// Whether the line is a command, or a part of one. Otherwise it is output.
    public let isCommand: Bool
}

extension CodeBlockRecord {
    /// What a person types of code that shows a console: the commands without their prompts, and without what they print. nil
    /// if the code has no prompts.
    public var input: String? {
        var code = code
        let lines: [ConsoleLine]? = code.withUTF8 { bytes in
            switch language {
            case "powershell":
                // Nearly no code has prompts.
                guard mayHavePrompt(bytes), PowerShellLexer.tokens(of: bytes).contains(where: { $0.kind == .prompt })
                else { return nil }
                return consoleLines()
            case "bash", "console": return ConsoleLine.lines(ofShell: bytes)
            default: return nil
            }
        }
        return lines.map { $0.filter(\.isCommand).map(\.text).joined(separator: "\n") }
    }

    private func mayHavePrompt(_ code: Bytes) -> Bool {
        code.contains(UInt8(ascii: ">")) || code.contains(UInt8(ascii: "@"))
            || code.firstOffset(of: "$ ", from: 0) != nil
            || code.firstOffset(of: "❯", from: 0) != nil
    }

    /// The lines of a PowerShell block, as commands and output.
    ///
    /// If the block shows prompts (`PS C:\>`, `>>`), the text after a prompt is a command, and so are the lines that continue
    /// it. All other lines are output. Without prompts, all lines are commands, except those that only a command prints
    /// (`Name : value`, the rows of a table).
    public func consoleLines() -> [ConsoleLine] {
        var code = code
        return code.withUTF8 { code in
            let tokens = PowerShellLexer.tokens(of: code)
            let hasPrompts = tokens.contains { $0.kind == .prompt }
            var lines: [ConsoleLine] = []
            var start = 0
            var next = 0
            var depth = 0
            // The end of the last token. A token of a command, such as a string, may end on a later line.
            var covered = 0
            var isContinued = false
            while start <= code.count {
                let end = code.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? code.count
                var textStart = start
                var isCommand = !hasPrompts || isContinued || covered > start || depth > 0
                let isInside = covered > start
                while next < tokens.count, tokens[next].range.lowerBound <= end {
                    let token = tokens[next]
                    if token.kind == .newline, token.range.lowerBound == end { break }
                    next += 1
                    if token.kind == .prompt, !isInside {
                        isCommand = true
                        textStart = token.range.upperBound
                    }
                    if token.kind == .output, !isInside { isCommand = false }
                    guard isCommand else { continue }
                    covered = max(covered, token.range.upperBound)
                    depth = max(0, depth + token.depth)
                    isContinued = token.kind == .continuation || token.kind == .pipe || token.kind == .comma
                }
                if next < tokens.count, tokens[next].kind == .newline, tokens[next].range.lowerBound == end {
                    next += 1
                }
                if !isCommand { isContinued = false }
                while textStart > start, textStart < end, code[textStart] == 0x20 { textStart += 1 }
                lines.append(ConsoleLine(text: code.string(textStart..<end), isCommand: isCommand))
                start = end + 1
            }
            return lines
        }
    }

    /// Whether PowerShell would wait for more input after the code: a string, a comment or a bracket is not closed, or the
    /// last line continues.
    public var isIncomplete: Bool {
        var code = code
        return code.withUTF8 { code in
            var depth = 0
            let tokens = PowerShellLexer.tokens(of: code)
            for token in tokens {
                depth += token.depth
                if depth < 0 || !token.isClosed(in: code) { return true }
            }
            let open: [PowerShellToken.Kind] = [.continuation, .pipe, .comma, .assignment]
            return depth != 0 || tokens.last.map { open.contains($0.kind) } ?? false
        }
    }
}

extension ConsoleLine {
    /// The lines of code for a shell other than PowerShell, if it has prompts. A command goes on in the next line after a `\`
    /// at its end, or a `^` on Windows.
    static func lines(ofShell code: Bytes) -> [ConsoleLine]? {
        var lines: [ConsoleLine] = []
        var hasPrompts = false
        var isContinued = false
        var start = 0
        while start <= code.count {
            let end = code.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? code.count
            let line = code.trimmed(start..<end)
            let prompt =
                line.isEmpty ? nil : Prompt(in: code, at: line.lowerBound) ?? Prompt(unix: code, at: line.lowerBound)
            if let prompt {
                hasPrompts = true
                let text = code.trimmed(prompt.end..<line.upperBound)
                lines.append(ConsoleLine(text: code.string(text), isCommand: !text.isEmpty))
            } else {
                lines.append(ConsoleLine(text: code.string(start..<end), isCommand: isContinued))
            }
            isContinued = lines[lines.count - 1].isCommand && line.last.map { code[$0].isOne(of: "\\^") } ?? false
            start = end + 1
        }
        return hasPrompts ? lines : nil
    }
}

extension PowerShellToken {
    /// 1 for an opening bracket, -1 for a closing one, otherwise 0.
    fileprivate var depth: Int {
        switch kind {
        case .openParenthesis, .openBrace, .openHash: 1
        case .closeParenthesis, .closeBrace: -1
        default: 0
        }
    }

    /// Whether a string or a comment is closed. True for all other tokens.
    fileprivate func isClosed(in code: Bytes) -> Bool {
        let text = Array(code[range])
        switch kind {
        case .comment:
            return !text.starts(with: "<#".utf8) || (text.count >= 4 && text.suffix(2) == Array("#>".utf8)[...])
        case .string:
            if text.first == UInt8(ascii: "@") { return text.count > 4 && text.last == UInt8(ascii: "@") }
            let typographic = text.count >= 6 && text[text.count - 3] == 0xE2 && text[text.count - 2] == 0x80
            return text.count >= 2
                && (typographic || text.last == UInt8(ascii: "\"") || text.last == UInt8(ascii: "'"))
        default: return true
        }
    }
}
