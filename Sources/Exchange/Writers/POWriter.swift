import Bitext
import BitextReaders

/// Writes a page as a catalogue of gettext. Segments with the same source and the same target are one entry. Where a source has
/// several targets, each entry has the id of its segment as its context.
struct POWriter {
    private let page: ExchangePage
    /// The page's name without blanks, which would end it.
    private let reference: String
    private var result: [UInt8] = []
    private var segmentCount = 0

    /// Segments with the same texts.
    private struct Entry {
        var segments: [(segment: ExchangeSegment, block: ExchangePage.Block)]
        let source: ArraySlice<UInt8>
        let target: ArraySlice<UInt8>
    }

    private struct Key: Hashable {
        let source: ArraySlice<UInt8>
        let target: ArraySlice<UInt8>
    }

    static func document(_ page: ExchangePage) -> (bytes: [UInt8], segments: Int) {
        var writer = POWriter(page: page)
        writer.write()
        return (writer.result, writer.segmentCount)
    }

    private init(page: ExchangePage) {
        self.page = page
        reference = page.name.replacing(" ", with: "%20")
    }

    private mutating func write() {
        header()
        var entries: [Entry] = []
        var indices: [Key: Int] = [:]
        var targetCounts: [ArraySlice<UInt8>: Int] = [:]
        let targetBytes = page.bitext[.target].bytes
        for block in page.blocks {
            for segment in block.segments {
                let pair = page.bitext.segments[segment.index]
                guard let source = pair.source.map({ page.bitext.source[$0.range] }) else { continue }
                let target = segment.codes.target.map { segment.targetBytes(targetBytes)[$0.range] } ?? []
                guard Self.canHold(source, target) else { continue }
                segmentCount += 1
                let key = Key(source: source, target: target)
                if let index = indices[key] {
                    entries[index].segments.append((segment, block))
                } else {
                    indices[key] = entries.count
                    entries.append(Entry(segments: [(segment, block)], source: source, target: target))
                    targetCounts[source, default: 0] += 1
                }
            }
        }
        for entry in entries { write(entry, hasContext: targetCounts[entry.source] ?? 0 > 1) }
    }

    /// Whether gettext allows the two texts in one entry: both or none begin with a line break, and so at their ends.
    private static func canHold(_ source: ArraySlice<UInt8>, _ target: ArraySlice<UInt8>) -> Bool {
        let newLine = UInt8(ascii: "\n")
        return target.isEmpty
            || ((source.first == newLine) == (target.first == newLine)
                && (source.last == newLine) == (target.last == newLine))
    }

    private mutating func header() {
        let locale = (page.targetLocale ?? "").map { $0 == "-" ? "_" : String($0) }.joined()
        result += "msgid \"\"\nmsgstr \"\"\n".utf8
        let fields = [
            "Project-Id-Version: diptych", "PO-Revision-Date: 1970-01-01 00:00+0000", "Last-Translator: diptych",
            "Language-Team: \(locale)", "Language: \(locale)", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit", "X-Generator: Diptych",
            "\(ExchangeProperty.cataloguePage): \(page.name)",
            "\(ExchangeProperty.cataloguePageHash): \(page.sha256)",
        ]
        for field in fields {
            string(Array((field + "\n").utf8)[...])
            result += "\n".utf8
        }
    }

    private mutating func write(_ entry: Entry, hasContext: Bool) {
        guard let first = entry.segments.first?.segment else { return }
        result += "\n".utf8
        for (segment, block) in entry.segments.prefix(1) { comment("#. ", page.place(of: segment, in: block)) }
        var needsReview = false
        if !entry.segments.contains(where: \.segment.hasPlace) { comment("#. ", ExchangeSegment.noPlace) }
        for (segment, _) in entry.segments {
            for finding in segment.findings { comment("#. ", finding.note(in: page.ids[segment.index])) }
            needsReview = needsReview || segment.state != .translated
        }
        let ids = entry.segments.map { page.ids[$0.segment.index] }
        comment(ExchangeProperty.catalogueComment, ([first.targetHash] + ids).joined(separator: " "))
        for (segment, _) in entry.segments {
            comment("#: ", "\(reference):\(page.line(of: segment))")
        }
        if needsReview, !entry.target.isEmpty { result += "#, fuzzy\n".utf8 }
        if hasContext { field("msgctxt", Array(page.ids[first.index].utf8)[...]) }
        field("msgid", entry.source)
        field("msgstr", entry.target)
    }

    /// A comment, on one line whatever is in it.
    private mutating func comment(_ sign: String, _ text: String) {
        result += sign.utf8
        result += text.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 }
        result.append(UInt8(ascii: "\n"))
    }

    private mutating func field(_ keyword: String, _ text: ArraySlice<UInt8>) {
        result += keyword.utf8
        result.append(UInt8(ascii: " "))
        // A text of several lines is written on several lines.
        let isLong = text.dropLast().contains(UInt8(ascii: "\n"))
        if isLong { result += "\"\"\n".utf8 }
        var rest = text
        repeat {
            let end = isLong ? rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } : nil
            string(rest[..<(end ?? rest.endIndex)])
            result.append(UInt8(ascii: "\n"))
            rest = rest[(end ?? rest.endIndex)...]
        } while !rest.isEmpty
    }

    /// A string in quotes, with escapes.
    private mutating func string(_ text: ArraySlice<UInt8>) {
        result.append(UInt8(ascii: "\""))
        var copied = text.startIndex
        for index in text.indices {
            let escape: UInt8
            switch text[index] {
            case UInt8(ascii: "\n"): escape = UInt8(ascii: "n")
            case UInt8(ascii: "\t"): escape = UInt8(ascii: "t")
            case UInt8(ascii: "\r"): escape = UInt8(ascii: "r")
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): escape = text[index]
            default: continue
            }
            result += text[copied..<index]
            result += [UInt8(ascii: "\\"), escape]
            copied = index + 1
        }
        result += text[copied...]
        result.append(UInt8(ascii: "\""))
    }
}
