import Bitext

/// The front matter of Hugo in TOML: `key = "value"` lines between two lines of `+++`, which only Hugo has.
///
/// Strings, numbers and other values of one line are read, up to the first table. Lists and tables are left out: no command
/// needs them.
struct TOMLFrontMatter {
    let frontMatter: FrontMatter

    /// - Returns: nil for a page without it, or where it is not closed.
    init?(_ page: UnsafeBufferPointer<UInt8>) {
        let start = page.has("\u{FEFF}", at: 0) ? 3 : 0
        let opening = FrontMatterLine(page, at: start, limit: page.count)
        guard opening.isMarker("+", page), opening.next > opening.end else { return nil }
        var entries: [FrontMatter.Entry] = []
        var keys: Set<String> = []
        var isInTable = false
        var number = 2
        var line = FrontMatterLine(page, at: opening.next, limit: page.count)
        while line.start < page.count {
            if line.isMarker("+", page) {
                frontMatter = FrontMatter(entries: entries, range: FileRange(start..<line.next))
                return
            }
            isInTable = isInTable || page[line.start] == UInt8(ascii: "[")
            if !isInTable, let (key, value) = Self.entry(page, line), keys.insert(key).inserted {
                entries.append(.init(key: key, value: .scalar(value), line: number))
            }
            line = FrontMatterLine(page, at: line.next, limit: page.count)
            number += 1
        }
        return nil
    }

    /// The key and the value of `title = "Relays" # a comment`.
    private static func entry(
        _ page: UnsafeBufferPointer<UInt8>, _ line: FrontMatterLine
    ) -> (key: String, value: String)? {
        var end = line.start
        while end < line.end, page[end].isASCIIAlphanumeric || page[end].isOne(of: "_-.") { end += 1 }
        let rest = page.trimmed(end..<line.end)
        guard end > line.start, let sign = rest.first, page[sign] == UInt8(ascii: "=") else { return nil }
        let value = page.trimmed(sign + 1..<line.end)
        guard let first = value.first, !page[first].isOne(of: "[{") else { return nil }
        return (page.string(line.start..<end), string(page, value))
    }

    /// A value without its quotes and without the comment after it.
    private static func string(_ page: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> String {
        let quote = page[value.lowerBound]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let end = page.firstOffset(of: UInt8(ascii: "#"), from: value.lowerBound, to: value.upperBound)
            return page.string(page.trimmed(value.lowerBound..<(end ?? value.upperBound)))
        }
        var text: [UInt8] = []
        var offset = value.lowerBound + 1
        while offset < value.upperBound, page[offset] != quote {
            // `\"` and `\\`; `'…'` has no escapes.
            if quote == UInt8(ascii: "\""), page[offset] == UInt8(ascii: "\\"), offset + 1 < value.upperBound,
                page[offset + 1].isOne(of: "\"\\")
            {
                offset += 1
            }
            text.append(page[offset])
            offset += 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}
