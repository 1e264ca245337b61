import Alignment
import ArgumentParser
import Workspace

/// `diptych check`: what is wrong with pages.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find what is wrong with translations: damage, lost links and code, changed numbers, and more.",
        discussion: """
            Each finding names its rule; `diptych explain RULE` tells more of it.

              diptych check docs                    by page, with the fault marked
              diptych check docs --severity note    also what is no reason to stop
              diptych check docs --format summary   a table by rule
              diptych check docs --format github    annotations, in GitHub Actions
              diptych check docs --format json -o findings.json
              diptych check docs --format sarif -o findings.sarif   code scanning
              diptych check docs --format junit -o findings.xml     Jenkins, GitLab
              diptych check docs --dry-run          what --fix would change, as a diff
              diptych check docs --write-baseline known.json        look at these later…
              diptych check docs --baseline known.json              …and now at new ones only

            A .diptych.yml above the pages says which rules are on (Docs/configuration.md);
            <!-- diptych-disable rule --> in a page switches a rule off from there on.

            The JSON is described by Schemas/findings.schema.json. A file that -o names is
            written beside its place and renamed, so nobody reads half of one.

            Exit status:
              0  nothing to fix; notes alone do not count
              1  errors or warnings, shown or not (--fail-on)
              2  something could not be read, checked or written
            """)

    @Argument(help: "Pages (.md), folders of pages, or - for standard input.", completion: .file())
    var pages: [String]

    @OptionGroup var reporting: ReportOptions

    @OptionGroup var checking: CheckOptions

    @Option(help: "How many pages to read at once.")
    var jobs = 1

    @Flag(help: "First learn a lexicon from these very pages: for a language that diptych has none for.")
    var learn = false

    func validate() throws {
        if learn, pages.contains("-") {
            throw ValidationError("--learn reads the pages twice; standard input can be read once.")
        }
        guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
    }

    func run() async throws {
        let finder = PageFinder(pages)
        var messages = Reporter(total: finder.pages.count)
        let plan: CheckPlan
        let report: FindingsReport
        var baseline: Baseline?
        do {
            plan = try CheckPlan(finder.pages, try options())
            if let path = checking.writeBaseline {
                baseline = Baseline(for: path)
            } else if let path = checking.baseline ?? plan.baseline?.string {
                baseline = try Baseline(reading: path)
            }
            report = try reporting.open(rules: plan.rules, most: checking.maxFindings)
        } catch {
            messages.report(error)
            Console.exit(.failed)
        }
        for error in finder.errors {
            messages.report(error)
            report.add(error)
        }
        if checking.fix || checking.dryRun {
            await fix(plan, &messages)
            if checking.dryRun || pages == ["-"] { Console.exit(messages.status) }
        }
        var hasFaults = false
        let omission = await CheckRun(plan, jobs: jobs, pagesFrom: reporting.pagesFrom).run { outcome in
            var outcome = outcome
            if let failure = outcome.failure { messages.report(failure) }
            if checking.writeBaseline != nil {
                baseline?.add(outcome.findings, of: outcome.path)
            } else {
                outcome.findings = baseline?.filter(outcome.findings, of: outcome.path) ?? outcome.findings
                hasFaults = hasFaults || outcome.findings.contains { checking.failOn.counts($0.severity) }
            }
            report.add(outcome)
            // Nobody reads on: what is left would be work for nothing.
            if let failure = report.failure { end(messages, failure) }
            if reporting.output != nil || !Console.isOutputTerminal { messages.pageDone() }
        }
        if let omission { messages.note(omission) }
        report.finish()
        if let failure = report.failure { end(messages, failure) }
        if report.cut > 0 { Console.error("\(report.cut) more findings are not shown (--max-findings).") }
        if let baseline { finish(baseline, &messages) }
        Console.exit(messages.status.or(hasFaults ? .findings : .clean))
    }

    /// What the command line says of the rules, with what the pages taught.
    private func options() throws -> CheckPlan.Options {
        var options = checking.plan
        if learn {
            let outcome = try TrainingRun(pages, locale: options.locale).run { _ in }
            options.learned = [try Lexicon(outcome.lexicon)]
        }
        return options
    }

    /// Repairs the pages, or shows what would be repaired.
    private func fix(_ plan: CheckPlan, _ messages: inout Reporter) async {
        var (fixed, pages) = (0, 0)
        await FixRun(plan, jobs: jobs, isDry: checking.dryRun).run { outcome in
            if let failure = outcome.failure { messages.report(failure) }
            guard let fix = outcome.fix else { return }
            fixed += fix.fixed
            pages += 1
            do {
                if checking.dryRun {
                    try Console.write(LineDiff.unified(fix.old, fix.new, path: printable(outcome.path.string)) ?? [])
                } else if outcome.path == "-" {
                    try Console.write(fix.new)
                }
            } catch {
                messages.report(error)
            }
        }
        let what = checking.dryRun ? "can be fixed" : "fixed"
        Console.error("\(fixed) finding\(fixed == 1 ? "" : "s") \(what) on \(pages) page\(pages == 1 ? "" : "s")")
    }

    /// Writes the baseline, or says what it did.
    private func finish(_ baseline: Baseline, _ messages: inout Reporter) {
        if let path = checking.writeBaseline {
            do {
                try baseline.write(to: path)
                Console.error("\(printable(path)): \(baseline.count) findings")
            } catch {
                messages.report(error)
            }
            return
        }
        if baseline.hidden > 0 { Console.error("the baseline hides \(baseline.hidden) findings") }
        if baseline.unmet > 0 {
            Console.error("\(baseline.unmet) entries of the baseline no longer occur; --write-baseline drops them")
        }
    }

    private func end(_ messages: Reporter, _ failure: any Error) -> Never {
        var messages = messages
        messages.report(failure)
        Console.exit(.failed)
    }
}
