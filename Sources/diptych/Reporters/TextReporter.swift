import Alignment
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
    /// What is written of a page, as UTF-8. Its memory is used again for the next page.
    private var output: [UInt8] = []

    init(to sink: any ReportSink, isColourful: Bool) {
        self.sink = sink
        self.isColourful = isColourful
    }

    func add(_ page: CheckedPage) throws {
        guard !page.findings.isEmpty else { return }
        output.removeAll(keepingCapacity: true)
        append(logSafe(page.path), colour: "1")
        append("\n")
        for finding in page.findings { append(finding, on: page.outcome.page) }
        append("\n")
        try sink.write(output)
    }

    func finish(_ totals: FindingTotals) throws {
        try sink.write([totals.summary, totals.hint].compactMap { $0.map { $0 + "\n" } }.joined())
    }

    private func append(_ finding: Finding, on page: Page?) {
        append("  \(finding.start.line):\(finding.start.column)  ")
        append(finding.severity.rawValue, colour: Self.colour(of: finding.severity))
        append("  ")
        append(logSafe(finding.message))
        append("  ")
        append("[\(logSafe(finding.rule))]", colour: "2")
        append("\n")
        if let page { appendTexts(of: finding, on: page) }
    }

    /// The source above the target, or the line of the page where no segment is concerned.
    private func appendTexts(of finding: Finding, on page: Page) {
        guard let index = finding.segmentIndex, page.segments.indices.contains(index) else {
            let line = Self.line(of: finding.range, on: page)
            return append("page", line, on: page, mark: finding.range, finding.severity)
        }
        let segment = page.segments[index]
        let side = finding.side ?? .target
        let content = segment[side]?.content ?? 0..<0
        let other = segment[side.opposite]?.content ?? 0..<0
        let evidence = evidence(finding, side.opposite, in: other, on: page)
        // What is lost from one half is shown in the other; to mark the whole of the one would say nothing.
        let isLoss =
            evidence != nil && finding.range.lowerBound <= content.lowerBound
            && finding.range.upperBound >= content.upperBound
        // Both halves are cut alike.
        let focus =
            isLoss
            ? Self.share(evidence?.lowerBound ?? 0, of: other) : Self.share(finding.range.lowerBound, of: content)
        for half in [Side.source, .target] {
            if let content = segment[half]?.content {
                let mark = half != side ? evidence : isLoss ? nil : finding.range
                append(half.rawValue, content, on: page, mark: mark, focus: focus, finding.severity)
            } else {
                append("    \(half.rawValue)  (missing)\n")
            }
        }
    }

    /// How far into a stretch an offset is, from 0 to 1.
    private static func share(_ offset: Int, of stretch: Range<Int>) -> Double {
        stretch.isEmpty ? 0 : min(max(Double(offset - stretch.lowerBound) / Double(stretch.count), 0), 1)
    }

    /// A stretch of the page, and the carets below it.
    ///
    /// The label keeps page text away from the beginning of the line, where a log takes `::error` for a command.
    private func append(
        _ label: String, _ stretch: Range<Int>, on page: Page, mark: Range<Int>?, focus: Double = 0,
        _ severity: Finding.Severity
    ) {
        let colour = Self.colour(of: severity)
        let excerpt = Excerpt(
            page, stretch, mark: mark, focus: focus, width: Self.width,
            colour: isColourful ? "\u{1B}[\(colour)m" : nil)
        let head = "    \(label)  "
        append(head)
        output += excerpt.text
        append("\n")
        guard !excerpt.carets.isEmpty else { return }
        output += repeatElement(UInt8(ascii: " "), count: head.utf8.count)
        if isColourful { append("\u{1B}[\(colour)m") }
        output += excerpt.carets
        append(isColourful ? "\u{1B}[0m\n" : "\n")
    }

    /// Where the other half has the evidence, if it has it once.
    private func evidence(_ finding: Finding, _ half: Side, in content: Range<Int>, on page: Page) -> Range<Int>? {
        let evidence = half == .source ? finding.evidence.source : finding.evidence.target
        guard let text = evidence.map({ Array($0.utf8) }), !text.isEmpty, text.count < content.count,
            content.count <= Self.longestSearch,
            let found = Self.firstRange(of: text, in: page.bytes[content]),
            Self.firstRange(of: text, in: page.bytes[found.lowerBound + 1..<content.upperBound]) == nil
        else { return nil }
        return found
    }

    private static func firstRange(of text: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = bytes
        while let start = rest.firstIndex(of: text[0]) {
            rest = rest[start...]
            if rest.starts(with: text) { return start..<start + text.count }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// The line of the page on which a range begins; of a line that is longer than anybody reads, what is around the range.
    private static func line(of range: Range<Int>, on page: Page) -> Range<Int> {
        let bytes = page.bytes
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

    private func append(_ text: String) { output += text.utf8 }

    private func append(_ text: String, colour: String) {
        if isColourful { append("\u{1B}[\(colour)m") }
        append(text)
        if isColourful { append("\u{1B}[0m") }
    }
}
