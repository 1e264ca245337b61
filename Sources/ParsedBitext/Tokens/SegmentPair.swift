import Bitext
import MarkdownSyntax

/// One segment with both its variants, as a rule sees it.
@usableFromInline
package struct SegmentPair: Sendable {
    @usableFromInline
    package let tokenized: TokenizedBitext
    /// The index in ``Bitext/segments``.
    @usableFromInline
    package let index: Int

    @inlinable
    package init(_ tokenized: TokenizedBitext, index: Int) {
        self.tokenized = tokenized
        self.index = index
    }

    @inlinable
    package var contents: SegmentContents { tokenized.contents[index] }

    /// The words, numbers and identifiers of one variant, in order.
    @inlinable
    package func tokens(_ side: Side) -> ArraySlice<Token> {
        let tokens = tokenized.tokens(side)
        let range = tokens.segments[index].tokens
        return tokens.tokens[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The markup in one variant, in order.
    @inlinable
    package func elements(_ side: Side) -> ArraySlice<Element> {
        let tokens = tokenized.tokens(side)
        let range = tokens.segments[index].elements
        return tokens.elements[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// What a reader sees of one variant, as UTF-8; markup without text is one byte of ``SideTokens/MarkupByte``.
    @inlinable
    package func text(_ side: Side) -> ArraySlice<UInt8> {
        let tokens = tokenized.tokens(side)
        let range = tokens.segments[index].text
        return tokens.text[Int(range.lowerBound)..<Int(range.upperBound)]
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
