import Checklists
import PageDocuments
import Revisions
import Trials

/// What an author does to an item.
enum Edit: String, CaseIterable {
    case wordChanged = "a word changed"
    case clauseAdded = "a clause added"
    case clauseTaken = "a clause taken away"
    case clausesReordered = "its clauses reordered"
    case itemsReordered = "its list reordered, a word changed"
    case split = "split in two"
    case merged = "merged with the next"
    case insertedBefore = "one inserted before, a word changed"
    case moved = "moved to anywhere, a word changed"
    case neighboursEdited = "a word changed, in both neighbours too"
    case replaced = "replaced by another (no match is right)"
}

/// One edit of one item of a page, and whether the item was found again.
struct Trial {
    enum Outcome {
        case right, missed, wrong
    }

    private(set) var outcome: Outcome

    /// - Returns: nil where the page has no item that can be edited so.
    init?(_ edit: Edit, _ page: PageRevision, _ texts: Texts, _ random: inout SplitMix64) {
        var old = ItemTree(page)
        old.nameAll("o")
        var new = old
        new.nameAll("n")
        let places = old.nodes.indices.filter { old.canEdit($0, edit) }
        guard let place = places.randomElement(using: &random) else { return nil }
        let words = old.words(place)

        /// The new nodes that may be the item; empty where none may.
        var right: Set<String> = []
        func changeWord(_ index: Int) {
            var words = old.words(index)
            guard !words.isEmpty else { return }
            let at = words.indices.filter { words[$0].contains(where: \.isLetter) }.randomElement(using: &random) ?? 0
            var word = texts.word(&random)
            while word == words[at] { word = texts.word(&random) }
            words[at] = word
            new.setText(index, words)
        }
        right = [new.nodes[place].name]
        switch edit {
        case .wordChanged: changeWord(place)
        case .clauseAdded:
            let clause = texts.clause(&random)
            let atEnd = Bool.random(using: &random)
            new.setText(place, atEnd ? words + [clause] : [clause + ","] + words)
        case .clauseTaken:
            let length = max(1, words.count * 2 / 5)
            new.setText(
                place, Bool.random(using: &random) ? Array(words.dropFirst(length)) : Array(words.dropLast(length)))
        case .clausesReordered:
            let middle = Int.random(in: words.count / 3...words.count * 2 / 3, using: &random)
            new.setText(place, Array(words[middle...] + words[..<middle]))
        case .itemsReordered:
            changeWord(place)
            new.shuffleSiblings(of: place, &random)
        case .split:
            let middle = Int.random(in: words.count / 3...words.count * 2 / 3, using: &random)
            let (first, second) = (Array(words[..<middle]), Array(words[middle...]))
            new.setText(place, first)
            let added = new.insert(second.joined(separator: " "), behind: place)
            // The larger half, or either of two that are nearly equal.
            if Self.areNearlyEqual(first, second) {
                right.insert(added)
            } else if second.letterCount > first.letterCount {
                right = [added]
            }
        case .merged:
            guard let next = old.nextSibling(of: place) else { return nil }
            let others = old.words(next)
            new.setText(place, words + others)
            new.remove(next)
            outcome = Self.merged(old, new, page, place, next)
            return
        case .insertedBefore:
            changeWord(place)
            _ = new.insert(texts.text(&random), before: place)
        case .moved:
            changeWord(place)
            new.moveAnywhere(place, &random)
        case .neighboursEdited:
            for index in [old.previousSibling(of: place), place, old.nextSibling(of: place)] {
                if let index { changeWord(index) }
            }
        case .replaced:
            var text = texts.text(&random)
            while old.hasText(text) { text = texts.text(&random) }
            new.setText(place, [text])
            right = []
        }

        let oldName = old.nodes[place].name
        let matches = Self.matches(old.revision(of: page), new.revision(of: page))
        if right.isEmpty {
            outcome = matches[oldName] == nil ? .right : .wrong
        } else if let match = matches[oldName] {
            outcome = right.contains(match) ? .right : .wrong
        } else {
            outcome = .missed
        }
        // What the edit did not touch must not be taken for what it brought.
        for (oldNode, newNode) in matches where newNode.hasPrefix("added") && oldNode != oldName { outcome = .wrong }
    }

    /// Right is the larger of the two that were merged, or either of two that are nearly equal.
    private static func merged(
        _ old: ItemTree, _ new: ItemTree, _ page: PageRevision, _ place: Int, _ next: Int
    ) -> Outcome {
        let matches = matches(old.revision(of: page), new.revision(of: page))
        let name = new.nodes[place].name
        guard let match = matches.first(where: { $0.value == name })?.key else { return .missed }
        let (first, second) = (old.words(place), old.words(next))
        if areNearlyEqual(first, second) {
            return [old.nodes[place].name, old.nodes[next].name].contains(match) ? .right : .wrong
        }
        let larger = first.letterCount > second.letterCount ? place : next
        return match == old.nodes[larger].name ? .right : .wrong
    }

    /// Whether the smaller has at least four letters for each five of the larger.
    private static func areNearlyEqual(_ left: [String], _ right: [String]) -> Bool {
        5 * min(left.letterCount, right.letterCount) >= 4 * max(left.letterCount, right.letterCount)
    }

    /// The new item of each old one that was found again.
    private static func matches(_ old: PageRevision, _ new: PageRevision) -> [String: String] {
        var matches: [String: String] = [:]
        for entry in PageDiff(old, new).entries {
            if let old = entry.old, let new = entry.new { matches[old.id] = new.id }
        }
        return matches
    }
}

extension [String] {
    fileprivate var letterCount: Int { reduce(0) { $0 + $1.count } }
}
