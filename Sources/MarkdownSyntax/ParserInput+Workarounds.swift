import Bitext

/// Changes of the input for what md4c does not know, knows otherwise, or gets wrong. The reasons are in ``ParserInput``, in this order.
extension ParserInput {
    // MARK: Gaps of md4c 0.4

    func isDelimiterRow(_ line: Line) -> Bool {
        var hasPipe = false
        for offset in line.content..<line.end {
            switch side[offset] {
            case UInt8(ascii: "|"): hasPipe = true
            case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: continue
            default: return false
            }
        }
        return hasPipe
    }

    /// Makes each cell of a delimiter row at least three dashes wide.
    mutating func widenDelimiters(_ line: Line) {
        var offset = line.content
        while offset < line.end {
            guard side[offset] == UInt8(ascii: "-") || side[offset] == UInt8(ascii: ":") else {
                offset += 1
                continue
            }
            let start = offset
            var dash: Int?
            while offset < line.end, side[offset] == UInt8(ascii: "-") || side[offset] == UInt8(ascii: ":") {
                if side[offset] == UInt8(ascii: "-") { dash = offset }
                offset += 1
            }
            if let dash, offset - start < 3 { insert(UInt8(ascii: "-"), count: 3 - (offset - start), at: dash) }
        }
    }

    /// Inserts a blank into each `||`, which is an empty cell.
    mutating func separateCells(of line: Line) {
        var offset = line.start
        while let pipe = side.firstOffset(of: "||", from: offset, to: line.end) {
            insert(0x20, at: pipe + 1)
            offset = pipe + 1
        }
    }

    /// Whether a line ends the table above it.
    func interruptsTable(_ line: Line) -> Bool {
        switch side[line.content] {
        case UInt8(ascii: "#"):
            var end = line.content
            while end < line.end, side[end] == UInt8(ascii: "#") { end += 1 }
            return end - line.content <= 6 && (end == line.end || side[end] == 0x20)
        case UInt8(ascii: "`"): return side.has("```", at: line.content)
        case UInt8(ascii: "~"): return side.has("~~~", at: line.content)
        case UInt8(ascii: ":"): return side.has(":::", at: line.content)
        case UInt8(ascii: "<"):
            for wrapper: StaticString in ["<div", "</div", "<table", "</table"]
            where side.hasIgnoringCase(wrapper, at: line.content) {
                return true
            }
            return false
        default: return false
        }
    }

    /// Replaces `<h2>` to `<h6>` by `<h1>`.
    mutating func unifyHeading(_ line: Line) {
        guard side.hasIgnoringCase("<h", at: line.content), line.content + 3 < line.end,
            (UInt8(ascii: "2")...UInt8(ascii: "6")).contains(side[line.content + 2])
        else { return }
        replace(at: line.content + 2, with: UInt8(ascii: "1"))
    }

    // MARK: Keywords

    /// Ends the paragraph of `[!NOTE]` or `[!div …]` before the next line.
    mutating func separate(_ line: Line, fromKeyword keyword: Line) {
        guard side.has("[!", at: keyword.content),
            side.has("]", at: side.trimmed(keyword.content..<keyword.end).upperBound - 1),
            side[keyword.start..<keyword.content].contains(UInt8(ascii: ">")),
            side[line.start..<line.content].contains(UInt8(ascii: ">"))
        else { return }
        insertEmptyLine(before: line, after: keyword)
    }

    mutating func insertEmptyLine(before line: Line, after previous: Line) {
        insert([UInt8(ascii: "\n")] + side[line.start..<line.content], at: previous.end)
    }

    func isOrderedItem(_ line: Line) -> Bool {
        var offset = line.content
        while offset < line.end, side[offset].isASCIIDigit { offset += 1 }
        return side.has(". ", at: offset) || side.has(") ", at: offset)
    }

    // MARK: Definitions that are none

    /// Makes text of the beginning of a footnote, `[^1]:`.
    mutating func guardFootnote(_ line: Line) {
        guard line.content + 1 < line.end, side[line.content + 1] == UInt8(ascii: "^"),
            let bracket = side.firstOffset(of: UInt8(ascii: "]"), from: line.content + 2, to: line.end),
            bracket + 1 < line.end, side[bracket + 1] == UInt8(ascii: ":")
        else { return }
        replace(at: bracket + 1, with: UInt8(ascii: "x"))
    }

