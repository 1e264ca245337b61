import Bitext

/// The syntax of cmdlets, as their reference pages show it:
/// `Get-Thing [[-Name] <String[]>] [-Force] [<CommonParameters>]`. It describes commands, and is not run.
struct CommandSyntax {
    private(set) var commands: [Command] = []
    /// The number of statements, and of those that only a description of syntax has.
    private var statements = 0
    private var syntaxStatements = 0

    /// Whether code is the syntax of cmdlets. Comments may be between them.
    static func isSyntax(_ code: Bytes) -> Bool {
        // Only brackets make a statement syntax, and most code has none.
        guard code.contains(where: { $0.isOne(of: "[<") }) else { return false }
        let syntax = CommandSyntax(code)
        return syntax.syntaxStatements > 0 && syntax.syntaxStatements * 2 > syntax.statements
    }

    /// One statement: a command and the lines that continue it.
    private struct Statement {
        var command: Int
        /// `[-Name`, `[[-Name]`, `[<CommonParameters>]`.
        var hasOptionalPart = false
        /// `<String[]>`, and values that are no types.
        var types = 0
        var otherValues = 0

        var isSyntax: Bool { hasOptionalPart || types > 0 && otherValues == 0 }
    }

    private var parameters: [Set<String>] = []
    private var statement: Statement?

    init(_ code: Bytes) {
        var start = 0
        while start < code.count {
            let end = code.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? code.count
            let line = code.trimmed(start..<end)
            start = end + 1
            guard let first = line.first, code[first] != UInt8(ascii: "#") else { continue }
            read(line, of: code)
        }
        endStatement()
    }

    private mutating func endStatement() {
        if let statement {
            statements += 1
            if statement.isSyntax { syntaxStatements += 1 }
        }
        statement = nil
    }

    private mutating func read(_ line: Range<Int>, of code: Bytes) {
        let line = Self.assignmentEnd(line, of: code)..<line.upperBound
        var offset = line.lowerBound
        while offset < line.upperBound, !code[offset].isASCIIBlank, !code.isWideBlank(at: offset),
            code[offset] != UInt8(ascii: "[")
        { offset += 1 }
        let word = line.lowerBound..<offset
        if word.count <= 120, CommandNames.isCmdlet(code.string(word)) {
            endStatement()
            statement = Statement(command: command(code.string(word)))
        } else {
            guard statement != nil else {
                statements += 1
                return
            }
            offset = line.lowerBound
        }
        readParameters(offset..<line.upperBound, of: code)
    }

    /// The offset after `$name = `, or where the line begins.
    private static func assignmentEnd(_ line: Range<Int>, of code: Bytes) -> Int {
        guard code[line.lowerBound] == UInt8(ascii: "$") else { return line.lowerBound }
        var end = line.lowerBound + 1
        while end < line.upperBound, code[end].isASCIIAlphanumeric || code[end] == UInt8(ascii: "_") { end += 1 }
        let rest = code.trimmed(end..<line.upperBound)
        guard let sign = rest.first, code[sign] == UInt8(ascii: "=") else { return line.lowerBound }
        return code.trimmed(sign + 1..<line.upperBound).lowerBound
    }

    /// The index of the command of that name: parameter sets of one command are one command.
    private mutating func command(_ name: String) -> Int {
        // Pages with many commands in one block do not exist; the last ones are enough.
        if let index = commands.indices.suffix(20).last(where: { commands[$0].name == name }) { return index }
        commands.append(Command(name: name, parameters: []))
        parameters.append([])
        return commands.count - 1
    }

    private mutating func readParameters(_ line: Range<Int>, of code: Bytes) {
        guard var statement else { return }
        var offset = line.lowerBound
        while offset < line.upperBound {
            let byte = code[offset]
            let isAtStart = offset == line.lowerBound || code[offset - 1].isOne(of: " \t[")
            if byte == UInt8(ascii: "["), isAtStart {
                // `[-Name`, `[[-Name]`, `[<CommonParameters>]`
                let next = code.has("[[", at: offset) ? offset + 2 : offset + 1
                if code.has("-", at: next) && next + 1 < line.upperBound && code[next + 1].isASCIILetter
                    || code.has("<CommonParameters>", at: next) || code.has("<WorkflowCommonParameters>", at: next)
                {
                    statement.hasOptionalPart = true
                }
            } else if byte == UInt8(ascii: "-"), isAtStart {
                var end = offset + 1
                while end < line.upperBound, code[end].isASCIIAlphanumeric || code[end] == UInt8(ascii: "_") {
                    end += 1
                }
                if end > offset + 1, code[offset + 1].isASCIILetter {
                    let name = code.string(offset..<end)
                    if parameters[statement.command].insert(name).inserted {
                        commands[statement.command].parameters.append(name)
                    }
                    offset = end
                    continue
                }
            } else if byte == UInt8(ascii: "<"),
                let close = code.firstOffset(
                    of: UInt8(ascii: ">"), from: offset, to: min(line.upperBound, offset + 200)),
                // A sign that is missing: `<String] [-Force <Boolean>]`
                code.firstOffset(of: "] [", from: offset, to: close) == nil
            {
                let name = code.string(offset + 1..<close)
                if name == "CommonParameters" {
                    statement.hasOptionalPart = true
                } else if Self.isType(name) {
                    statement.types += 1
                } else {
                    statement.otherValues += 1
                }
                offset = close + 1
                continue
            } else if !byte.isASCIIBlank, isAtStart, !byte.isOne(of: "[]{}|") {
                statement.otherValues += 1
            }
            offset += 1
        }
        self.statement = statement
    }

    /// Whether a name is the type of a parameter: `String[]`, `System.Uri`, `Nullable<Int32>`.
    private static func isType(_ name: String) -> Bool {
        if name.hasSuffix("[]") || name.hasPrefix("System.") || name.hasPrefix("Nullable") { return true }
        return types.contains(name.lowercased())
    }

    /// The types that parameters of PowerShell's own modules have, without those that are also words for a value to fill
    /// in (`<name>`, `<path>`).
    private static let types: Set<String> = [
        "string", "int", "int16", "int32", "int64", "uint16", "uint32", "uint64", "long", "byte", "bool", "boolean",
        "switch", "switchparameter", "char", "double", "decimal", "single", "datetime", "timespan", "guid", "object",
        "psobject", "hashtable", "idictionary", "scriptblock", "securestring", "pscredential", "pssession",
        "cimsession", "xmldocument", "pslistmodifier", "actionpreference", "cultureinfo", "ipaddress",
        "useridparameter",
    ]
}
