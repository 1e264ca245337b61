import Alignment
import Workspace

/// A report from its first byte to its last: decides what is shown, counts all, and hands it to a reporter.
final class FindingsReport {
    private(set) var totals = FindingTotals()
    /// Why the report could not be written; nothing more is written then.
    private(set) var failure: (any Error)?
    private let reporter: any FindingsReporter
    private let least: Finding.Severity
    private let file: AtomicFile?

    /// - Parameter file: where the report goes; nil for standard output.
    init(
        _ format: ReportFormat, to file: AtomicFile?, showing least: Finding.Severity, rules: [Checker.ActiveRule]
    ) {
        self.file = file
        self.least = least
        reporter = format.reporter(
            to: file ?? StandardOutput(), rules: rules, isColourful: file == nil && Console.isColourful)
    }

    /// Whether any finding is graver than a note.
    var hasFaults: Bool { totals.errors + totals.warnings > 0 }

    /// Takes what became of a page.
    func add(_ outcome: CheckRun.Outcome) {
        if let failure = outcome.failure { return add(failure) }
        totals.add(segments: outcome.segments, findings: outcome.findings, shownFrom: least)
        let shown = least == .note ? outcome.findings : outcome.findings.filter { $0.severity >= least }
        attempt { try reporter.add(CheckedPage(outcome: outcome, findings: shown)) }
    }

    /// Takes why something could not be checked.
    func add(_ failure: FileError) {
        totals.addFailure()
        attempt { try reporter.add(failure) }
    }

    /// Writes what is left, and puts the file in its place.
    func finish() {
        attempt {
            try reporter.finish(totals)
            try file?.commit()
        }
    }

    private func attempt(_ work: () throws -> Void) {
        guard failure == nil else { return }
        do {
            try work()
        } catch {
            failure = error
            file?.discard()
        }
    }
}
