import Checklists
import PageDocuments
import Revisions
import Trials

/// A page's items in a form that is easily edited: nodes that know their children.
struct ItemTree {
    struct Node {
        var item: Item
        /// Unique on the page; stands in the place of the id.
        var name = ""
        /// Negative for the top of a checklist: -1 for the first.
        var parent: Int
        var children: [Int] = []
    }

    private(set) var nodes: [Node] = []
    private var tops: [[Int]] = []
    private var added = 0

    init(_ page: PageRevision) {
        for (index, checklist) in page.checklists.enumerated() {
            tops.append([])
            for item in checklist.items { tops[index].append(add(item, parent: -1 - index)) }
        }
    }

    private mutating func add(_ item: Item, parent: Int) -> Int {
        var bare = item
        bare.items = []
        let index = nodes.count
        nodes.append(Node(item: bare, parent: parent))
        for child in item.items {
            let childIndex = add(child, parent: index)
            nodes[index].children.append(childIndex)
        }
        return index
    }

    mutating func nameAll(_ prefix: String) {
        for index in nodes.indices { nodes[index].name = "\(prefix)\(index)" }
    }

    /// The page with these items, each under its node's name.
    func revision(of page: PageRevision) -> PageRevision {
        var page = page
        for index in page.checklists.indices { page.checklists[index].items = items(tops[index]) }
        page.checklists.removeAll(where: \.items.isEmpty)
        return page
    }

    private func items(_ list: [Int]) -> [Item] {
        list.enumerated().map { rank, index in
            var item = nodes[index].item
            item.id = nodes[index].name
            item.position = rank + 1
            item.items = items(nodes[index].children)
            return item
        }
    }

    // MARK: Reading

    func words(_ index: Int) -> [String] {
        (nodes[index].item.text.source ?? "").split(separator: " ").map(String.init)
    }

    func hasText(_ text: String) -> Bool { nodes.contains { $0.item.text.source == text } }

    /// An edit needs words to work on, and a text that stands on the page once, so that there is one right answer.
    func canEdit(_ index: Int, _ edit: Edit) -> Bool {
        let count = words(index).count
        let text = nodes[index].item.text.source
        guard nodes.count(where: { $0.item.text.source == text }) == 1 else { return false }
        switch edit {
        case .clausesReordered: return count >= 6
        // With nothing below it that would have to go with one of the halves.
        case .split: return count >= 6 && isBare(index)
        case .clauseTaken: return count >= 5
        case .merged:
            guard let next = nextSibling(of: index) else { return false }
            return count >= 3 && words(next).count >= 3 && isBare(index) && isBare(next) && !hasTwice(words(next))
        default: return count >= 3
        }
    }

    private func isBare(_ index: Int) -> Bool {
        let item = nodes[index].item
        return nodes[index].children.isEmpty && item.details.isEmpty && item.notes.isEmpty && item.codeBlocks.isEmpty
            && item.links.isEmpty
    }

    private func hasTwice(_ words: [String]) -> Bool {
        let text = words.joined(separator: " ")
        return nodes.count(where: { $0.item.text.source == text }) > 1
    }

    private func siblings(of index: Int) -> [Int] {
        let parent = nodes[index].parent
        return parent < 0 ? tops[-1 - parent] : nodes[parent].children
    }

    func nextSibling(of index: Int) -> Int? {
        let siblings = siblings(of: index)
        guard let rank = siblings.firstIndex(of: index), rank + 1 < siblings.count else { return nil }
        return siblings[rank + 1]
    }

    func previousSibling(of index: Int) -> Int? {
        let siblings = siblings(of: index)
        guard let rank = siblings.firstIndex(of: index), rank > 0 else { return nil }
        return siblings[rank - 1]
    }

    // MARK: Editing

    mutating func setText(_ index: Int, _ words: [String]) {
        nodes[index].item.text.source = words.joined(separator: " ")
    }

    mutating func insert(_ text: String, behind index: Int) -> String { insert(text, at: 1, of: index) }

    mutating func insert(_ text: String, before index: Int) -> String { insert(text, at: 0, of: index) }

    private mutating func insert(_ text: String, at offset: Int, of index: Int) -> String {
        var item = nodes[index].item
        item.text.source = text
        (item.content, item.links) = ([], [])
        added += 1
        nodes.append(Node(item: item, name: "added\(added)", parent: nodes[index].parent))
        let new = nodes.count - 1
        change(listOf: index) { list in
            let rank = list.firstIndex(of: index) ?? 0
            list.insert(new, at: rank + offset)
        }
        return nodes[new].name
    }

    mutating func remove(_ index: Int) { change(listOf: index) { $0.removeAll { $0 == index } } }

    mutating func shuffleSiblings(of index: Int, _ random: inout SplitMix64) {
        change(listOf: index) { $0.shuffle(using: &random) }
    }

    /// Takes an item out and puts it anywhere else at the top of a checklist.
    mutating func moveAnywhere(_ index: Int, _ random: inout SplitMix64) {
        remove(index)
        let list = Int.random(in: 0..<tops.count, using: &random)
        tops[list].insert(index, at: Int.random(in: 0...tops[list].count, using: &random))
        nodes[index].parent = -1 - list
    }

    private mutating func change(listOf index: Int, _ body: (inout [Int]) -> Void) {
        let parent = nodes[index].parent
        if parent < 0 { body(&tops[-1 - parent]) } else { body(&nodes[parent].children) }
    }
}
