import Workspace

/// The findings document, as `Schemas/findings.schema.json` describes it.
///
/// The summary comes before the pages but is known only after them, so the pages wait in a ``Spool``, whose memory is bounded.
final class JSONReporter: FindingsReporter {
    private let sink: any ReportSink
    private let spool = Spool()
    private let showsTexts: Bool
    private var isEmpty = true

    /// - Parameter showsTexts: whether each finding has both texts of its segment.
    init(to sink: any ReportSink, showsTexts: Bool) {
        self.sink = sink
        self.showsTexts = showsTexts
    }

    func add(_ page: ShownPage) throws {
        if !isEmpty { try spool.write([UInt8(ascii: ",")]) }
        isEmpty = false
        try spool.write(
            FindingsDocument.element(
                path: page.path, source: page.outcome.source?.string, segments: page.outcome.segments,
                findings: page.findings,
                textsOf: showsTexts ? page.outcome.page : nil))
    }

    func finish(_ totals: FindingTotals) throws {
        var summary = FindingsDocument.Summary()
        summary.pages = totals.pages
        summary.segments = totals.segments
        summary.errors = totals.errors
        summary.warnings = totals.warnings
        summary.notes = totals.notes
        try sink.write(FindingsDocument.head(summary))
        try spool.drain { try sink.write($0) }
        try sink.write(FindingsDocument.tail(isEmpty: isEmpty))
    }
}
