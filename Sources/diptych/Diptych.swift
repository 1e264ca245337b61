import ArgumentParser
import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions
import Workspace

/// The command line. What is computed comes from the libraries; here it is asked for and shown.
@main
struct Diptych: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diptych",
        abstract:
            "Reads bilingual documentation pages: their checklists, procedures and code, as JSON or for a person.",
        discussion: """
            A bilingual page is Markdown in which each segment is a pair of spans, the
            translation and the original.

              diptych inspect page.md                   what is on the page, at a glance
              diptych extract page.md                   the page as JSON
              diptych extract docs -o out --jobs 2      a whole folder of pages
              diptych split --side target page.md       the translation alone
              git show HEAD:page.md | diptych extract - from standard input
              diptych diff --git main...HEAD            what changed on the checklists

            Exit status:
              0  all well
              1  something to look at: repaired damage, smart quotes in code
              2  something could not be read as it was meant, or not at all

            Messages go to standard error, as page:line:column: severity: message.
            """,
        version: Generator.diptych.version,
        subcommands: [
            BuildCommand.self, Watch.self, Diff.self, Check.self, Rules.self, Explain.self, Extract.self, Split.self,
            Train.self, Inspect.self,
        ]
    )

    /// As ArgumentParser's own, but a wrong command line is exit status 2 like all else that could not be done.
    static func main() async {
        Console.keepStandardStreamsApart()
        Console.keepGoingWithoutReader()
        do {
            var command = try parseAsRoot()
            // That one ends politely by itself.
            if !(command is Watch) { Interruption.cleanUpWhenStopped() }
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            if exitCode(for: error) == .validationFailure {
                Console.error(fullMessage(for: error))
                Console.exit(.failed)
            }
            exit(withError: error)
        }
    }
}
