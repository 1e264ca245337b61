import Checks
import ParsedBitext
import TranslationModel
import ArgumentParser
import Workspace

/// What a user says about which rules check what, and what counts.
struct CheckOptions: ParsableArguments {
    @OptionGroup var settings: PlanOptions

    @Option(
        help: ArgumentHelp("Leave out the findings that this baseline lists.", valueName: "file"), completion: .file())
    var baseline: String?

    @Option(
        name: .customLong("write-baseline"),
        help: ArgumentHelp("Write a baseline of all findings, and end with 0.", valueName: "file"), completion: .file())
    var writeBaseline: String?

    @Option(name: .customLong("max-findings"), help: "Show at most so many findings; the totals count all.")
    var maxFindings: Int?

    @Option(
        name: .customLong("fail-on"),
        help: "From which severity on findings end with status 1: error, warning, note or never.")
    var failOn = FailOn.warning

    @Flag(help: "Repair what is mechanical and safe in the pages themselves, then check them.")
    var fix = false

    @Flag(name: .customLong("dry-run"), help: "Print what --fix would change, as a diff, and change nothing.")
    var dryRun = false

    func validate() throws {
        if let maxFindings, maxFindings < 1 { throw ValidationError("--max-findings must be at least 1.") }
        if baseline != nil, writeBaseline != nil { throw ValidationError("Either --baseline or --write-baseline.") }
    }

    /// The options that settle which rules check which page.
    var plan: CheckPlan.Options { settings.plan }
}
