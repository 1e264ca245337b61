import ArgumentParser
import Reports
import SystemPackage
import Workspace

/// `diptych status`: shows which translations are behind their sources.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show which translations are behind their sources, and what changed there.",
        discussion: """
            For pages and sources in different files. Each translation is

              current           the source is as it was when it was translated
              cosmetic          the source changed, but nothing that readers miss: line
                                breaks, links, emphasis, punctuation
              stale             words, numbers or code changed, or parts came or went
              never-translated  the page is the text of its source
              missing           there is no translation
              orphan            there is no source
              unknown           nothing says which revision was translated

              diptych status docs/fr --source docs/en      what to translate
              diptych status content --format table        a table by locale
              diptych status content --all                 every page
              diptych status content --format markdown     the text of an issue
              diptych status content --format json -o status.json
              diptych status content --fail-on stale,missing
              diptych status --accept content/fr/page.md   it is translated as it should be

            The revision that was translated is taken from the front matter
            (ms.sourcegitcommit, default_lang_commit, l10n.sourceCommit, source-git-commit,
            or a key that .diptych.yml names), else from the lock file that --accept
            writes, else from the last commit that changed the page (Docs/status.md).
            Schemas/status.schema.json describes the JSON.

            Exit status:
              0  no page is stale; --fail-on changes this
              1  a page is stale
              2  nothing could be found out of a page, no page has a source, or something
                 could not be written
            """)

    @Argument(
        help: ArgumentHelp("Translations, or folders of them.", valueName: "pages"), completion: .file())
    var pages: [String]

    @Flag(help: "Note in the lock file that these pages translate their sources as they are now.")
    var accept = false

    @Option(
        help: ArgumentHelp(
            "The lock file. (default: .diptych-lock.json beside .diptych.yml, or at the root of the repository)",
            valueName: "file"),
        completion: .file())
    var lock: String?

    @Option(help: ArgumentHelp("The format of the output.", valueName: "format"))
    var format = StatusFormat.text

    @Flag(help: "In text, list all pages, not only those that need work.")
    var all = false

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "End with 1 for pages of these statuses: names with commas between them, or never.", valueName: "statuses"))
    var failOn = "stale"

    @Option(
        name: [.short, .customLong("output")], help: ArgumentHelp("Write to this file.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var reading: PageOptions

    @OptionGroup var colours: ColourOptions

    @OptionGroup var jobs: JobsOptions

    private var failing: [PageStatus.State] {
        failOn.split(separator: ",").compactMap { PageStatus.State(rawValue: $0.filter { $0 != " " }) }
    }

    func validate() throws {
        if let output, output.isEmpty { throw ValidationError("-o must name a file.") }
        if pages.contains("-") {
            throw ValidationError("A status needs the place of a page, so it reads no standard input.")
        }
        let names = failOn.split(separator: ",").map { $0.filter { $0 != " " } }
        if failOn != "never", let name = names.first(where: { PageStatus.State(rawValue: $0) == nil }) {
            let known = PageStatus.State.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(printable(name))” is no status. Known are \(known), and never.")
        }
    }

    func run() async throws {
        var messages = Messages(total: 0)
        do {
            let run = try StatusRun(pages, reading.plan, lock: lock, jobs: jobs.count)
            try run.refuse(output: output)
            messages = Messages(total: run.count)
            for error in run.errors { messages.report(error) }
            for note in run.notes { messages.note(note) }
            if run.count == 0, run.errors.isEmpty { reportNothingCompared(run, &messages) }
            if accept { Console.exit(self.accept(run, &messages)) }
            let file = try output.map { path throws(FileError) in try AtomicFile(FilePath(path)) }
            let totals = try await report(run, to: file ?? StandardOutput(), &messages)
            try file?.commit()
            let isFailing = failing.contains { totals.count($0) > 0 }
            if totals.count(.unknown) > 0 { Console.exit(.failed) }
            Console.exit(messages.status.or(isFailing ? .findings : .clean))
        } catch {
            messages.report(error)
            Console.exit(.failed)
        }
    }

    /// Says that no page has a status. A git hook names the files that changed, and these can all be sources.
    private func reportNothingCompared(_ run: StatusRun, _ messages: inout Messages) {
        let reason =
            "no page has its source in another file; name the sources with --source, or once for all with `diptych init`"
        if NothingCompared.isExpected(run.finder) {
            messages.note(reason)
        } else {
            messages.report(NothingCompared(reason: reason))
        }
    }

    private func report(
        _ run: StatusRun, to sink: any ReportSink, _ messages: inout Messages
    ) async throws -> StatusTotals {
        let reporter: any StatusReporter =
            switch format {
            case .text, .table:
                StatusTextReporter(
                    to: sink, isColourful: colours.isColourful(isFile: output != nil),
                    columns: output == nil ? Console.outputColumns : nil, showsAll: all, showsPages: format == .text)
            case .markdown: StatusMarkdownReporter(to: sink)
            case .json: try StatusJSONReporter(to: sink)
            }
        var totals = StatusTotals()
        var failure: (any Error)?
        var reasons = FallbackReasons()
        await run.run { page in
            if let error = page.failure { messages.report(error) }
            reasons.add(page.reasons, of: page.page)
            totals.add(page)
            do {
                if failure == nil { try reporter.add(page) }
            } catch {
                failure = error
            }
            messages.pageDone()
        }
        if let failure { throw failure }
        try reporter.finish(totals)
        for note in reasons.notes { messages.note(note) }
        return totals
    }

    private func accept(_ run: StatusRun, _ messages: inout Messages) -> ExitStatus {
        let acceptance = run.accept()
        for error in acceptance.failures { messages.report(error) }
        for (path, pages) in acceptance.files {
            Console.error("\(printable(path.string)): \(CountText.counted(pages, "page")) accepted")
        }
        if let first = acceptance.overruled.first {
            let rest = acceptance.overruled.count - 1
            let more = rest > 0 ? " and \(CountText.counted(rest, "other page"))" : ""
            messages.note(
                "\(first.page)\(more) name their revision in the front matter (\(first.key)), which counts before the lock "
                    + "file; write the new commit there")
        }
        return messages.status
    }
}

extension StatusFormat: ExpressibleByArgument {}
