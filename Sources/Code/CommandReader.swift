import Bitext

/// Finds the commands of PowerShell code, by the position of each token.
struct CommandReader {
    private let code: Bytes
    private let tokens: [PowerShellToken]
    /// The index of the token that is read.
    private var index = 0
    private var commands: [Command] = []
    /// The parameters of each command, to look one up.
    private var parameters: [Set<String>] = []
    /// The code itself, then the open braces and parentheses, outermost first.
    private var scopes: [Scope] = [Scope(kind: .block)]
    /// The functions and configurations that the code declares, in lower case.
    private var declared: Set<String> = []

    private struct Scope {
        enum Kind {
            /// A script block, the code itself or `( )`: contains commands.
            case block
            /// `@{ }`: contains keys.
            case hash
            /// A method's arguments, or `{a placeholder}`: contains no commands.
            case arguments
            /// The body of a class or an enum: contains members. Commands are in their bodies and values only.
            case members
            /// The body of a configuration, a node or a resource (DSC): contains resources, properties and cmdlets.
            case configuration
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
        /// The kind of the next brace, after `class`, `enum` and `configuration`.
        var body: Kind?
    }

    /// The last token that is neither a line break nor a comment.
    private var previous: PowerShellToken?
    private var isAfterKeyword = false
    /// Whether the line before is empty.
    private var isAfterEmptyLine = false

    private static let keywords: Set<String> = [
        "if", "else", "elseif", "foreach", "for", "while", "do", "until", "switch", "return", "try", "catch", "finally",
        "throw", "begin", "process", "end", "dynamicparam", "trap", "exit", "break", "continue", "in", "param", "data",
    ]
    /// Keywords that a name follows, and whether the name is one of a command.
    private static let declarationKeywords: [String: Bool] = [
        "function": true, "filter": true, "workflow": true, "configuration": true, "class": false, "enum": false,
        "using": false,
    ]
    /// The commands that run their script blocks, whatever is in them.
    private static let runners: Set<String> = [
        "invoke-command", "icm", "start-job", "sajb", "measure-command", "foreach-object", "foreach", "%",
        "where-object", "where", "?", "invoke-expression", "register-engineevent", "start-threadjob", "trace-command",
    ]

    init(_ code: Bytes) {
        self.code = code
        tokens = PowerShellLexer.tokens(of: code)
        for (token, next) in zip(tokens, tokens.dropFirst()) where token.kind == .word && next.kind == .word {
            let keyword = code.string(token.range).lowercased()
            guard Self.declarationKeywords[keyword] == true else { continue }
            declared.insert(code.string(next.range).lowercased())
        }
    }

    mutating func read() -> [Command] {
        // If the code has prompts, the lines without a prompt are output.
        let hasPrompts = tokens.contains { $0.kind == .prompt }
        var isOutput = hasPrompts && tokens.first?.kind != .prompt
        for (index, token) in tokens.enumerated() {
            self.index = index
            if token.kind == .prompt {
                isOutput = false
                if !scopes[scopes.count - 1].isOpen, scopes.count == 1 { endStatement() }
                continue
            }
            guard !isOutput, token.kind != .output else { continue }
            let isKeyword = token.kind == .word && scopes[scopes.count - 1].expects == .command && isKeyword(token)
            read(token)
            if token.kind != .newline, token.kind != .comment {
                isAfterKeyword = isKeyword
                isAfterEmptyLine = false
                previous = token
            }
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
            // `?` and `%` are also operators; `Get-Thing *` has an argument.
            let isArgument = token.kind == .operation && scopes[top].command != nil && scopes[top].expects == .rest
            if scopes[top].expects == .command { scopes[top].expects = .rest }
            scopes[top].isOpen = token.kind == .comma || token.kind == .operation && !isArgument
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
        case .openParenthesis: openParenthesis(token)
        case .openBrace: openBrace()
        case .openHash:
            scopes[top].expects = .rest
            scopes.append(Scope(kind: .hash, expects: .name))
        case .closeParenthesis, .closeBrace: close()
        case .comment, .prompt, .output: break
        }
        // A backtick's line break is part of its token.
        if token.kind == .continuation { scopes[scopes.count - 1].isOpen = false }
    }

    // MARK: Scopes

