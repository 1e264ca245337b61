/// A part of a page pair that one side has and the other lacks: a section, an item, a row, a code block.
public struct UnpairedBlock: Sendable, Equatable {
    /// What the part is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A heading and all blocks up to the next heading of its level.
        case section
        case heading, paragraph, list, item, table, row, code, quote
        /// HTML, a directive, an include, a component, or a line between two parts.
        case markup
    }

    /// What the block is.
    public let kind: Kind
    /// The side that has the block.
    public let side: Side
    /// On the source. Empty where the target has the block: it is then where the block would be.
    public let source: SideRange
    /// On the target. Empty where the source has the block: it is then where the block would be.
    public let target: SideRange

    /// Where the other side has the block, if it has it at another place of the page; else nil.
    public let movedTo: SideRange?
    /// Whether a text near the place is so much longer than its counterpart that it may say this, too: two paragraphs became one.
    package let mayBeJoined: Bool

    /// - Parameter side: the one that has the block.
    public init(_ kind: Kind, on side: Side, source: SideRange, target: SideRange, movedTo: SideRange? = nil) {
        self.init(kind, on: side, source: source, target: target, movedTo: movedTo, mayBeJoined: false)
    }

    package init(
        _ kind: Kind, on side: Side, source: SideRange, target: SideRange, movedTo: SideRange?, mayBeJoined: Bool
    ) {
        self.movedTo = movedTo
        self.mayBeJoined = mayBeJoined
        self.kind = kind
        self.side = side
        self.source = source
        self.target = target
    }
}
