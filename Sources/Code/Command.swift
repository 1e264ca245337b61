import Bitext

/// One command that code runs.
public struct Command: Sendable, Equatable {
    /// A cmdlet, an alias, a script or a program, as written.
    public var name: String
    /// As written, with the dash and without the values; each once, in order.
    public var parameters: [String]

    package init(name: String, parameters: [String]) {
        self.name = name
        self.parameters = parameters
    }

    /// The commands of PowerShell code, in order. Those inside script blocks and parentheses are included.
    package static func commands(inPowerShell code: Bytes) -> [Command] {
        var reader = CommandReader(code)
        return reader.read()
    }
}
