import Bitext

/// Reads front matter that is not valid YAML: each key by itself, as YAML if possible, otherwise as written.
///
/// - A line `key: value` that is not indented begins an entry. The key ends at the first colon before a blank or the end of
///   the line. (If the first key is indented, lines that are indented no deeper count as not indented.) As in YAML, tabs
///   are no indentation.
/// - Deeper lines, list items and blank lines belong to the entry above them. Anything else is stray text, which is
///   reported and belongs to no value.
/// - An entry that is not valid YAML by itself is reported. If it is a list, its items are read one by one. Otherwise its
///   value is the text as written, without the quotes around it if there are two.
/// - Of two entries with the same key the first is used, and the text of the other is reported.
struct KeyByKeyReader {
    private(set) var entries: [FrontMatter.Entry] = []
    /// In no particular order.
    private(set) var problems: [FrontMatterProblem] = []

    private let page: UnsafeBufferPointer<UInt8>
    private let range: Range<Int>
    private let firstLine: Int
    private let blockFailure: FullYAML.Failure
    private var indices: [String: Int] = [:]
    /// The stray text at which the parser failed. It is reported with the parser's reason, not by itself.
    private var strayAtFailure: String?

    /// How often the YAML parser may still be used. Each use needs some microseconds. Most entries are read by
    /// ``SimpleYAML``, so no real page comes near the limit.
    private var attempts = 1000

    /// - Parameter line: the page's line on which the range begins.
    init(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, line: Int, blockFailure: FullYAML.Failure) {
        self.page = page
        self.range = range
        self.blockFailure = blockFailure
        firstLine = line
    }

    /// - Complexity: O(*n*) in the number of bytes.
    mutating func read() {
        readChunks()
        // Duplicate keys have been reported one by one.
        guard blockFailure.cause != .duplicateKey || problems.isEmpty else { return }
        let leftOut = strayAtFailure.map { "; left out: `\($0)`" } ?? ""
        report(
            blockFailure.offset,
            "the front matter is not valid YAML and is read key by key: \(blockFailure.reason)\(leftOut)")
    }

    // MARK: Entries

    /// The lines of one entry.
    private struct Chunk {
        var start: Int
        var colon: Int
        var end: Int
        var line: Int
    }

    /// The lines of one item of a list, without its `-`.
    private struct Item {
        var range: Range<Int>
        var indentation: Int
        var line: Int
    }

    private mutating func readChunks() {
        var base: Int?
        var chunk: Chunk?
        var stray: Range<Int>?
        var number = firstLine
        var line = FrontMatterLine(page, at: range.lowerBound, limit: range.upperBound)
        while line.start < range.upperBound {
            defer {
                number += 1
                line = FrontMatterLine(page, at: line.next, limit: range.upperBound)
            }
            if line.isBlank(page) { continue }
            let indentation = line.indentation(page)
            let isComment = page[line.start + indentation] == UInt8(ascii: "#")
            if isComment, indentation <= base ?? indentation { continue }
            if base == nil { base = indentation }

            if indentation <= base ?? 0, let colon = colon(line, indentation) {
                finish(&chunk, &stray)
                chunk = Chunk(start: line.start + indentation, colon: colon, end: line.end, line: number)
            } else if chunk != nil,
                indentation > base ?? 0 || page[line.start].isYAMLBlank
                    || line.isListItem(page, indentation: indentation)
            {
                chunk?.end = line.end
            } else {
                let start = stray?.lowerBound ?? line.start
                stray = nil
                finish(&chunk, &stray)
                stray = start..<line.end
            }
        }
        finish(&chunk, &stray)
    }

