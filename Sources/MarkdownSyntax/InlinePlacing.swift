import Bitext

/// Finds the ranges of inlines, which md4c does not report.
extension TreeBuilder {
    /// Gives an inline the range of its children with the markers around them.
    mutating func placeInline(_ index: Int) {
        dropRangeInDefinition(of: index)
        if !unplaced.isEmpty, nodes[index].detail >= 0, let range = destinations[Int(nodes[index].detail)].values {
            // The block begins with a link or an image without text.
            placeUnplaced(firstLineContains: range.lowerBound)
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

    /// Drops the range of a destination that is in a reference definition, not in the link.
    private mutating func dropRangeInDefinition(of index: Int) {
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
            // `[text](url)` with a destination that md4c decoded, `[text][label]` or `[text][]`.
            if upper < buffer.count, let end = closing(bracketAt: upper) { upper = end + 1 }
        }
        return (lower, upper)
    }

    /// The offset of the bracket that closes the one at `start`. Escaped and inner brackets do not count.
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

    /// The offset after an optional title and the closing parenthesis; `start` if there is none.
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
}
