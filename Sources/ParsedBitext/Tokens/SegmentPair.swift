import Bitext
import MarkdownSyntax

/// One segment with both its variants, as a rule sees it.
package struct SegmentPair: Sendable {
    package let tokenized: TokenizedBitext
    /// Its index in ``Bitext/segments``.
    package let index: Int

    package init(_ tokenized: TokenizedBitext, index: Int) {
        self.tokenized = tokenized
        self.index = index
    }

    package var traits: SegmentTraits { tokenized.traits[index] }

    /// The words, numbers and identifiers of one half, in order.
    package func tokens(_ side: Side) -> ArraySlice<Token> {
        let tokens = tokenized.tokens(side)
        let range = tokens.slices[index].tokens
        return tokens.list[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The markup in one half, in order.
    package func elements(_ side: Side) -> ArraySlice<Element> {
        let tokens = tokenized.tokens(side)
        let range = tokens.slices[index].elements
        return tokens.elements[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// What a reader sees of one half, as bytes; markup that is no text is a byte below 0x09.
    package func text(_ side: Side) -> ArraySlice<UInt8> {
        let tokens = tokenized.tokens(side)
        let range = tokens.slices[index].text
        return tokens.text[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// One variant's Markdown, as bytes.
    package func markdown(_ side: Side) -> ArraySlice<UInt8> {
        guard let variant = tokenized.bitext.segments[index][side] else { return [] }
        return tokenized.bitext[side][variant.range]
    }

    /// A token, or any stretch of what a reader sees, as written.
    package func string(_ range: TextRange, _ side: Side) -> String {
        String(decoding: tokenized.tokens(side).text[range.values], as: UTF8.self)
    }

    /// A piece of markup as written.
    package func string(_ element: Element, _ side: Side) -> String {
        tokenized.bitext[side].text(element.range)
    }

    /// Where a stretch of what a reader sees stands on the side.
    package func sideRange(_ range: TextRange, _ side: Side) -> SideRange {
        tokenized.tokens(side).sideRange(of: range)
    }

    /// Where a stretch of a side was read.
    package func location(of range: SideRange, _ side: Side) -> Location {
        tokenized.bitext.location(of: range, on: side)
    }

    /// The destination of a link or an image.
    package func destination(of element: Element, _ side: Side) -> Destination? {
        tokenized.parsed[side].tree.destination(of: Int(element.node))
    }
}
