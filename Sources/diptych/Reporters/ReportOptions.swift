import Checks
import ParsedBitext
import TranslationModel
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

    /// Opens the report; a file that cannot be written is known before the first page is read.
    func open(rules: [ActiveRule], most: Int?) throws(FileError) -> FindingsReport {
        let file: AtomicFile?
        if let output { file = try AtomicFile(FilePath(output)) } else { file = nil }
        return FindingsReport(
            format, to: file, showing: severity ?? format.defaultSeverity, rules: rules, most: most ?? .max)
    }
}
