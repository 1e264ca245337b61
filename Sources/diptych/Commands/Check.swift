import ArgumentParser
import ParsedBitext
import Reports
import TranslationModel
import Workspace

/// `diptych check`: finds faults in translations.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find faults in translations: damaged segments, lost links and code, changed numbers, and more.",
        discussion: """
            Each finding names its rule. `diptych explain RULE` explains the rule.

              diptych check docs                    page by page, each fault marked
              diptych check docs --severity note    also the notes
              diptych check docs --format summary   a table of the rules
              diptych check docs --format github    annotations in GitHub Actions
              diptych check docs --format json -o findings.json
              diptych check docs --format sarif -o findings.sarif   for code scanning
              diptych check docs --format junit -o findings.xml     for Jenkins, GitLab
              diptych check docs --stale            also what is out of date, with git
              diptych check docs --memory fr.tmx    how the same text is translated
              diptych check docs --every            each place of a fault that repeats
              diptych check docs --fix              repair what is certain
              diptych check docs --dry-run          show what --fix would change
              diptych check docs --dry-run --unsafe also what is only likely
              diptych check docs --write-baseline known.json        list what is known
              diptych check docs --baseline known.json              report what is new

            A file .diptych.yml above the pages can switch rules on and off
            (Docs/configuration.md). In a page, <!-- diptych-disable RULE --> switches a
            rule off from there on, <!-- diptych-disable-line RULE --> on its own line, and
            <!-- diptych-disable-next-line RULE --> on the next one.

            The content rules need lexicons. Those that come with diptych are found beside
            the program; DIPTYCH_LEXICONS can name another folder (Docs/lexicons.md).

            Schemas/findings.schema.json describes the JSON. SARIF names pages from the
            root of their git repository, and has at most 25,000 findings, the worst ones.

            Exit status:
              0  no errors or warnings; notes do not count
              1  errors or warnings, shown or not; --fail-on changes this. --dry-run
                 ends as a check without it would
              2  something could not be read, checked or written, or in a folder no
                 text could be compared with its translation
            """)

    @Argument(
        help: ArgumentHelp("Pages (.md), folders of pages, or - for standard input.", valueName: "pages"),
        completion: .file())
    var pages: [String]

    @OptionGroup var reporting: ReportOptions

    @OptionGroup var checking: CheckOptions

    @OptionGroup var jobs: JobsOptions

    @Flag(help: "First add the words of these pages to the lexicon of their language, or learn one if it has none.")
    var learn = false

    func validate() throws {
        if learn, pages.contains("-") {
            throw ValidationError("--learn reads the pages twice, and standard input can be read only once.")
        }
        if checking.fix || checking.dryRun, pages.contains("-"), pages.count > 1 {
            throw ValidationError(
                "--fix of standard input takes no other pages: it writes the page to standard output.")
        }
    }

    func run() async throws {
        let finder = PageFinder(pages, checking.plan)
        var messages = Messages(total: finder.pages.count)
        let prepared: Preparation
        do {
            prepared = try prepare(finder)
        } catch {
            fail(messages, error)
        }
        report(finder, in: prepared.report, &messages)
        if checking.fix || checking.dryRun {
            let summary = await fix(prepared.plan, checking.writeBaseline == nil ? prepared.baseline : nil, &messages)
            if checking.dryRun { await endDryRun(prepared, summary, messages) }
            say(summary, &messages)
            if pages == ["-"] { Console.exit(messages.status) }
        }
        let checked = await check(prepared, &messages)
        finish(prepared.report, checked, &messages)
        finish(checked.tally.baseline, prepared.plan, &messages)
        end(messages, checked.tally, prepared)
    }

    // MARK: Before the first page

    /// What is made before the first page is read.
    private struct Preparation {
        let finder: PageFinder
        let plan: CheckPlan
        let report: FindingsReport
        /// The baseline that is written, or the one that hides findings.
        let baseline: Baseline?
        let judge: StatusJudge?
    }

    private func prepare(_ found: PageFinder) throws -> Preparation {
        var finder = found
        if checking.dryRun { try finder.readStandardInput() }
        try finder.requireUsableSource()
        try finder.refuse(output: reporting.output)
        try finder.refuse(output: checking.writeBaseline)
        let judge = checking.stale ? try StatusJudge(finder.pages, checking.plan) : nil
        let plan = try CheckPlan(finder.pages.filter { !$0.isSource }, try options())
        let baseline = try baseline(plan)
        let report = try reporting.open(
            rules: plan.rules, limit: checking.maxFindings, isOptional: checking.writeBaseline != nil)
        return Preparation(finder: finder, plan: plan, report: report, baseline: baseline, judge: judge)
    }

    private func baseline(_ plan: CheckPlan) throws -> Baseline? {
        if let path = checking.writeBaseline { return Baseline(for: path) }
        guard let path = checking.baseline ?? plan.baseline?.string else { return nil }
        return try Baseline(reading: path)
    }

    /// Reports what could not be found, and what is to be said of the page pairs.
    private func report(_ finder: PageFinder, in report: FindingsReport, _ messages: inout Messages) {
        for error in finder.missing { report.add(error) }
        for error in finder.mistakes { report.add(error, isPage: false) }
        for error in finder.errors { messages.report(error) }
        for note in finder.pairNotes.sentences { messages.note(note) }
    }

    // MARK: The check

    /// What is known once all pages are checked, besides the report.
    private struct Checked {
        var tally: CheckTally
        var unpaired: UnpairedPages
        var reasons = FallbackReasons()
        /// How many pages have each locale.
        var locales: [String: Int] = [:]
        /// How much was not looked up.
        var omission: String?
    }

    /// Checks all pages, and writes the report of each.
    private func check(_ prepared: Preparation, _ messages: inout Messages) async -> Checked {
        var checked = Checked(
            tally: CheckTally(failOn: checking.failOn, baseline: prepared.baseline),
            unpaired: UnpairedPages(isSourceNamed: checking.plan.source != nil))
        var run = CheckRun(prepared.plan, jobs: jobs.count, pagesFrom: reporting.pagesFrom)
        run.judge = prepared.judge
        run.leastLookedUp = reporting.leastShown
        do {
            if checking.writeBaseline == nil { run.memories = try await memories(prepared.plan, &messages) }
        } catch {
            fail(messages, error)
        }
        checked.omission = await run.run {
            messages.pageDone()
        } deliver: { outcome in
            if let failure = outcome.failure { messages.report(failure) }
            prepared.report.add(add(outcome, to: &checked))
            // The report cannot be written any more, so the other pages need no check.
            if let failure = prepared.report.failure { fail(messages, failure) }
        }
        return checked
    }

    /// Counts a page.
    ///
    /// - Returns: what is reported of it.
    private func add(_ outcome: CheckRun.Outcome, to checked: inout Checked) -> CheckRun.Outcome {
        var outcome = outcome
        if outcome.failure == nil { checked.locales[outcome.locale, default: 0] += 1 }
        checked.reasons.add(outcome.staleReasons, of: outcome.path)
        if checking.writeBaseline != nil {
            checked.tally.write(outcome)
        } else if outcome.failure == nil {
            outcome.findings = checked.tally.add(outcome)
            if !checking.every { outcome.findings = outcome.findings.mergingRepeated() }
        }
        checked.unpaired.add(outcome)
        return outcome
    }

    // MARK: After the last page

    /// Writes the end of the report, and says what it does not say.
    private func finish(_ report: FindingsReport, _ checked: Checked, _ messages: inout Messages) {
        if let omission = checked.omission { messages.note(omission) }
        if let note = checking.settings.pages.noteOnLocale(checked.locales) { messages.note(note) }
        report.finish()
        if let failure = report.failure { fail(messages, failure) }
        if report.cut > 0 {
            let more = CountText.counted(report.cut, "more finding is", "more findings are")
            Console.error("\(more) not shown (--max-findings).")
        }
        for note in checked.reasons.notes + report.notes + checked.unpaired.notes { messages.note(note) }
    }

    /// Says what --fix would repair, and ends as a check without --dry-run would end.
    private func endDryRun(_ prepared: Preparation, _ repairs: FixSummary, _ reported: Messages) async -> Never {
        var (summary, messages) = (repairs, reported)
        var tally = CheckTally(failOn: checking.failOn, baseline: prepared.baseline)
        if checking.writeBaseline == nil {
            var run = CheckRun(prepared.plan, jobs: jobs.count, pagesFrom: nil)
            run.judge = prepared.judge
            await run.run { summary.add(tally.add($0), of: $0.path) }
        }
        say(summary, &messages)
        end(messages, tally, prepared)
    }

    /// Ends as the findings say.
    private func end(_ reported: Messages, _ tally: CheckTally, _ prepared: Preparation) -> Never {
        var messages = reported
        if tally.hasComparedNothing { reportNothingCompared(prepared.finder, prepared.plan, &messages) }
        Console.exit(messages.status.or(tally.hasFaults ? .findings : .clean))
    }

    /// Ends because something could not be done at all.
    private func fail(_ reported: Messages, _ failure: any Error) -> Never {
        var messages = reported
        messages.report(failure)
        Console.exit(.failed)
    }

    /// Says that no text was compared with another. Where not all can be compared anyway, because somebody chose the rules or
    /// the findings that count, or named files one by one as git hooks do, that is no error.
    private func reportNothingCompared(_ finder: PageFinder, _ plan: CheckPlan, _ messages: inout Messages) {
        let isPartial =
            !checking.plan.only.isEmpty || checking.baseline != nil || checking.writeBaseline != nil
        guard messages.status == .clean, !isPartial else { return }
        let reason = NothingCompared.reason(finder, checked: plan.pages.count)
        if NothingCompared.isExpected(finder) {
            messages.note(reason)
        } else {
            messages.report(NothingCompared(reason: reason))
        }
    }

    /// The options of the plan, with the lexicon that is learned from the pages.
    private func options() throws -> CheckPlan.Options {
        var options = checking.plan
        options.note = { Messages(total: 0).note($0) }
        if learn {
            let known = try Lexicons(installedWith: options.lexicons)
            let outcome = try TrainingRun(pages, locale: options.locale, options).run(addingTo: known) {
                Console.showProgress("learning a lexicon: \($0)")
            }
            Console.clearProgress()
            options.learned = [try Lexicon(outcome.lexicon)]
        }
        return options
    }

    /// Reads the memories in which findings are looked up.
    private func memories(_ plan: CheckPlan, _ messages: inout Messages) async throws -> [MemoryEvidence] {
        var memories: [MemoryEvidence] = []
        for paths in plan.memories {
            let memory = try await MemoryEvidence(paths, checking.plan, jobs: jobs.count) { messages.report($0) }
            if memory.count == 0 {
                messages.note("\(printable(paths.joined(separator: ", "))): no translations are in this memory")
            }
            if memory.leftOut > 0 {
                messages.report(MemoryFull(leftOut: memory.leftOut, kept: memory.count))
            }
            memories.append(memory)
        }
        return memories
    }

    /// Repairs the pages, or shows what would be repaired.
    private func fix(_ plan: CheckPlan, _ baseline: Baseline?, _ messages: inout Messages) async -> FixSummary {
        var summary = FixSummary(
            isDry: checking.dryRun, failOn: checking.writeBaseline == nil ? checking.failOn : .never)
        let names = PatchNames(checking.dryRun ? plan.pages : [])
        let run = FixRun(
            plan, baseline: baseline, jobs: jobs.count, isDry: checking.dryRun, alsoUnsafe: checking.unsafe)
        await run.run { outcome in
            if let failure = outcome.failure { messages.report(failure) }
            guard let fix = outcome.fix else { return }
            summary.add(fix, of: outcome.path)
            do {
                if checking.dryRun {
                    try Console.write(LineDiff.unified(fix.old, fix.new, page: outcome.path, names: names))
                } else if outcome.path == "-" {
                    try Console.write(fix.new)
                }
            } catch {
                messages.report(error)
            }
        }
        summary.isForWorkingFolder = names.isForWorkingFolder
        return summary
    }

    /// Says what was repaired, or would be.
    private func say(_ summary: FixSummary, _ messages: inout Messages) {
        Console.error(summary.sentence)
        if summary.pages > 0, !summary.isForWorkingFolder {
            messages.note("apply this diff at the root of the repository: not all pages are in this folder")
        }
    }

    /// Writes the baseline, or says how many findings it hides.
    private func finish(_ baseline: Baseline?, _ plan: CheckPlan, _ messages: inout Messages) {
        guard let baseline else { return }
        if let path = checking.writeBaseline {
            do {
                try baseline.write(to: path)
                Console.error("\(printable(path)): \(CountText.counted(baseline.count, "finding"))")
            } catch {
                messages.report(error)
            }
            return
        }
        if baseline.hidden > 0 {
            Console.error("the baseline hides \(CountText.counted(baseline.hidden, "finding"))")
        }
        let unmet = baseline.unmet(by: plan.rules)
        guard unmet.count > 0 else { return }
        let entries = CountText.counted(unmet.count, "entry", "entries")
        let (verb, them) = unmet.count == 1 ? ("occurs", "it") : ("occur", "them")
        let advice =
            unmet.isPartial
            ? "to remove \(them), use --write-baseline with all pages and rules of the baseline"
            : "--write-baseline removes \(them)"
        Console.error("\(entries) of the baseline no longer \(verb); \(advice)")
    }
}
