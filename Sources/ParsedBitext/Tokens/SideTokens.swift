import Bitext
import MarkdownSyntax

/// One side's segments, taken apart once for all rules: the text that a reader sees, the markup in it, and the tokens.
///
/// Text and markup are told apart before anything is compared ("protect first"): code spans, tags, directives and links'
/// destinations are elements and never words.
@usableFromInline
package struct SideTokens: Sendable {
    /// One segment's share.
    @usableFromInline
    package struct Slice: Sendable {
        @usableFromInline
        package internal(set) var text: Range<Int32> = 0..<0
        @usableFromInline
        package internal(set) var elements: Range<Int32> = 0..<0
        @usableFromInline
        package internal(set) var tokens: Range<Int32> = 0..<0

        /// In ``SideTokens/text``.
        @inlinable
        package var textRange: TextRange {
            TextOffset(Int(text.lowerBound))..<TextOffset(Int(text.upperBound))
        }
    }

    /// Stands in ``text`` where a reader sees something that is no text.
    @usableFromInline
    package enum Stand {
        package static let codeSpan: UInt8 = 0x01
        package static let image: UInt8 = 0x02
        package static let directive: UInt8 = 0x03
    }

    /// What a reader sees of all segments, one behind the other; blanks as they are written.
    @usableFromInline
    package let text: [UInt8]
    @usableFromInline
    package let elements: [Element]
    @usableFromInline
    package let list: [Token]
    @usableFromInline
    package let slices: [Slice]
    @usableFromInline
    package let traits: [SegmentTraits]
    /// Where stretches of ``text`` stand on the side, in order.
    private let pieces: [Piece]

    struct Piece: Sendable {
        var text: Int32
        var side: Int32
    }

    /// - Parameters:
    ///   - language: the side's.
    ///   - isSource: words of the source's language are looked for on the target only.
    init(_ side: ParsedSide, segments: Int, language: Language, isSource: Bool) {
        var reader = SideWalk(side, segments: segments)
        reader.walk()
        text = reader.text
        elements = reader.elements
        pieces = reader.pieces
        var slices = reader.slices
        var traits = reader.traits
        var tokens = TokenList(room: text.count / 6)
        let sourceWords = isSource || language.code == "en" ? nil : FunctionWords.filter(for: language)
        text.withUnsafeBufferPointer { text in
            for index in slices.indices where !slices[index].text.isEmpty {
                let start = Int32(tokens.count)
                var lexer = Lexer(text, slices[index].textRange.values, language, sourceWords: sourceWords)
                lexer.read(into: &tokens)
                slices[index].tokens = start..<Int32(tokens.count)
                traits[index].formUnion(lexer.traits)
            }
        }
        list = tokens.array
        self.slices = slices
        self.traits = traits
    }

    /// Text and tokens, lent for the length of a call: for what looks at them millions of times.
    @usableFromInline
    package struct Lent {
        @usableFromInline
        package let text: Bytes
        @usableFromInline
        package let tokens: UnsafeBufferPointer<Token>

        package func tokens(of slice: Slice) -> Swift.Slice<UnsafeBufferPointer<Token>> {
            tokens[Int(slice.tokens.lowerBound)..<Int(slice.tokens.upperBound)]
        }
    }

    package func withBytes<Result>(_ body: (Lent) -> Result) -> Result {
        text.withUnsafeBufferPointer { text in
            list.withUnsafeBufferPointer { tokens in body(Lent(text: text, tokens: tokens)) }
        }
    }

    /// Where a stretch of ``text`` stands on the side. O(log pieces).
    package func sideRange(of range: TextRange) -> SideRange {
        let lower = sideOffset(of: range.lowerBound)
        guard !range.isEmpty else { return lower..<lower }
        return lower..<max(lower, sideOffset(of: range.upperBound - 1) + 1)
    }

    private func sideOffset(of offset: TextOffset) -> SideOffset {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if Int(pieces[middle].text) <= offset.value { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return SideOffset(0) }
        return SideOffset(Int(pieces[low - 1].side) + offset.value - Int(pieces[low - 1].text))
    }
}

/// Walks a side's tree once and gives each segment its text and its markup.
private struct SideWalk {
    private let tree: MarkdownTree
    private let bytes: [UInt8]
    private let runs: [SideText.Run]
    private(set) var text: [UInt8] = []
    private(set) var elements: [Element] = []
    private(set) var pieces: [SideTokens.Piece] = []
    private(set) var slices: [SideTokens.Slice]
    private(set) var traits: [SegmentTraits]
    /// The run that the walk has reached.
    private var run = 0
    private var current = -1
    /// Elements that the walk is inside of, as indices.
    private var open: [Int] = []

    init(_ panel: ParsedSide, segments: Int) {
        tree = panel.tree
        bytes = panel.text.bytes
        runs = panel.text.runs
        slices = Array(repeating: SideTokens.Slice(), count: segments)
        traits = Array(repeating: [], count: segments)
        text.reserveCapacity(panel.text.bytes.count)
        elements.reserveCapacity(segments)
        pieces.reserveCapacity(segments * 2)
    }

