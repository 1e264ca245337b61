import ParsedBitext
import Workspace

/// A table of what was found by rule, the most troubled first.
final class SummaryReporter: FindingsReporter {
    private let sink: any ReportSink
    private var summary = RuleSummary()
    private var pages = 0

    init(to sink: any ReportSink) { self.sink = sink }

    func add(_ page: ShownPage) {
        var rules: Set<String> = []
        for finding in page.findings {
            let isFirst = rules.insert(finding.rule).inserted
            summary.add(finding.rule, finding.severity, count: 1, pages: isFirst ? 1 : 0)
        }
        if !page.findings.isEmpty { pages += 1 }
    }

    func finish(_ totals: FindingTotals) throws {
        let faults = totals.systematicFaults.map { "  " + logSafe($0) }
        let systematic = faults.isEmpty ? [] : ["systematic faults:"] + faults
        try sink.write(
            summary.table(pagesWithFindings: pages) + "\n"
                + (systematic + [totals.summary, totals.hint].compactMap { $0 }).joined(separator: "\n") + "\n")
    }
}
