import Bitext

/// Finds a page's front matter, without reading its keys.
///
/// The page's first line, after an optional byte order mark, is `---`. The block ends at the next line that is exactly
/// `---` or `...`. Blanks may follow the three characters, but not precede them.
///
/// **Nearly right:** a block of keys is read, and reported, where empty lines are before it, or where an empty block is
/// before it because `---` is written twice. A block that is there twice, with the same first key, is read once.
///
/// **Front matter or a thematic break?** If the first word of the second line ends in a colon, it is front matter.
/// Otherwise it must be closed, and one of these must be true: it has no blank line; a key is before its first blank line;
/// every unindented line is a key, a list item or a comment. So `---`, a blank line and prose is prose.
///
/// **A block that is never closed** must begin with a key. It is read up to the first blank line, or the first line that is
/// not YAML (`# heading`, which would be a comment, `<a name=…`, `> quote`, a table row). Within that, it ends after the
/// last key with its list items and indented lines. A line of stray text is in the block only if another key follows. A
/// block that contains a segment (`<span data-ttu-id`) counts as never closed, too: the next `---` is a thematic break of
/// the body.
struct FrontMatterBlock {
    /// The lines between the two markers, in bytes.
    let interior: Range<Int>
    /// The block with both marker lines and the line break after it.
    let range: Range<Int>
    /// Whether the closing line is there.
    let isClosed: Bool

    /// Whether something that other tools do not skip is before the block: an empty line, a second byte order mark.
    let isLate: Bool
    /// The line of an opening marker that is written once more, after an empty block. Other tools read the empty block.
    let repeatedMarker: Int?
    /// Where the block begins once more, directly after its end. Other tools show it as text.
    let repeatedBlock: Int?

    /// Finds the block, or returns nil for a page without front matter.
    init?(_ page: UnsafeBufferPointer<UInt8>) {
        let (start, isLate) = Self.start(page)
        guard start < page.count, page[start] == UInt8(ascii: "-") else { return nil }
        let opening = FrontMatterLine(page, at: start, limit: page.count)
        guard opening.isMarker("-", page), opening.next > opening.end else { return nil }
        self.isLate = isLate

        if let (second, closing) = Self.blockAfterEmptyOne(page, from: opening) {
            interior = second.next..<closing.start
            range = start..<closing.next
            isClosed = true
            repeatedMarker = second.start
            repeatedBlock = nil
            return
        }
        repeatedMarker = nil
        if let closing = Self.closingLine(page, after: opening.next) {
            guard !isLate || Self.hasOnlyKeys(page, opening.next..<closing.start) else { return nil }
            interior = opening.next..<closing.start
            let repetition = Self.repetition(page, of: interior, after: closing)
            repeatedBlock = repetition?.lowerBound
            range = start..<(repetition?.upperBound ?? closing.next)
            isClosed = true
        } else {
            let end = Self.endOfUnclosed(page, from: opening.next)
            guard end > opening.next, !isLate else { return nil }
            interior = opening.next..<end
            range = start..<end
            isClosed = false
            repeatedBlock = nil
        }
    }

    /// Where the first line begins that is not empty, and whether more than a byte order mark is before it.
    private static func start(_ page: UnsafeBufferPointer<UInt8>) -> (start: Int, isLate: Bool) {
        var start = 0
        var marks = 0
        var isLate = false
        while start < page.count {
            if page[start] == 0xEF, page.count - start >= 3, page[start + 1] == 0xBB, page[start + 2] == 0xBF {
                start += 3
                marks += 1
                continue
            }
            let line = FrontMatterLine(page, at: start, limit: page.count)
            guard line.isBlank(page), line.next > start else { break }
            start = line.next
            isLate = true
        }
        return (start, isLate || marks > 1)
    }

    /// The second opening line and the closing line, where a block of keys follows directly after an empty block.
    private static func blockAfterEmptyOne(
        _ page: UnsafeBufferPointer<UInt8>, from opening: FrontMatterLine
    ) -> (second: FrontMatterLine, closing: FrontMatterLine)? {
        var second: FrontMatterLine?
        var line = FrontMatterLine(page, at: opening.next, limit: page.count)
        while line.start < page.count, line.isBlank(page) || line.isMarker("-", page) {
            if !line.isBlank(page) { second = line }
            line = FrontMatterLine(page, at: line.next, limit: page.count)
        }
        guard let second, line.start == second.next, line.beginsWithKey(page),
            let closing = closingLine(page, after: line.start), hasOnlyKeys(page, line.start..<closing.start)
        else { return nil }
        return (second, closing)
    }

