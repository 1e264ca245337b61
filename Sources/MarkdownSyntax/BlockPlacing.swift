import Bitext

/// Finds where blocks begin and end, which md4c does not say.
///
/// A block's first text has a place; the markers in front of it on the line are the block's own and its containers'.
/// A block without text is looked for behind all that has been placed so far. The search only moves forward.
extension TreeBuilder {
    // MARK: Beginnings

    /// Places all open blocks without a place by the first text inside the innermost one.
    mutating func placeUnplaced(firstText offset: Int) {
        if unplaced.count == 1, nodes[unplaced[0]].kind == .tableCell {
            // Its row has a place; a row of many cells must not be searched from its beginning for each.
            nodes[unplaced[0]].lower = Int32(offset)
            nodes[unplaced[0]].flags.insert(.placed)
            unplaced.removeAll(keepingCapacity: true)
            return
        }
        var line = lineStart(of: offset)
        if let leaf = unplaced.last, nodes[leaf].kind == .codeBlock, nodes[leaf].value != 0 {
            // The opening fence stands above the code and its leading empty lines.
            for _ in 0...leadingCodeLines where line > cursor { line = lineStart(of: line - 1) }
        }
        place(onLine: line, before: offset)
    }

    /// Places all open blocks without a place, knowing a byte of the innermost one's first line.
    mutating func placeUnplaced(firstLineHolds offset: Int) {
        place(onLine: lineStart(of: offset), before: offset)
    }

    /// Places a block that ends without text: an empty item, heading, cell or code block, or a thematic break.
    mutating func placeWithoutText(_ index: Int) {
        let kind = nodes[index].kind
        if kind == .tableCell, unplaced.count == 1 {
            // Its row has a place.
            nodes[index].lower = Int32(cursor)
            nodes[index].flags.insert(.placed)
            unplaced.removeAll(keepingCapacity: true)
            return
        }
        var line = cursor == lineStart(of: cursor) ? cursor : lineEnd(of: cursor) + 1
        for _ in 0..<64 where line < buffer.count {
            if holdsInnermost(line) {
                place(onLine: line, before: lineEnd(of: line))
                // Behind an empty first cell, its row's text is still to come.
                cursor = max(cursor, kind == .tableCell ? Int(nodes[index].lower) : lineEnd(of: line))
                return
            }
            line = lineEnd(of: line) + 1
        }
        // Markup that leaves no trace we know of; what came before is the nearest place.
        for index in unplaced {
            nodes[index].lower = Int32(cursor)
            nodes[index].flags.insert(.placed)
        }
        unplaced.removeAll(keepingCapacity: true)
    }

