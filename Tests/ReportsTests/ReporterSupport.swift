import Bitext
import Checks
import Foundation
import ParsedBitext
import TestSupport
import TranslationModel
import Workspace

@testable import Reports

/// Keeps what a reporter writes.
final class Buffer: ReportSink {
    private(set) var bytes: [UInt8] = []
    var text: String { String(decoding: bytes, as: UTF8.self) }

    func write(_ bytes: [UInt8]) { self.bytes += bytes }
}

/// A page of one segment with a finding for each `⟦` and `⟧`; a variant may hold several.
func checked(
    _ path: String = "docs/page.md", source: String, target: String, severity: Finding.Severity = .error,
    message: String = "what is wrong", rule: String = "empty-target", evidence: Finding.Evidence = .init()
) throws -> CheckRun.Outcome {
    var bytes: [UInt8] = []
    var findings: [(side: Side, range: Range<Int>)] = []
    func add(_ text: String, _ side: Side) {
        var starts: [Int] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "⟦": starts.append(bytes.count)
            case "⟧": findings.append((side, starts.removeLast()..<bytes.count))
            default: bytes += String(scalar).utf8
            }
        }
    }
    bytes += "# Title\n\n<span data-ttu-id=\"1a2b3-101\">".utf8
    add(target, .target)
    bytes += "</span><span class=\"sxs-lookup\"><span data-stu-id=\"1a2b3-101\">".utf8
    add(source, .source)
    bytes += "</span></span>\n".utf8
    let page = try read(bytes)
    return CheckRun.Outcome(
        path: .init(path), segments: 1,
        findings: findings.map { side, range in
            var finding = Finding(
                rule: rule, severity: severity, category: .omission, message: message, segment: "1a2b3-101",
                segmentIndex: 0, side: side, location: Location(file: 0, range: FileRange(range)),
                start: page.files[0].position(of: FileOffset(range.lowerBound)),
                end: page.files[0].position(of: FileOffset(range.upperBound)), evidence: evidence,
                fingerprint: "0123456789abcdef")
            finding.counterpart = page.mark(of: side == .source ? evidence.target : evidence.source, side.opposite)
            return finding
        },
        page: page)
}

extension Bitext {
    /// Where the first segment's variant has a text; nil if it has not.
    fileprivate func mark(of text: String?, _ side: Side) -> Finding.Mark? {
        guard let text, let origin = segments[0][side]?.origin else { return nil }
        let bytes = files[origin.file][origin.range]
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: text.utf8) }) else { return nil }
        let range = FileRange(start..<start + text.utf8.count)
        return Finding.Mark(Location(file: origin.file, range: range), in: files[origin.file])
    }
}

/// What a form makes of pages.
func report(
    _ format: ReportFormat, _ outcomes: [CheckRun.Outcome], failures: [FileError] = [],
    severity: Finding.Severity? = nil, style: ReportStyle = ReportStyle()
) throws -> String {
    let buffer = Buffer()
    let least = severity ?? format.defaultSeverity
    let reporter = format.reporter(to: buffer, rules: Checker().rules, style: style)
    var totals = FindingTotals()
    for outcome in outcomes {
        totals.add(segments: outcome.segments, findings: outcome.findings, shownFrom: least)
        try reporter.add(
            ShownPage(outcome: outcome, findings: outcome.findings.filter { $0.severity >= least }))
    }
    for failure in failures {
        totals.addFailure()
        try reporter.add(failure)
    }
    try reporter.finish(totals)
    return buffer.text
}

/// A JSON document, taken apart.
func json(_ text: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
}
