import Bitext
import ParsedBitext

extension Report {
    /// Reports what one side of a page pair has and the other lacks: blocks, and sentences of blocks that both have.
    ///
    /// - Parameter side: the side that has it.
    mutating func addUnpaired(_ side: Side) {
        let bitext = tokenized.bitext
        guard bitext.isPagePair else { return }
        let blocks = bitext.unpairedBlocks.filter { $0.side == side }
        for block in blocks {
            add(
                block.range(on: side), block.kind.phrase, side, target: block.target,
                severity: block.kind == .markup ? .note : nil)
        }
        for segment in bitext.segments where segment[side.opposite] == nil {
            guard let range = segment[side]?.range, !blocks.contains(range, on: side) else { continue }
            let target = side == .target ? range : bitext.targetRange(of: range)
            add(range, "a sentence", side, target: target, severity: .note)
        }
    }

    private mutating func add(
        _ range: SideRange, _ what: String, _ side: Side, target: SideRange, severity: Finding.Severity?
    ) {
        let bitext = tokenized.bitext
        let shown = bitext[side].firstLine(of: range)
        let text = bitext[side].text(shown)
        add(
            "the \(side.opposite.rawValue) lacks \(what) of the \(side.rawValue): “\(text.shortened)”",
            at: bitext.location(of: side == .target ? shown : target, on: .target),
            evidence: side == .source ? .init(source: text) : .init(target: text), severity: severity)
        if side == .source { addCounterpart(bitext.location(of: shown, on: .source)) }
    }
}

extension UnpairedBlock {
    /// The range on the side that has the block.
    fileprivate func range(on side: Side) -> SideRange { side == .source ? source : target }
}

extension UnpairedBlock.Kind {
    fileprivate var phrase: String {
        switch self {
        case .section: "a section"
        case .heading: "a heading"
        case .paragraph: "a paragraph"
        case .list: "a list"
        case .item: "an item"
        case .table: "a table"
        case .row: "a row"
        case .code: "a block of code"
        case .quote: "a quote"
        case .markup: "a line of markup"
        }
    }
}

extension [UnpairedBlock] {
    /// Whether one of these blocks, which are in the order of a side, contains a range. O(log blocks).
    fileprivate func contains(_ range: SideRange, on side: Side) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range(on: side).lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low > 0 && self[low - 1].range(on: side).upperBound >= range.upperBound
    }
}

extension SideText {
    /// The longest evidence, in bytes.
    private static let longest = 200

    /// The first line of a range that says something, without the marks before it.
    fileprivate func firstLine(of range: SideRange) -> SideRange {
        let marks = Set("#>*+- \t\r\n|`~:".utf8)
        let (lower, end) = (range.lowerBound.value, range.upperBound.value)
        var start = bytes[lower..<end].firstIndex { !marks.contains($0) } ?? lower
        // The keyword of an alert is on a line of its own.
        if bytes[start..<end].starts(with: "[!".utf8),
            let lineEnd = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n"))
        {
            start = bytes[lineEnd..<end].firstIndex { !marks.contains($0) } ?? start
        }
        var last = bytes[start..<end].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? end
        last = Swift.min(last, start + Self.longest)
        while last > start, last < end, bytes[last].isUTF8Continuation { last -= 1 }
        return SideOffset(start)..<SideOffset(last)
    }
}
