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

    /// Whether the form, with these settings, shows what a page says around a finding.
    package func showsPages(_ style: ReportStyle) -> Bool { self == .text || (self == .json && style.showsTexts) }

    /// A reporter that writes this form.
    ///
    /// - Parameter rules: the rules that are on.
    func reporter(to sink: any ReportSink, rules: [ActiveRule], style: ReportStyle) -> any FindingsReporter {
        switch self {
        case .text: TextReporter(to: sink, isColourful: style.isColourful, columns: style.columns)
        case .json: JSONReporter(to: sink, showsTexts: style.showsTexts)
        case .sarif: SARIFReporter(to: sink, rules: rules, rulesAddress: style.rulesAddress)
        case .github: GitHubReporter(to: sink)
        case .junit: JUnitReporter(to: sink)
        case .summary: SummaryReporter(to: sink)
        }
    }
}
