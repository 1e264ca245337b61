import Bitext
import MarkdownSyntax

/// One segment with both its variants, as a rule sees it.
@usableFromInline
package struct SegmentPair: Sendable {
    @usableFromInline
    package let tokenized: TokenizedBitext
    /// The index in ``Bitext/segments``.
    @usableFromInline
    package var index: Int

    @inlinable
    package init(_ tokenized: TokenizedBitext, index: Int) {
        self.tokenized = tokenized
        self.index = index
    }

    @inlinable
    package var contents: SegmentContents { tokenized.contents[index] }

    // Each asks for the side by itself, because a copy of its tokens, text and markup counts references.

    /// The words, numbers and identifiers of one variant, in order.
    @inlinable
    package func tokens(_ side: Side) -> ArraySlice<Token> {
        side == .source ? tokenized.source.tokens(of: index) : tokenized.target.tokens(of: index)
    }

    /// The markup in one variant, in order.
    @inlinable
    package func elements(_ side: Side) -> ArraySlice<Element> {
        side == .source ? tokenized.source.elements(of: index) : tokenized.target.elements(of: index)
    }

    /// What a reader sees of one variant, as UTF-8; markup without text is one byte of ``SideTokens/MarkupByte``.
    @inlinable
    package func text(_ side: Side) -> ArraySlice<UInt8> {
        side == .source ? tokenized.source.text(of: index) : tokenized.target.text(of: index)
    }

    /// How many tokens one variant has. Faster than `tokens(_:).count`, as it counts no references.
    @inlinable
    package func tokenCount(_ side: Side) -> Int {
        side == .source ? tokenized.source.segments[index].tokens.count : tokenized.target.segments[index].tokens.count
    }

    /// The last byte of ``text(_:)``. Faster than `text(_:).last`, as it counts no references.
    @inlinable
    package func lastByte(_ side: Side) -> UInt8? {
        side == .source ? tokenized.source.lastByte(of: index) : tokenized.target.lastByte(of: index)
    }

    /// One variant's Markdown, as UTF-8.
    package func markdown(_ side: Side) -> ArraySlice<UInt8> {
        guard let variant = tokenized.bitext.variant(of: index, side) else { return [] }
        return tokenized.bitext[side][variant.range]
    }

    /// A token, or any range of what a reader sees, as written.
    package func string(_ range: TextRange, _ side: Side) -> String {
        String(decoding: tokenized.tokens(side).text[range.values], as: UTF8.self)
    }

    /// An element as written, with its markers.
    package func string(_ element: Element, _ side: Side) -> String {
        tokenized.bitext[side].text(element.range)
    }

    /// The range on the side of a range of what a reader sees.
    package func sideRange(_ range: TextRange, _ side: Side) -> SideRange {
        tokenized.tokens(side).sideRange(of: range)
    }

    /// Where a range of a side was read.
    package func location(of range: SideRange, _ side: Side) -> Location {
        tokenized.bitext.location(of: range, on: side)
    }

    /// The destination of a link or an image.
    package func destination(of element: Element, _ side: Side) -> Destination? {
        tokenized.parsed[side].tree.destination(of: Int(element.node))
    }
}
