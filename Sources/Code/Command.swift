import Bitext

/// One command that code runs.
public struct Command: Sendable, Equatable {
    /// As written: a cmdlet, an alias, a script or a program.
    public var name: String
    /// As written, with the dash and without values, each once, in order.
    public var parameters: [String]

    package init(name: String, parameters: [String]) {
        self.name = name
        self.parameters = parameters
    }

    /// The commands of PowerShell code, in order of appearance, those inside script blocks and parentheses among them.
    package static func commands(inPowerShell code: Bytes) -> [Command] {
        var reader = CommandReader(code)
        return reader.read()
    }
}

/// Tells from a token's position whether it is a command.
private struct CommandReader {
    private let code: Bytes
    private let tokens: [PowerShellToken]
    private var commands: [Command] = []
    /// The open braces and parentheses, outermost first; the first stands for the code itself.
    private var scopes: [Scope] = [Scope(kind: .block)]

    private struct Scope {
        enum Kind {
            /// A script block or the code itself, and `( )`, where commands stand.
            case block
            /// `@{ }`, where keys stand.
            case hash
            /// A method's arguments.
            case arguments
        }

        enum Expectation {
            /// The next word is a command.
            case command
            /// The next word, string or variable is what `&` runs.
            case callTarget
            /// The next word is a hash table's key, or a function's name.
            case name
            /// Arguments of a command, or an expression.
            case rest
        }

        var kind: Kind
        var expects: Expectation = .command
        /// The command whose arguments follow, as an index.
        var command: Int?
        /// The statement goes on over the end of the line.
        var isOpen = false
        /// `(…)` behind `if`, `param` and their like: a command may follow it.
        var isCondition = false
    }

    /// The token in front, and whether it was a keyword.
    private var previous: PowerShellToken?
    private var isBehindKeyword = false

    private static let keywords: Set<String> = [
        "if", "else", "elseif", "foreach", "for", "while", "do", "until", "switch", "return", "try", "catch", "finally",
        "throw", "begin", "process", "end", "dynamicparam", "trap", "exit", "break", "continue", "in", "param", "data",
    ]
    private static let naming: Set<String> = [
        "function", "filter", "class", "enum", "workflow", "configuration", "using",
    ]

    init(_ code: Bytes) {
        self.code = code
        tokens = PowerShellLexer.tokens(of: code)
    }

    mutating func read() -> [Command] {
        // Where the console's prompts are shown, the lines without one are its answers.
        let hasPrompts = tokens.contains { $0.kind == .prompt }
        var isOutput = hasPrompts && tokens.first?.kind != .prompt
        for token in tokens {
            if token.kind == .prompt {
                isOutput = false
                if !scopes[scopes.count - 1].isOpen, scopes.count == 1 { endStatement() }
                continue
            }
            guard !isOutput else { continue }
            let isKeyword = token.kind == .word && scopes[scopes.count - 1].expects == .command && isKeyword(token)
            read(token)
            previous = token
            if token.kind != .newline, token.kind != .comment { isBehindKeyword = isKeyword }
            if hasPrompts, token.kind == .newline, scopes.count == 1, !scopes[0].isOpen { isOutput = true }
        }
        return commands
    }

    private mutating func read(_ token: PowerShellToken) {
        let top = scopes.count - 1
        let wasOpen = scopes[top].isOpen
        if token.kind != .comment, token.kind != .newline { scopes[top].isOpen = false }
        switch token.kind {
        case .word: readWord(token)
        case .parameter: readParameter(token)
        case .string, .variable: readOperand(token)
        case .number, .type, .splat, .member: if scopes[top].expects != .name { scopes[top].expects = .rest }
        case .comparison, .operation, .comma:
            if scopes[top].expects == .command { scopes[top].expects = .rest }
            scopes[top].isOpen = token.kind == .comma || token.kind == .operation
        case .assignment:
            scopes[top].expects = .command
            scopes[top].command = nil
            scopes[top].isOpen = true
        case .pipe:
            scopes[top].expects = .command
            scopes[top].isOpen = true
        case .call: scopes[top].expects = .callTarget
        case .semicolon: endStatement()
        case .newline: if !wasOpen { endLine() }
        case .continuation: scopes[top].isOpen = true
        case .openParenthesis: open(token)
        case .openBrace:
            scopes[top].expects = .rest
            scopes.append(Scope(kind: .block))
        case .openHash:
            scopes[top].expects = .rest
            scopes.append(Scope(kind: .hash, expects: .name))
        case .closeParenthesis, .closeBrace: close()
        case .comment, .prompt: break
        }
        // A backtick's line break is part of its token.
        if token.kind == .continuation { scopes[scopes.count - 1].isOpen = false }
    }

