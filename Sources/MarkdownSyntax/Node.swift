import Bitext

/// One node of a ``MarkdownTree``: a block or an inline, with its range.
public struct Node: Sendable {
    /// What a node is. The names are those of CommonMark 0.31, GFM and Microsoft's Markdown.
    public enum Kind: UInt8, Sendable {
        // Container blocks
        case document
        case blockQuote
        /// `> [!NOTE]` and the other alerts of ``AlertKind``, in any case.
        case alert
        case list
        case item
        case table
        case tableRow
        /// `<dl>`, `<div>` and the like inside an HTML block.
        case htmlContainer

        // Leaf blocks
        case heading
        /// A heading that opens a tab: `# [Name](#tab/id)`. It begins no section.
        case tab
        case paragraph
        case codeBlock
        case tableCell
        case thematicBreak
        case htmlBlock

        // Inlines
        case text
        /// `&nbsp;`: one character written as a reference.
        case entity
        case softBreak
        case lineBreak
        case codeSpan
        case emphasis
        case strong
        case strikethrough
        case link
        case image
        /// A raw HTML tag or comment inside a paragraph.
        case htmlInline
        /// `[!INCLUDE [title](path)]`: the publishing system inserts the text of another file here.
        case include
        /// `[!div …]`, `[!VIDEO …]`, `[!code-…]`, `:::…:::` and alert keywords: markup for the publishing system.
        case directive

        /// Whether nodes of this kind are part of a line of text.
        @inlinable
        public var isInline: Bool { rawValue >= Kind.text.rawValue }
    }

    /// What the node is.
    public internal(set) var kind: Kind
    @usableFromInline
    var flags: Flags = []
    @usableFromInline
    var lower: Int32
    @usableFromInline
    var upper: Int32
    @usableFromInline
    var parentIndex: Int32
    @usableFromInline
    var firstChildIndex: Int32 = -1
    var lastChildIndex: Int32 = -1
    @usableFromInline
    var nextSiblingIndex: Int32 = -1
    /// A heading's level, an ordered list's first number, an item's displayed number, an alert's kind.
    @usableFromInline
    var value: Int32 = 0
    /// The index of a code block, or of the destination of a link or an image; of a list or an item, its marker's byte.
    var detail: Int32 = -1

    @usableFromInline
    struct Flags: OptionSet, Sendable {
        @usableFromInline
        let rawValue: UInt8

        @inlinable
        init(rawValue: UInt8) { self.rawValue = rawValue }

        @inlinable static var ordered: Flags { Flags(rawValue: 1) }
        @inlinable static var tight: Flags { Flags(rawValue: 2) }
        @inlinable static var header: Flags { Flags(rawValue: 4) }
        @inlinable static var task: Flags { Flags(rawValue: 8) }
        @inlinable static var checked: Flags { Flags(rawValue: 16) }
        @inlinable static var html: Flags { Flags(rawValue: 32) }
        /// The beginning of the node has been found.
        static let placed = Flags(rawValue: 64)
    }

    /// On the side, with the markers.
    @inlinable
    public var range: SideRange { SideRange(uncheckedBounds: (SideOffset(Int(lower)), SideOffset(Int(upper)))) }

    /// Whether a list or an item has numbers.
    @inlinable
    public var isOrdered: Bool { flags.contains(.ordered) }
    /// Whether a list has no empty lines between its items (CommonMark 5.3).
    @inlinable
    public var isTight: Bool { flags.contains(.tight) }
    /// Whether a table row or a cell belongs to the header.
    @inlinable
    public var isHeader: Bool { flags.contains(.header) }
    /// Whether the node was written as HTML.
    @inlinable
    public var isHTML: Bool { flags.contains(.html) }
    /// Whether an item is a task, `- [ ]` or `- [x]`.
    @inlinable
    public var isTask: Bool { flags.contains(.task) }
    /// Whether an item is a ticked task.
    @inlinable
    public var isChecked: Bool { flags.contains(.checked) }
    /// The level of a heading, 1 to 6.
    @inlinable
    public var level: Int { Int(value) }
    /// The number of an ordered list's first item, or the number that the page displays for an item.
    @inlinable
    public var number: Int { Int(value) }
}

/// The five alerts of Microsoft's Markdown.
public enum AlertKind: String, Sendable, CaseIterable {
    case note, tip, important, caution, warning
}
