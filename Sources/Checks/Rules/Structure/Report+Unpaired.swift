import Bitext
import ParsedBitext

extension Report {
    /// Reports what one side of a page pair has and the other lacks: blocks, and sentences of blocks that both have. Blocks of a
    /// kind that follow each other are one finding. What was only moved is a note, for the source only. A single paragraph, item or
    /// the like is a note where the other side has something else at the place, or many parts of its own: it may say it in another
    /// form.
    ///
    /// - Parameter side: the side that has it.
    mutating func addUnpaired(_ side: Side) {
        let bitext = tokenized.bitext
        guard bitext.isPagePair else { return }
        let blocks = bitext.unpairedBlocks.filter { $0.side == side && saysSomething($0.range(on: side), side) }
        let others = bitext.unpairedBlocks.filter { $0.side != side && $0.movedTo == nil && $0.kind != .markup }
        var rest = blocks[...]
        while let first = rest.first {
            let run = rest.prefix { $0.continues(first) }
            rest = rest.dropFirst(run.count)
            if let place = first.movedTo {
                if side == .source { addMoved(first, to: place) }
                continue
            }
            let last = run.count > 1 ? run.last.map { text(of: $0.range(on: side), side) } : nil
            let mayBeRetold =
                run.count == 1 && first.kind.isSmall
                && (others.count >= Self.manyOthers || first.mayBeJoined || isShort(first, side)
                    || isReplaced(first, side, by: others))
            add(
                first.range(on: side), first.kind.phrase(run.count), side, target: first.target, to: last,
                severity: first.kind == .markup || mayBeRetold ? .note : nil)
        }
        for segment in bitext.segments where segment[side.opposite] == nil {
            guard let range = segment[side]?.range, !blocks.contains(range, on: side), saysSomething(range, side) else {
                continue
            }
            let target = side == .target ? range : bitext.targetRange(of: range)
            add(range, "a sentence", side, target: target, severity: .note)
        }
    }

    /// A page with so many parts of its own was rewritten. On pages of OpenTelemetry, of 22 single paragraphs and items that such a
    /// page lacks 12 were right, and of 28 where it has something else at the place 19; of 128 others 113.
    private static let manyOthers = 8

    /// Whether a block is a lead-in of a few words, which a sentence nearby can say.
    private func isShort(_ block: UnpairedBlock, _ side: Side) -> Bool {
        block.kind == .paragraph && block.range(on: side).count < Self.short
    }

    /// In bytes.
    private static let short = 100

    /// Whether the other side has a block of its own where a block would be.
    private func isReplaced(_ block: UnpairedBlock, _ side: Side, by others: [UnpairedBlock]) -> Bool {
        let place = block.range(on: side.opposite).lowerBound
        return others.contains { other in
            let range = other.range(on: side.opposite)
            if range.upperBound <= place { return !saysSomething(range.upperBound..<place, side.opposite) }
            return range.lowerBound >= place && !saysSomething(place..<range.lowerBound, side.opposite)
        }
    }

