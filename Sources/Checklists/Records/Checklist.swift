import Bitext

/// A list of the page that a reader may go through: conditions, steps, options.
public struct Checklist: Sendable, Equatable {
    /// What a list is for.
    public enum Kind: String, Sendable, CaseIterable {
        /// Things that must be true, done or there before something else.
        case prerequisites
        /// Steps that the reader does: in order, or tasks to do all of.
        case procedure
        /// Alternatives of which the reader does one. Values and settings that are only described are a ``list``.
        case options
        /// Links to other pages, or what to see for more information: to read, not to do.
        case navigation
        /// Any other list: facts, values, settings, examples, conditions of an error.
        case list
    }

    /// The sentence that introduces the list.
    public struct LeadIn: Sendable, Equatable {
        /// The sentence, without markup.
        public var text: BilingualText
        /// Ids of the segments that ``text`` is made of.
        public var segments: [String]
        /// The formats of ``text``. Empty if the checklist was read from a document.
        package var formats: BilingualFormats

        package init(text: BilingualText, formats: BilingualFormats = BilingualFormats(), segments: [String]) {
            self.text = text
            self.formats = formats
            self.segments = segments
        }
    }

    /// Made from the source text of title and lead-in. Unique on the page, and the same in every locale.
    public var id: String
    /// What the list is for.
    public var kind: Kind
    /// How sure ``kind`` is, 0 to 1 in hundredths: the share of right kinds among labelled lists with the same evidence.
    /// nil if the checklist was read from a document that does not say it.
    public var confidence: Double?
    /// The heading above the list, or a title line such as "To do X".
    public var title: BilingualText?
    /// The sentence that introduces the list; nil where there is none.
    public var leadIn: LeadIn?
    /// The headings from the top of the page down to the list.
    public var section: [BilingualText]
    /// The 1-based line of the first item.
    public var line: Int
    /// The range of the first item. nil if the checklist was read from a document.
    public var location: Location?
    /// The items of the list itself. Items of nested lists are in their ``Item/items``.
    public var items: [Item]

    package init(
        id: String, kind: Kind, confidence: Double? = nil, title: BilingualText?, leadIn: LeadIn?,
        section: [BilingualText], line: Int, location: Location? = nil, items: [Item]
    ) {
        self.id = id
        self.kind = kind
        self.confidence = confidence
        self.title = title
        self.leadIn = leadIn
        self.section = section
        self.line = line
        self.location = location
        self.items = items
    }
}
