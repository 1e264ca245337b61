import ArgumentParser
import Bitext
import SystemPackage
import Workspace

/// `diptych diff`: what changed on the checklists.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show which items of checklists were added, removed, edited, moved or only translated anew.",
        discussion: """
            Compares two pages, two folders of pages, or two outputs of `diptych extract`
            or `diptych build`; with --git, revisions of the repository you are in.

              diptych diff old.md new.md               two pages
              diptych diff Output.before Output        two outputs, or two folders of pages
              diptych diff --git HEAD                  what you changed and did not commit
              diptych diff --git v1..v2 docs           what changed in docs from v1 to v2
              diptych diff --git main...HEAD           what this branch changed
              diptych diff --git main...HEAD --format markdown      a comment for a review
              diptych diff old new --format json -o diff.json       every item, as data

            New segment ids, lines, numbers, markup and indentation are no change. An edited
            item is found again by its words, its place and what belongs to it; see
            Docs/revisions.md. The JSON is described by Schemas/diff.schema.json.

            Exit status:
              0  nothing changed
              1  something changed
              2  something could not be read, compared or written
            """)

    @Option(
        name: .customLong("git"),
        help: ArgumentHelp(
            "Compare revisions: OLD..NEW, OLD...NEW, or OLD with the work tree.", valueName: "revisions"))
    var git: String?

    @Argument(
        help: "Old and new: pages, folders, outputs, or - for standard input; with --git, the paths to look at.",
        completion: .file())
    var paths: [String] = []

    @Option(help: "How to tell: \(DiffFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = DiffFormat.text

    @Option(help: "The language to show in text and Markdown: source or target.")
    var side = Side.source

    @Option(
        name: [.short, .customLong("output")], help: ArgumentHelp("Write to this file.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: "How many pages to read at once.")
    var jobs = 1

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
        if let output, output.isEmpty { throw ValidationError("-o must name a file.") }
        if git == nil, paths.count != 2 {
            throw ValidationError("Name two things to compare, OLD and NEW, or revisions with --git.")
        }
        if git == nil, paths == ["-", "-"] { throw ValidationError("Only one of the two can be standard input.") }
    }

    func run() async throws {
        var messages = Reporter(total: 0)
        do {
            let plan =
                try git.map { range throws(FileError) in try DiffPlan(git: range, paths: paths) }
                ?? DiffPlan(old: paths[0], new: paths[1])
            messages = Reporter(total: plan.pageCount)
            for error in plan.errors { messages.report(error) }
            // Who named something that is not there is not helped by being told that nothing changed.
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
        _ plan: DiffPlan, to sink: any ReportSink, _ messages: inout Reporter
    ) async throws -> DiffTotals {
        let reporter: any DiffReporter =
            switch format {
            case .text:
                DiffTextReporter(to: sink, side: side, isColourful: output == nil && Console.isColourful)
            case .markdown: DiffMarkdownReporter(to: sink, side: side)
            case .json: DiffJSONReporter(to: sink, plan)
            }
        var totals = DiffTotals()
        var failure: (any Error)?
        await DiffRun(plan, jobs: jobs).run { page in
            for error in page.failures { messages.report(error) }
            totals.add(page)
            do {
                if failure == nil, let diff = page.diff { try reporter.add(page, diff) }
            } catch {
                failure = error
            }
            if output != nil || !Console.isOutputTerminal { messages.pageDone() }
        }
        if let failure { throw failure }
        try reporter.finish(totals)
        return totals
    }
}

extension DiffFormat: ExpressibleByArgument {}
