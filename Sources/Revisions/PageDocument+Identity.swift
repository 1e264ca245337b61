import Checklists
import PageDocuments

extension PageDocument {
    /// Gives items and checklists the ids that they had in an earlier revision, also where their source text was edited.
    ///
    /// What is new gets an id that is free: neither in use on the page, nor one that stood for something else before. Called
    /// again with the outcome as `previous`, it changes nothing, and where nothing was edited the ids are those of a fresh
    /// extraction.
    ///
    /// - Parameters:
    ///   - previous: the page as the last build wrote it.
    ///   - retired: ids that may not be given again, as the last call handed them back.
    /// - Returns: the ids that may not be given again from now on: those that stood for an edited text, which is gone. (One
    ///   that stands for its own text may come back with that text.)
    /// - Complexity: linear in the number of items, but for those that were edited, each of which is compared with a bounded
    ///   number of others.
    public mutating func keepIdentity(of previous: PageRevision, retired: Set<String> = []) -> Set<String> {
        keepItems(of: previous, retired: retired).retired
    }

    /// The result of giving the items of a page the ids of an earlier revision.
    package struct KeptItems: Sendable {
        /// The ids that may not be given again from now on.
        package let retired: Set<String>
        /// The ids of items that are in both revisions and say or do something else now: their text, their code or what
        /// is below them changed, or one of the items below them did or is new.
        package let changed: Set<String>
        /// The ids of items whose source was edited and whose translation was not.
        package let outdated: Set<String>

        package init(retired: Set<String>, changed: Set<String>, outdated: Set<String>) {
            self.retired = retired
            self.changed = changed
            self.outdated = outdated
        }
    }

    /// Does what ``keepIdentity(of:retired:)`` does, and also says which items changed.
    ///
    /// - Parameter outdated: the items of the earlier revision whose translation was already outdated.
    package mutating func keepItems(
        of previous: PageRevision, retired: Set<String>, outdated: Set<String> = []
    ) -> KeptItems {
        let match = RevisionMatch(previous, PageRevision(self))
        let ids = KeptIdentities(match, retired: retired)
        var row = ids.items[...]
        for index in checklists.indices {
            checklists[index].id = ids.checklists[index]
            checklists[index].items.assign(&row)
        }
        let renamed = Dictionary(
            zip(match.new.entries.map(\.item.id), ids.items), uniquingKeysWith: { first, _ in first })
        for index in codeBlocks.indices {
            if let item = codeBlocks[index].item { codeBlocks[index].item = renamed[item] ?? item }
        }
        var changed: Set<String> = []
        var nowOutdated: Set<String> = []
        for index in match.new.indices {
            var isChanged = true
            if let old = match.oldOfNew[index] {
                let comparison = match.old[old].compared(with: match.new[index])
                isChanged = comparison.changes.changeTask
                let wasOutdated = outdated.contains(match.old[old].item.id)
                if comparison.isTranslationOutdated || wasOutdated && comparison.isTranslationEqual {
                    nowOutdated.insert(ids.items[index])
                }
            }
            guard isChanged else { continue }
            // Who did an item did all that was below it.
            var item: Int? = index
            while let current = item, changed.insert(ids.items[current]).inserted { item = match.new[current].parent }
        }
        let new = match.new.indices.lazy.filter { match.oldOfNew[$0] == nil }.map { ids.items[$0] }
        return KeptItems(retired: ids.retired, changed: changed.subtracting(new), outdated: nowOutdated)
    }
}

extension [Item] {
    /// Gives ids to the items in the order of the page.
    fileprivate mutating func assign(_ ids: inout ArraySlice<String>) {
        for index in indices {
            if let id = ids.popFirst() { self[index].id = id }
            self[index].items.assign(&ids)
        }
    }
}

/// The ids of a revision that follows another.
struct KeptIdentities {
    /// In the order of ``ItemRow``.
    private(set) var items: [String]
    private(set) var checklists: [String]
    /// Ids that may not be given again.
    private(set) var retired: Set<String>

    private var taken: Set<String> = []
    /// How many ids have been tried for each content.
    private var tried: [String: Int] = [:]

    init(_ match: RevisionMatch, retired: Set<String>) {
        self.retired = retired
        items = match.new.entries.map(\.item.id)
        checklists = match.newChecklists.map(\.id)

        // What is known keeps its id. (A document that was tampered with may have an id twice; the first has it.)
        var newItems: [Int] = []
        for index in match.new.indices {
            if let old = match.oldOfNew[index], taken.insert(match.old[old].item.id).inserted {
                items[index] = match.old[old].item.id
            } else {
                newItems.append(index)
            }
        }
        var newChecklists: [Int] = []
        for index in match.newChecklists.indices {
            if let old = match.oldChecklistOfNew[index], taken.insert(match.oldChecklists[old].id).inserted {
                checklists[index] = match.oldChecklists[old].id
            } else {
                newChecklists.append(index)
            }
        }

        for index in match.old.indices where match.newOfOld[index] == nil {
            let entry = match.old[index]
            if !IDGenerator.isID(entry.item.id, ofItem: entry.identifyingText) { self.retired.insert(entry.item.id) }
        }
        for index in match.oldChecklists.indices where match.newChecklistOfOld[index] == nil {
            let checklist = match.oldChecklists[index]
            if !IDGenerator.isID(checklist.id, of: checklist.contentID) { self.retired.insert(checklist.id) }
        }

        for index in newItems {
            let entry = match.new[index]
            items[index] = free(IDGenerator.contentID("item", [entry.identifyingText]), own: entry.item.id)
        }
        for index in newChecklists {
            let checklist = match.newChecklists[index]
            checklists[index] = free(checklist.contentID, own: checklist.id)
        }
    }

    /// The first of the ids for this content that is free; one that was kept over an edit before stays, where it is free.
    private mutating func free(_ contentID: String, own id: String) -> String {
        if !IDGenerator.isID(id, of: contentID), !retired.contains(id), taken.insert(id).inserted { return id }
        while true {
            let count = tried[contentID, default: 0] + 1
            tried[contentID] = count
            let candidate = count == 1 ? contentID : "\(contentID)-\(count)"
            if !retired.contains(candidate), taken.insert(candidate).inserted { return candidate }
        }
    }
}

extension Checklist {
    /// The id that a fresh extraction gives to the first checklist with this title and lead-in.
    var contentID: String { IDGenerator.contentID("checklist", [title?.source, leadIn?.text.source]) }
}
