import Checks
import ParsedBitext
import Workspace

/// Writes findings in one format. Which findings there are, and which of them are shown, is decided elsewhere.
protocol FindingsReporter: AnyObject {
    /// Takes a page that was checked. Pages come in their order.
    func add(_ page: ShownPage) throws

    /// Takes why something could not be checked. Standard error gets the same message.
    func add(_ failure: FileError) throws

    /// Writes what is left to write.
    func finish(_ totals: FindingTotals) throws

    /// What the user should know of the report, once it is finished.
    var notes: [String] { get }
}

extension FindingsReporter {
    func add(_ failure: FileError) {}

    var notes: [String] { [] }
}

/// A page of a report: what was found on it, and what of that is shown.
struct ShownPage {
    let outcome: CheckRun.Outcome
    let findings: [Finding]

    /// The page's path as text.
    var path: String { outcome.path.string }
}

/// Takes the bytes of a report.
public protocol ReportSink: AnyObject {
    func write(_ bytes: [UInt8]) throws
}

extension ReportSink {
    func write(_ text: String) throws { try write(Array(text.utf8)) }
}

extension AtomicFile: ReportSink {}
