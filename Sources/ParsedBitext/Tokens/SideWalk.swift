import Bitext
import MarkdownSyntax

/// One walk over a side's tree, which gives each segment its text and its markup.
struct SideWalk {
    private let tree: MarkdownTree
    private let bytes: [UInt8]
    private let runs: [SideText.Run]
    private(set) var text: [UInt8] = []
    private(set) var elements: [Element] = []
    private(set) var pieces: [SideTokens.Piece] = []
    private(set) var segments: [SideTokens.SegmentRanges]
    private(set) var contents: [SegmentContents]
    /// The run that the walk has reached.
    private var run = 0
    /// The segment that the walk has reached.
    private var current = -1
    /// The indices of the elements that the walk is inside of.
    private var open: [Int] = []
    /// Where the block begins whose text comes next, or -1 after its first text.
    private var block = -1

    init(_ side: ParsedSide, segmentCount: Int) {
        tree = side.tree
        bytes = side.text.bytes
        runs = side.text.runs
        segments = Array(repeating: SideTokens.SegmentRanges(), count: segmentCount)
        contents = Array(repeating: [], count: segmentCount)
        text.reserveCapacity(side.text.bytes.count)
        elements.reserveCapacity(segmentCount)
        pieces.reserveCapacity(segmentCount * 2)
    }

    mutating func walk() {
        guard !runs.isEmpty else { return }
        bytes.withUnsafeBufferPointer { bytes in
            var walk = tree.descendants(of: MarkdownTree.root)
            while let id = walk.next() {
                let node = tree[id]
                let start = node.range.lowerBound.value
                switch node.kind {
                case .text where node.isHTML: appendHTMLText(node.range.values, bytes)
                case .text: appendText(node.range.values, bytes)
                case .entity: appendReference(node.range.values, bytes)
                case .softBreak, .lineBreak:
                    guard enter(start) else { continue }
                    append(UInt8(ascii: "\n"), at: start)
                case .codeSpan:
                    if add(.codeSpan, id, node) { append(SideTokens.MarkupByte.codeSpan, at: start) }
                    walk.skipChildren(of: id)
                case .link: _ = add(.link, id, node)
                case .image:
                    if add(.image, id, node) { append(SideTokens.MarkupByte.image, at: start) }
                case .strong: _ = add(.strong, id, node)
                case .emphasis: _ = add(.emphasis, id, node)
                case .strikethrough: _ = add(.strikethrough, id, node)
                case .htmlInline:
                    if add(.htmlTag, id, node), bytes.hasTag("<sub", at: start) || bytes.hasTag("<sup", at: start) {
                        // Separates a raised number from the number before it.
                        append(SideTokens.MarkupByte.directive, at: start)
                    }
                case .include, .directive:
                    let kind: Element.Kind = node.kind == .include ? .include : .directive
                    if add(kind, id, node), !bytes.isNoLocMarkup(node.range.values) {
                        append(SideTokens.MarkupByte.directive, at: start)
                    }
                    walk.skipChildren(of: id)
                case .codeBlock:
                    _ = add(.codeBlock, id, node)
                    walk.skipChildren(of: id)
                // A block.
                default: block = start
                }
            }
        }
        finishSegment()
    }

    /// Moves to the run that contains an offset. The walk meets offsets in ascending order.
    ///
    /// - Returns: whether the offset belongs to a segment.
    private mutating func enter(_ offset: Int) -> Bool {
        while run + 1 < runs.count, runs[run + 1].start.value <= offset { run += 1 }
        return enterRun()
    }

    private mutating func enterRun() -> Bool {
        guard let segment = runs[run].segment else { return false }
        guard segment != current else {
            if block >= 0 { separateBlocks() }
            return true
        }
        // Where a pair is nested in another, the outer one has two runs. The one after the inner pair is not read.
        guard segment > current else { return false }
        finishSegment()
        block = -1
        current = segment
        segments[segment].text = Int32(text.count)..<Int32(text.count)
        segments[segment].elements = Int32(elements.count)..<Int32(elements.count)
        return true
    }

    /// Ends the line of a segment that goes on in another block: “Open.⏎2. Close.” has two lines, and its words do not touch.
    private mutating func separateBlocks() {
        let start = block
        block = -1
        guard text.count > segments[current].text.lowerBound, text.last != UInt8(ascii: "\n") else { return }
        append(UInt8(ascii: "\n"), at: start)
    }

