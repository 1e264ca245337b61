import Bitext

/// Changes of the input against hostile nesting.
extension ParserInput {
    mutating func checkNesting(_ line: Line) {
        if let markers = excessMarkers(of: line) {
            noteDeepNesting(at: markers.lowerBound)
            return neutralise(markers)
        }
        if line.content - line.start > Self.maxIndent, line.content < line.end {
            // Code may be indented as far as it likes.
            if beginsContainer(at: line.content, in: line) { noteDeepNesting(at: line.content) }
            return neutralise(line.start + Self.maxIndent..<line.content)
        }
        if line.content < line.end, side[line.content].isOne(of: "|-:"), hasTooManyColumns(line) {
            neutralise(line.content..<line.end)
        }
    }

    /// Whether a line has a container marker at its first content, or before it.
    private func beginsContainer(at offset: Int, in line: Line) -> Bool {
        Fence.contentAfterMarkers(of: offset..<line.end, in: side) > offset
            || side[line.start..<offset].contains(UInt8(ascii: ">"))
    }

    /// The container markers at the beginning of a line that exceed the limit.
    private func excessMarkers(of line: Line) -> Range<Int>? {
        var markers = 0
        var offset = line.start
        var excessStart: Int?
        scan: while offset < line.end {
            var next = offset + 1
            switch side[offset] {
            case 0x20, 0x09:
                offset = next
                continue scan
            case UInt8(ascii: ">"):
                break
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
                guard next >= line.end || side[next].isASCIIBlank else { break scan }
            case 0x30...0x39:
                while next < line.end, side[next].isASCIIDigit { next += 1 }
                guard next < line.end, side[next] == UInt8(ascii: ".") || side[next] == UInt8(ascii: ")") else {
                    break scan
                }
                next += 1
            default:
                break scan
            }
            markers += 1
            if markers > Self.maxNesting, excessStart == nil { excessStart = offset }
            offset = next
        }
        return excessStart.map { $0..<offset }
    }

    mutating func neutraliseBrackets(of line: Line) {
        var offset = line.content
        while let bracket = side.firstOffset(of: UInt8(ascii: "["), from: offset, to: line.end) {
            neutralise(bracket..<bracket + 1)
            offset = bracket + 1
        }
    }

    /// Whether a line ends the paragraph above it: it begins an item or a heading.
    func endsParagraph(_ line: Line) -> Bool {
        let next = line.content + 1
        switch side[line.content] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return side.has(" ", at: next)
        case UInt8(ascii: "#"): return interruptsTable(line)
        // Only an ordered list that begins with 1 can interrupt a paragraph.
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return isOrderedItem(line) && (plainLines == 0 || side.has("1. ", at: line.content))
        default: return false
        }
    }

    private func hasTooManyColumns(_ line: Line) -> Bool {
        var pipes = 0
        for offset in line.content..<line.end {
            switch side[offset] {
            case UInt8(ascii: "|"): pipes += 1
            case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: continue
            default: return false
            }
        }
        return pipes > Self.maxColumns
    }
}
