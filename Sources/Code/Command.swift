import Bitext

/// One command that code runs, or whose syntax it shows.
public struct Command: Sendable, Equatable {
    /// A cmdlet, an alias, a script or a program, as written.
    public var name: String
    /// As written, with the dash or dashes and without the values; each once, in order.
    public var parameters: [String]

    package init(name: String, parameters: [String]) {
        self.name = name
        self.parameters = parameters
    }

    /// The commands of code in PowerShell or of its syntax, in order. Those inside script blocks and parentheses are
    /// included. Code in other languages has none.
    package static func commands(in code: Bytes, language: String) -> [Command] {
        switch language {
        case "powershell":
            var reader = CommandReader(code)
            return reader.read()
        case "syntax": return CommandSyntax(code).commands
        default: return []
        }
    }
}
