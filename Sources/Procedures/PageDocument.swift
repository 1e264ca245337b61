import Bitext
import Markdown

/// A text in both languages; a side that is absent is nil.
public struct BilingualText: Sendable, Equatable {
    package var sharedSource: SharedText?
    package var sharedTarget: SharedText?

    init(shared source: SharedText?, _ target: SharedText?) {
        sharedSource = source
        sharedTarget = target
    }

    public init(source: String?, target: String?) {
        self.init(shared: source.map { SharedText($0) }, target.map { SharedText($0) })
    }

    /// The original, made anew each time, or nil.
    public var source: String? {
        get { sharedSource?.string }
        set { sharedSource = newValue.map { SharedText($0) } }
    }

    /// The translation, made anew each time, or nil.
    public var target: String? {
        get { sharedTarget?.string }
        set { sharedTarget = newValue.map { SharedText($0) } }
    }

    public subscript(side: Side) -> String? { side == .source ? source : target }
}

/// Everything that Diptych reads from one page: the page document of the published schema (`Schemas/page.schema.json`).
public struct PageDocument: Sendable {
    /// The version of the JSON's shape. It rises when a reader of the old shape could misread the new one.
    public static let schemaVersion = 1

    public var page: PageRecord
    /// The page's front matter as its author wrote it; nil where there is none.
    public var frontMatter: FrontMatter?
    public let segments: SegmentRecords
    public var checklists: [Checklist]
    public var codeBlocks: [CodeBlockRecord]
    /// How well the sides fit, from 0 to 1: the mean probability that a segment's target translates its source. Extraction does
    /// not know it; whoever asked a lexicon fills it in.
    public var alignment: Double?
    /// Damage and doubtful places, in the order of the page. Not part of the JSON; the command line prints them.
    public var diagnostics: [Diagnostic]
}

/// What the page is.
public struct PageRecord: Sendable, Equatable {
    /// Where the page is, as its reader names it, with `/` between folders.
    public var path: String
    /// The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
    public var sha256: String
    /// The language of the original, a BCP 47 tag, or nil where the page does not say.
    public var sourceLocale: String?
    /// The language of the translation, a BCP 47 tag, or nil for a page in one language.
    public var targetLocale: String?
    /// `MT` or `HT`, as the page has it.
    public var translationType: String?
    /// The first heading, or the front matter's title where there is no heading.
    public var title: BilingualText
}

/// One segment.
public struct SegmentRecord: Sendable, Equatable {
    /// One half of a segment.
    public struct Half: Sendable, Equatable {
        /// The Markdown between the tags.
        public var markdown: SharedText
        /// What a reader sees of it.
        public var text: SharedText
        public var place: Place
    }

    /// The kind of block that a segment stands in.
    public enum Block: String, Sendable, CaseIterable {
        case heading, tab, paragraph, item, tableCell, alert, blockQuote, codeBlock, htmlBlock
    }

    public var id: SharedText
    /// 1-based, in the order of the page.
    public var ordinal: Int
    public var block: Block
    /// The heading of the section that the segment stands in; for a heading, itself.
    public var section: BilingualText?
    public var source: Half?
    public var target: Half?
}

/// A list of the page that somebody may go through: conditions, steps, choices.
public struct Checklist: Sendable, Equatable {
    /// What a list is for.
    public enum Kind: String, Sendable, CaseIterable {
        /// Things that must be true, done or there before something else.
        case prerequisites
        /// Steps to be carried out in order.
        case procedure
        /// Choices or settings to pick from.
        case options
        /// Links to other pages; never something to do.
        case navigation
        /// Any other list.
        case list
    }

    /// The sentence that introduces the list.
    public struct LeadIn: Sendable, Equatable {
        public var text: BilingualText
        /// Ids of the segments it is made of.
        public var segments: [String]
    }

    /// Derived from the source text of title and lead-in; unique on the page, the same in every locale.
    public var id: String
    public var kind: Kind
    /// The heading, or the line "To do X", that the list belongs to.
    public var title: BilingualText?
    public var leadIn: LeadIn?
    /// The headings from the top of the page down to the list.
    public var section: [BilingualText]
    /// The 1-based line of the first item.
    public var line: Int
    public var items: [Item]
}

/// One item of a checklist, with all that belongs to it.
public struct Item: Sendable, Equatable {
    /// What follows an item's first paragraph.
    public struct Detail: Sendable, Equatable {
        public enum Kind: String, Sendable, CaseIterable {
            case paragraph, image, table
        }

        public var kind: Kind
        /// A paragraph's text, an image's alternative text, or a table's cells, a line each row.
        public var text: BilingualText
        /// An image's destination.
        public var url: BilingualText?
        /// Ids of the segments it is made of.
        public var segments: [String]
        public var line: Int
    }

    /// An alert inside an item.
    public struct Note: Sendable, Equatable {
        public var kind: AlertKind
        public var text: BilingualText
        /// Ids of the segments it is made of.
        public var segments: [String]
        public var line: Int
    }

    /// A link inside an item.
    public struct Link: Sendable, Equatable {
        public var text: BilingualText
        public var url: BilingualText
    }

    /// Derived from the item's source text alone; unique on the page, the same in every locale.
    public var id: String
    /// 1-based, within its list.
    public var position: Int
    /// What the page displays in front of the item: `1.`, `-`, `*`.
    public var marker: String
    /// The item's first paragraph.
    public var text: BilingualText
    /// Ids of the segments that ``text`` is made of.
    public var segments: [String]
    public var line: Int
    public var details: [Detail]
    public var notes: [Note]
    /// Ids of ``PageDocument/codeBlocks``.
    public var codeBlocks: [String]
    public var links: [Link]
    public var items: [Item]

    /// The item and all items below it.
    public var count: Int { items.deepCount + 1 }
}

extension [Item] {
    /// The items and all items below them. Looks at them in their places: a copy of an item costs a count for each of its
    /// texts.
    var deepCount: Int {
        var count = self.count
        for index in indices where !self[index].items.isEmpty { count += self[index].items.deepCount }
        return count
    }
}

/// One code block.
public struct CodeBlockRecord: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case fenced, indented
    }

    /// Derived from the code; unique on the page.
    public var id: String
    public var kind: Kind
    /// What the author wrote behind the fence, or nil.
    public var declared: String?
    /// The language's normalised name.
    public var language: String
    /// Whether the language had to be inferred from the code.
    public var inferred: Bool
    /// Ready to paste: without the common indentation, the rest untouched. Lines end in `\n`, the last one has none.
    public var code: String
    public var line: Int
    /// The id of the innermost item that the block belongs to.
    public var item: String?
    public var commands: [Command]
    /// As written, each once, in order of appearance.
    public var placeholders: [String]
}

/// Something that a reader of the page should know, with its place.
public struct Diagnostic: Sendable, Equatable {
    public var severity: Defect.Severity
    /// A short name of what is wrong, e.g. `unclosed-span`.
    public var rule: String
    public var message: String
    public var place: Place

    public init(severity: Defect.Severity, rule: String, message: String, place: Place) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.place = place
    }
}