    private mutating func finishSegment() {
        while let element = open.popLast() { elements[element].textEnd = Int32(text.count) }
        guard current >= 0 else { return }
        segments[current].text = segments[current].text.lowerBound..<Int32(text.count)
        segments[current].elements = segments[current].elements.lowerBound..<Int32(elements.count)
    }

    private mutating func closeElements(before offset: Int) {
        while let last = open.last, Int(elements[last].upper) <= offset {
            elements[last].textEnd = Int32(text.count)
            open.removeLast()
        }
    }

    private mutating func append(_ byte: UInt8, at offset: Int) {
        begin(at: offset)
        text.append(byte)
    }

    private mutating func begin(at offset: Int) {
        closeElements(before: offset)
        pieces.append(.init(text: Int32(text.count), side: Int32(offset)))
    }

    /// Appends a text node. It can span several segments and the shared text between them.
    private mutating func appendText(_ range: Range<Int>, _ bytes: Bytes) {
        _ = enter(range.lowerBound)
        var start = range.lowerBound
        while start < range.upperBound {
            let end = run + 1 < runs.count ? min(range.upperBound, runs[run + 1].start.value) : range.upperBound
            if start < end, enterRun() {
                closeElements(before: start)
                let continuesLastPiece = pieces.last.map { Int($0.side) + text.count - Int($0.text) == start } ?? false
                if !continuesLastPiece { pieces.append(.init(text: Int32(text.count), side: Int32(start))) }
                text += UnsafeBufferPointer(rebasing: bytes[start..<end])
            }
            start = end
            guard start < range.upperBound, run + 1 < runs.count else { break }
            run += 1
        }
    }

    /// Appends text of an HTML block, where character references are part of the text nodes.
    private mutating func appendHTMLText(_ range: Range<Int>, _ bytes: Bytes) {
        var start = range.lowerBound
        while let reference = Entity.firstReference(in: bytes, from: start, to: range.upperBound) {
            if start < reference.lowerBound { appendText(start..<reference.lowerBound, bytes) }
            appendReference(reference, bytes)
            start = reference.upperBound
        }
        if start < range.upperBound { appendText(start..<range.upperBound, bytes) }
    }

    /// Appends the character of a character reference.
    private mutating func appendReference(_ range: Range<Int>, _ bytes: Bytes) {
        guard enter(range.lowerBound) else { return }
        begin(at: range.lowerBound)
        let character = Entity.resolved(UnsafeBufferPointer(rebasing: bytes[range]))
        if character.count == 1, character[0].isASCIIBlank { text.append(0x20) } else { text += character }
    }

    /// Adds an element, unless it reaches beyond its segment.
    private mutating func add(_ kind: Element.Kind, _ id: MarkdownTree.ID, _ node: Node) -> Bool {
        guard enter(node.range.lowerBound.value) else { return false }
        let runEnd = run + 1 < runs.count ? runs[run + 1].start.value : bytes.count
        guard node.range.upperBound.value <= runEnd else { return false }
        closeElements(before: node.range.lowerBound.value)
        open.append(elements.count)
        elements.append(
            Element(
                kind: kind, node: Int32(id), textStart: Int32(text.count), textEnd: Int32(text.count),
                lower: Int32(node.range.lowerBound.value), upper: Int32(node.range.upperBound.value)))
        switch kind {
        case .codeSpan: contents[current].insert(.codeSpans)
        case .link: contents[current].insert(.links)
        case .image: contents[current].insert(.images)
        case .strong, .emphasis, .strikethrough: contents[current].insert(.emphasis)
        case .htmlTag: contents[current].insert(.htmlTags)
        case .include, .directive: contents[current].insert(.directives)
        case .codeBlock: contents[current].insert(.codeBlocks)
        }
        return true
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether a directive is the markup around the text of `:::no-loc text="…":::`. As with emphasis, nothing is between
    /// that text and the sentence.
    fileprivate func isNoLocMarkup(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        guard has(":::", at: first) else {
            return self[first] == UInt8(ascii: "\"") || self[first] == UInt8(ascii: "'")
        }
        var name = first + 3
        while name < range.upperBound, self[name].isASCIIBlank { name += 1 }
        return has("no-loc", at: name)
    }
}