    private mutating func openParenthesis(_ token: PowerShellToken) {
        let top = scopes.count - 1
        scopes[top].expects = .rest
        // Directly after a member, the parentheses enclose arguments, and their words are no commands.
        let isCall = previous.map { $0.kind == .member && $0.range.upperBound == token.range.lowerBound } ?? false
        var scope = isCall ? Scope(kind: .arguments, expects: .rest) : Scope(kind: .block)
        scope.isCondition = isAfterKeyword
        scopes.append(scope)
    }

    private mutating func openBrace() {
        let top = scopes.count - 1
        let kind: Scope.Kind
        if let body = scopes[top].body {
            kind = body
        } else if isPlaceholder() {
            kind = .arguments
        } else if isResource() || scopes[top].kind == .configuration && previous?.kind != .assignment {
            kind = .configuration
        } else {
            kind = .block
        }
        scopes[top].body = nil
        scopes[top].expects = .rest
        scopes.append(Scope(kind: kind, expects: kind == .arguments ? .rest : .command))
    }

    /// Whether the brace is the argument `{pool name}` or `{Full-Sync | Delta-Sync}`: only words, without a blank after the
    /// brace, and no cmdlet with one of PowerShell's verbs. The argument of a name or a type, `-Name {Test-User}`, is no code.
    private func isPlaceholder() -> Bool {
        guard let command = scopes[scopes.count - 1].command,
            !Self.runners.contains(commands[command].name.lowercased()),
            previous.map({ $0.kind == .word || $0.kind == .parameter }) ?? false,
            previous.map({ !code.string($0.range).lowercased().hasSuffix("-scriptblock") }) ?? true,
            index + 1 < tokens.count, tokens[index + 1].range.lowerBound == tokens[index].range.upperBound
        else { return false }
        let parameter = previous.map { code.string($0.range).lowercased() } ?? ""
        let isName = ["name", "identity", "type"].contains { parameter.hasSuffix($0) }
        var (hasPipe, hasCommand) = (false, false)
        for next in index + 1..<min(index + 12, tokens.count) {
            switch tokens[next].kind {
            case .word:
                let word = code.string(tokens[next].range)
                if !isName, CommandNames.hasApprovedVerb(word) { return false }
                let form = CommandNames.form(of: word)
                hasCommand = hasCommand || form != nil && form != .cmdlet
            case .number, .comma: break
            case .pipe: hasPipe = true
            // `{dir | sort}` is code.
            case .closeBrace: return !(hasPipe && hasCommand)
            default: return false
            }
        }
        return false
    }

    /// Whether the brace follows a resource's kind and name, without a configuration around it: `Group Admins {`.
    private func isResource() -> Bool {
        guard index >= 2 else { return false }
        var last = index - 1
        if tokens[last].kind == .newline { last -= 1 }
        guard last >= 1, tokens[last].kind == .word || tokens[last].kind == .string, tokens[last - 1].kind == .word,
            last == 1 || tokens[last - 2].kind == .newline
        else { return false }
        let kind = code.string(tokens[last - 1].range)
        return (0x41...0x5A).contains(kind.utf8.first ?? 0) && !CommandNames.isCmdlet(kind)
            && !Self.runners.contains(kind.lowercased())
    }

    private mutating func close() {
        guard scopes.count > 1 else { return }
        let closed = scopes.removeLast()
        if closed.isCondition { scopes[scopes.count - 1].expects = .command }
    }

