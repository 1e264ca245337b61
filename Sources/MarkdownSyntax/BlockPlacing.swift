import Bitext

/// Finds the ranges of blocks, which md4c does not report.
///
/// The range of a block's first text is known. The markers before it on the line belong to the block and its containers.
/// A block without text is searched for after all blocks that have a range. The search only moves forward.
extension TreeBuilder {
    // MARK: Beginnings

    /// Finds the beginnings of all unplaced blocks by the first text in the innermost one.
    mutating func placeUnplaced(firstText offset: Int) {
        if unplaced.count == 1, nodes[unplaced[0]].kind == .tableCell {
            // Its row is placed. Searching a row from its beginning for each of its cells would be quadratic.
            nodes[unplaced[0]].lower = Int32(offset)
            nodes[unplaced[0]].flags.insert(.placed)
            unplaced.removeAll(keepingCapacity: true)
            return
        }
        var line = lineStart(of: offset)
        if let leaf = unplaced.last, nodes[leaf].kind == .codeBlock, nodes[leaf].value != 0 {
            // The opening fence is above the code and its leading empty lines.
            for _ in 0...leadingCodeLines where line > cursor { line = lineStart(of: line - 1) }
        }
        place(onLine: line, before: offset)
    }

    /// Finds the beginnings of all unplaced blocks by any byte of the innermost one's first line.
    mutating func placeUnplaced(firstLineContains offset: Int) {
        place(onLine: lineStart(of: offset), before: offset)
    }

    /// Finds the beginning of a block that ends without text: an empty item, heading, cell or code block, or a thematic
    /// break.
    mutating func placeWithoutText(_ index: Int) {
        let kind = nodes[index].kind
        if kind == .tableCell, unplaced.count == 1 {
            // Its row is placed.
            nodes[index].lower = Int32(cursor)
            nodes[index].flags.insert(.placed)
            unplaced.removeAll(keepingCapacity: true)
            return
        }
        var line = cursor == lineStart(of: cursor) ? cursor : lineEnd(of: cursor) + 1
        for _ in 0..<64 where line < buffer.count {
            if innermostCanBegin(onLine: line) {
                place(onLine: line, before: lineEnd(of: line))
                // After an empty first cell, the text of its row still follows.
                cursor = max(cursor, kind == .tableCell ? Int(nodes[index].lower) : lineEnd(of: line))
                return
            }
            line = lineEnd(of: line) + 1
        }
        // Unknown markup: use the nearest offset, the end of what is before the block.
        for index in unplaced {
            nodes[index].lower = Int32(cursor)
            nodes[index].flags.insert(.placed)
        }
        unplaced.removeAll(keepingCapacity: true)
    }

    /// Whether the innermost unplaced block can begin on a line. The blocks around it may begin above.
    private func innermostCanBegin(onLine line: Int) -> Bool {
        let end = lineEnd(of: line)
        var offset = skipPrefix(of: line)
        var isFound = false
        for index in unplaced {
            offset = skipBlanks(offset)
            guard offset < end else { return false }
            switch nodes[index].kind {
            case .list: continue
            case .item:
                let length = markerLength(of: index, at: offset)
                isFound = length != nil
                offset += length ?? 0
            case .blockQuote:
                isFound = isQuoteMarker(at: offset)
                if isFound { offset += 1 }
            case .heading: return buffer[offset] == UInt8(ascii: "#")
            case .codeBlock: return Int32(buffer[offset]) == nodes[index].value
            case .thematicBreak: return buffer[offset].isOne(of: "*-_")
            default: return true
            }
        }
        return isFound
    }

