import Bitext

/// Finds a page's front matter, without reading its keys.
///
/// The page's first line, after an optional byte order mark, is `---`. The block ends at the next line that is exactly
/// `---` or `...`. Blanks may follow the three characters, but not precede them.
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

    /// Finds the block, or returns nil for a page without front matter.
    init?(_ page: UnsafeBufferPointer<UInt8>) {
        let hasByteOrderMark = page.count >= 3 && page[0] == 0xEF && page[1] == 0xBB && page[2] == 0xBF
        let start = hasByteOrderMark ? 3 : 0
        guard start < page.count, page[start] == UInt8(ascii: "-") else { return nil }
        let opening = FrontMatterLine(page, at: start, limit: page.count)
        guard opening.isMarker("-", page), opening.next > opening.end else { return nil }

        if let closing = Self.closingLine(page, after: opening.next) {
            interior = opening.next..<closing.start
            range = start..<closing.next
            isClosed = true
        } else {
            let end = Self.endOfUnclosed(page, from: opening.next)
            guard end > opening.next else { return nil }
            interior = opening.next..<end
            range = start..<end
            isClosed = false
        }
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
