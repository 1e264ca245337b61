import Checklists

/// All items of a revision in one row, in the order of the page: an item, then those below it, then its next sibling.
struct ItemRow: Sendable {
    struct Entry: Sendable {
        var item: Item
        /// The index of the checklist that the item is in.
        var checklist: Int
        /// The index in the row of the item above, or nil at the top of a checklist.
        var parent: Int?
        /// How many items are before it in the same list.
        var rank: Int
        var depth: Int
        /// What identifies it: its source text, or what stands for it, with blanks collapsed.
        var key: String
        /// Where its source text begins with what stands for it, as the page has it.
        var identifyingText: String
        /// The text of its code blocks.
        var code: [String]
    }

    /// A list: all items with the same parent.
    struct ListKey: Hashable {
        var checklist: Int
        var parent: Int?
    }

    private(set) var entries: [Entry] = []
    /// The indices of each list's items, in order.
    private(set) var lists: [ListKey: [Int]] = [:]

    init(_ revision: PageRevision) {
        let code = Dictionary(revision.codeBlocks.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        for (index, checklist) in revision.checklists.enumerated() {
            add(checklist.items, checklist: index, parent: nil, depth: 0, code)
        }
    }

    /// Nesting is bounded by the parser's own limit, and by that of the reader of JSON, so this may recurse.
    private mutating func add(_ items: [Item], checklist: Int, parent: Int?, depth: Int, _ code: [String: String]) {
        for (rank, item) in items.enumerated() {
            let index = entries.count
            let blocks = item.codeBlocks.compactMap { code[$0] }
            let text = item.identifyingText(code: blocks.first)
            entries.append(
                Entry(
                    item: item, checklist: checklist, parent: parent, rank: rank, depth: depth,
                    key: text.collapsingBlanks(), identifyingText: text, code: blocks))
            lists[ListKey(checklist: checklist, parent: parent), default: []].append(index)
            add(item.items, checklist: checklist, parent: index, depth: depth + 1, code)
        }
    }

    var count: Int { entries.count }
    var indices: Range<Int> { entries.indices }

    subscript(index: Int) -> Entry { entries[index] }

    /// The items of the list that an item is in.
    func siblings(of index: Int) -> [Int] {
        lists[ListKey(checklist: entries[index].checklist, parent: entries[index].parent)] ?? []
    }

    /// The items right below an item.
    func children(of index: Int) -> [Int] {
        lists[ListKey(checklist: entries[index].checklist, parent: index)] ?? []
    }
}

extension Item {
    /// What an id is made of: the source text, or the code or the picture that it has instead.
    func identifyingText(code: String?) -> String {
        if let text = text.source, !text.isEmpty { return text }
        return code ?? details.first { $0.kind == .image }?.url?.source ?? ""
    }
}
