import Checklists
import MarkdownSyntax
import PageDocuments

/// What changed from one revision of a page to another: every item, with its changes.
public struct PageDiff: Sendable, Equatable {
    /// An item as it is in one of the revisions.
    public struct Appearance: Sendable, Equatable {
        /// The id that this revision's document gives to it.
        public var id: String
        /// The id of its checklist in this revision's document.
        public var checklist: String
        /// The id of the item above it in this revision's document.
        public var parent: String?
        /// How deep it is nested, 0 at the top of its checklist.
        public var depth: Int
        /// Its place among the items of its list, counted from 1.
        public var position: Int
        /// What it begins with on the page: `1.`, `-`.
        public var marker: String
        /// The line of the page on which it begins, counted from 1.
        public var line: Int
        /// Its text in both languages.
        public var text: BilingualText
        /// The text of its code blocks.
        public var code: [String]
        /// The paragraphs, pictures and tables that belong to it.
        public var details: [Item.Detail]
        /// Its notes and warnings.
        public var notes: [Item.Note]
        /// The links of its text.
        public var links: [Item.Link]
    }

    /// One item of either revision or of both.
    public struct Entry: Sendable, Equatable {
        /// The id that the item keeps over the revisions.
        public var id: String
        /// The most serious of ``changes``.
        public var change: ItemChange
        /// All that became of it, the gravest first; only ``ItemChange/unchanged`` where nothing did.
        public var changes: [ItemChange]
        /// The item in the old revision; nil where it was added.
        public var old: Appearance?
        /// The item in the new revision; nil where it was removed.
        public var new: Appearance?
        /// Whether the source of its text, details, notes or links was edited and the translation of that was not.
        public var isTranslationOutdated: Bool

        /// The source text with the words that were removed and added, for an item whose source text was edited.
        public var words: WordDiff? {
            guard changes.contains(.changed) else { return nil }
            return WordDiff(old?.text.source ?? "", new?.text.source ?? "")
        }
    }

    /// A checklist of either revision or of both, with its items.
    public struct List: Sendable, Equatable {
        /// The id that the checklist keeps over the revisions.
        public var id: String
        /// The checklist in the old revision, without its items; nil where it was added.
        public var old: Checklist?
        /// The checklist in the new revision, without its items; nil where it was removed.
        public var new: Checklist?
        /// The items in the order of the new revision. Removed ones follow those that they followed before.
        public var entries: [Entry]
    }

    /// The page in the old revision; nil where it was added.
    public var old: PageRecord?
    /// The page in the new revision; nil where it was removed.
    public var new: PageRecord?
    /// The checklists in the order of the new revision. Removed ones follow those that they followed before.
    public var lists: [List]

    /// All items.
    public var entries: [Entry] { lists.flatMap(\.entries) }

    /// Whether any item is other than it was.
    public var hasChanges: Bool { lists.contains { $0.entries.contains { $0.change != .unchanged } } }

    /// - Parameters:
    ///   - old: the page as it was, or nil where it is new.
    ///   - new: the page as it is, or nil where it is gone.
    public init(_ old: PageRevision?, _ new: PageRevision?) {
        self.old = old?.page
        self.new = new?.page
        let match = RevisionMatch(old ?? .empty, new ?? .empty)
        lists = DiffLists(match).lists
    }
}

extension PageRevision {
    fileprivate static let empty = PageRevision(
        page: PageRecord(
            path: "", sha256: "", sourceLocale: nil, targetLocale: nil, translationType: nil,
            title: BilingualText(source: nil, target: nil)),
        checklists: [], codeBlocks: [])
}

/// Puts the items of two revisions into one order.
private struct DiffLists {
    private(set) var lists: [PageDiff.List] = []
    private let match: RevisionMatch
    private let ids: KeptIdentities
    private let moved: Set<Int>

    init(_ match: RevisionMatch) {
        self.match = match
        ids = KeptIdentities(match, retired: [])
        moved = Moves(match).moved
        var rows: [[Int]] = Array(repeating: [], count: match.newChecklists.count)
        for index in match.new.indices { rows[match.new[index].checklist].append(index) }
        var oldRows: [[Int]] = Array(repeating: [], count: match.oldChecklists.count)
        for index in match.old.indices { oldRows[match.old[index].checklist].append(index) }

        // A removed checklist follows the one that it followed before.
        var removedBehind: [Int: [Int]] = [:]
        var last = -1
        for index in match.oldChecklists.indices {
            if let new = match.newChecklistOfOld[index] {
                last = new
            } else {
                removedBehind[last, default: []].append(index)
            }
        }
        for new in -1..<match.newChecklists.count {
            if new >= 0 {
                let old = match.oldChecklistOfNew[new]
                lists.append(
                    PageDiff.List(
                        id: ids.checklists[new], old: old.map { match.oldChecklists[$0].withoutItems },
                        new: match.newChecklists[new].withoutItems,
                        entries: entries(old.map { oldRows[$0] } ?? [], rows[new])))
            }
            for old in removedBehind[new] ?? [] {
                let entries = entries(oldRows[old], [])
                // Its items may all have gone elsewhere.
                if entries.isEmpty { continue }
                lists.append(
                    PageDiff.List(
                        id: match.oldChecklists[old].id, old: match.oldChecklists[old].withoutItems, new: nil,
                        entries: entries))
            }
        }
    }

