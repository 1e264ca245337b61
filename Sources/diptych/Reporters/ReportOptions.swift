import Alignment
import ArgumentParser
import SystemPackage
import Workspace

/// What a user says about the form of a report.
struct ReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The form of the report.",
            valueName: "form"))
    var format = ReportFormat.text

    @Option(
        name: [.short, .customLong("output")],
        help: "The file to write the report to, instead of standard output.", completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The least severity to show. (default: warning in text and github, else note)",
            valueName: "severity"))
    var severity: Finding.Severity?

    func validate() throws {
        if let output, output.isEmpty { throw ValidationError("-o must name a file.") }
    }

    /// The least severity that is shown.
    private var leastShown: Finding.Severity { severity ?? format.defaultSeverity }

    /// From which severity on the report shows what the page says; nil where it never does.
    var pagesFrom: Finding.Severity? { format == .text ? leastShown : nil }

    /// Opens the report; a file that cannot be written is known before the first page is read.
    func open(rules: [Checker.ActiveRule], most: Int?) throws(FileError) -> FindingsReport {
        let file: AtomicFile?
        if let output { file = try AtomicFile(FilePath(output)) } else { file = nil }
        return FindingsReport(
            format, to: file, showing: leastShown, rules: rules, most: most ?? .max)
    }
}
