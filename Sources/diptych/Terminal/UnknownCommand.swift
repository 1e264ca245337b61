import ArgumentParser
import Checks
import Workspace

/// A command line that begins with something else than a command, and what was probably meant.
struct UnknownCommand: CustomStringConvertible {
    private let arguments: [String]
    private let name: String
    private let names: [String]

    /// - Parameter arguments: what is after the program's name.
    /// - Returns: nil where the first of them is a command or an option.
    init?(_ arguments: [String], among commands: [any ParsableCommand.Type]) {
        names = commands.map { $0._commandName } + ["help"]
        // `help check` is about a command, too.
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let name = words.first, !name.hasPrefix("-"), !names.contains(name) else { return nil }
        self.arguments = arguments
        self.name = name
    }

    var description: String {
        let unknown = "There is no command “\(printable(name))”."
        if let near = Suggestion.nearest(to: name.lowercased(), among: names, limit: 1).first {
            return "\(unknown) Did you mean `\(near)`?"
        }
        // Who names only a page wants to do something with it.
        if !PageFinder([name]).pages.isEmpty {
            let pages = arguments.map { printable($0) }.joined(separator: " ")
            return "\(unknown) To look for faults in the pages: diptych check \(pages)"
        }
        return "\(unknown) `diptych --help` lists the commands."
    }
}
