import Alignment
import Workspace

/// A table of what was found by rule, the most troubled first.
final class SummaryReporter: FindingsReporter {
    private struct Row {
        var errors = 0
        var warnings = 0
        var notes = 0
        var pages = 0

        mutating func add(_ severity: Finding.Severity) {
            switch severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .note: notes += 1
            }
        }
    }

    private let sink: any ReportSink
    private var rows: [String: Row] = [:]
    private var total = Row()

    init(to sink: any ReportSink) { self.sink = sink }

    func add(_ page: CheckedPage) {
        for finding in page.findings {
            rows[finding.rule, default: Row()].add(finding.severity)
            total.add(finding.severity)
        }
        for rule in Set(page.findings.map(\.rule)) { rows[rule]?.pages += 1 }
        if !page.findings.isEmpty { total.pages += 1 }
    }

    func finish(_ totals: FindingTotals) throws {
        let sorted = rows.sorted { left, right in
            let (a, b) = (left.value, right.value)
            return (b.errors, b.warnings, b.notes, left.key) < (a.errors, a.warnings, a.notes, right.key)
        }
        var table = TextTable(["rule", "errors", "warnings", "notes", "pages"], alignedRight: [1, 2, 3, 4])
        for (rule, row) in sorted { table.add(cells(logSafe(rule), row)) }
        table.addRule()
        table.add(cells("total", total))
        try sink.write(
            table.text + "\n" + ([totals.summary, totals.hint].compactMap { $0 }).joined(separator: "\n") + "\n")
    }

    private func cells(_ name: String, _ row: Row) -> [String] {
        [name] + [row.errors, row.warnings, row.notes, row.pages].map(FindingTotals.number)
    }
}
