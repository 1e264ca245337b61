import Bitext
import BitextReaders
import Checklists
import Checks
import Foundation
import PageDocuments
import PagePairs
import ParsedBitext
import Workspace

/// Compares span pages with the page pairs that their two sides make: segments, checklists and findings.
struct SpansTrial {
    private struct Counts {
        var pages = 0
        var segments = 0
        var equalSegments = 0
        var equalSources = 0
        var equalChecklists = 0
        var findings = 0
        var equalFindings = 0
        var unpaired = 0
        var spanTime = Duration.zero
        var pairTime = Duration.zero
    }

    private let folder: URL
    private let locale: String
    private let step: Int
    private let checker = Checker()
    private let showsDifferences: Bool

    /// - Parameter step: every how many-th page is read.
    init(_ folder: URL, locale: String, step: Int, showsDifferences: Bool) {
        self.folder = folder
        self.locale = locale
        self.step = step
        self.showsDifferences = showsDifferences
    }

    func run() throws {
        var counts = Counts()
        var rules: [String: Int] = [:]
        for (index, path) in pagePaths(in: folder).enumerated() where index % step == 0 {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
            let clock = ContinuousClock()
            let start = clock.now
            guard let spans = try? SpanPageReader().read([InputFile(path: path, bytes: bytes)]), spans.target != nil,
                spans.defects.isEmpty
            else { continue }
            let spanFindings = findings(of: spans, path)
            let spanTime = clock.now - start
            let files = [
                InputFile(path: path, bytes: spans.source.bytes), InputFile(path: path, bytes: spans[.target].bytes),
            ]
            let second = clock.now
            let pair = try PagePairReader.withLexicons(
                sourceLocale: "en-US", targetLocale: spans.targetLocale ?? locale
            ).read(files)
            let pairFindings = findings(of: pair, path)
            counts.pairTime += clock.now - second
            counts.spanTime += spanTime
            counts.pages += 1
            compareSegments(spans, pair, path, &counts)
            compareChecklists(spans, pair, path, &counts)
            counts.unpaired += pair.unpairedBlocks.count
            let (before, after) = (Self.counted(spanFindings), Self.counted(pairFindings))
            for (finding, count) in before {
                counts.findings += count
                counts.equalFindings += min(count, after[finding] ?? 0)
            }
            for finding in Set(before.keys).union(after.keys) {
                let difference = (after[finding] ?? 0) - (before[finding] ?? 0)
                guard difference != 0 else { continue }
                let rule = String(finding.prefix { $0 != ":" })
                rules[(difference > 0 ? "+" : "-") + rule, default: 0] += abs(difference)
                if showsDifferences { print("FINDING \(difference > 0 ? "+" : "-") \(path) \(finding)") }
            }
        }
        print(
            "\(locale): \(counts.pages) pages; \(percent(counts.equalSegments, of: counts.segments)) of \(counts.segments) segments, "
                + "\(percent(counts.equalSources, of: counts.pages)) of pages have equal checklists in the source, "
                + "\(percent(counts.equalChecklists, of: counts.pages)) in both; "
                + "\(percent(counts.equalFindings, of: counts.findings)) of \(counts.findings) findings; "
                + "\(counts.unpaired) unpaired; time \(counts.spanTime) as spans, \(counts.pairTime) as pairs")
        print(
            "  "
                + rules.sorted { $0.value > $1.value }.prefix(16).map { "\($0.key) \($0.value)" }.joined(
                    separator: ", "))
    }

    private func findings(of bitext: Bitext, _ path: String) -> [Finding] {
        checker.check(TokenizedBitext(ParsedBitext(bitext), path: path, locale: locale))
    }

    private static func counted(_ findings: [Finding]) -> [String: Int] {
        Dictionary(findings.map { ("\($0.rule): \($0.message)", 1) }, uniquingKeysWith: +)
    }

    private func compareSegments(_ spans: Bitext, _ pair: Bitext, _ path: String, _ counts: inout Counts) {
        func texts(_ bitext: Bitext) -> [SideOffset: [String]] {
            var texts: [SideOffset: [String]] = [:]
            for segment in bitext.segments {
                guard let source = segment.source, let target = segment.target else { continue }
                func text(_ variant: Variant, _ side: Side) -> String {
                    bitext[side].text(variant.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
                }
                texts[source.range.lowerBound, default: []].append(
                    text(source, .source) + " ||| " + text(target, .target))
            }
            return texts
        }
        let (before, after) = (texts(spans), texts(pair))
        for (offset, texts) in before.sorted(by: { $0.key < $1.key }) {
            for text in texts where text.count > 5 {
                counts.segments += 1
                let leading = text.prefix { $0 == " " }.count
                if after.contains(where: {
                    $0.key >= offset && $0.key <= offset + 3 + leading && $0.value.contains(text)
                }) {
                    counts.equalSegments += 1
                } else if showsDifferences {
                    let line = spans.line(of: offset, on: .source)
                    print("SEGMENT \(path):\(line)\n   span \(text)")
                    let near = after.filter { abs($0.key.value - offset.value) < text.count }.sorted { $0.key < $1.key }
                    for (_, texts) in near.prefix(4) { for text in texts { print("   pair \(text)") } }
                }
            }
        }
    }

    private func compareChecklists(_ spans: Bitext, _ pair: Bitext, _ path: String, _ counts: inout Counts) {
        func lines(_ bitext: Bitext, _ side: (BilingualText) -> String) -> [String] {
            let document = PageDocument(ParsedBitext(bitext), path: path, sha256: "")
            var lines: [String] = []
            func add(_ items: [Item], _ depth: Int) {
                for item in items {
                    lines.append(
                        "\(depth) \(item.id) \(item.marker) \(item.position) \(side(item.text)) \(item.content.count)")
                    add(item.items, depth + 1)
                }
            }
            for checklist in document.checklists {
                lines.append("\(checklist.kind) \(checklist.id) \(checklist.title.map(side) ?? "")")
                add(checklist.items, 0)
            }
            for code in document.codeBlocks { lines.append("\(code.id)") }
            return lines
        }
        func source(_ text: BilingualText) -> String { text.source ?? "" }
        func both(_ text: BilingualText) -> String { "\(text.source ?? "") ||| \(text.target ?? "")" }
        if lines(spans, source) == lines(pair, source) { counts.equalSources += 1 }
        let (before, after) = (lines(spans, both), lines(pair, both))
        if before == after {
            counts.equalChecklists += 1
            return
        }
        guard showsDifferences else { return }
        for (before, after) in zip(before, after) where before != after {
            print("CHECKLIST \(path)\n   span \(before)\n   pair \(after)")
            break
        }
        if before.count != after.count {
            print("CHECKLIST \(path) has \(before.count) lines as spans, \(after.count) as a pair")
        }
    }
}
