import Checks
import ParsedBitext
import TranslationModel
import Workspace

/// A report from its first byte to its last: decides what is shown, counts all, and hands it to a reporter.
final class FindingsReport {
    private(set) var totals = FindingTotals()
    /// Why the report could not be written; nothing more is written then.
    private(set) var failure: (any Error)?
    private let reporter: any FindingsReporter
    private let least: Finding.Severity
    /// How many findings may still be shown.
    private var rest: Int
    /// How many were not shown for being too many.
    private(set) var cut = 0
    private let file: AtomicFile?

    /// - Parameters:
    ///   - file: where the report goes; nil for standard output.
    ///   - most: how many findings are shown at most.
    init(
        _ format: ReportFormat, to file: AtomicFile?, showing least: Finding.Severity, rules: [ActiveRule],
        most: Int = .max
    ) {
        rest = most
        self.file = file
        self.least = least
        reporter = format.reporter(
            to: file ?? StandardOutput(), rules: rules, isColourful: file == nil && Console.isColourful)
    }

    /// Takes what became of a page.
    func add(_ outcome: CheckRun.Outcome) {
        if let failure = outcome.failure { return add(failure) }
        totals.add(segments: outcome.segments, findings: outcome.findings, shownFrom: least)
        var shown = least == .note ? outcome.findings : outcome.findings.filter { $0.severity >= least }
        cut += max(0, shown.count - rest)
        shown = Array(shown.prefix(rest))
        rest -= shown.count
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
