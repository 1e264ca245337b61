import ArgumentParser
import Checks
import Exchange
import Reports
import SystemPackage
import Workspace

/// `diptych export`: writes pages as files for the tools of translators.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write pages as XLIFF, TMX or PO, for the tools of translators.",
        discussion: """
            Each page becomes one file below the output folder, in the same folders as the
            input; TMX is one file for all pages, \(ExportRun.memoryName). Findings are notes, and their
            segments need review. `diptych import` brings the edited files back.

              diptych export docs/fr-FR -o out                  XLIFF 2.1
              diptych export docs/fr-FR -o out --to xliff12     XLIFF 1.2
              diptych export docs/fr-FR -o out --to po          catalogues of gettext
              diptych export docs/fr-FR -o out --only findings  what needs work
              diptych export docs/fr -o out --source docs/en --only stale
                                                        what is out of date
              diptych export docs/fr -o out --source docs/en --only missing
                                                        pages without a translation
              diptych import out --into docs/fr-FR              and back

            Docs/exchange.md says what is in the files.

            Exit status:
              0  all pages were written
              2  a page could not be read, or a file not written; all others were
            """)

    /// Which segments go out.
    enum Only: String, ExpressibleByArgument, CaseIterable {
        case findings, untranslated, stale, missing
    }

    @Argument(help: ArgumentHelp("Pages (.md), or folders of pages.", valueName: "pages"), completion: .file())
    var pages: [String]

    @Option(
        name: [.short, .customLong("output")], help: ArgumentHelp("The folder to write to.", valueName: "folder"),
        completion: .directory)
    var output: String

    @Option(name: .customLong("to"), help: ArgumentHelp("The form of the files.", valueName: "form"))
    var form = ExchangeForm.xliff

    @Option(
        help: ArgumentHelp(
            "Only the segments with findings, those that are not translated, those whose source changed since they were "
                + "translated (see `diptych status`), or the pages that have no translation yet.", valueName: "which"))
    var only: Only?

    @Flag(help: "Short for --only untranslated.")
    var untranslated = false

    @Option(help: ArgumentHelp("Only findings of this severity or a worse one count.", valueName: "severity"))
    var severity = Finding.Severity.warning

    @OptionGroup var checking: PlanOptions

    @OptionGroup var jobs: JobsOptions

    func validate() throws {
        if output.isEmpty { throw ValidationError("-o must name a folder.") }
        if untranslated, let only, only != .untranslated {
            throw ValidationError("Use either --only \(only.rawValue) or --untranslated, not both.")
        }
    }

    /// The pages to export, what is to be said of them, and what could not be found.
    private func findPages() throws -> ([PageFinder.Found], [String], [FileError]) {
        if only == .missing {
            let new = try NewPages(in: pages, checking.plan)
            return (new.pages, [], new.errors)
        }
        let finder = PageFinder(pages, excluding: FilePath(output), checking.plan)
        try finder.requireUsableSource()
        return (finder.pages.filter { !$0.isSource }, finder.pairNotes.sentences, finder.errors)
    }

    func run() async throws {
        let (found, notes, errors): ([PageFinder.Found], [String], [FileError])
        do {
            (found, notes, errors) = try findPages()
        } catch {
            var messages = Messages(total: 0)
            messages.report(error)
            Console.exit(.failed)
        }
        var messages = Messages(total: found.count)
        for error in errors { messages.report(error) }
        for note in notes { messages.note(note) }
        var selection = ExchangeSelection()
        selection.onlyFindings = only == .findings
        selection.onlyUntranslated = untranslated || only == .untranslated
        selection.onlyStale = only == .stale
        selection.severity = severity
        var (segments, count, empty) = (0, 0, 0)
        var reasons = FallbackReasons()
        do {
            let plan = try CheckPlan(found, checking.plan)
            var run = ExportRun(plan, to: form, output: FilePath(output), selection: selection, jobs: jobs.count)
            if only == .stale { run.judge = try StatusJudge(found, checking.plan) }
            try await run.run { outcome in
                reasons.add(outcome.staleReasons, of: outcome.path)
                if let failure = outcome.failure {
                    messages.report(failure)
                } else if outcome.segments == 0 {
                    empty += 1
                }
                segments += outcome.segments
                count += outcome.segments > 0 ? 1 : 0
                messages.pageDone()
            }
        } catch {
            messages.report(error)
            (segments, count) = (0, 0)
        }
        for note in reasons.notes { messages.note(note) }
        Console.error(
            "\(CountText.counted(segments, "segment")) of \(CountText.counted(count, "page")) exported"
                + (empty > 0 ? "; \(CountText.counted(empty, "page")) without such segments" : "")
                + (count == 0 ? "; no file was written" : ""))
        Console.exit(messages.status)
    }
}

extension ExchangeForm: ExpressibleByArgument {}
