import ArgumentParser
import Bitext
import Reports
import SystemPackage
import Workspace

/// `diptych diff`: shows what changed in the checklists.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show which items of checklists were added, removed, edited, moved or only translated again.",
        discussion: """
            Compares two pages, two folders of pages, or two output folders of `diptych
            extract` or `diptych build`. With --git, compares revisions of the git
            repository that you are in.

              diptych diff old.md new.md               two pages
              diptych diff out.before out              two outputs, or two folders of pages
              diptych diff --git HEAD                  what you changed and did not commit
              diptych diff --git v1..v2 docs           what changed in docs from v1 to v2
              diptych diff --git main...HEAD           what this branch changed
              diptych diff --git main...HEAD --format markdown      a comment for a review
              diptych diff old new --format json -o diff.json       all items, as JSON

            These are not changes: segment ids, line numbers, list numbers, markup and
            indentation. An edited item is recognised by its words, its place and its notes
            and code (Docs/revisions.md). Schemas/diff.schema.json describes the JSON.

            Exit status:
              0  nothing changed
              1  something changed
              2  something could not be read, compared or written
            """)

    @Option(
        name: .customLong("git"),
        help: ArgumentHelp(
            "Compare revisions: OLD..NEW, OLD...NEW, or OLD with the files as they are now.", valueName: "revisions"))
    var git: String?

    @Argument(
        help: ArgumentHelp(
            "The old and the new page, folder or output; - is standard input. With --git: the paths to compare.",
            valueName: "paths"),
        completion: .file())
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "The format of the output.", valueName: "format"))
    var format = DiffFormat.text

    @Option(help: ArgumentHelp("The side to show in text and Markdown.", valueName: "side"))
    var side = Side.source

    @Option(
        name: [.short, .customLong("output")], help: ArgumentHelp("Write to this file.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var colours: ColourOptions

    @OptionGroup var jobs: JobsOptions

    func validate() throws {
        if let output, output.isEmpty { throw ValidationError("-o must name a file.") }
        if git == nil, paths.count != 2 {
            throw ValidationError("Name two pages or folders to compare, OLD and NEW, or revisions with --git.")
        }
        if git == nil, paths == ["-", "-"] { throw ValidationError("Only one of the two can be standard input.") }
    }

    func run() async throws {
        var messages = Messages(total: 0)
        do {
            let plan =
                try git.map { range throws(FileError) in try DiffPlan(git: range, paths: paths) }
                ?? DiffPlan(old: paths[0], new: paths[1])
            messages = Messages(total: plan.pageCount)
            for error in plan.errors { messages.report(error) }
            // Nothing was compared, so "nothing changed" would be wrong.
            if !plan.errors.isEmpty, plan.pageCount == 0 { Console.exit(.failed) }
            let file = try output.map { path throws(FileError) in try AtomicFile(FilePath(path)) }
            let totals = try await report(plan, to: file ?? StandardOutput(), &messages)
            try file?.commit()
            Console.exit(messages.status.or(totals.hasChanges ? .findings : .clean))
        } catch {
            messages.report(error)
            Console.exit(.failed)
        }
    }

    private func report(
        _ plan: DiffPlan, to sink: any ReportSink, _ messages: inout Messages
    ) async throws -> DiffTotals {
        let reporter: any DiffReporter =
            switch format {
            case .text:
                DiffTextReporter(
                    to: sink, side: side, isColourful: colours.isColourful(isFile: output != nil),
                    columns: output == nil ? Console.outputColumns : nil)
            case .markdown: DiffMarkdownReporter(to: sink, side: side)
            case .json: DiffJSONReporter(to: sink, plan)
            }
        var totals = DiffTotals()
        var failure: (any Error)?
        await DiffRun(plan, jobs: jobs.count).run { page in
            for error in page.failures { messages.report(error) }
            totals.add(page)
            do {
                if failure == nil, let diff = page.diff { try reporter.add(page, diff) }
            } catch {
                failure = error
            }
            messages.pageDone()
        }
        if let failure { throw failure }
        try reporter.finish(totals)
        return totals
    }
}

extension DiffFormat: ExpressibleByArgument {}
