import Bitext
import MarkdownSyntax

/// One segment with both its variants, as a rule sees it.
@usableFromInline
package struct SegmentPair: Sendable {
    @usableFromInline
    package let page: TokenizedBitext
    /// Its index in ``Bitext/segments``.
    @usableFromInline
    package let index: Int

    @inlinable
    package init(page: TokenizedBitext, index: Int) {
        self.page = page
        self.index = index
    }

    @inlinable
    package var traits: SegmentTraits { page.traits[index] }

    /// The words, numbers and identifiers of one half, in order.
    @inlinable
    package func tokens(_ side: Side) -> ArraySlice<Token> {
        let tokens = page.tokens(side)
        let range = tokens.slices[index].tokens
        return tokens.list[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The markup in one half, in order.
    @inlinable
    package func elements(_ side: Side) -> ArraySlice<Element> {
        let tokens = page.tokens(side)
        let range = tokens.slices[index].elements
        return tokens.elements[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// What a reader sees of one half, as bytes; markup that is no text is a byte below 0x09.
    @inlinable
    package func text(_ side: Side) -> ArraySlice<UInt8> {
        let tokens = page.tokens(side)
        let range = tokens.slices[index].text
        return tokens.text[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// One variant's Markdown, as bytes.
    package func markdown(_ side: Side) -> ArraySlice<UInt8> {
        guard let variant = page.bitext.segments[index][side] else { return [] }
        return page.bitext[side][variant.range]
    }

    /// A token, or any stretch of what a reader sees, as written.
    package func string(_ range: TextRange, _ side: Side) -> String {
        String(decoding: page.tokens(side).text[range.values], as: UTF8.self)
    }

    /// A piece of markup as written.
    package func string(_ element: Element, _ side: Side) -> String {
        page.bitext[side].text(element.range)
    }

    /// Where a stretch of what a reader sees stands on the side.
    package func sideRange(_ range: TextRange, _ side: Side) -> SideRange { page.tokens(side).sideRange(of: range) }

    /// Where a stretch of a side was read.
    package func location(of range: SideRange, _ side: Side) -> Location { page.bitext.location(of: range, on: side) }

    /// The destination of a link or an image.
    package func destination(of element: Element, _ side: Side) -> Destination? {
        page.parsed[side].tree.destination(of: Int(element.node))
    }
}