    /// Whether a range has a letter or a digit, besides references to characters without width.
    private func saysSomething(_ range: SideRange, _ side: Side) -> Bool {
        let bytes = tokenized.bitext[side].bytes[range.values]
        guard bytes.count < 32 else { return true }
        let text = String(decoding: bytes, as: UTF8.self).replacing("&#x200B;", with: "")
        return text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    /// Reports a block of the source that the target has at another place.
    private mutating func addMoved(_ block: UnpairedBlock, to place: SideRange) {
        let bitext = tokenized.bitext
        let shown = bitext.source.shownLine(of: block.source)
        let text = text(of: block.source, .source)
        add(
            "the target has \(block.kind.phrase(1)) of the source at another place: “\(text)”",
            at: bitext.location(of: bitext[.target].shownLine(of: place), on: .target), evidence: .init(source: text),
            severity: .note)
        addCounterpart(bitext.location(of: shown, on: .source))
    }

    private mutating func add(
        _ range: SideRange, _ what: String, _ side: Side, target: SideRange, to last: String? = nil,
        severity: Finding.Severity?
    ) {
        let bitext = tokenized.bitext
        let shown = bitext[side].shownLine(of: range)
        let text = text(of: range, side)
        let texts = last.map { "“\(text)” to “\($0)”" } ?? "“\(text)”"
        add(
            "the \(side.opposite.rawValue) lacks \(what) of the \(side.rawValue): \(texts)",
            at: bitext.location(of: side == .target ? shown : target, on: .target),
            evidence: side == .source ? .init(source: text) : .init(target: text), severity: severity)
        if side == .source { addCounterpart(bitext.location(of: shown, on: .source)) }
    }

    /// The first line of a range as a person quotes it: without the marks around it, and with one blank between words.
    private func text(of range: SideRange, _ side: Side) -> String {
        let side = tokenized.bitext[side]
        var line = side.text(side.shownLine(of: range))
        // The attributes of a heading.
        if line.hasSuffix("}"), let brace = line.lastIndex(of: "{"),
            ["{#", "{."].contains(where: { line[brace...].hasPrefix($0) })
        {
            line = String(line[..<brace])
        }
        let words = line.split { $0 == " " || $0 == "\t" || $0 == "|" }.joined(separator: " ")
        let marks: Set<Character> = ["*", "_", "`", "#", "~", " "]
        let start = words.firstIndex { !marks.contains($0) } ?? words.startIndex
        let end = words.lastIndex { !marks.contains($0) }.map { words.index(after: $0) } ?? words.endIndex
        return String(words[start..<max(start, end)]).shortened
    }
}

extension UnpairedBlock {
    /// The range on the side that has the block.
    fileprivate func range(on side: Side) -> SideRange { side == .source ? source : target }

    /// Whether a block follows another one of its kind, without a block between them that both sides have.
    fileprivate func continues(_ first: UnpairedBlock) -> Bool {
        guard movedTo == nil, first.movedTo == nil, kind == first.kind, kind != .section else { return self == first }
        return side == .source ? target == first.target : source == first.source
    }
}

extension UnpairedBlock.Kind {
    /// Whether it can be a part of another block, or the page can have it in another form.
    fileprivate var isSmall: Bool {
        switch self {
        case .paragraph, .item, .list, .quote, .code: true
        case .section, .heading, .table, .row, .markup: false
        }
    }

    fileprivate func phrase(_ count: Int) -> String {
        let (one, several) =
            switch self {
            case .section: ("a section", "sections")
            case .heading: ("a heading", "headings")
            case .paragraph: ("a paragraph", "paragraphs")
            case .list: ("a list", "lists")
            case .item: ("an item", "items")
            case .table: ("a table", "tables")
            case .row: ("a row", "rows")
            case .code: ("a block of code", "blocks of code")
            case .quote: ("a quote", "quotes")
            case .markup: ("a line of markup", "lines of markup")
            }
        return count == 1 ? one : "\(count) \(several)"
    }
}

extension [UnpairedBlock] {
    /// Whether one of these blocks, which are in the order of a side, contains a range. O(log blocks).
    fileprivate func contains(_ range: SideRange, on side: Side) -> Bool {
        let low = partitioningIndex { $0.range(on: side).lowerBound > range.lowerBound }
        return low > 0 && self[low - 1].range(on: side).upperBound >= range.upperBound
    }
}

extension SideText {
    /// The longest line that is shown, in bytes.
    private static let longest = 200

    /// The line of a range that says most: the first one with text, without the marks before it. Of a fence, the first line of
    /// code; of an alert, the line after its keyword.
    fileprivate func shownLine(of range: SideRange) -> SideRange {
        let marks = Set("#>*+- \t\r\n|`~:".utf8)
        let (lower, end) = (range.lowerBound.value, range.upperBound.value)
        var start = bytes[lower..<end].firstIndex { !marks.contains($0) } ?? lower
        let isFence = bytes[lower..<start].suffix(3).allSatisfy { $0.isOne(of: "`~") } && start - lower >= 3
        if isFence || bytes[start..<end].starts(with: "[!".utf8),
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
