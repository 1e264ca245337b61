import ArgumentParser
import PageDocuments
import Workspace

/// The command line. The libraries do the work; the commands ask for it and show the results.
@main
struct Diptych: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diptych",
        abstract:
            "Reads documentation pages and their translations, checks them, and extracts checklists and code.",
        discussion: """
            A translation is a Markdown file beside its original (docs/fr beside docs/en),
            or both are in one file, in which each segment is a pair of spans.

              diptych init                              say where the originals are
              diptych inspect page.md                   show what is on the page
              diptych check docs                        find faults in translations
              diptych status docs                       which translations fell behind
              diptych build docs -o out                 JSON, checklists and scripts of all
                                                        pages; rebuilds only what changed
              diptych extract page.md                   the page as JSON
              diptych split --side target page.md       the translation alone
              diptych export docs -o out                XLIFF for translators
              diptych import out                        and their work back into the pages
              diptych memory docs -o memory.tmx         all translations as one memory
              diptych diff --git main...HEAD            what changed in the checklists

            `diptych help COMMAND` explains a command.

            Exit status:
              0  all is well
              1  there is something to look at; each command says what
              2  something could not be read, or not as its author meant it; all else was
                 done

            Messages go to standard error, as page:line:column: severity: message.
            """,
        version: Generator.diptych.version,
        subcommands: commands
    )

    private static let commands: [any ParsableCommand.Type] = [
        Init.self, BuildCommand.self, Watch.self, Diff.self, StatusCommand.self, Check.self, Rules.self, Explain.self,
        Extract.self, Split.self, Export.self, Import.self, Memory.self, Terms.self, Train.self, Inspect.self,
    ]

    /// Like ArgumentParser's own, but a wrong command line ends with 2, as all else that could not be done.
    static func main() async {
        Console.keepStandardStreamsApart()
        Console.keepGoingWithoutReader()
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let unknown = UnknownCommand(arguments, among: commands) {
            Console.error("Error: \(unknown)")
            Console.exit(.failed)
        }
        // The command that runs.
        var name: String?
        do {
            var command = try parseAsRoot()
            // `watch` handles the signals itself.
            if !(command is Watch) { Interruption.cleanUpWhenStopped() }
            name = type(of: command)._commandName
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            if exitCode(for: error) == .validationFailure {
                Console.error(name.map { Self.message(for: error, in: $0) } ?? fullMessage(for: error))
                Console.exit(.failed)
            }
            exit(withError: error)
        }
    }

    /// What a command says of its arguments when it runs: without the usage, which the message is not about.
    private static func message(for error: any Error, in command: String) -> String {
        "Error: \(message(for: error))\n  See 'diptych help \(command)' for more information."
    }
}
