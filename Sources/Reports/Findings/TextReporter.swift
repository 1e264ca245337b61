import Bitext
import Checks
import ParsedBitext
import TranslationModel
import Workspace

/// Findings for a person: by page, each with its place, what is wrong, and the two texts with the fault marked.
final class TextReporter: FindingsReporter {
    /// How many columns a text may take where no terminal shows it, and at least.
    private static let (usualWidth, leastWidth) = (100, 24)
    /// What is before a text: `    source  `.
    private static let labelWidth = 12
    /// No fault is looked for in the other half beyond so many bytes.
    private static let longestSearch = 4096

    private let sink: any ReportSink
    private let isColourful: Bool
    /// The columns of the terminal.
    private let columns: Int?
    /// How many columns a text may take.
    private let width: Int
    /// What is written of a page, as UTF-8. Its memory is used again for the next page.
    private var output: [UInt8] = []

    /// - Parameter columns: how many columns the terminal has, or nil for none.
    init(to sink: any ReportSink, isColourful: Bool, columns: Int? = nil) {
        self.sink = sink
        self.isColourful = isColourful
        self.columns = columns
        // A caret may come after the last character.
        width = columns.map { max(Self.leastWidth, $0 - Self.labelWidth - 1) } ?? Self.usualWidth
    }

    func add(_ page: ShownPage) throws {
        guard !page.findings.isEmpty else { return }
        output.removeAll(keepingCapacity: true)
        append(styled(logSafe(page.path), colour: "1"))
        append("\n")
        for finding in page.findings { append(finding, in: page.outcome.page) }
        append("\n")
        try sink.write(output)
    }

    func finish(_ totals: FindingTotals) throws {
        let faults = totals.systematicFaults.map { "  " + logSafe($0) }
        let head = faults.isEmpty ? [] : ["systematic faults:"]
        let lines = head + faults + [totals.summary, totals.hint].compactMap { $0 }
        try sink.write(lines.map { $0.wrapped(to: columns, indent: 2) + "\n" }.joined())
    }

    private func append(_ finding: Finding, in bitext: Bitext?) {
        let severity = styled(finding.severity.rawValue, colour: Self.colour(of: finding.severity))
        let rule = styled("[\(logSafe(finding.rule))]", colour: "2")
        let line =
            "  \(finding.start.line):\(finding.start.column)  \(severity)  \(logSafe(finding.countedMessage))  \(rule)"
        append(line.wrapped(to: columns, indent: 4))
        append("\n")
        if let bitext { appendTexts(of: finding, in: bitext) }
        if let memory = finding.memoryText {
            append("    \(logSafe(memory))".wrapped(to: columns, indent: 6))
            append("\n")
        }
    }

    /// The source above the target, or the line of the file where the finding is about no segment.
    private func appendTexts(of finding: Finding, in bitext: Bitext) {
        guard let index = finding.segmentIndex, bitext.segments.indices.contains(index) else {
            let bytes = bitext.files[finding.location.file].bytes
            let mark = finding.location.range.values
            return append("page", Self.line(of: mark, in: bytes), of: bytes, mark: mark, finding.severity)
        }
        let segment = bitext.segments[index]
        let side = finding.side ?? .target
        let evidence = finding.counterpart?.location.range.values
        let mark = finding.location.range.values
        let variant = segment[side]?.origin.range.values ?? 0..<0
        // What is lost from one variant is shown in the other; to mark the whole of the one would say nothing.
        let isLoss =
            evidence != nil && mark.lowerBound <= variant.lowerBound && mark.upperBound >= variant.upperBound
        // Both variants are cut at the same share of their length.
        let focus =
            isLoss
            ? Self.share(evidence?.lowerBound ?? 0, of: segment[side.opposite]?.origin.range.values ?? 0..<0)
            : Self.share(mark.lowerBound, of: variant)
        for shown in [Side.source, .target] {
            guard let origin = segment[shown]?.origin else {
                append("    \(shown.rawValue)  (missing)\n")
                continue
            }
            append(
                shown.rawValue, origin.range.values, of: bitext.files[origin.file].bytes,
                mark: shown != side ? evidence : isLoss ? nil : mark, focus: focus, finding.severity)
        }
    }

    /// How far into a range an offset is, from 0 to 1.
    private static func share(_ offset: Int, of range: Range<Int>) -> Double {
        range.isEmpty ? 0 : min(max(Double(offset - range.lowerBound) / Double(range.count), 0), 1)
    }

    /// A range of a file, and the carets below it.
    ///
    /// The label keeps the file's text away from the beginning of the line, where a log takes `::error` for a command.
    private func append(
        _ label: String, _ range: Range<Int>, of bytes: [UInt8], mark: Range<Int>?, focus: Double = 0,
        _ severity: Finding.Severity
    ) {
        let colour = Self.colour(of: severity)
        let excerpt = Excerpt(
            bytes, range, mark: mark, focus: focus, width: width,
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

    /// The line on which a range begins; of a very long line, what is around the range.
    private static func line(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        let newLine = UInt8(ascii: "\n")
        var start = max(0, range.lowerBound - longestSearch)
        while start < range.lowerBound, bytes[start].isUTF8Continuation { start += 1 }
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

    private func styled(_ text: String, colour: String) -> String {
        isColourful ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
    }
}
