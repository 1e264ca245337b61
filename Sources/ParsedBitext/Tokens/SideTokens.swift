import Bitext

/// One side's text, markup and tokens, split by segment. Built once for all rules.
///
/// Text and markup are separated before anything is compared: code spans, tags, directives and destinations of links are
/// elements and never words.
@usableFromInline
package struct SideTokens: Sendable {
    /// Which part of the side's text, elements and tokens belongs to one segment.
    @usableFromInline
    package struct SegmentRanges: Sendable {
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

    /// The bytes that ``text`` contains in place of markup without text.
    @usableFromInline
    package enum MarkupByte {
        package static let codeSpan: UInt8 = 0x01
        package static let image: UInt8 = 0x02
        package static let directive: UInt8 = 0x03
    }

    /// What a reader sees of all segments, one after the other; blanks as they are written.
    @usableFromInline
    package let text: [UInt8]
    @usableFromInline
    package let elements: [Element]
    @usableFromInline
    package let tokens: [Token]
    /// By the segment's index.
    @usableFromInline
    package let segments: [SegmentRanges]
    /// By the segment's index.
    @usableFromInline
    package let contents: [SegmentContents]
    /// In the order of ``text``.
    private let pieces: [Piece]

    /// Where a part of ``text`` begins, and where it was on the side.
    struct Piece: Sendable {
        var text: Int32
        var side: Int32
    }

    /// - Parameters:
    ///   - language: the side's.
    ///   - isSource: only a target is searched for words of the source's language.
    init(_ side: ParsedSide, segmentCount: Int, language: Language, isSource: Bool) {
        var walk = SideWalk(side, segmentCount: segmentCount)
        walk.walk()
        text = walk.text
        elements = walk.elements
        pieces = walk.pieces
        var segments = walk.segments
        var contents = walk.contents
        let sourceWords = isSource || language.code == "en" ? nil : FunctionWords.filter(for: language)
        tokens = text.withUnsafeBufferPointer { text in
            // A word and the blank after it have six bytes in the mean. Room for more, so that few texts outgrow it.
            TokenList.array(expecting: text.count / 4) { tokens in
                for index in segments.indices where !segments[index].text.isEmpty {
                    let start = Int32(tokens.count)
                    var lexer = Lexer(text, segments[index].textRange.values, language, sourceWords: sourceWords)
                    lexer.read(into: &tokens)
                    segments[index].tokens = start..<Int32(tokens.count)
                    contents[index].formUnion(lexer.contents)
                }
            }
        }
        self.segments = segments
        self.contents = contents
    }

    /// The tokens of a segment, in order.
    @inlinable
    func tokens(of segment: Int) -> ArraySlice<Token> {
        let range = segments[segment].tokens
        return tokens[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The markup of a segment, in order.
    @inlinable
    func elements(of segment: Int) -> ArraySlice<Element> {
        let range = segments[segment].elements
        return elements[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// What a reader sees of a segment.
    @inlinable
    func text(of segment: Int) -> ArraySlice<UInt8> {
        let range = segments[segment].text
        return text[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The last byte of what a reader sees of a segment; nil where that is nothing.
    @inlinable
    func lastByte(of segment: Int) -> UInt8? {
        let range = segments[segment].text
        return range.isEmpty ? nil : text[Int(range.upperBound) - 1]
    }

    /// Text and tokens as buffers, for loops that read them millions of times. Valid during one call only.
    @usableFromInline
    package struct Buffers {
        @usableFromInline
        package let text: Bytes
        @usableFromInline
        package let tokens: UnsafeBufferPointer<Token>

        package func tokens(of segment: SegmentRanges) -> Slice<UnsafeBufferPointer<Token>> {
            tokens[Int(segment.tokens.lowerBound)..<Int(segment.tokens.upperBound)]
        }
    }

    package func withBuffers<Result>(_ body: (Buffers) -> Result) -> Result {
        text.withUnsafeBufferPointer { text in
            tokens.withUnsafeBufferPointer { tokens in body(Buffers(text: text, tokens: tokens)) }
        }
    }

    /// The range on the side of a range of ``text``. O(log pieces).
    package func sideRange(of range: TextRange) -> SideRange {
        let lower = sideOffset(of: range.lowerBound)
        guard !range.isEmpty else { return lower..<lower }
        return lower..<max(lower, sideOffset(of: range.upperBound - 1) + 1)
    }

    private func sideOffset(of offset: TextOffset) -> SideOffset {
        let next = pieces.partitioningIndex { Int($0.text) > offset.value }
        guard next > 0 else { return SideOffset(0) }
        return SideOffset(Int(pieces[next - 1].side) + offset.value - Int(pieces[next - 1].text))
    }
}
