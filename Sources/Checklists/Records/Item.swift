import Bitext

/// One item of a checklist, with everything that belongs to it.
public struct Item: Sendable, Equatable {
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
    /// The list marker: `1.`, `-`, `*`. For a step outside of lists, the number that the page gives it.
    public var marker: String
    /// The item's first paragraph. If it has none, what it has instead: a note, a line of code, the first row of a table, or
    /// the alternative text of an image.
    public var text: BilingualText
    /// Ids of the segments that ``text`` is made of.
    public var segments: [String]
    /// 1-based.
    public var line: Int
    /// The range of the item. nil if it was read from a document.
    public var location: Location?
    /// Everything in the item, in the order of the page. The first part of kind ``Part/Content/text(_:)`` is ``text``.
    public var content: [Part]
    public var links: [Link]
    /// The items below this one.
    public var items: [Item]

    package init(
        id: String, position: Int, marker: String, text: BilingualText, segments: [String], line: Int,
        location: Location? = nil, content: [Part], links: [Link], items: [Item]
    ) {
        self.id = id
        self.position = position
        self.marker = marker
        self.text = text
        self.segments = segments
        self.line = line
        self.location = location
        self.content = content
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
