import Checks
import ParsedBitext
import Workspace

/// How much was checked and found. Everything counts, shown or not.
public struct FindingTotals: Equatable {
    /// How many pages were checked.
    public private(set) var pages = 0
    /// How many of them have findings.
    public private(set) var pagesWithFindings = 0
    /// How many segments they have.
    public private(set) var segments = 0
    /// How many pages could not be checked.
    public private(set) var failures = 0
    private var counts: [Finding.Severity: Int] = [:]
    /// The findings too slight to be shown.
    private var hidden: [Finding.Severity: Int] = [:]
    /// The faults that repeat all over the pages, as far as they are shown.
    private var systematic = SystematicFaults()

    /// How many findings are errors.
    public var errors: Int { counts[.error, default: 0] }
    /// How many findings are warnings.
    public var warnings: Int { counts[.warning, default: 0] }
    /// How many findings are notes.
    public var notes: Int { counts[.note, default: 0] }

    mutating func add(segments: Int, findings: [Finding], shownFrom least: Finding.Severity) {
        pages += 1
        self.segments += segments
        if !findings.isEmpty { pagesWithFindings += 1 }
        for finding in findings {
            counts[finding.severity, default: 0] += 1
            if finding.severity < least { hidden[finding.severity, default: 0] += 1 }
        }
        systematic.add(findings.filter { $0.severity >= least })
    }

    mutating func addFailure() { failures += 1 }

    /// `12 errors, 3 warnings, 40 notes in 5 of 88 pages (2,312 segments)`.
    public var summary: String {
        let found = [
            CountText.counted(errors, "error"), CountText.counted(warnings, "warning"),
            CountText.counted(notes, "note"),
        ].joined(separator: ", ")
        let checked = "\(CountText.number(pagesWithFindings)) of \(CountText.counted(pages, "page"))"
        let unread = failures > 0 ? "; \(CountText.number(failures)) could not be checked" : ""
        return "\(found) in \(checked) (\(CountText.counted(segments, "segment")))\(unread)"
    }

    /// The faults that repeat all over the pages, a line each.
    var systematicFaults: [String] { systematic.lines }

    /// What was found and not shown, and how to see it; nil where all was shown.
    public var hint: String? {
        let kinds = [Finding.Severity.warning, .note].filter { hidden[$0, default: 0] > 0 }
        guard let least = kinds.last else { return nil }
        let what = kinds.map { CountText.counted(hidden[$0, default: 0], $0.rawValue) }.joined(separator: " and ")
        let hiddenCount = kinds.reduce(0) { $0 + hidden[$1, default: 0] }
        let them = kinds.count > 1 ? "all" : hiddenCount == 1 ? "it" : "them"
        return "\(what) not shown; --severity \(least.rawValue) shows \(them)"
    }
}
