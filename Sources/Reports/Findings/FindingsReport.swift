import Checks
import ParsedBitext
import Workspace

/// A report from its first byte to its last: decides what is shown, counts everything, and hands it to a reporter.
public final class FindingsReport {
    /// What was checked and found so far.
    public private(set) var totals = FindingTotals()
    /// Why the report could not be written. Nothing more is written then.
    public private(set) var failure: (any Error)?
    private let reporter: any FindingsReporter
    private let least: Finding.Severity
    private let file: AtomicFile?
    /// Chooses the findings to show; nil where all are shown.
    private var worst: WorstFindings?
    /// What waits until all findings are known, in order. Of the findings only those that may be shown, so that at most three
    /// times the limit wait.
    private var waiting: [Entry] = []

    private enum Entry {
        case page(ShownPage)
        case failure(FileError)
    }

    /// - Parameters:
    ///   - file: where the report goes, and is put in its place when it is finished.
    ///   - sink: where it goes where there is no file.
    ///   - least: the least severity that is shown.
    ///   - limit: how many findings are shown at most, the worst; nil for all.
    ///   - style: how the report looks.
    public init(
        _ format: ReportFormat, to file: AtomicFile?, else sink: any ReportSink, showing least: Finding.Severity,
        rules: [ActiveRule], limit: Int? = nil, style: ReportStyle = ReportStyle()
    ) {
        worst = limit.map { WorstFindings(limit: $0) }
        self.file = file
        self.least = least
        reporter = format.reporter(to: file ?? sink, rules: rules, style: style)
    }

    /// How many findings are not shown because there are too many.
    public var cut: Int { worst?.left ?? 0 }

    /// What the user should know of the report, once it is finished.
    public var notes: [String] { reporter.notes }

    /// Takes what was found on a page.
    public func add(_ outcome: CheckRun.Outcome) {
        if let failure = outcome.failure { return add(failure) }
        totals.add(segments: outcome.segments, findings: outcome.findings, shownFrom: least)
        let shown = least == .note ? outcome.findings : outcome.findings.filter { $0.severity >= least }
        guard worst != nil else { return attempt { try reporter.add(ShownPage(outcome: outcome, findings: shown)) } }
        let candidates = shown.filter { worst?.add($0.severity) ?? true }
        var light = outcome
        light.findings = []
        if candidates.isEmpty { light.page = nil }
        waiting.append(.page(ShownPage(outcome: light, findings: candidates)))
    }

    /// Takes why something could not be checked.
    ///
    /// - Parameter isPage: whether that is a page, or a folder of pages. Only these are counted.
    public func add(_ failure: FileError, isPage: Bool = true) {
        if isPage { totals.addFailure() }
        if worst != nil { return waiting.append(.failure(failure)) }
        attempt { try reporter.add(failure) }
    }

    /// Writes what is left, and puts the file in its place.
    public func finish() {
        attempt {
            try writeWaiting()
            try reporter.finish(totals)
            try file?.commit()
        }
    }

    private func writeWaiting() throws {
        guard var choice = worst?.choice else { return }
        for entry in waiting {
            switch entry {
            case .failure(let failure): try reporter.add(failure)
            case .page(let page):
                let shown = page.findings.filter { choice.takes($0.severity) }
                try reporter.add(ShownPage(outcome: page.outcome, findings: shown))
            }
        }
        waiting = []
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