    /// A second block of keys directly after the first one, with its markers. Its first key must be that of the first
    /// block: a line and a heading, `---`, `Note: text`, `---`, can be text, and the slides of a talk are blocks in a row
    /// that share some keys.
    private static func repetition(
        _ page: UnsafeBufferPointer<UInt8>, of block: Range<Int>, after closing: FrontMatterLine
    ) -> Range<Int>? {
        let opening = FrontMatterLine(page, at: closing.next, limit: page.count)
        guard opening.start < page.count, opening.isMarker("-", page), opening.next > opening.end else { return nil }
        guard let end = closingLine(page, after: opening.next), hasOnlyKeys(page, opening.next..<end.start),
            let key = firstKey(page, opening.next..<end.start), let own = firstKey(page, block),
            page[key].elementsEqual(page[own])
        else { return nil }
        return opening.start..<end.next
    }

    /// The first key of the lines of a block, with its colon. Comments can be before it.
    private static func firstKey(_ page: UnsafeBufferPointer<UInt8>, _ block: Range<Int>) -> Range<Int>? {
        var line = FrontMatterLine(page, at: block.lowerBound, limit: block.upperBound)
        while line.start < block.upperBound {
            if line.beginsWithKey(page) {
                return line.start..<(page[line.start..<line.end].firstIndex { $0.isYAMLBlank } ?? line.end)
            }
            line = FrontMatterLine(page, at: line.next, limit: block.upperBound)
        }
        return nil
    }

    /// Whether the lines are only keys with their list items and indented lines, and comments, and the first is a key.
    private static func hasOnlyKeys(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var line = FrontMatterLine(page, at: range.lowerBound, limit: range.upperBound)
        guard line.beginsWithKey(page) else { return false }
        while line.start < range.upperBound {
            guard !line.isBlank(page),
                isKey(page, line) || page[line.start].isYAMLBlank || page[line.start] == UInt8(ascii: "#")
                    || line.isListItem(page, indentation: 0)
            else { return false }
            line = FrontMatterLine(page, at: line.next, limit: range.upperBound)
        }
        return true
    }

    /// The line that closes the block, or nil if there is none or the block is no front matter.
    private static func closingLine(_ page: UnsafeBufferPointer<UInt8>, after start: Int) -> FrontMatterLine? {
        var line = FrontMatterLine(page, at: start, limit: page.count)
        let isCertain = line.beginsWithKey(page)
        var keyBeforeBlankLine = isCertain
        var sawBlankLine = false
        var sawKey = isCertain
        var hasOnlyYAMLLines = true

        while line.start < page.count {
            if line.isMarker("-", page) || line.isMarker(".", page) {
                let isFrontMatter = keyBeforeBlankLine || !sawBlankLine || (sawKey && hasOnlyYAMLLines)
                return isFrontMatter ? line : nil
            }
            if line.start < line.end, !page[line.start].isASCIILetter, line.containsSegment(page) { return nil }
            if !isCertain {
                if line.isBlank(page) {
                    sawBlankLine = true
                } else if isKey(page, line) {
                    sawKey = true
                    if !sawBlankLine { keyBeforeBlankLine = true }
                } else if !page[line.start].isYAMLBlank, page[line.start] != UInt8(ascii: "#"),
                    !line.isListItem(page, indentation: 0)
                {
                    hasOnlyYAMLLines = false
                }
            }
            line = FrontMatterLine(page, at: line.next, limit: page.count)
        }
        return nil
    }

    /// Whether the line is a key, perhaps indented or in quotes.
    private static func isKey(_ page: UnsafeBufferPointer<UInt8>, _ line: FrontMatterLine) -> Bool {
        var start = line.start
        while start < line.end, page[start].isYAMLBlank { start += 1 }
        if start < line.end, page[start] == UInt8(ascii: "\"") || page[start] == UInt8(ascii: "'") { start += 1 }
        return FrontMatterLine(page, at: start, limit: line.next).beginsWithKey(page)
    }

    /// The end of the lines that look like front matter; `start` if the first line does not.
    private static func endOfUnclosed(_ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var line = FrontMatterLine(page, at: start, limit: page.count)
        guard line.beginsWithKey(page) else { return start }
        var end = start
        var afterStrayText = false
        while line.start < page.count, !line.isBlank(page) {
            if line.beginsWithKey(page) {
                afterStrayText = false
                end = line.next
            } else if line.indentation(page) > 0 || line.isListItem(page, indentation: 0) {
                if !afterStrayText { end = line.next }
            } else if page[line.start].canBeginPlainScalar, page[line.start] != UInt8(ascii: "<") {
                afterStrayText = true
            } else {
                break
            }
            if line.containsSegment(page) { return min(end, line.start) }
            line = FrontMatterLine(page, at: line.next, limit: page.count)
        }
        return end
    }
}
