import Bitext

/// One segment of a page document.
public struct SegmentRecord: Sendable, Equatable {
    /// A segment on one side.
    public struct Variant: Sendable, Equatable {
        /// The segment's Markdown.
        public var markdown: SharedText
        /// The text that a reader sees.
        public var text: SharedText
        public var location: Location
        public var position: Position

        package init(markdown: SharedText, text: SharedText, location: Location, position: Position) {
            self.markdown = markdown
            self.text = text
            self.location = location
            self.position = position
        }
    }

    /// The kind of block that a segment is in.
    public enum Block: String, Sendable, CaseIterable {
        case heading, tab, paragraph, item, tableCell, alert, blockQuote, codeBlock, htmlBlock
    }

    public var id: String
    /// The 1-based position on the page.
    public var ordinal: Int
    public var block: Block
    /// The heading of the section that the segment is in. For a heading, the heading itself.
    public var section: BilingualText?
    public var source: Variant?
    public var target: Variant?

    package init(
        id: String, ordinal: Int, block: Block, section: BilingualText?, source: Variant?, target: Variant?
    ) {
        self.id = id
        self.ordinal = ordinal
        self.block = block
        self.section = section
        self.source = source
        self.target = target
    }
}
