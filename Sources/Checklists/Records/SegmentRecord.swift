import Bitext

/// One segment.
public struct SegmentRecord: Sendable, Equatable {
    /// One half of a segment.
    public struct Half: Sendable, Equatable {
        /// The Markdown between the tags.
        public var markdown: SharedText
        /// What a reader sees of it.
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

    /// The kind of block that a segment stands in.
    public enum Block: String, Sendable, CaseIterable {
        case heading, tab, paragraph, item, tableCell, alert, blockQuote, codeBlock, htmlBlock
    }

    public var id: String
    /// 1-based, in the order of the page.
    public var ordinal: Int
    public var block: Block
    /// The heading of the section that the segment stands in; for a heading, itself.
    public var section: BilingualText?
    public var source: Half?
    public var target: Half?

    package init(id: String, ordinal: Int, block: Block, section: BilingualText?, source: Half?, target: Half?) {
        self.id = id
        self.ordinal = ordinal
        self.block = block
        self.section = section
        self.source = source
        self.target = target
    }
}
