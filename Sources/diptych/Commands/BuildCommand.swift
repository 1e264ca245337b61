import ArgumentParser
import ParsedBitext
import Workspace

/// `diptych build`: everything that can be made from a folder of pages.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Build the documents of all pages in a folder; rebuild only what changed.",
        discussion: """
            The output folder gets:

              PAGE.json                        the document of each page
              PAGE.ID.ps1                      the PowerShell code of a procedure; read and
                                               change it before you run it
              index.json                       all checklists of all pages
              checklists.LOCALE.source.md      prerequisites and procedures with boxes to
              checklists.LOCALE.target.md      tick, in each of the two languages; what is
                                               ticked in one is ticked in both by the
                                               next build
              findings.json                    what `diptych check` finds
              manifest.json                    which files were built from which pages

            Examples:

              diptych build docs -o out        build the pages in docs into out
              diptych build                    the folders of .diptych.yml
              diptych build --keep-state       keep ticked boxes ticked where their items
                                               did not change
              diptych build --check            write nothing; fail if a file is out of date

            Without arguments, .diptych.yml names the folders:

              pages: docs
              output: out

            The output folder changes all at once, even if the build is killed. Files that
            are not from diptych are never overwritten or removed.

            Exit status:
              0  no errors or warnings in the pages
              1  errors or warnings in the pages; with --check: a file is out of date
              2  something could not be read or written
            """)

    @OptionGroup var build: BuildOptions

    @Flag(help: "Write nothing. List the files that are out of date, and end with 1 if there are any.")
    var check = false

    @Flag(help: "Build all pages again, also those that did not change.")
    var full = false

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "End with 1 for findings of this severity or a worse one.", valueName: "severity"))
    var failOn = FailOn.warning

    func run() async throws {
        var view = BuildView()
        var options: Build.Options
        let result: Build.Result
        do {
            options = try build.options(for: "build")
            options.isCheck = check
            options.isFull = full
            options.plan.note = { Messages(total: 0).note($0) }
            result = try await Build(options).run { view.show($0) }
        } catch let error as ValidationError {
            throw error
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
