import Checks
import ParsedBitext
import TranslationModel
import Workspace

/// Annotations for GitHub Actions: commands to the runner, one a line, the worst first.
final class GitHubReporter: FindingsReporter {
    /// GitHub shows no more of one kind for a step; one notice is kept for the summary.
    private static let limits: [(severity: Finding.Severity, limit: Int)] = [(.error, 10), (.warning, 10), (.note, 9)]

    private let sink: any ReportSink
    private var lines: [Finding.Severity: [String]] = [:]
    private var left = 0

    init(to sink: any ReportSink) { self.sink = sink }

    func add(_ page: ShownPage) {
        for finding in page.findings {
            let limit = Self.limits.first { $0.severity == finding.severity }?.limit ?? 0
            if lines[finding.severity, default: []].count < limit {
                lines[finding.severity, default: []].append(line(finding, path: page.path))
            } else {
                left += 1
            }
        }
    }

    func finish(_ totals: FindingTotals) throws {
        var report = Self.limits.flatMap { lines[$0.severity, default: []] }
        let more = left > 0 ? "\(CountText.counted(left, "finding")) more than GitHub shows" : nil
        let rest = [more, totals.hint].compactMap { $0 }
        if !rest.isEmpty {
            report.append("::notice title=diptych::\(Self.escaped(totals.summary)). \(rest.joined(separator: "; "))")
        }
        try sink.write(report.map { $0 + "\n" }.joined())
    }

    private func line(_ finding: Finding, path: String) -> String {
        let command = finding.severity == .note ? "notice" : finding.severity.rawValue
        var properties = "file=\(Self.property(path)),line=\(finding.start.line)"
        // GitHub takes columns only for a stretch of one line.
        if finding.start.line == finding.end.line {
            properties += ",col=\(finding.start.column),endLine=\(finding.end.line),endColumn=\(finding.end.column)"
        } else {
            properties += ",endLine=\(finding.end.line)"
        }
        let message = Self.escaped(printable(finding.messageWithMemory))
        return "::\(command) \(properties),title=\(Self.property(finding.rule))::\(message)"
    }

    /// The value of a property. A line break in a file's name keeps its meaning; all else that acts is shown.
    private static func property(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
        guard lines.count == 1 else {
            return text.unicodeScalars.map { scalar in
                scalar == "\n" || scalar == "\r" ? escaped(String(scalar)) : property(String(scalar))
            }.joined()
        }
        return escaped(printable(text)).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
