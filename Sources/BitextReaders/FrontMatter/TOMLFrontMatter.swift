import Bitext

/// The front matter of Hugo in TOML: `key = "value"` lines between two lines of `+++`, which only Hugo has.
///
/// Strings, numbers and other values of one line are read, and texts of several lines (`"""`), up to the first table. Lists
/// and tables are left out: no command needs them.
///
/// **A block that is never closed** must begin with a key. It is read up to the first line that is no key, table or comment.
/// A block that contains a segment (`<span data-ttu-id`) outside of a value counts as never closed, too.
struct TOMLFrontMatter {
    let frontMatter: FrontMatter
    /// What is wrong with it.
    let problem: FrontMatterProblem?

    /// - Returns: nil for a page without it.
    init?(_ page: UnsafeBufferPointer<UInt8>) {
        let start = page.has("\u{FEFF}", at: 0) ? 3 : 0
        let opening = FrontMatterLine(page, at: start, limit: page.count)
        guard opening.isMarker("+", page), opening.next > opening.end else { return nil }
        if let closing = Self.closingLine(page, after: opening.next) {
            let entries = Self.entries(page, opening.next..<closing.start)
            frontMatter = FrontMatter(entries: entries, range: FileRange(start..<closing.next))
            problem = nil
        } else {
            let end = Self.endOfUnclosed(page, from: opening.next)
            guard end > opening.next else { return nil }
            let entries = Self.entries(page, opening.next..<end)
            frontMatter = FrontMatter(entries: entries, range: FileRange(start..<end))
            problem = FrontMatterProblem(
                offset: start,
                message: "the front matter is not closed by a line `+++`; the lines that look like front matter "
                    + "are read as such")
        }
    }

    // MARK: Lines

    /// The line that closes the block; nil if there is none, or a segment is before it.
    private static func closingLine(_ page: UnsafeBufferPointer<UInt8>, after start: Int) -> FrontMatterLine? {
        var line = FrontMatterLine(page, at: start, limit: page.count)
        while line.start < page.count {
            if line.isMarker("+", page) { return line }
            if line.containsSegment(page), assignment(page, line) == nil { return nil }
            line = FrontMatterLine(page, at: line.next, limit: page.count)
        }
        return nil
    }

    /// The end of the lines that look like front matter; `start` if the first is no key.
    private static func endOfUnclosed(_ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var line = FrontMatterLine(page, at: start, limit: page.count)
        guard assignment(page, line) != nil else { return start }
        while line.start < page.count, assignment(page, line) != nil || page[line.start].isOne(of: "[#"),
            !line.containsSegment(page)
        {
            line = FrontMatterLine(page, at: line.next, limit: page.count)
        }
        return line.start
    }

    /// The keys before the first table with their values.
    private static func entries(_ page: UnsafeBufferPointer<UInt8>, _ block: Range<Int>) -> [FrontMatter.Entry] {
        var entries: [FrontMatter.Entry] = []
        var keys: Set<String> = []
        var number = 2
        var start = block.lowerBound
        while start < block.upperBound, page[start] != UInt8(ascii: "[") {
            let line = FrontMatterLine(page, at: start, limit: block.upperBound)
            var next = line.next
            if let (key, value) = assignment(page, line) {
                let text: String?
                if let scanned = TOMLString(page, value, to: block.upperBound) {
                    text = scanned.text
                    next = max(next, FrontMatterLine(page, at: scanned.end, limit: block.upperBound).next)
                } else {
                    text = plain(page, value)
                }
                if let text, keys.insert(page.string(key)).inserted {
                    entries.append(.init(key: page.string(key), value: .scalar(text), line: number))
                }
            }
            number += page[start..<next].count { $0 == UInt8(ascii: "\n") }
            start = next
        }
        return entries
    }

    // MARK: Values

    /// The key of `title = "Relays" # a comment` and what is after the sign on the line; nil for another line.
    private static func assignment(
        _ page: UnsafeBufferPointer<UInt8>, _ line: FrontMatterLine
    ) -> (key: Range<Int>, value: Range<Int>)? {
        var end = line.start
        while end < line.end, page[end].isASCIIAlphanumeric || page[end].isOne(of: "_-.") { end += 1 }
        var sign = end
        while sign < line.end, page[sign].isYAMLBlank { sign += 1 }
        guard end > line.start, sign < line.end, page[sign] == UInt8(ascii: "=") else { return nil }
        return (line.start..<end, page.trimmed(sign + 1..<line.end))
    }

    /// A number, a date or another value without quotes, without the comment after it; nil for a list or a table.
    private static func plain(_ page: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> String? {
        guard let first = value.first, !page[first].isOne(of: "[{\"'") else { return nil }
        let end = page.firstOffset(of: UInt8(ascii: "#"), from: value.lowerBound, to: value.upperBound)
        return page.string(page.trimmed(value.lowerBound..<(end ?? value.upperBound)))
    }
}
