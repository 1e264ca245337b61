import Bitext
import Checks
import Trials
import Workspace

/// A page that errors are made in, and what is found on it before.
final class SourcePage: Sendable {
    let path: String
    let bytes: [UInt8]
    let bitext: Bitext
    let language: String
    let findings: [Finding]

    init(path: String, bitext: Bitext, language: String, findings: [Finding]) {
        self.path = path
        bytes = bitext.page
        self.bitext = bitext
        self.language = language
        self.findings = findings
    }

    /// Where the line of an offset begins.
    func lineStart(_ offset: Int) -> Int {
        bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    }

    /// The line in front of an offset's, without its line break, or nil on the first line.
    func previousLine(_ offset: Int) -> ArraySlice<UInt8>? {
        let start = lineStart(offset)
        guard start > 0 else { return nil }
        let line = bytes[lineStart(start - 1)..<start - 1]
        return line.last == 0x0D ? line.dropLast() : line
    }
}

/// A segment that errors are made in.
struct Sample: Sendable {
    let page: SourcePage
    /// In ``Bitext/segments``.
    let index: Int
    let source: Half
    let target: Half

    var segment: Segment { page.bitext.segments[index] }

    /// Where the id of a half is written.
    func id(_ side: Side) -> Range<Int>? {
        guard let content = segment[side]?.content else { return nil }
        // The pages have no damage, so that each half's tag ends in `">`.
        let end = content.lowerBound - 2
        return page.bytes[..<end].lastIndex(of: UInt8(ascii: "\"")).map { $0 + 1..<end }
    }

    /// What stands in front of the pair on its line.
    var prefix: ArraySlice<UInt8> {
        page.bytes[page.lineStart(segment.range.lowerBound)..<segment.range.lowerBound]
    }

    /// Whether the pair begins its line, and the line a paragraph.
    var beginsParagraph: Bool {
        prefix.isEmpty && page.previousLine(segment.range.lowerBound)?.allSatisfy { $0 == 0x20 } ?? false
    }

    var isTableCell: Bool { prefix.first == UInt8(ascii: "|") }

    /// Changes parts of the target, given as offsets in it.
    ///
    /// - Returns: nil where the target would then be what it was, or the source word for word.
    func changing(_ parts: [(Range<Int>, [UInt8])]) -> Change? {
        guard let half = segment.target else { return nil }
        var text = target.bytes
        for (range, bytes) in parts.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
            text.replaceSubrange(range, with: bytes)
        }
        guard text != target.bytes, text != source.bytes else { return nil }
        let start = half.content.lowerBound
        return Change(
            edits: parts.map { Edit($0.0.lowerBound + start..<$0.0.upperBound + start, $0.1) }, segments: [index])
    }

    func changing(_ range: Range<Int>, to text: String) -> Change? { changing([(range, Array(text.utf8))]) }

    func changing(_ range: Range<Int>, to text: [UInt8]) -> Change? { changing([(range, text)]) }

    func inserting(_ text: String, at offset: Int) -> Change? { changing(offset..<offset, to: text) }
}

/// All pages of a folder.
struct Corpus: Sendable {
    /// What is found on the pages as they are.
    struct Untouched: Sendable {
        var pages = 0
        var segments = 0
        /// Segments whose gravest finding is of a severity.
        var flagged: [Finding.Severity: Int] = [:]
        /// Findings that belong to no segment.
        var elsewhere = 0
        /// How often each rule speaks, at each severity.
        var rules: [String: [Finding.Severity: Int]] = [:]

        mutating func count(_ findings: [Finding], segments count: Int) {
            pages += 1
            segments += count
            var gravest: [Int: Finding.Severity] = [:]
            for finding in findings {
                rules[finding.rule, default: [:]][finding.severity, default: 0] += 1
                guard let segment = finding.segmentIndex else {
                    elsewhere += 1
                    continue
                }
                gravest[segment] = max(gravest[segment] ?? .note, finding.severity)
            }
            for severity in gravest.values { flagged[severity, default: 0] += 1 }
        }
    }

    /// Without damage, and not too large to be checked again and again; the small ones first.
    private(set) var pages: [SourcePage] = []
    /// The segments of ``pages`` with something on both sides.
    private(set) var samples: [Sample] = []
    private(set) var untouched = Untouched()

    /// A page as large as this is checked in less than a millisecond.
    static let smallPage = 32 << 10
    private static let largestPage = 256 << 10

    init(_ folder: String, checker: Checker) {
        for found in PageFinder([folder]).pages {
            guard let file = try? found.read(), let bitext = try? readPage(file) else { continue }
            let page = bitext.tokenized(path: found.path.string)
            let findings = checker.check(page)
            untouched.count(findings, segments: bitext.segments.count)
            guard bitext.defects.isEmpty, bitext.page.count <= Self.largestPage, !bitext.segments.isEmpty else {
                continue
            }
            pages.append(
                SourcePage(
                    path: found.path.string, bitext: bitext, language: page.language.code, findings: findings))
        }
        for page in pages {
            for (index, segment) in page.bitext.segments.enumerated() {
                guard let source = segment.source?.content, let target = segment.target?.content, !source.isEmpty,
                    !target.isEmpty
                else { continue }
                samples.append(
                    Sample(
                        page: page, index: index, source: Half(Array(page.bytes[source])),
                        target: Half(Array(page.bytes[target]))))
            }
        }
    }
}
