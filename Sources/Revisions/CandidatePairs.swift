/// The pairs of unmatched items that are worth a closer look, so that not every old item is compared with every new one.
///
/// A bounded number for each item: those in the same gap, those that share rare words, code or links, and those above
/// matched items.
struct CandidatePairs {
    struct Pair: Hashable {
        var old: Int
        var new: Int
    }

    private(set) var pairs: Set<Pair> = []

    /// In larger gaps only items at nearly the same place are compared for their place.
    private static let largestGap = 256
    private static let band = 4
    /// Words that more items have lead nowhere.
    private static let mostForWord = 64
    private static let wordsLookedUp = 8
    private static let mostByWords = 12
    private static let mostForFeature = 8

    init(
        _ match: RevisionMatch, _ neighbourhood: Neighbourhood, _ oldWords: [Int: Vocabulary.Words],
        _ newWords: [Int: Vocabulary.Words]
    ) {
        let old = match.old.indices.filter { match.newOfOld[$0] == nil }
        let new = match.new.indices.filter { match.oldOfNew[$0] == nil }
        addGaps(neighbourhood)
        addParents(match)
        addByWords(old, new, oldWords, newWords)
        addByFeature(old.map { ($0, match.old[$0]) }, new.map { ($0, match.new[$0]) }) {
            $0.code.joined(separator: "\n")
        }
        addByFeature(old.map { ($0, match.old[$0]) }, new.map { ($0, match.new[$0]) }) {
            $0.linkedURLs.joined(separator: "\n")
        }
    }

    private mutating func addGaps(_ neighbourhood: Neighbourhood) {
        for (gap, old) in neighbourhood.oldInGap {
            guard let new = neighbourhood.newInGap[gap] else { continue }
            if old.count * new.count <= Self.largestGap {
                for oldIndex in old { for newIndex in new { pairs.insert(Pair(old: oldIndex, new: newIndex)) } }
                continue
            }
            for (rank, oldIndex) in old.enumerated() {
                for newRank in [rank, rank + new.count - old.count] {
                    let first = min(max(0, newRank - Self.band), new.count)
                    let end = max(first, min(new.count, newRank + Self.band + 1))
                    for newIndex in new[first..<end] { pairs.insert(Pair(old: oldIndex, new: newIndex)) }
                }
            }
        }
    }

    private mutating func addParents(_ match: RevisionMatch) {
        for (child, newChild) in match.newOfOld.enumerated() {
            guard let newChild, let old = match.old[child].parent, let new = match.new[newChild].parent,
                match.areFree(old, new)
            else {
                continue
            }
            pairs.insert(Pair(old: old, new: new))
        }
    }

    private mutating func addByWords(
        _ old: [Int], _ new: [Int], _ oldWords: [Int: Vocabulary.Words], _ newWords: [Int: Vocabulary.Words]
    ) {
        var places: [Int32: [Int]] = [:]
        for index in new {
            var last: Int32 = -1
            for word in newWords[index]?.sorted ?? [] where word != last {
                last = word
                // One more than is used, to know that it is too many.
                if places[word, default: []].count <= Self.mostForWord { places[word, default: []].append(index) }
            }
        }
        for index in old {
            var rare: [(count: Int, word: Int32)] = []
            var last: Int32 = -1
            for word in oldWords[index]?.sorted ?? [] where word != last {
                last = word
                if let count = places[word]?.count, count <= Self.mostForWord { rare.append((count, word)) }
            }
            rare.sort { $0 < $1 }
            var hits: [Int: Float] = [:]
            for (count, word) in rare.prefix(Self.wordsLookedUp) {
                for newIndex in places[word] ?? [] { hits[newIndex, default: 0] += 1 / Float(count + 1) }
            }
            let best = hits.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            for (newIndex, _) in best.prefix(Self.mostByWords) { pairs.insert(Pair(old: index, new: newIndex)) }
        }
    }

    /// Items with the same code, or the same links.
    private mutating func addByFeature(
        _ old: [(index: Int, entry: ItemRow.Entry)], _ new: [(index: Int, entry: ItemRow.Entry)],
        _ feature: (ItemRow.Entry) -> String
    ) {
        var places: [String: [Int]] = [:]
        for (index, entry) in new {
            let value = feature(entry)
            if !value.isEmpty, places[value, default: []].count < Self.mostForFeature {
                places[value, default: []].append(index)
            }
        }
        for (index, entry) in old {
            for newIndex in places[feature(entry)] ?? [] { pairs.insert(Pair(old: index, new: newIndex)) }
        }
    }
}
