import Bitext

/// Finds the commands of PowerShell code, by the position of each token.
struct CommandReader {
    private let code: Bytes
    private let tokens: [PowerShellToken]
    private var commands: [Command] = []
    /// The parameters of each command, to look one up.
    private var parameters: [Set<String>] = []
    /// The code itself, then the open braces and parentheses, outermost first.
    private var scopes: [Scope] = [Scope(kind: .block)]

    private struct Scope {
        enum Kind {
            /// A script block, the code itself or `( )`: contains commands.
            case block
            /// `@{ }`: contains keys.
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
        /// The index of the command whose arguments follow.
        var command: Int?
        /// Whether the statement continues on the next line.
        var isOpen = false
        /// Whether this is the `(…)` after `if`, `param` and the like. A command may follow it.
        var isCondition = false
    }

    private var previous: PowerShellToken?
    private var isAfterKeyword = false

    private static let keywords: Set<String> = [
        "if", "else", "elseif", "foreach", "for", "while", "do", "until", "switch", "return", "try", "catch", "finally",
        "throw", "begin", "process", "end", "dynamicparam", "trap", "exit", "break", "continue", "in", "param", "data",
    ]
    /// Keywords that a name follows.
    private static let declarationKeywords: Set<String> = [
        "function", "filter", "class", "enum", "workflow", "configuration", "using",
    ]

    init(_ code: Bytes) {
        self.code = code
        tokens = PowerShellLexer.tokens(of: code)
    }

    mutating func read() -> [Command] {
        // If the code has prompts, the lines without a prompt are output.
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
            if token.kind != .newline, token.kind != .comment { isAfterKeyword = isKeyword }
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
        // Directly after a member, the parentheses enclose arguments, and their words are no commands.
        let isCall = previous.map { $0.kind == .member && $0.range.upperBound == token.range.lowerBound } ?? false
        var scope = isCall ? Scope(kind: .arguments, expects: .rest) : Scope(kind: .block)
        scope.isCondition = isAfterKeyword
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

    /// Whether a word can be a keyword: at most thirteen letters, as many as `configuration` has.
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
                if Self.declarationKeywords.contains(lower) {
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
        parameters.append([])
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
        // A parameter at the beginning of a line belongs to the command above: documentation breaks long lines there.
        guard let command = scopes[top].command else { return }
        scopes[top].expects = .rest
        // After the dash, typographic or not.
        let start = token.range.first { code[$0].isASCIILetter || code[$0].isOne(of: "_?") } ?? token.range.upperBound
        let name = "-" + code.string(start..<token.range.upperBound)
        if parameters[command].insert(name).inserted { commands[command].parameters.append(name) }
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

    /// Ends the statement, but a parameter may follow on the next line.
    private mutating func endLine() {
        let top = scopes.count - 1
        let command = scopes[top].command
        endStatement()
        scopes[top].command = command
    }
}
