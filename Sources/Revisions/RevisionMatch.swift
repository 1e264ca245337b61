import Checklists

/// Which item of a new revision is which item of an old one, and so for checklists.
///
/// Equal texts come first (``EqualTexts``), then the rest by evidence (``EditedTexts``). What is not sure enough is no match:
/// an item that is called removed and added can be read by a person, one that is taken for another misleads.
struct RevisionMatch {
    let old: ItemRow
    let new: ItemRow
    let oldChecklists: [Checklist]
    let newChecklists: [Checklist]

    /// For each item of the old revision, the new one that it is, and the other way round.
    private(set) var newOfOld: [Int?]
    private(set) var oldOfNew: [Int?]
    private(set) var newChecklistOfOld: [Int?]
    private(set) var oldChecklistOfNew: [Int?]

    init(_ old: PageRevision, _ new: PageRevision) {
        self.old = ItemRow(old)
        self.new = ItemRow(new)
        oldChecklists = old.checklists
        newChecklists = new.checklists
        newOfOld = Array(repeating: nil, count: self.old.count)
        oldOfNew = Array(repeating: nil, count: self.new.count)
        newChecklistOfOld = Array(repeating: nil, count: oldChecklists.count)
        oldChecklistOfNew = Array(repeating: nil, count: newChecklists.count)

        EqualTexts.match(in: &self)
        if oldOfNew.contains(nil), newOfOld.contains(nil) { EditedTexts.match(in: &self) }
        matchChecklists()
    }

    /// Takes two items for one.
    mutating func match(_ oldIndex: Int, _ newIndex: Int) {
        newOfOld[oldIndex] = newIndex
        oldOfNew[newIndex] = oldIndex
    }

    /// Whether neither of them has been found in the other revision.
    func areFree(_ oldIndex: Int, _ newIndex: Int) -> Bool { newOfOld[oldIndex] == nil && oldOfNew[newIndex] == nil }

    /// Finds out again which checklist is which.
    mutating func matchChecklists() {
        newChecklistOfOld = ChecklistMatcher.matches(self)
        oldChecklistOfNew = Array(repeating: nil, count: newChecklists.count)
        for (oldIndex, newIndex) in newChecklistOfOld.enumerated() {
            if let newIndex { oldChecklistOfNew[newIndex] = oldIndex }
        }
    }

    /// Whether two items are in the same list: below the same item, or at the top of the same checklist.
    func areInOneList(_ oldIndex: Int, _ newIndex: Int) -> Bool {
        switch (old[oldIndex].parent, new[newIndex].parent) {
        case (nil, nil): newChecklistOfOld[old[oldIndex].checklist] == new[newIndex].checklist
        case (let oldParent?, let newParent?): newOfOld[oldParent] == newParent
        default: false
        }
    }

    /// Whether two items are in the same checklist.
    func areInOneChecklist(_ oldIndex: Int, _ newIndex: Int) -> Bool {
        newChecklistOfOld[old[oldIndex].checklist] == new[newIndex].checklist
    }
}
