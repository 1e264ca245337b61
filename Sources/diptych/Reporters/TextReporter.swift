import Checks
import ParsedBitext
import TranslationModel
import Bitext
import Workspace

/// Findings for a person: by page, each with its place, what is wrong, and the two texts with the fault marked.
final class TextReporter: FindingsReporter {
    /// How many columns a text may take.
    private static let width = 100
    /// No fault is looked for in the other half beyond so many bytes.
    private static let longestSearch = 4096

    private let sink: any ReportSink
    private let isColourful: Bool

    init(to sink: any ReportSink, isColourful: Bool) {
        self.sink = sink
        self.isColourful = isColourful
    }

    func add(_ page: CheckedPage) throws {
        guard !page.findings.isEmpty else { return }
        var lines = [styled(logSafe(page.path), "1")]
        for finding in page.findings {
            let place = "\(finding.start.line):\(finding.start.column)"
            let severity = styled(finding.severity.rawValue, Self.colour(of: finding.severity))
            lines.append(
                "  \(place)  \(severity)  \(logSafe(finding.message))  \(styled("[\(logSafe(finding.rule))]", "2"))")
            if let page = page.outcome.page { lines += texts(of: finding, on: page) }
        }
        try sink.write(lines.map { $0 + "\n" }.joined() + "\n")
    }

    func finish(_ totals: FindingTotals) throws {
        try sink.write([totals.summary, totals.hint].compactMap { $0.map { $0 + "\n" } }.joined())
    }

    /// The source above the target, or the line of the page where no segment is concerned.
    private func texts(of finding: Finding, on page: Bitext) -> [String] {
        guard let index = finding.segmentIndex, page.segments.indices.contains(index) else {
            return shown("page", Self.line(of: finding.location.range.values, on: page), on: page, mark: finding.location.range.values, finding)
        }
        let segment = page.segments[index]
        let side = finding.side ?? .target
        let content = segment[side]?.origin.range.values ?? 0..<0
        let other = segment[side.opposite]?.origin.range.values ?? 0..<0
        let evidence = evidence(finding, side.opposite, in: other, on: page)
        // What is lost from one half is shown in the other; to mark the whole of the one would say nothing.
        let isLoss =
            evidence != nil && finding.location.range.values.lowerBound <= content.lowerBound
            && finding.location.range.values.upperBound >= content.upperBound
        // Both halves are cut alike.
        let focus =
            isLoss
            ? Self.share(evidence?.lowerBound ?? 0, of: other) : Self.share(finding.location.range.values.lowerBound, of: content)
        return [Side.source, .target].flatMap { half -> [String] in
            guard let content = segment[half]?.origin.range.values else { return ["    \(half.rawValue)  (missing)"] }
            let mark = half != side ? evidence : isLoss ? nil : finding.location.range.values
            return shown(half.rawValue, content, on: page, mark: mark, focus: focus, finding)
        }
    }

    /// How far into a stretch an offset is, from 0 to 1.
    private static func share(_ offset: Int, of stretch: Range<Int>) -> Double {
        stretch.isEmpty ? 0 : min(max(Double(offset - stretch.lowerBound) / Double(stretch.count), 0), 1)
    }

    /// The label keeps page text away from the beginning of the line, where a log takes `::error` for a command.
    private func shown(
        _ label: String, _ stretch: Range<Int>, on page: Bitext, mark: Range<Int>?, focus: Double = 0, _ finding: Finding
    ) -> [String] {
        let excerpt = Excerpt(
            page, stretch, mark: mark, focus: focus, width: Self.width,
            colour: isColourful ? "\u{1B}[\(Self.colour(of: finding.severity))m" : nil)
        let head = "    \(label)  "
        let line = head + excerpt.text
        guard !excerpt.carets.isEmpty else { return [line] }
        return [
            line, String(repeating: " ", count: head.count) + styled(excerpt.carets, Self.colour(of: finding.severity)),
        ]
    }

    /// Where the other half has the evidence, if it has it once.
    private func evidence(_ finding: Finding, _ half: Side, in content: Range<Int>, on page: Bitext) -> Range<Int>? {
        let evidence = half == .source ? finding.evidence.source : finding.evidence.target
        guard let text = evidence.map({ Array($0.utf8) }), !text.isEmpty, text.count < content.count,
            content.count <= Self.longestSearch
        else { return nil }
        let places = content.dropLast(text.count - 1).filter { page.files[0].bytes[$0...].starts(with: text) }
        return places.count == 1 ? places[0]..<places[0] + text.count : nil
    }

    /// The line of the page on which a range begins; of a line that is longer than anybody reads, what is around the range.
    private static func line(of range: Range<Int>, on page: Bitext) -> Range<Int> {
        let bytes = page.files[0].bytes
        let newLine = UInt8(ascii: "\n")
        var start = max(0, range.lowerBound - longestSearch)
        while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
        let end = min(bytes.count, max(range.lowerBound + longestSearch, range.upperBound))
        let lower = bytes[start..<range.lowerBound].lastIndex(of: newLine).map { $0 + 1 } ?? start
        return lower..<(bytes[range.lowerBound..<end].firstIndex(of: newLine) ?? end)
    }

    private static func colour(of severity: Finding.Severity) -> String {
        switch severity {
        case .error: "31"
        case .warning: "33"
        case .note: "36"
        }
    }

    private func styled(_ text: String, _ code: String) -> String {
        isColourful ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
