import Bitext

/// One node of a ``MarkdownTree``: a block or an inline, with its place.
public struct Node: Sendable {
    /// What a node is, in the words of the CommonMark 0.31 specification, its GFM extensions and Microsoft's.
    public enum Kind: UInt8, Sendable {
        // Container blocks
        case document
        case blockQuote
        /// `> [!NOTE]` and its kin, in any case; ``MarkdownTree/alert(_:)`` tells which.
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
        /// `[!INCLUDE [title](path)]`: the text of another file stands here.
        case include
        /// `[!div …]`, `[!VIDEO …]`, `[!code-…]`, `:::…:::` and alert keywords: markup for the publishing system.
        case directive

        /// Whether nodes of this kind stand inside a line of text.
        @inlinable
        public var isInline: Bool { rawValue >= Kind.text.rawValue }
    }

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
    /// Where the details of a code block, link or image are kept.
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
        /// The place has been found.
        static let placed = Flags(rawValue: 64)
    }

    /// The node's bytes on its side, markers included.
    @inlinable
    public var range: SideRange { SideRange(uncheckedBounds: (SideOffset(Int(lower)), SideOffset(Int(upper)))) }

    /// A list with numbers.
    @inlinable
    public var isOrdered: Bool { flags.contains(.ordered) }
    /// A Markdown list without empty lines between its items (CommonMark 5.3).
    @inlinable
    public var isTight: Bool { flags.contains(.tight) }
    /// A table row or cell of the header.
    @inlinable
    public var isHeader: Bool { flags.contains(.header) }
    /// A node that was written as HTML.
    @inlinable
    public var isHTML: Bool { flags.contains(.html) }
    /// A task item, `- [ ]` or `- [x]`.
    @inlinable
    public var isTask: Bool { flags.contains(.task) }
    /// A task item that is ticked.
    @inlinable
    public var isChecked: Bool { flags.contains(.checked) }
    /// The level of a heading (1 to 6).
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

/// A destination of a link or an image, and its title.
public struct Destination: Sendable, Equatable {
    /// As written, with backslash escapes and entities resolved.
    public let url: String
    public let title: String
    /// Where the destination stands on the side, or nil where it had to be decoded or stands in a reference definition.
    public var range: SideRange? { values.map { SideRange($0) } }
    var values: Range<Int>?
}

/// A fenced or indented code block.
public struct CodeBlock: Sendable, Equatable {
    /// A stretch of the code that stands in one piece on the side.
    struct Piece: Sendable, Equatable {
        var start: Int
        var sideStart: Int
        var sideEnd: Int
    }

    /// Whether the block is fenced; otherwise it is indented.
    public let isFenced: Bool
    /// What stands behind the opening fence, trimmed; empty where nothing does.
    public let info: String
    /// The code without the indentation of the block it stands in. Lines end in `\n`.
    public internal(set) var bytes: [UInt8]
    /// Whether a closing fence was found; an indented block needs none.
    public internal(set) var isClosed = true
    var pieces: [Piece]

    /// Where a byte of the code stands on the side; what md4c wrote itself, line breaks and indentation, between what is
    /// around it. O(log lines).
    public func sideOffset(of offset: Int) -> SideOffset? {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return pieces.first.map { SideOffset($0.sideStart) } }
        let piece = pieces[low - 1]
        return SideOffset(
            min(piece.sideStart + offset - piece.start, low < pieces.count ? pieces[low].sideStart : piece.sideEnd))
    }
}