    /// Whether the innermost block without a place can begin on a line; the blocks around it may begin above.
    private func holdsInnermost(_ line: Int) -> Bool {
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
        // A container may stand alone on the lines above its content: its markers are read there first. A line that begins
        // behind the cursor is another line than the cursor's.
        let content = skipPrefix(of: line)
        var position = content
        var isAbove = false
        if line > cursor, mayBeginEarlier(at: content), let markers = earlierMarkerLine(before: line) {
            position = skipPrefix(of: markers)
            isAbove = true
        }
        var quotesAbove = 0
        func descend() {
            guard isAbove else { return }
            isAbove = false
            position = skipBlanks(content)
            // The quotes that begin above have their markers here too.
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
                    descend()
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
                    descend()
                    start = position
                }
                if isQuoteMarker(at: position) {
                    position += 1
                    if isAbove { quotesAbove += 1 }
                }
            default:
                descend()
                start = position
            }
            guard start >= 0 else { continue }
            nodes[index].lower = Int32(max(min(start, limit), min(cursor, limit)))
            nodes[index].flags.insert(.placed)
        }
        unplaced.removeAll(keepingCapacity: true)
    }

    /// Whether the outermost container without a place has its marker at `position`.
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

    /// Whether the outermost container without a place has no marker at `position`, or is a quote, which may begin with
    /// empty lines.
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

    /// The line above `line` that holds the markers: for an item the one directly above (CommonMark 5.2, rule 3), for a
    /// quote the first of a run of empty quote lines.
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

    /// The bytes of an item's marker at `offset`, or nil where none of its list's kind stands there.
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

    /// Behind the blanks and quote markers that belong to containers which have their place.
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

    /// How many open quotes have their place.
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

    /// Ends a block behind its own closing markup, and moves the cursor there.
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
        // The delimiter row leaves no other trace.
        if nodes[index].kind == .tableRow, nodes[index].isHeader { cursor = lineEnd(of: cursor + 1) }
    }

    /// A cell is what its inlines are, without pipes and blanks.
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
        // Empty lines at the end of the code have no text of their own.
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

    // MARK: Inlines

    /// Gives an inline the range of its children and of the markers around them.
    mutating func placeInline(_ index: Int) {
        forgetDefinition(of: index)
        if !unplaced.isEmpty, nodes[index].detail >= 0, let range = destinations[Int(nodes[index].detail)].values {
            // A block that begins with a link or an image without text.
            placeUnplaced(firstLineHolds: range.lowerBound)
        }
        var lower = Int(nodes[index].lower)
        var upper = cursor
        if nodes[index].firstChildIndex >= 0 {
            lower = Int(nodes[Int(nodes[index].firstChildIndex)].lower)
            upper = max(lower, Int(nodes[Int(nodes[index].lastChildIndex)].upper))
        }
        switch nodes[index].kind {
        case .emphasis: (lower, upper) = widen(lower, upper, by: 1)
        case .strong, .strikethrough: (lower, upper) = widen(lower, upper, by: 2)
        case .codeSpan:
            while lower > 0, buffer[lower - 1] == UInt8(ascii: " ") { lower -= 1 }
            while lower > 0, buffer[lower - 1] == UInt8(ascii: "`") { lower -= 1 }
            while upper < buffer.count, buffer[upper] == UInt8(ascii: " ") { upper += 1 }
            while upper < buffer.count, buffer[upper] == UInt8(ascii: "`") { upper += 1 }
        case .link, .image: (lower, upper) = linkRange(index, lower, upper)
        default: break
        }
        nodes[index].lower = Int32(lower)
        nodes[index].upper = Int32(upper)
        cursor = max(cursor, upper)
    }

    /// A destination that stands in a reference definition further down has no place in the link.
    private mutating func forgetDefinition(of index: Int) {
        let detail = Int(nodes[index].detail)
        guard detail >= 0, let range = destinations[detail].values else { return }
        // An autolink's destination is its text.
        let first = Int(nodes[index].firstChildIndex)
        if first >= 0, range.lowerBound <= Int(nodes[first].lower) { return }
        var offset = range.lowerBound
        let limit = max(1, offset - 256)
        while offset > limit, buffer[offset - 1].isASCIIBlank || buffer[offset - 1] == UInt8(ascii: "<") { offset -= 1 }
        if !buffer.has("](", at: offset - 2) { destinations[detail].values = nil }
    }

    private func widen(_ lower: Int, _ upper: Int, by length: Int) -> (Int, Int) {
        func isMarker(_ offset: Int) -> Bool {
            offset >= 0 && offset < buffer.count && buffer[offset].isOne(of: "*_~")
        }
        var (lower, upper) = (lower, upper)
        for _ in 0..<length {
            if isMarker(lower - 1) { lower -= 1 }
            if isMarker(upper) { upper += 1 }
        }
        return (lower, upper)
    }

    private func linkRange(_ index: Int, _ lower: Int, _ upper: Int) -> (Int, Int) {
        var (lower, upper) = (lower, upper)
        let destination = destinations[Int(nodes[index].detail)]
        let isEmpty = nodes[index].firstChildIndex < 0
        if isEmpty, let range = destination.values {
            lower = range.lowerBound
            while lower > 0, lower > range.lowerBound - 8, buffer[lower] != UInt8(ascii: "[") { lower -= 1 }
        } else if lower > 0, buffer[lower - 1] == UInt8(ascii: "[") || buffer[lower - 1] == UInt8(ascii: "<") {
            lower -= 1
        }
        if nodes[index].kind == .image, lower > 0, buffer[lower - 1] == UInt8(ascii: "!") { lower -= 1 }

        if let range = destination.values, range.lowerBound >= upper, range.upperBound <= buffer.count {
            upper = range.upperBound
            if upper < buffer.count, buffer[upper] == UInt8(ascii: ">") { upper += 1 }
            upper = skipTitle(from: upper)
        } else if upper < buffer.count, buffer[upper] == UInt8(ascii: "]") || buffer[upper] == UInt8(ascii: ">") {
            upper += 1
            // `[text](url)` with a destination that md4c had to decode, `[text][label]` or `[text][]`.
            if upper < buffer.count, let end = closing(bracketAt: upper) { upper = end + 1 }
        }
        return (lower, upper)
    }

    /// The bracket that closes the one at `start`, escapes and inner brackets apart.
    private func closing(bracketAt start: Int) -> Int? {
        let open = buffer[start]
        guard open == UInt8(ascii: "(") || open == UInt8(ascii: "[") else { return nil }
        let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        var depth = 0
        var offset = start
        while offset < min(buffer.count, start + 4096) {
            switch buffer[offset] {
            case UInt8(ascii: "\\"): offset += 1
            case open: depth += 1
            case close:
                depth -= 1
                if depth == 0 { return offset }
            default: break
            }
            offset += 1
        }
        return nil
    }

    /// Behind the title, if one follows, and the closing parenthesis.
    private func skipTitle(from start: Int) -> Int {
        var offset = start
        while offset < buffer.count, buffer[offset].isASCIIBlank { offset += 1 }
        guard offset < buffer.count else { return start }
        if buffer[offset] == UInt8(ascii: "\"") || buffer[offset] == UInt8(ascii: "'") {
            let quote = buffer[offset]
            var end = offset + 1
            while end < buffer.count, end - offset < 4096, buffer[end] != quote {
                end += buffer[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            offset = end + 1
            while offset < buffer.count, buffer[offset].isASCIIBlank { offset += 1 }
        }
        return offset < buffer.count && buffer[offset] == UInt8(ascii: ")") ? offset + 1 : start
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
