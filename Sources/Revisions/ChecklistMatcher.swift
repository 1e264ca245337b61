import Checklists

/// Finds out which checklist is which, by the items that they share, and by what is above them.
struct ChecklistMatcher {
    private struct Candidate {
        var old: Int
        var new: Int
        var score: Float
    }

    /// A candidate that has less in common is another list.
    private static let threshold: Float = 0.4

    /// For each old checklist, the new one that it is.
    static func matches(_ match: RevisionMatch) -> [Int?] {
        var shared: [Pair: Int] = [:]
        let oldSizes = sizes(match.old, match.oldChecklists)
        let newSizes = sizes(match.new, match.newChecklists)
        for (oldIndex, newIndex) in match.newOfOld.enumerated() {
            guard let newIndex else { continue }
            shared[Pair(old: match.old[oldIndex].checklist, new: match.new[newIndex].checklist), default: 0] += 1
        }
        // Lists that share no item may still be below the same words; of several such, in their order.
        var heads: [Head: [Int]] = [:]
        for (index, checklist) in match.newChecklists.enumerated().reversed() {
            heads[Head(checklist), default: []].append(index)
        }
        for (index, checklist) in match.oldChecklists.enumerated() {
            if let newIndex = heads[Head(checklist)]?.popLast() {
                shared[Pair(old: index, new: newIndex), default: 0] += 0
            }
        }
        let candidates = shared.map { pair, count in
            let items = 2 * Float(count) / Float(max(1, oldSizes[pair.old] + newSizes[pair.new]))
            return Candidate(
                old: pair.old, new: pair.new,
                score: items
                    + likeness(match.oldChecklists[pair.old], match.newChecklists[pair.new], sharesItems: count > 0))
        }
        return best(candidates, oldCount: oldSizes.count, newCount: newSizes.count)
    }

    private struct Pair: Hashable {
        var old: Int
        var new: Int
    }

    /// The words above a list.
    private struct Head: Hashable {
        var title: String?
        var leadIn: String?

        init(_ checklist: Checklist) {
            title = checklist.title?.source?.collapsingBlanks()
            leadIn = checklist.leadIn?.text.source?.collapsingBlanks()
        }
    }

    private static func sizes(_ row: ItemRow, _ checklists: [Checklist]) -> [Int] {
        var sizes = Array(repeating: 0, count: checklists.count)
        for entry in row.entries { sizes[entry.checklist] += 1 }
        return sizes
    }

    private static func likeness(_ old: Checklist, _ new: Checklist, sharesItems: Bool) -> Float {
        let (oldHead, newHead) = (Head(old), Head(new))
        var score: Float = 0
        if oldHead.title == newHead.title { score += oldHead.title == nil ? 0.1 : 0.2 }
        if oldHead.leadIn == newHead.leadIn { score += oldHead.leadIn == nil ? 0.1 : 0.3 }
        if old.kind == new.kind { score += 0.1 }
        // One item in common is something, even in long lists.
        return sharesItems ? score + 0.2 : score
    }

    /// The best pairs, each checklist in one of them at most.
    private static func best(_ candidates: [Candidate], oldCount: Int, newCount: Int) -> [Int?] {
        var matches = [Int?](repeating: nil, count: oldCount)
        var taken = [Bool](repeating: false, count: newCount)
        let sorted = candidates.sorted {
            if $0.score != $1.score { return $0.score > $1.score }
            let (left, right) = (abs($0.old - $0.new), abs($1.old - $1.new))
            return left != right ? left < right : ($0.old, $0.new) < ($1.old, $1.new)
        }
        for candidate in sorted where candidate.score >= threshold {
            guard matches[candidate.old] == nil, !taken[candidate.new] else { continue }
            matches[candidate.old] = candidate.new
            taken[candidate.new] = true
        }
        return matches
    }
}
