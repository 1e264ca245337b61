import Bitext

/// Which items moved: to another checklist, to another item above them, or among the items that stayed in their list. As few
/// as possible are said to have moved in a list, so that what is inserted or removed before an item moves nothing.
struct Moves {
    /// As the new revision has them.
    private(set) var moved: Set<Int> = []

    init(_ match: RevisionMatch) {
        for (_, siblings) in match.new.lists {
            var stayed: [(new: Int, rank: Int)] = []
            for index in siblings {
                guard let old = match.oldOfNew[index] else { continue }
                if match.areInOneList(old, index) {
                    stayed.append((index, match.old[old].rank))
                } else {
                    moved.insert(index)
                }
            }
            let inOrder = Self.longestRising(stayed.map(\.rank))
            for (place, item) in stayed.enumerated() where !inOrder.contains(place) { moved.insert(item.new) }
        }
    }

    /// The places of a longest rising subsequence. O(n log n).
    static func longestRising(_ values: [Int]) -> Set<Int> {
        // For each length, the place of the smallest value that ends a rising subsequence of that length.
        var ends: [Int] = []
        var before = [Int](repeating: -1, count: values.count)
        for (place, value) in values.enumerated() {
            let length = ends.partitioningIndex { values[$0] >= value }
            before[place] = length > 0 ? ends[length - 1] : -1
            if length == ends.count { ends.append(place) } else { ends[length] = place }
        }
        var places: Set<Int> = []
        var place = ends.last ?? -1
        while place >= 0 {
            places.insert(place)
            place = before[place]
        }
        return places
    }
}
