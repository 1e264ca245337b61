import ArgumentParser

/// When a command colours its text.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// Whether text is coloured. The choice on the command line takes precedence over the environment. There, the order is
    /// that of https://bixense.com/clicolors: `NO_COLOR` (https://no-color.org), then `CLICOLOR_FORCE` or `FORCE_COLOR`
    /// (https://force-color.org), then `CLICOLOR`. A variable that is empty counts as not set.
    ///
    /// - Parameters:
    ///   - isTerminal: whether the text goes to a terminal.
    ///   - environment: the value of a variable, or nil where it is not set.
    func isColourful(isTerminal: Bool, environment: (String) -> String?) -> Bool {
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        func isOn(_ name: String) -> Bool { value(name).map { $0 != "0" && $0 != "false" } ?? false }
        switch self {
        case .always: return true
        case .never: return false
        case .auto:
            if value("NO_COLOR") != nil { return false }
            if isOn("CLICOLOR_FORCE") || isOn("FORCE_COLOR") { return true }
            return isTerminal && value("CLICOLOR") != "0" && value("TERM") != "dumb"
        }
    }
}

/// The option that chooses colours, and what it means for standard output.
struct ColourOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Colour the text. auto: at a terminal, unless NO_COLOR is set, or if FORCE_COLOR or CLICOLOR_FORCE is.",
            valueName: "when"))
    var color = ColourChoice.auto

    /// Whether text is coloured.
    ///
    /// - Parameter isFile: whether the text goes to a file, and not to standard output.
    func isColourful(isFile: Bool = false) -> Bool {
        if isFile, color == .auto { return false }
        return color.isColourful(isTerminal: Console.isOutputTerminal, environment: Console.environment)
    }
}