    private mutating func place(onLine line: Int, before limit: Int) {
        // A container's markers may be alone on the lines above its content, so they are read there first. A line that
        // begins after the cursor is not the cursor's line.
        let content = skipPrefix(of: line)
        var position = content
        var isAbove = false
        if line > cursor, mayBeginEarlier(at: content), let markers = earlierMarkerLine(before: line) {
            position = skipPrefix(of: markers)
            isAbove = true
        }
        var quotesAbove = 0
        func moveToContentLine() {
            guard isAbove else { return }
            isAbove = false
            position = skipBlanks(content)
            // The quotes that begin above have markers on this line, too.
            while quotesAbove > 0, isQuoteMarker(at: position) {
                position = skipBlanks(position + 1)
                quotesAbove -= 1
            }
        }
        for index in unplaced {
            position = skipBlanks(position)
            var start = position
            switch nodes[index].kind {
            case .list:
                start = -1
            case .item:
                var marker = markerLength(of: index, at: position)
                if marker == nil, isAbove {
                    moveToContentLine()
                    start = position
                    marker = markerLength(of: index, at: position)
                }
                position += marker ?? 0
                let list = Int(nodes[index].parentIndex)
                if !nodes[list].flags.contains(.placed) {
                    nodes[list].lower = Int32(start)
                    nodes[list].flags.insert(.placed)
                }
            case .blockQuote:
                if !isQuoteMarker(at: position) {
                    moveToContentLine()
                    start = position
                }
                if isQuoteMarker(at: position) {
                    position += 1
                    if isAbove { quotesAbove += 1 }
                }
            default:
                moveToContentLine()
                start = position
            }
            guard start >= 0 else { continue }
            nodes[index].lower = Int32(max(min(start, limit), min(cursor, limit)))
            nodes[index].flags.insert(.placed)
        }
        unplaced.removeAll(keepingCapacity: true)
    }

    /// Whether the outermost unplaced container has its marker at `position`.
    private func outermostBegins(at position: Int) -> Bool {
        for index in unplaced {
            switch nodes[index].kind {
            case .list: continue
            case .item: return markerLength(of: index, at: position) != nil
            case .blockQuote: return isQuoteMarker(at: position)
            default: return false
            }
        }
        return false
    }

    /// Whether the outermost unplaced container may begin above: it has no marker at `position`, or is a quote, which may
    /// begin with empty lines.
    private func mayBeginEarlier(at position: Int) -> Bool {
        for index in unplaced {
            switch nodes[index].kind {
            case .list: continue
            case .item: return markerLength(of: index, at: skipBlanks(position)) == nil
            case .blockQuote: return true
            default: return false
            }
        }
        return false
    }

    /// The line above `line` with the markers: for an item the one directly above (CommonMark 5.2, rule 3), for a quote the
    /// first of the empty quote lines.
    private func earlierMarkerLine(before line: Int) -> Int? {
        var found: Int?
        var start = line
        while start > cursor {
            start = lineStart(of: start - 1)
            let content = skipPrefix(of: start)
            guard start >= cursor, content < lineEnd(of: start), outermostBegins(at: content) else { break }
            found = start
            if nodes[unplaced[0]].kind != .blockQuote { break }
        }
        return found
    }

    /// The length in bytes of an item's marker at `offset`, or nil if there is no marker of its list's kind.
    private func markerLength(of item: Int, at offset: Int) -> Int? {
        guard offset < buffer.count else { return nil }
        let mark = UInt8(truncatingIfNeeded: nodes[item].detail)
        guard nodes[item].isOrdered else { return buffer[offset] == mark ? 1 : nil }
        var end = offset
        while end < buffer.count, buffer[end].isASCIIDigit, end - offset < 10 { end += 1 }
        guard end > offset, end < buffer.count, buffer[end] == mark else { return nil }
        return end - offset + 1
    }

    private func isQuoteMarker(at offset: Int) -> Bool { offset < buffer.count && buffer[offset] == UInt8(ascii: ">") }

    /// The offset after the blanks and the markers of placed quotes at the beginning of a line.
    private func skipPrefix(of line: Int) -> Int {
        var offset = skipBlanks(line)
        guard isQuoteMarker(at: offset) else { return offset }
        var quotes = quoteDepth
        while quotes > 0, isQuoteMarker(at: offset) {
            offset = skipBlanks(offset + 1)
            quotes -= 1
        }
        return offset
    }

