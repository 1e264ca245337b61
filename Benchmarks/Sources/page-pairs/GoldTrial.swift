import Bitext
import Foundation
import PagePairs
import Workspace

/// Compares our segments with those of a vendor, whose alignment is known.
struct GoldTrial {
    /// A segment of the vendor.
    struct Row: Decodable {
        let page: String
        let id: String
        let source: String
        let target: String
        let sourceLine: Int
        let targetLine: Int
    }

    private let folder: URL
    private let locale: String

    init(_ folder: URL, locale: String) {
        self.folder = folder
        self.locale = locale
    }

    func run(showsMisses: Bool) throws {
        let gold = folder.appendingPathComponent("gold/\(locale).jsonl")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let rows = try String(contentsOf: gold, encoding: .utf8).split(separator: "\n").map {
            try decoder.decode(Row.self, from: Data($0.utf8))
        }
        var (exact, aligned, unpaired) = (0, 0, 0)
        var seconds = 0.0
        var bytes = 0
        for (page, rows) in Dictionary(grouping: rows, by: \.page).sorted(by: { $0.key < $1.key }) {
            let source = try Data(contentsOf: folder.appendingPathComponent("en-US/\(page)"))
            let target = try Data(contentsOf: folder.appendingPathComponent("\(locale)/\(page)"))
            let files = [InputFile(path: page, bytes: source), InputFile(path: page, bytes: target)]
            let start = ContinuousClock.now
            let bitext = try PagePairReader.withLexicons(sourceLocale: "en-US", targetLocale: locale).read(files)
            let time = (ContinuousClock.now - start).components
            seconds += Double(time.seconds) + Double(time.attoseconds) * 1e-18
            bytes += source.count + target.count
            unpaired += bitext.unpairedBlocks.count
            let page = AlignedPage(bitext)
            for row in rows {
                let isExact = page.hasSegment(row)
                let isAligned = isExact || page.isAligned(row)
                if isExact { exact += 1 }
                if isAligned { aligned += 1 }
                if showsMisses, !isExact { page.show(row, isAligned: isAligned) }
            }
            if showsMisses {
                for block in bitext.unpairedBlocks {
                    let text =
                        block.side == .source ? bitext.source.text(block.source) : bitext[.target].text(block.target)
                    print("UNPAIRED \(rows[0].page) \(block.side) \(block.kind) \(text.prefix(100).debugDescription)")
                }
            }
        }
        print(
            "\(locale): \(rows.count) rows, exact \(percent(exact, of: rows.count)), aligned \(percent(aligned, of: rows.count)), "
                + "\(unpaired) unpaired blocks, \(String(format: "%.2f s for %.1f MB", seconds, Double(bytes) / 1e6))")
    }
}

/// The segments of a page, by line and by text.
private struct AlignedPage {
    private let bitext: Bitext
    private var texts:
        [(source: String, target: String, sourceLines: ClosedRange<Int>, targetLines: ClosedRange<Int>)] = []

    init(_ bitext: Bitext) {
        self.bitext = bitext
        for segment in bitext.segments {
            texts.append(
                (
                    text(segment, .source), text(segment, .target), lines(segment, .source), lines(segment, .target)
                ))
        }
    }

    private func text(_ segment: Segment, _ side: Side) -> String {
        guard let variant = segment[side] else { return "" }
        return Self.collapsed(bitext[side].text(variant.range), isQuote: true)
    }

    private func lines(_ segment: Segment, _ side: Side) -> ClosedRange<Int> {
        guard let variant = segment[side], !variant.range.isEmpty else { return 0...0 }
        let first = bitext.line(of: variant.range.lowerBound, on: side)
        return first...max(first, bitext.line(of: variant.range.upperBound - 1, on: side))
    }

    /// White space collapsed, escapes and the markers of quotes removed.
    static func collapsed(_ text: String, isQuote: Bool) -> String {
        var result = ""
        for line in text.split(whereSeparator: \.isNewline) {
            var line = line.drop { $0 == " " || $0 == "\t" }
            if isQuote, !result.isEmpty { while line.first == ">" { line = line.dropFirst().drop { $0 == " " } } }
            result += (result.isEmpty ? "" : " ") + line
        }
        result.removeAll { $0 == "\\" }
        return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing(/<a name="[^"]*"><\/a>/, with: "").trimmingCharacters(in: .whitespaces)
    }

    func hasSegment(_ row: GoldTrial.Row) -> Bool {
        let (source, target) = (Self.collapsed(row.source, isQuote: false), Self.collapsed(row.target, isQuote: false))
        return texts.contains {
            $0.source == source && $0.target == target && $0.sourceLines.contains(row.sourceLine)
                && $0.targetLines.contains(row.targetLine)
        }
    }

    /// Whether one of our segments is at the row's source and has its target, perhaps with more around it or a part of it.
    func isAligned(_ row: GoldTrial.Row) -> Bool {
        let (source, target) = (Self.collapsed(row.source, isQuote: false), Self.collapsed(row.target, isQuote: false))
        return texts.contains {
            $0.sourceLines.contains(row.sourceLine) && $0.targetLines.contains(row.targetLine)
                && Self.overlap($0.source, source) && Self.overlap($0.target, target)
        }
    }

    private static func overlap(_ left: String, _ right: String) -> Bool {
        !left.isEmpty && !right.isEmpty && (left.contains(right) || right.contains(left))
    }

    func show(_ row: GoldTrial.Row, isAligned: Bool) {
        print("\(isAligned ? "SPLIT" : "MISS") \(row.page):\(row.sourceLine)/\(row.targetLine)")
        print("  gold \(row.source) ||| \(row.target)")
        for text in texts
        where text.sourceLines.contains(row.sourceLine) || text.targetLines.contains(row.targetLine) {
            print("  ours \(text.source) ||| \(text.target)")
        }
    }
}
