import Checks
import ParsedBitext

/// The forms in which findings can be had.
public enum ReportFormat: String, Sendable, CaseIterable {
    case text, json, sarif, github, junit, summary

    /// The least severity that the form shows unless asked. A person who reads line by line is spared the notes.
    public var defaultSeverity: Finding.Severity {
        switch self {
        case .text, .github: .warning
        case .json, .sarif, .junit, .summary: .note
        }
    }

    /// A reporter that writes this form.
    ///
    /// - Parameter rules: the rules that are on.
    func reporter(to sink: any ReportSink, rules: [ActiveRule], isColourful: Bool) -> any FindingsReporter {
        switch self {
        case .text: TextReporter(to: sink, isColourful: isColourful)
        case .json: JSONReporter(to: sink)
        case .sarif: SARIFReporter(to: sink, rules: rules)
        case .github: GitHubReporter(to: sink)
        case .junit: JUnitReporter(to: sink)
        case .summary: SummaryReporter(to: sink)
        }
    }
}
