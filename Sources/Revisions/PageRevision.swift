import Checklists
import PageDocuments

/// What one revision of a page says that its identity over revisions and its diff need.
public struct PageRevision: Sendable, Equatable {
    /// The page itself.
    public var page: PageRecord
    /// With their items.
    public var checklists: [Checklist]
    /// The blocks of code of the page.
    public var codeBlocks: [CodeBlockRecord]

    /// Takes the parts of a document.
    public init(page: PageRecord, checklists: [Checklist], codeBlocks: [CodeBlockRecord]) {
        self.page = page
        self.checklists = checklists
        self.codeBlocks = codeBlocks
    }

    /// Takes what it needs of a document.
    public init(_ document: PageDocument) {
        self.init(page: document.page, checklists: document.checklists, codeBlocks: document.codeBlocks)
    }

    /// Items of all checklists, nested ones included.
    public var itemCount: Int { checklists.reduce(0) { $0 + $1.items.reduce(0) { $0 + $1.count } } }
}
