import ArgumentParser
import Checks
import ParsedBitext
import Reports
import SystemPackage
import Workspace

/// The options of a report of findings.
struct ReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The format of the report.",
            valueName: "format"))
    var format = ReportFormat.text

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("Write the report to this file, not to standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Show only findings of this severity or a worse one. (default: warning in text and github, else note)",
            valueName: "severity"))
    var severity: Finding.Severity?

    @Flag(name: .customLong("no-text"), help: "Leave the texts of the segments out of JSON.")
    var noText = false

    @Option(
        name: .customLong("rules-url"),
        help: ArgumentHelp(
            "Where people of your team can read Docs/rules.md. SARIF links each rule to it.", valueName: "address"))
    var rulesAddress: String?

    @OptionGroup var colours: ColourOptions

    func validate() throws {
        if let rulesAddress, !Self.isAddress(rulesAddress) {
            throw ValidationError(
                "--rules-url must be a web address without spaces, such as https://contoso.com/docs/rules.md.")
        }
        if let output, output.isEmpty { throw ValidationError("-o must name a file.") }
    }

    /// The least severity that is shown.
    var leastShown: Finding.Severity { severity ?? format.defaultSeverity }

    /// From which severity on the report shows what the page says; nil where it never does.
    var pagesFrom: Finding.Severity? { format.showsPages(style) ? leastShown : nil }

    /// How the report looks.
    private var style: ReportStyle {
        var style = ReportStyle()
        style.isColourful = colours.isColourful(isFile: output != nil)
        style.columns = output == nil ? Console.outputColumns : nil
        style.showsTexts = !noText
        style.rulesAddress = rulesAddress
        return style
    }

    /// Whether a text can be a URI with a fragment after it.
    private static func isAddress(_ text: String) -> Bool {
        let signs = "-._~:/?[]@!$&'()*+,;=%"
        return (text.hasPrefix("https://") || text.hasPrefix("http://"))
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII && (Character(scalar).isLetter || Character(scalar).isNumber)
                    || signs.unicodeScalars.contains(scalar)
            }
    }

    /// Opens the report. A file that cannot be written is an error here, before the first page is read.
    ///
    /// - Parameters:
    ///   - limit: how many findings are shown at most.
    ///   - isOptional: whether the check goes on after standard output was closed.
    func open(rules: [ActiveRule], limit: Int?, isOptional: Bool) throws(FileError) -> FindingsReport {
        let file: AtomicFile?
        if let output { file = try AtomicFile(FilePath(output)) } else { file = nil }
        return FindingsReport(
            format, to: file, else: StandardOutput(isOptional: isOptional), showing: leastShown, rules: rules,
            limit: limit, style: style)
    }
}

extension ReportFormat: ExpressibleByArgument {}

extension Finding.Severity: ExpressibleByArgument {}
