import ArgumentParser
import ParsedBitext
import Workspace

/// The options of `check` that are about rules and baselines, and what the exit status depends on.
struct CheckOptions: ParsableArguments {
    @OptionGroup var settings: PlanOptions

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            """
            Show how this memory translates what findings are about: pages, exchange files, or a folder. Can be given \
            several times.
            """, valueName: "files"),
        completion: .file())
    var memory: [String] = []

    @Option(
        help: ArgumentHelp("Do not report the findings that this baseline lists.", valueName: "file"),
        completion: .file())
    var baseline: String?

    @Option(
        name: .customLong("write-baseline"),
        help: ArgumentHelp("Write a baseline that lists all findings, and end with 0.", valueName: "file"),
        completion: .file())
    var writeBaseline: String?

    @Option(
        name: .customLong("max-findings"),
        help: ArgumentHelp(
            "Show at most this many findings: errors first, then warnings, then notes. The totals count all.",
            valueName: "number"))
    var maxFindings: Int?

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "End with 1 for findings of this severity or a worse one.", valueName: "severity"))
    var failOn = FailOn.warning

    @Flag(help: "Also report what is out of date: the source changed after it was translated (Docs/status.md).")
    var stale = false

    @Flag(help: "First repair what is certain, in the pages themselves. Then check them.")
    var fix = false

    @Flag(name: .customLong("dry-run"), help: "Change nothing. Print what --fix would change, as a diff.")
    var dryRun = false

    @Flag(
        help: "With --fix or --dry-run: make the suggested changes, too. They are likely, not certain: read them.")
    var unsafe = false

    @Flag(help: "Report each place of a fault that repeats on a page by itself, not the first one with a count.")
    var every = false

    func validate() throws {
        if unsafe, !fix, !dryRun { throw ValidationError("--unsafe needs --fix or --dry-run.") }
        if let maxFindings, maxFindings < 1 { throw ValidationError("--max-findings must be at least 1.") }
        if baseline != nil, writeBaseline != nil {
            throw ValidationError("Use either --baseline or --write-baseline, not both.")
        }
    }

    /// The options that decide which rules check which page.
    var plan: CheckPlan.Options {
        var options = settings.plan
        options.memories = memory
        return options
    }
}
