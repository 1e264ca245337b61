import Checks
import Workspace

/// What the exit status of a check depends on.
struct CheckTally {
    let failOn: FailOn
    /// Hides known findings, and counts them; or it is to be written.
    private(set) var baseline: Baseline?
    /// Whether a finding counts that no baseline lists.
    private(set) var hasFaults = false
    private var hasFindings = false
    private var pairs = 0
    /// Whether a page and its source are both without a text, as pages are that only lead to another one.
    private var hasEmptyPair = false

    init(failOn: FailOn, baseline: Baseline?) {
        self.failOn = failOn
        self.baseline = baseline
    }

    /// Whether no text was compared with another, and nothing was found without that.
    var hasComparedNothing: Bool { pairs == 0 && !hasEmptyPair && !hasFindings }

    /// Adds the findings of a page to the baseline that is to be written.
    mutating func write(_ outcome: CheckRun.Outcome) { baseline?.add(outcome.findings, of: outcome.path) }

    /// Counts a page.
    ///
    /// - Returns: the findings that the baseline does not list.
    @discardableResult
    mutating func add(_ outcome: CheckRun.Outcome) -> [Finding] {
        pairs += outcome.pairs
        hasEmptyPair = hasEmptyPair || outcome.failure == nil && outcome.source != nil && !outcome.hasText
        hasFindings = hasFindings || !outcome.findings.isEmpty
        guard outcome.failure == nil else { return outcome.findings }
        let findings = baseline?.filter(outcome.findings, of: outcome.path) ?? outcome.findings
        hasFaults = hasFaults || findings.contains { failOn.counts($0.severity) }
        return findings
    }
}
