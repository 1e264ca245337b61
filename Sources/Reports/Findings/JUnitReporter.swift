import Checks
import ParsedBitext
import Workspace

/// JUnit's XML, as Jenkins, GitLab and Azure read it: a suite for each page, a case for each rule that found something
/// there. Errors and warnings make a case fail; notes alone do not, as they do not in the exit status.
final class JUnitReporter: FindingsReporter {
    private let sink: any ReportSink
    /// The suites, which wait for the counts that are before them.
    private let suites = Spool()
    private var tests = 0
    private var failed = 0
    private var unread = 0

    init(to sink: any ReportSink) { self.sink = sink }

    func add(_ page: ShownPage) throws {
        var rules: [String] = []
        var byRule: [String: [Finding]] = [:]
        for finding in page.findings {
            if byRule[finding.rule] == nil { rules.append(finding.rule) }
            byRule[finding.rule, default: []].append(finding)
        }
        let path = XML.escaped(page.path)
        var cases = ""
        var failures = 0
        for rule in rules {
            let findings = byRule[rule, default: []]
            let faults = findings.filter { $0.severity > .note }
            if !faults.isEmpty { failures += 1 }
            cases += "    <testcase classname=\"\(path)\" name=\"\(XML.escaped(rule))\" time=\"0\">\n"
            cases += failure(faults) + output(findings.filter { $0.severity == .note })
            cases += "    </testcase>\n"
        }
        if rules.isEmpty { cases = "    <testcase classname=\"\(path)\" name=\"no findings\" time=\"0\"/>\n" }
        try suite(path, tests: max(1, rules.count), failures: failures, cases)
    }

    func add(_ failure: FileError) throws {
        let path = XML.escaped(failure.path)
        let reason = XML.escaped(failure.reason)
        try suite(
            path, tests: 1, errors: 1,
            "    <testcase classname=\"\(path)\" name=\"page\" time=\"0\">\n      <error message=\"\(reason)\"/>\n    </testcase>\n"
        )
    }

    func finish(_ totals: FindingTotals) throws {
        try sink.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="diptych" tests="\(tests)" failures="\(failed)" errors="\(unread)" time="0">

            """)
        try suites.drain { try sink.write($0) }
        try sink.write("</testsuites>\n")
    }

    private func suite(_ path: String, tests: Int, failures: Int = 0, errors: Int = 0, _ cases: String) throws {
        self.tests += tests
        failed += failures
        unread += errors
        let counts = "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"0\" time=\"0\""
        try suites.write(Array("  <testsuite name=\"\(path)\" \(counts)>\n\(cases)  </testsuite>\n".utf8))
    }

    /// One element for all faults, because Jenkins keeps only one.
    private func failure(_ findings: [Finding]) -> String {
        guard let first = findings.first, let worst = findings.map(\.severity).max() else { return "" }
        let message =
            findings.count == 1 ? first.countedMessage : "\(first.countedMessage) (and \(findings.count - 1) more)"
        let attributes = "type=\"\(worst.rawValue)\" message=\"\(XML.escaped(message))\""
        return "      <failure \(attributes)>\(lines(findings))</failure>\n"
    }

    private func output(_ notes: [Finding]) -> String {
        notes.isEmpty ? "" : "      <system-out>\(lines(notes))</system-out>\n"
    }

    private func lines(_ findings: [Finding]) -> String {
        findings.map { finding in
            var line =
                "\(finding.start.line):\(finding.start.column): \(finding.severity.rawValue): \(finding.countedMessage)"
            if let source = finding.evidence.source { line += " | source: \(source)" }
            if let target = finding.evidence.target { line += " | target: \(target)" }
            if let memory = finding.memoryText { line += " | \(memory)" }
            return XML.escaped(line)
        }.joined(separator: "\n")
    }
}

/// Text as XML 1.0 allows it.
enum XML {
    /// For text and attributes alike. Characters that XML has no way to write are shown as their code points.
    static func escaped(_ text: String) -> String {
        printable(text).unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // `##[error]` in a log is a command to the build service, wherever it stands.
            case "#": result += "&#35;"
            case "\u{FFFE}", "\u{FFFF}": result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
