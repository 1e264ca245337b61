import Checklists

/// Matches the items whose source text did not change.
///
/// A text that occurs once in both revisions is the same item, wherever it is now. Of the texts that stand several times,
/// those are the same that follow one another as before, then those in the same list, then the others in their order.
enum EqualTexts {
    static func match(in match: inout RevisionMatch) {
        // As the page has it first, so that texts which differ in a no-break space are not taken for each other.
        matchUnique(in: &match) { $0.identifyingText }
        matchUnique(in: &match) { $0.key }
        matchKeptIDs(in: &match)
        // Duplicates are matched by their lists, and lists are matched by their items.
        match.matchChecklists()
        spread(in: &match)
        matchInOrder(in: &match) { match, index in
            guard let list = match.list(ofOld: index) else { return nil }
            return Key(text: match.old[index].key, list: list)
        } new: { match, index in
            Key(text: match.new[index].key, list: match.list(ofNew: index))
        }
        matchInOrder(in: &match) { match, index in
            Key(text: match.old[index].key, list: nil)
        } new: { match, index in
            Key(text: match.new[index].key, list: nil)
        }
    }

    /// A text, in a list of the new revision.
    private struct Key: Hashable {
        var text: String
        var list: ItemRow.ListKey?
    }

    private static func matchUnique(in match: inout RevisionMatch, by text: (ItemRow.Entry) -> String) {
        let old = unique(match.old, without: match.newOfOld, text)
        let new = unique(match.new, without: match.oldOfNew, text)
        for (text, oldIndex) in old {
            guard oldIndex >= 0, let newIndex = new[text], newIndex >= 0 else { continue }
            match.match(oldIndex, newIndex)
        }
    }

    /// The index of each text, or -1 for a text that occurs more than once.
    private static func unique(
        _ row: ItemRow, without matched: [Int?], _ text: (ItemRow.Entry) -> String
    ) -> [String: Int] {
        var places: [String: Int] = [:]
        places.reserveCapacity(row.count)
        for index in row.indices where matched[index] == nil {
            let key = text(row[index])
            places[key] = places[key] == nil ? index : -1
        }
        return places
    }

    /// An id that an earlier match kept over an edit says what the item was.
    ///
    /// Only the new revision's: an id that the old one kept may be the very id that a fresh extraction gives to another text.
    /// An id that several items have, in a document that is not ours any more, says nothing.
    private static func matchKeptIDs(in match: inout RevisionMatch) {
        let kept = unique(match.new, without: match.oldOfNew) { $0.item.id }
            .filter { id, index in index >= 0 && !IDGenerator.isID(id, ofItem: match.new[index].identifyingText) }
        guard !kept.isEmpty else { return }
        let old = unique(match.old, without: match.newOfOld) { $0.item.id }
        for (id, newIndex) in kept {
            if let oldIndex = old[id], oldIndex >= 0 { match.match(oldIndex, newIndex) }
        }
    }

    /// Behind and before two items that are the same, equal texts are the same.
    private static func spread(in match: inout RevisionMatch) {
        for oldIndex in match.old.indices {
            if let newIndex = match.newOfOld[oldIndex] { matchIfEqual(oldIndex + 1, newIndex + 1, in: &match) }
        }
        for oldIndex in match.old.indices.reversed() {
            if let newIndex = match.newOfOld[oldIndex] { matchIfEqual(oldIndex - 1, newIndex - 1, in: &match) }
        }
    }

    private static func matchIfEqual(_ oldIndex: Int, _ newIndex: Int, in match: inout RevisionMatch) {
        guard match.old.indices.contains(oldIndex), match.new.indices.contains(newIndex),
            match.areFree(oldIndex, newIndex), match.old[oldIndex].key == match.new[newIndex].key,
            match.areInOneList(oldIndex, newIndex)
        else {
            return
        }
        match.match(oldIndex, newIndex)
    }

    private static func matchInOrder(
        in match: inout RevisionMatch, old: (RevisionMatch, Int) -> Key?, new: (RevisionMatch, Int) -> Key
    ) {
        var waiting: [Key: [Int]] = [:]
        for index in match.new.indices.reversed() where match.oldOfNew[index] == nil {
            waiting[new(match, index), default: []].append(index)
        }
        for index in match.old.indices where match.newOfOld[index] == nil {
            guard let key = old(match, index), let newIndex = waiting[key]?.popLast() else { continue }
            match.match(index, newIndex)
        }
    }
}

extension RevisionMatch {
    /// The list of the new revision that an old item would be in if it had not moved.
    func list(ofOld index: Int) -> ItemRow.ListKey? {
        let entry = old[index]
        if let parent = entry.parent {
            return newOfOld[parent].map { ItemRow.ListKey(checklist: new[$0].checklist, parent: $0) }
        }
        return newChecklistOfOld[entry.checklist].map { ItemRow.ListKey(checklist: $0, parent: nil) }
    }

    /// The list that a new item is in.
    func list(ofNew index: Int) -> ItemRow.ListKey {
        ItemRow.ListKey(checklist: new[index].checklist, parent: new[index].parent)
    }
}
