import Checks
import ParsedBitext
import TranslationModel
import ArgumentParser
import Workspace

/// `diptych build`: the whole job.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make everything of a folder of pages, and again only what changed.",
        discussion: """
            Below the output folder:

              PAGE.json                        each page's document
              PAGE.ID.ps1                      the PowerShell of a procedure, to read
                                               and change before you run it
              index.json                       every checklist of all pages
              checklists.LOCALE.source.md      prerequisites and procedures with
              checklists.LOCALE.target.md      boxes to tick off
              findings.json                    what `check` finds
              manifest.json                    what was made, and from what

              diptych build                    Corpus to Output
              diptych build docs -o out        another folder
              diptych build --keep-state       ticked boxes stay ticked where their
                                               items did not change
              diptych build --check            write nothing; fail if anything is stale

            The output folder changes as a whole, even if the build is killed, and
            holds nothing of diptych's that the manifest does not name. Files of
            others are never overwritten or removed.

            Exit status:
              0  nothing to fix
              1  errors or warnings in pages; with --check: something is stale
              2  something could not be read or written
            """)

    @OptionGroup var build: BuildOptions

    @Flag(help: "Write nothing; list what is stale and end with 1 if anything is.")
    var check = false

    @Flag(help: "Make everything anew, whatever the manifest says.")
    var full = false

    @Option(
        name: .customLong("fail-on"),
        help: "From which severity on findings end with status 1: error, warning, note or never.")
    var failOn = FailOn.warning

    func run() async throws {
        var options = build.options
        options.isCheck = check
        options.isFull = full
        var view = BuildView()
        let result: Build.Result
        do {
            result = try await Build(options).run { view.show($0) }
        } catch {
            view.fail(error)
            Console.exit(.failed)
        }
        do {
            if check {
                try view.showStale(result)
                Console.exit(view.status.or(result.stale.isEmpty ? .clean : .findings))
            }
            try view.show(result)
        } catch {
            view.fail(error)
        }
        let isFaulty = result.findings.contains { failOn.counts($0.severity) }
        Console.exit(view.status.or(isFaulty ? .findings : .clean))
    }
}
