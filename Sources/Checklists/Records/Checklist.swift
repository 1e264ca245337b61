import Bitext
import MarkdownSyntax

/// A list of the page that a reader may go through: conditions, steps, options.
public struct Checklist: Sendable, Equatable {
    /// What a list is for.
    public enum Kind: String, Sendable, CaseIterable {
        /// Things that must be true, done or there before something else.
        case prerequisites
        /// Steps to do in order.
        case procedure
        /// Choices or settings.
        case options
        /// Links to other pages: to read, not to do.
        case navigation
        /// Any other list.
        case list
    }

    /// The sentence that introduces the list.
    public struct LeadIn: Sendable, Equatable {
        public var text: BilingualText
        /// Ids of the segments that ``text`` is made of.
        public var segments: [String]

        package init(text: BilingualText, segments: [String]) {
            self.text = text
            self.segments = segments
        }
    }

    /// Made from the source text of title and lead-in. Unique on the page, and the same in every locale.
    public var id: String
    public var kind: Kind
    /// The heading above the list, or a title line such as "To do X".
    public var title: BilingualText?
    public var leadIn: LeadIn?
    /// The headings from the top of the page down to the list.
    public var section: [BilingualText]
    /// The 1-based line of the first item.
    public var line: Int
    /// The range of the first item. nil if the checklist was read from a document.
    public var location: Location?
    public var items: [Item]

    package init(
        id: String, kind: Kind, title: BilingualText?, leadIn: LeadIn?, section: [BilingualText], line: Int,
        location: Location? = nil, items: [Item]
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.leadIn = leadIn
        self.section = section
        self.line = line
        self.location = location
        self.items = items
    }
}

/// One item of a checklist, with everything that belongs to it.
public struct Item: Sendable, Equatable {
    /// A block after an item's first paragraph, or an image in the item.
    public struct Detail: Sendable, Equatable {
        public enum Kind: String, Sendable, CaseIterable {
            case paragraph, image, table
        }

        public var kind: Kind
        /// A paragraph's text, an image's alternative text, or a table's cells, one line for each row.
        public var text: BilingualText
        /// An image's destination; otherwise nil.
        public var url: BilingualText?
        /// Ids of the segments that it is made of.
        public var segments: [String]
        /// 1-based.
        public var line: Int

        package init(kind: Kind, text: BilingualText, url: BilingualText?, segments: [String], line: Int) {
            self.kind = kind
            self.text = text
            self.url = url
            self.segments = segments
            self.line = line
        }
    }

    /// An alert inside an item.
    public struct Note: Sendable, Equatable {
        public var kind: AlertKind
        public var text: BilingualText
        /// Ids of the segments that ``text`` is made of.
        public var segments: [String]
        /// 1-based.
        public var line: Int

        package init(kind: AlertKind, text: BilingualText, segments: [String], line: Int) {
            self.kind = kind
            self.text = text
            self.segments = segments
            self.line = line
        }
    }

    /// A link inside an item.
    public struct Link: Sendable, Equatable {
        public var text: BilingualText
        public var url: BilingualText

        package init(text: BilingualText, url: BilingualText) {
            self.text = text
            self.url = url
        }
    }

    /// Made from the item's source text only. Unique on the page, and the same in every locale.
    public var id: String
    /// The 1-based position in its list.
    public var position: Int
    /// The list marker: `1.`, `-`, `*`.
    public var marker: String
    /// The item's first paragraph.
    public var text: BilingualText
    /// Ids of the segments that ``text`` is made of.
    public var segments: [String]
    /// 1-based.
    public var line: Int
    /// The range of the item. nil if it was read from a document.
    public var location: Location?
    public var details: [Detail]
    public var notes: [Note]
    /// Ids of the code blocks in the item.
    public var codeBlocks: [String]
    public var links: [Link]
    /// The items below this one.
    public var items: [Item]

    package init(
        id: String, position: Int, marker: String, text: BilingualText, segments: [String], line: Int,
        location: Location? = nil, details: [Detail], notes: [Note], codeBlocks: [String], links: [Link],
        items: [Item]
    ) {
        self.id = id
        self.position = position
        self.marker = marker
        self.text = text
        self.segments = segments
        self.line = line
        self.location = location
        self.details = details
        self.notes = notes
        self.codeBlocks = codeBlocks
        self.links = links
        self.items = items
    }

    /// How many items this is, with all items below it.
    public var count: Int { items.totalCount + 1 }
}

extension [Item] {
    /// How many items these are, with all items below them.
    ///
    /// By index, because a copy of an item retains each of its texts.
    package var totalCount: Int {
        var count = self.count
        for index in indices where !self[index].items.isEmpty { count += self[index].items.totalCount }
        return count
    }
}