    /// The colon that ends the line's key, or nil if the line does not begin with a key.
    private func colon(_ line: FrontMatterLine, _ indentation: Int) -> Int? {
        let start = line.start + indentation
        guard start < line.end, !line.isListItem(page, indentation: indentation) else { return nil }
        switch page[start] {
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ":"): return nil
        default: break
        }
        return (start..<line.end).first { i in
            page[i] == UInt8(ascii: ":") && (i + 1 == line.end || page[i + 1].isYAMLBlank)
        }
    }

    private mutating func finish(_ chunk: inout Chunk?, _ stray: inout Range<Int>?) {
        if let finished = chunk { add(finished) }
        if let stray, (stray.lowerBound...stray.upperBound).contains(blockFailure.offset) {
            strayAtFailure = excerpt(of: stray)
        } else if let stray {
            report(
                stray.lowerBound, "text in the front matter that belongs to no key is left out: `\(excerpt(of: stray))`"
            )
        }
        chunk = nil
        stray = nil
    }

    private mutating func add(_ chunk: Chunk) {
        let key = written(chunk.start..<chunk.colon)
        let text = chunk.colon + 1..<chunk.end
        if let index = indices[key] {
            report(
                chunk.start,
                "`\(excerpt(key))` is given twice; the value on line \(entries[index].line) is used, not this one: "
                    + "`\(excerpt(of: text))`")
            return
        }
        indices[key] = entries.count
        entries.append(.init(key: key, value: value(chunk, key: key), line: chunk.line))
    }

    private mutating func value(_ chunk: Chunk, key: String) -> FrontMatter.Value {
        if let entries = SimpleYAML.entries(page, chunk.start..<chunk.end, line: chunk.line), entries.count == 1 {
            return entries[0].value
        }
        let text = chunk.colon + 1..<chunk.end
        switch yaml(chunk.colon..<chunk.end, line: chunk.line) {
        case .success(let value): return value
        case .failure(let failure):
            if !(chunk.start...chunk.end).contains(blockFailure.offset) || blockFailure.cause == .duplicateKey {
                report(failure.offset, "`\(excerpt(key))` is not valid YAML and is kept as written: \(failure.reason)")
            }
            return items(text, line: chunk.line).map { .list($0) } ?? .scalar(written(text))
        case nil: return .scalar(written(text))
        }
    }

    /// Reads a value alone as YAML, from its colon on; nil if the parser may not be used any more.
    private mutating func yaml(_ range: Range<Int>, line: Int) -> Result<FrontMatter.Value, FullYAML.Failure>? {
        guard mayUseParser(range.lowerBound) else { return nil }
        do {
            let entries = try FullYAML(page, range, line: line, prefix: "k").entries()
            if entries.count == 1 { return .success(entries[0].value) }
            return .failure(.init(cause: .syntax, offset: range.lowerBound, reason: "a list and further keys in one"))
        } catch {
            return .failure(error)
        }
    }

    /// The items of a list that begins on the line after its key, or nil if there is none.
    private mutating func items(_ text: Range<Int>, line: Int) -> [FrontMatter.Value]? {
        var line = line
        var items: [FrontMatter.Value] = []
        var item: Item?
        var indentation = -1
        var current = FrontMatterLine(page, at: text.lowerBound, limit: text.upperBound)
        guard current.isBlank(page) else { return nil }
        while current.next < text.upperBound {
            current = FrontMatterLine(page, at: current.next, limit: text.upperBound)
            line += 1
            if current.isBlank(page) { continue }
            if indentation < 0 { indentation = current.indentation(page) }
            if current.isListItem(page, indentation: indentation) {
                if let item { items.append(value(item)) }
                item = Item(range: current.start + indentation + 1..<current.end, indentation: indentation, line: line)
            } else if let start = item?.range.lowerBound {
                item?.range = start..<current.end
            } else {
                return nil
            }
        }
        if let item { items.append(value(item)) }
        return items.isEmpty ? nil : items
    }

    /// The value of a list's item, after its `-`.
    private mutating func value(_ item: Item) -> FrontMatter.Value {
        if let text = SimpleYAML.scalar(page, item.range) { return .scalar(text) }
        guard mayUseParser(item.range.lowerBound) else { return .scalar(written(item.range)) }
        // The prefix indents the item as on the page, so that the indentation of its further lines is right.
        let prefix = "k:\n" + String(repeating: " ", count: item.indentation) + "-"
        guard let entries = try? FullYAML(page, item.range, line: item.line - 1, prefix: prefix).entries(),
            entries.count == 1, case .list(let values) = entries[0].value, values.count == 1
        else { return .scalar(written(item.range)) }
        return values[0]
    }

    /// Whether the parser may be used once more.
    private mutating func mayUseParser(_ offset: Int) -> Bool {
        attempts -= 1
        if attempts == -1 {
            report(offset, "the front matter is too damaged; from here on, what is not plain is kept as written")
        }
        return attempts >= 0
    }

    // MARK: Text

    /// The text as written, without blanks and line breaks at both ends, and without quotes around it.
    private func written(_ range: Range<Int>) -> String {
        var range = trimmed(range)
        if range.count >= 2, page[range.lowerBound] == page[range.upperBound - 1],
            page[range.lowerBound] == UInt8(ascii: "\"") || page[range.lowerBound] == UInt8(ascii: "'")
        {
            range = range.lowerBound + 1..<range.upperBound - 1
        }
        return String(decoding: UnsafeBufferPointer(rebasing: page[range]), as: UTF8.self)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        func isSpace(_ i: Int) -> Bool {
            page[i] <= 0x20 && (page[i].isYAMLBlank || page[i] == 0x0A || page[i] == 0x0D)
        }
        let start = range.first { !isSpace($0) } ?? range.upperBound
        let end = (start..<range.upperBound).last { !isSpace($0) }.map { $0 + 1 } ?? start
        return start..<end
    }

    private func excerpt(of range: Range<Int>) -> String {
        let range = trimmed(range)
        // An excerpt needs only the first characters.
        var end = min(range.upperBound, range.lowerBound + 400)
        while end < range.upperBound, page[end] & 0xC0 == 0x80 { end += 1 }
        return excerpt(String(decoding: UnsafeBufferPointer(rebasing: page[range.lowerBound..<end]), as: UTF8.self))
    }

    private func excerpt(_ text: String) -> String { FrontMatterProblem.excerpt(text) }

    private mutating func report(_ offset: Int, _ message: String) {
        problems.append(FrontMatterProblem(offset: offset, message: message))
    }
}