    // MARK: Words

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
            if isBareWord(token), readKeyword(word.lowercased()) { return }
            if isCommand(word) {
                begin(word)
            } else if let path = pathWithBlanks(token) {
                begin(path)
            } else {
                scopes[top].expects = .rest
                scopes[top].command = nil
            }
        case .callTarget:
            // `. word` in a sentence.
            if previous.map({ code[$0.range.lowerBound] == UInt8(ascii: ".") }) ?? false,
                CommandNames.form(of: word) != .file
            {
                scopes[top].expects = .rest
            } else {
                begin(word)
            }
        case .rest:
            // `foreach ($x in Get-Thing)`
            if token.range.count == 2, word.lowercased() == "in", scopes[top].command == nil {
                scopes[top].expects = .command
            }
        }
    }

    /// The path of a program on a drive, `C:\\Tools\\Relay`. It may have blanks, which documentation forgets to quote:
    /// `C:\\Program Files\\Relay\\setup.ps1`. Nil if nothing follows the path, as it may be a folder in an output.
    private func pathWithBlanks(_ token: PowerShellToken) -> String? {
        let start = token.range.lowerBound
        guard token.range.count > 3, code[start].isASCIILetter, code.has(":\\", at: start + 1), index + 1 < tokens.count
        else { return nil }
        for next in index + 1..<min(index + 8, tokens.count) {
            guard tokens[next].kind == .word else { break }
            let word = code.string(tokens[next].range).lowercased()
            if CommandNames.hasExtension(word) {
                return code.string(start..<tokens[next].range.upperBound)
            }
        }
        switch tokens[index + 1].kind {
        case .word, .parameter, .string, .variable: return code.string(token.range)
        default: return nil
        }
    }

    private mutating func readKeyword(_ word: String) -> Bool {
        if Self.keywords.contains(word) { return true }
        guard Self.declarationKeywords[word] != nil else { return false }
        let top = scopes.count - 1
        scopes[top].expects = .name
        switch word {
        case "class", "enum": scopes[top].body = .members
        case "configuration": scopes[top].body = .configuration
        default: break
        }
        return true
    }

    private mutating func begin(_ name: String) {
        let top = scopes.count - 1
        scopes[top].command = commands.count
        scopes[top].expects = .rest
        scopes[top].body = nil
        commands.append(Command(name: name, parameters: []))
        parameters.append([])
    }

    /// Whether a word where a command may be is one.
    private func isCommand(_ word: String) -> Bool {
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        // A property: `Ensure = "Present"`.
        if next?.kind == .assignment { return false }
        switch scopes[scopes.count - 1].kind {
        case .members, .arguments: return false
        case .configuration: return CommandNames.isCmdlet(word)
        case .block, .hash: break
        }
        guard word.utf8.count <= 260, word.utf8.first != nil else { return false }
        let lower = word.lowercased()
        if declared.contains(lower) { return true }
        switch CommandNames.form(of: word) {
        case .cmdlet?, .file?: return true
        case .alias?:
            let isPipeline = CommandNames.pipelineAliases.contains(lower)
            return (!isPipeline || previous?.kind == .pipe || next?.kind == .openBrace) && !isProse(next)
        case .program?: return !isProse(next)
        case nil: return isProgramByArguments(lower)
        }
    }

    /// Whether the word after a name shows that both are words of a sentence.
    private func isProse(_ next: PowerShellToken?) -> Bool {
        guard let next, next.kind == .word, next.range.count <= 5 else { return false }
        return CommandNames.proseWords.contains(code.string(next.range))
    }

    /// Whether a name that is not known has an option with two dashes in its line, as only programs have.
    private func isProgramByArguments(_ word: String) -> Bool {
        guard word.utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0.isOne(of: "-_.") }) else { return false }
        for next in index + 1..<min(index + 8, tokens.count) {
            switch tokens[next].kind {
            case .word, .string, .number: break
            case .parameter: return code.has("--", at: tokens[next].range.lowerBound)
            default: return false
            }
        }
        return false
    }

    private mutating func readParameter(_ token: PowerShellToken) {
        let top = scopes.count - 1
        // A parameter at the beginning of a line belongs to the command above: documentation breaks long lines there.
        guard let command = scopes[top].command else { return }
        scopes[top].expects = .rest
        // After the dash, typographic or not.
        let start = token.range.first { code[$0].isASCIILetter || code[$0].isOne(of: "_?") } ?? token.range.upperBound
        let name =
            (code.has("--", at: token.range.lowerBound) ? "--" : "-") + code.string(start..<token.range.upperBound)
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

    // MARK: Statements

    private mutating func endStatement() {
        let top = scopes.count - 1
        switch scopes[top].kind {
        case .hash: scopes[top].expects = .name
        case .arguments: scopes[top].expects = .rest
        case .block, .members, .configuration: scopes[top].expects = .command
        }
        scopes[top].command = nil
        scopes[top].isOpen = false
    }

    /// Ends the statement, but a parameter may follow on the next line.
    private mutating func endLine() {
        let top = scopes.count - 1
        let command = isAfterEmptyLine ? nil : scopes[top].command
        endStatement()
        scopes[top].command = command
        isAfterEmptyLine = true
    }
}