    /// The number of open quotes that are placed.
    private var quoteDepth: Int {
        var depth = 0
        var index = Int32(current)
        while index > 0 {
            let node = nodes[Int(index)]
            if node.kind == .blockQuote, node.flags.contains(.placed) { depth += 1 }
            index = node.parentIndex
        }
        return depth
    }

    // MARK: Ends

    /// Ends a block after its closing markup, and moves the cursor there.
    mutating func endBlock(_ index: Int) {
        switch nodes[index].kind {
        case .tableCell:
            return endCell(index)
        case .tableRow:
            cursor = max(cursor, lineEnd(of: cursor))
        case .heading:
            cursor = lineEnd(of: cursor)
            if buffer[min(Int(nodes[index].lower), buffer.count - 1)] != UInt8(ascii: "#") { skipSetextUnderline() }
        case .codeBlock:
            cursor = lineEnd(of: cursor)
            skipClosingFence(index)
        case .paragraph, .htmlBlock, .thematicBreak:
            cursor = lineEnd(of: cursor)
        default:
            break
        }
        var upper = max(cursor, Int(nodes[index].lower))
        while upper > Int(nodes[index].lower), buffer[upper - 1].isASCIIBlank { upper -= 1 }
        nodes[index].upper = Int32(upper)
        // Skip the delimiter row, which has no node.
        if nodes[index].kind == .tableRow, nodes[index].isHeader { cursor = lineEnd(of: cursor + 1) }
    }

    /// A cell has the range of its inlines, without pipes and blanks.
    private mutating func endCell(_ index: Int) {
        let first = Int(nodes[index].firstChildIndex)
        nodes[index].lower = first < 0 ? Int32(cursor) : nodes[first].lower
        nodes[index].upper = first < 0 ? Int32(cursor) : nodes[Int(nodes[index].lastChildIndex)].upper
    }

    private mutating func skipSetextUnderline() {
        let line = lineEnd(of: cursor) + 1
        guard line < buffer.count else { return }
        let end = lineEnd(of: line)
        let content = buffer.trimmed(skipPrefix(of: line)..<max(end, skipPrefix(of: line)))
        guard let first = content.first, buffer[first] == UInt8(ascii: "=") || buffer[first] == UInt8(ascii: "-"),
            content.allSatisfy({ buffer[$0] == buffer[first] })
        else { return }
        cursor = end
    }

    private mutating func skipClosingFence(_ index: Int) {
        let fence = UInt8(truncatingIfNeeded: nodes[index].value)
        guard fence != 0 else { return }
        codeBlocks[Int(nodes[index].detail)].isClosed = false
        var line = lineEnd(of: cursor) + 1
        // md4c reports no text for empty lines at the end of the code.
        while line < buffer.count {
            let content = skipPrefix(of: line)
            let end = lineEnd(of: line)
            guard content >= end || buffer[content] == 0x0D else { break }
            line = end + 1
        }
        guard line < buffer.count else { return }
        let end = lineEnd(of: line)
        let content = buffer.trimmed(min(skipPrefix(of: line), end)..<end)
        guard content.count >= 3, content.allSatisfy({ buffer[$0] == fence }) else { return }
        codeBlocks[Int(nodes[index].detail)].isClosed = true
        cursor = end
    }

    // MARK: Lines

    func lineStart(of offset: Int) -> Int {
        var start = min(max(offset, bodyStart), buffer.count)
        while start > bodyStart, buffer[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    /// The offset of the line's `\n`, or the end of the side.
    func lineEnd(of offset: Int) -> Int {
        guard offset < buffer.count else { return buffer.count }
        return buffer.firstOffset(of: UInt8(ascii: "\n"), from: offset) ?? buffer.count
    }

    func skipBlanks(_ offset: Int) -> Int {
        var offset = offset
        while offset < buffer.count, buffer[offset] == 0x20 || buffer[offset] == 0x09 { offset += 1 }
        return offset
    }
}