    private mutating func open(_ token: PowerShellToken) {
        let top = scopes.count - 1
        scopes[top].expects = .rest
        // Directly behind a member it is a call's arguments, where words are no commands.
        let isCall = previous.map { $0.kind == .member && $0.range.upperBound == token.range.lowerBound } ?? false
        var scope = isCall ? Scope(kind: .arguments, expects: .rest) : Scope(kind: .block)
        scope.isCondition = isBehindKeyword
        scopes.append(scope)
    }

    private mutating func close() {
        guard scopes.count > 1 else { return }
        let closed = scopes.removeLast()
        if closed.isCondition { scopes[scopes.count - 1].expects = .command }
    }

    private func isKeyword(_ token: PowerShellToken) -> Bool {
        isBareWord(token) && Self.keywords.contains(code.string(token.range).lowercased())
    }

    /// Whether a word can be a keyword: letters only, at most twelve. A command has a dash or is longer, mostly.
    private func isBareWord(_ token: PowerShellToken) -> Bool {
        token.range.count <= 13 && code[token.range].allSatisfy(\.isASCIILetter)
    }

    private mutating func readWord(_ token: PowerShellToken) {
        let top = scopes.count - 1
        let word = code.string(token.range)
        switch scopes[top].expects {
        case .name:
            scopes[top].expects = .rest
        case .command:
            if isBareWord(token) {
                let lower = word.lowercased()
                if Self.keywords.contains(lower) { return }
                if Self.naming.contains(lower) {
                    scopes[top].expects = .name
                    return
                }
            }
            if isCommand(word) { begin(word) } else { scopes[top].expects = .rest }
        case .callTarget:
            begin(word)
        case .rest:
            // `foreach ($x in Get-Thing)`
            if token.range.count == 2, word.lowercased() == "in", scopes[top].command == nil {
                scopes[top].expects = .command
            }
        }
    }

    private mutating func begin(_ name: String) {
        let top = scopes.count - 1
        scopes[top].command = commands.count
        scopes[top].expects = .rest
        commands.append(Command(name: name, parameters: []))
    }

    private func isCommand(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return false }
        if word == "?" || word == "%" { return true }
        if first == UInt8(ascii: ".") {
            return word.utf8.count > 2 && word.utf8.dropFirst().contains { $0.isASCIILetter }
        }
        return first.isASCIILetter && !word.hasSuffix(":")
    }

    private mutating func readParameter(_ token: PowerShellToken) {
        let top = scopes.count - 1
        // At the beginning of a line it goes on with the command above: documentation breaks long lines so.
        guard let command = scopes[top].command else { return }
        scopes[top].expects = .rest
        // Behind the dash, typographic or not.
        let start = token.range.first { code[$0].isASCIILetter || code[$0].isOne(of: "_?") } ?? token.range.upperBound
        let name = "-" + code.string(start..<token.range.upperBound)
        if !commands[command].parameters.contains(name) { commands[command].parameters.append(name) }
    }

    private mutating func readOperand(_ token: PowerShellToken) {
        let top = scopes.count - 1
        switch scopes[top].expects {
        case .callTarget:
            let text = code.string(token.range)
            begin(token.kind == .string ? String(text.dropFirst().dropLast()) : text)
        case .command:
            scopes[top].expects = .rest
            scopes[top].command = nil
        case .name, .rest: scopes[top].expects = .rest
        }
    }

    private mutating func endStatement() {
        let top = scopes.count - 1
        scopes[top].expects = scopes[top].kind == .hash ? .name : scopes[top].kind == .arguments ? .rest : .command
        scopes[top].command = nil
        scopes[top].isOpen = false
    }

    /// As the end of a statement, but a parameter may follow on the next line.
    private mutating func endLine() {
        let top = scopes.count - 1
        let command = scopes[top].command
        endStatement()
        scopes[top].command = command
    }
}