    /// Keeps md4c from taking `* [!UICONTROL Ziel]:Text` for the definition of a link, which is not shown: a keyword is no label.
    mutating func guardKeyword(_ line: Line) {
        var text = line.content
        while text + 1 < line.end, side[text].isOne(of: "*-+") || side[text].isASCIIDigit || side[text].isOne(of: ".) ")
        {
            text += 1
        }
        guard side.has("[!", at: text), text + 2 < line.end, side[text + 2].isASCIILetter,
            let close = side.firstOffset(of: "]:", from: text, to: line.end)
        else { return }
        replace(at: close + 1, with: UInt8(ascii: ";"))
    }

    // MARK: A bug of md4c: ends that look like an item

    private func looksLikeItem(_ offset: Int) -> Bool { parserOffset(offset) & 0xFF == 4 }

    /// Moves the end of the last code line before a closing fence, if md4c would take the end for an item.
    mutating func guardFence(_ line: Line, after previous: Line) {
        guard previous.end >= copied, looksLikeItem(previous.end),
            side[line.content..<line.end].allSatisfy({ $0 == side[line.content] || $0 == 0x20 })
        else { return }
        insert(0x20, count: 1, at: previous.end)
    }

    /// Moves the text of a heading in an item. Blanks after its number signs are not part of the text.
    mutating func guardHeading(_ line: Line) {
        var text = line.content
        while text < line.end, side[text] == UInt8(ascii: "#") { text += 1 }
        let signs = text
        while text < line.end, side[text] == 0x20 { text += 1 }
        if text > signs, looksLikeItem(text) { insert(0x20, count: 1, at: text) }
    }

    /// Moves a block before two empty lines. There the beginning and the end of any block's last line matter. Blanks on an
    /// empty line before the block move both.
    mutating func guardDoubleBlank(_ chunk: Chunk) {
        let candidates = ends(of: chunk.last)
        guard candidates.contains(where: looksLikeItem), chunk.first.start > bodyStart, chunk.first.start - 1 >= copied,
            side[chunk.first.start - 1] == UInt8(ascii: "\n")
        else { return }
        for shift in 1...16 where !candidates.contains(where: { looksLikeItem($0 + shift) }) {
            insert(0x20, count: shift, at: chunk.first.start - 1)
            return
        }
    }

    private func ends(of line: Line) -> [Int] {
        var found = [line.end, line.content]
        var end = line.end
        while end > line.content, side[end - 1] == 0x20 { end -= 1 }
        found.append(end)
        // After each marker before the text.
        var offset = line.content
        for _ in 0..<4 {
            var marker = offset
            while marker < line.end, !side[marker].isASCIIBlank, marker - offset < 11 { marker += 1 }
            guard marker < line.end, side[marker] == 0x20 else { break }
            while marker < line.end, side[marker] == 0x20 { marker += 1 }
            found.append(marker)
            offset = marker
        }
        return found
    }

    // MARK: A bug of md4c: a number alone in an item

    /// Makes text of a number that is alone in an item, as in `- 1.`, if an empty line and more of the item follow.
    mutating func guardLoneNumber(_ line: Line, before empty: Line) {
        guard line.content < line.end, side[line.content].isOne(of: "-*+") || side[line.content].isASCIIDigit else {
            return
        }
        var number = line.content
        var isOuter = true
        while true {
            var end = number
            if isOuter, side[number].isOne(of: "-*+") {
                end += 1
            } else {
                while end < line.end, end - number < 9, side[end].isASCIIDigit { end += 1 }
                guard end > number, end < line.end, side[end].isOne(of: ".)") else { return }
                end += 1
            }
            var next = end
            while next < line.end, side[next] == 0x20 { next += 1 }
            if next == line.end {
                guard !isOuter, hasText(indentedTo: number - line.start, at: empty.next) else { return }
                return replace(at: end - 1, with: UInt8(ascii: "x"))
            }
            guard isOuter, next > end else { return }
            isOuter = false
            number = next
        }
    }

    /// Whether a line has text after so many blanks or quote markers.
    private func hasText(indentedTo columns: Int, at start: Int) -> Bool {
        var offset = start
        while offset < side.count, side[offset] == 0x20 || side[offset] == UInt8(ascii: ">") { offset += 1 }
        return offset < side.count && offset - start >= columns && !side[offset].isASCIIBlank
    }
}