    mutating func walk() {
        guard !runs.isEmpty else { return }
        bytes.withUnsafeBufferPointer { bytes in
            var walk = tree.descendants(of: MarkdownTree.root)
            while let id = walk.next() {
                let node = tree[id]
                switch node.kind {
                case .text:
                    appendText(node.range.values, bytes, isHTML: node.isHTML)
                case .entity:
                    guard enter(node.range.lowerBound.value) else { continue }
                    let character = tree.plainText(of: id)
                    begin(at: node.range.lowerBound.value)
                    if character.utf8.first == 0x20 { text.append(0x20) } else { text += character.utf8 }
                case .softBreak, .lineBreak:
                    guard enter(node.range.lowerBound.value) else { continue }
                    append(UInt8(ascii: "\n"), at: node.range.lowerBound.value)
                case .codeSpan:
                    if add(.codeSpan, id, node) { append(SideTokens.Stand.codeSpan, at: node.range.lowerBound.value) }
                    walk.skipChildren(of: id)
                case .link: _ = add(.link, id, node)
                case .image:
                    if add(.image, id, node) { append(SideTokens.Stand.image, at: node.range.lowerBound.value) }
                case .strong: _ = add(.strong, id, node)
                case .emphasis: _ = add(.emphasis, id, node)
                case .strikethrough: _ = add(.strikethrough, id, node)
                case .htmlInline:
                    if add(.htmlTag, id, node) {
                        if bytes.hasIgnoringCase("<br", at: node.range.lowerBound.value) {
                            append(UInt8(ascii: "\n"), at: node.range.lowerBound.value)
                        } else if bytes.hasIgnoringCase("<su", at: node.range.lowerBound.value) {
                            // A raised number is no digit of the number in front of it.
                            append(SideTokens.Stand.directive, at: node.range.lowerBound.value)
                        }
                    }
                case .include, .directive:
                    let kind: Element.Kind = node.kind == .include ? .include : .directive
                    if add(kind, id, node) { append(SideTokens.Stand.directive, at: node.range.lowerBound.value) }
                    walk.skipChildren(of: id)
                case .codeBlock:
                    _ = add(.codeBlock, id, node)
                    walk.skipChildren(of: id)
                default: break
                }
            }
        }
        finish()
    }

    /// Goes to the run that holds an offset; the walk meets offsets in ascending order.
    ///
    /// - Returns: whether the offset belongs to a segment.
    private mutating func enter(_ offset: Int) -> Bool {
        while run + 1 < runs.count, runs[run + 1].start.value <= offset { run += 1 }
        return enterRun()
    }

    private mutating func enterRun() -> Bool {
        guard let segment = runs[run].segment else { return false }
        guard segment != current else { return true }
        // Where a pair is nested in another, the outer one has two runs; what stands behind the inner is not read.
        guard segment > current else { return false }
        finish()
        current = segment
        slices[segment].text = Int32(text.count)..<Int32(text.count)
        slices[segment].elements = Int32(elements.count)..<Int32(elements.count)
        return true
    }

    private mutating func finish() {
        while let element = open.popLast() { elements[element].textEnd = Int32(text.count) }
        guard current >= 0 else { return }
        slices[current].text = slices[current].text.lowerBound..<Int32(text.count)
        slices[current].elements = slices[current].elements.lowerBound..<Int32(elements.count)
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

    /// Text of a leaf, which may reach over several segments and what both sides share between them.
    private mutating func appendText(_ range: Range<Int>, _ bytes: Bytes, isHTML: Bool) {
        _ = enter(range.lowerBound)
        var start = range.lowerBound
        while start < range.upperBound {
            let end = run + 1 < runs.count ? min(range.upperBound, runs[run + 1].start.value) : range.upperBound
            if start < end, enterRun() {
                closeElements(before: start)
                if let last = pieces.last, Int(last.side) + text.count - Int(last.text) == start {
                    // Goes on where the last piece ends.
                } else {
                    pieces.append(.init(text: Int32(text.count), side: Int32(start)))
                }
                text += UnsafeBufferPointer(rebasing: bytes[start..<end])
            }
            start = end
            guard start < range.upperBound, run + 1 < runs.count else { break }
            run += 1
        }
    }

    /// Keeps a piece of markup that lies wholly inside a segment.
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
        case .codeSpan: traits[current].insert(.codeSpans)
        case .link: traits[current].insert(.links)
        case .image: traits[current].insert(.images)
        case .strong, .emphasis, .strikethrough: traits[current].insert(.emphasis)
        case .htmlTag: traits[current].insert(.htmlTags)
        case .include, .directive: traits[current].insert(.directives)
        case .codeBlock: traits[current].insert(.codeBlocks)
        }
        return true
    }
}