    private func entries(_ old: [Int], _ new: [Int]) -> [PageDiff.Entry] {
        // What was removed, by the new item of this list that it followed.
        let here = Set(new)
        var removedBehind: [Int: [Int]] = [:]
        var last = -1
        for index in old {
            if let newIndex = match.newOfOld[index] {
                if here.contains(newIndex) { last = newIndex }
            } else {
                removedBehind[last, default: []].append(index)
            }
        }
        var entries = (removedBehind[-1] ?? []).map { entry(old: $0, new: nil) }
        for index in new {
            entries.append(entry(old: match.oldOfNew[index], new: index))
            for removed in removedBehind[index] ?? [] { entries.append(entry(old: removed, new: nil)) }
        }
        return entries
    }

    private func entry(old: Int?, new: Int?) -> PageDiff.Entry {
        var changes: [ItemChange]
        var isTranslationOutdated = false
        switch (old, new) {
        case (let old?, let new?):
            let comparison = match.old[old].compared(with: match.new[new])
            (changes, isTranslationOutdated) = (comparison.changes, comparison.isTranslationOutdated)
            if moved.contains(new) { changes.append(.moved) }
            changes.sort(by: >)
        case (nil, _?): changes = [.added]
        default: changes = [.removed]
        }
        let id = new.map { ids.items[$0] } ?? old.map { match.old[$0].item.id } ?? ""
        return PageDiff.Entry(
            id: id, change: changes.first ?? .unchanged, changes: changes.isEmpty ? [.unchanged] : changes,
            old: old.map { appearance($0, match.old, match.oldChecklists) },
            new: new.map { appearance($0, match.new, match.newChecklists) },
            isTranslationOutdated: isTranslationOutdated)
    }

    private func appearance(_ index: Int, _ row: ItemRow, _ checklists: [Checklist]) -> PageDiff.Appearance {
        let entry = row[index]
        return PageDiff.Appearance(
            id: entry.item.id, checklist: checklists[entry.checklist].id,
            parent: entry.parent.map { row[$0].item.id }, depth: entry.depth, position: entry.item.position,
            marker: entry.item.marker, line: entry.item.line, text: entry.item.text, code: entry.code,
            details: entry.item.details, notes: entry.item.notes, links: entry.item.links)
    }
}

extension Checklist {
    fileprivate var withoutItems: Checklist {
        var copy = self
        copy.items = []
        return copy
    }
}

extension ItemRow.Entry {
    /// What differs between an item and the same item later, its place aside; whether the item has other source text with
    /// the same translation then; and whether all of its translation is the same.
    func compared(
        with new: ItemRow.Entry
    ) -> (changes: [ItemChange], isTranslationOutdated: Bool, isTranslationEqual: Bool) {
        var changes: [ItemChange] = []
        let isTextEqual = item.text.source.isSame(as: new.item.text.source)
        let isTargetEqual = item.text.target.isSame(as: new.item.text.target)
        if !isTextEqual { changes.append(.changed) }
        if code != new.code { changes.append(.codeChanged) }
        let (details, newDetails) = (DetailReading(item), DetailReading(new.item))
        let areDetailsEqual = details.source == newDetails.source
        if !areDetailsEqual { changes.append(.detailsChanged) }
        // A translation differs if its source does, which is no change of its own.
        if isTextEqual && !isTargetEqual || areDetailsEqual && details.target != newDetails.target {
            changes.append(.retranslated)
        }
        let isTextOutdated = !isTextEqual && isTargetEqual && new.item.text.target?.isEmpty == false
        return (
            changes, isTextOutdated || details.isTranslationOutdated(in: newDetails),
            isTargetEqual && details.target == newDetails.target
        )
    }
}

/// What is below an item's text, for comparison.
private struct DetailReading {
    private(set) var source: [String?] = []
    private(set) var target: [String?] = []

    init(_ item: Item) {
        for detail in item.details { add(detail.kind.rawValue, detail.text, detail.url) }
        for note in item.notes { add(note.kind.rawValue, note.text, nil) }
        // Their texts are in the item's text or in a detail.
        for link in item.links {
            source.append(link.url.source)
            target.append(link.url.target)
        }
    }

    /// Whether the source of a part differs and its translation does not. If parts came or went, whether no translation did.
    func isTranslationOutdated(in new: DetailReading) -> Bool {
        guard source != new.source else { return false }
        guard source.count == new.source.count, target.count == new.target.count, source.count == target.count else {
            let translated = target.compactMap { $0 }
            return translated.contains { !$0.isEmpty } && translated == new.target.compactMap { $0 }
        }
        return source.indices.contains { index in
            source[index] != new.source[index] && target[index] == new.target[index] && target[index]?.isEmpty == false
        }
    }

    private mutating func add(_ kind: String, _ text: BilingualText, _ url: BilingualText?) {
        source += [kind, text.source?.collapsingBlanks(), url?.source]
        target += [text.target?.collapsingBlanks(), url?.target]
    }
}

extension String? {
    /// Whether a reader sees the same.
    fileprivate func isSame(as other: String?) -> Bool { self?.collapsingBlanks() == other?.collapsingBlanks() }
}
