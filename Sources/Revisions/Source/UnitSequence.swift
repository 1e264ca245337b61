import Bitext

/// The difference of two sequences of hashes, also of long ones.
enum UnitSequence {
    /// The steps from one to the other. Hashes that both have exactly once are found first, so that what is compared
    /// step by step is short.
    ///
    /// - Complexity: O(n log n), and for what is between these hashes that of ``SequenceDiff``, which is bounded.
    static func steps(_ old: [UInt64], _ new: [UInt64]) -> [SequenceDiff.Step] {
        var steps: [SequenceDiff.Step] = []
        var (oldStart, newStart) = (0, 0)
        func add(to oldEnd: Int, _ newEnd: Int) {
            for step in SequenceDiff.steps(Array(old[oldStart..<oldEnd]), Array(new[newStart..<newEnd])) {
                switch step {
                case .same(let i, let j): steps.append(.same(old: oldStart + i, new: newStart + j))
                case .removed(let i): steps.append(.removed(old: oldStart + i))
                case .added(let j): steps.append(.added(new: newStart + j))
                }
            }
        }
        for (i, j) in anchors(old, new) {
            add(to: i, j)
            steps.append(.same(old: i, new: j))
            (oldStart, newStart) = (i + 1, j + 1)
        }
        add(to: old.count, new.count)
        return steps
    }

    /// The longest sequence of hashes that both have exactly once, in the order of both (patience sorting).
    private static func anchors(_ old: [UInt64], _ new: [UInt64]) -> [(old: Int, new: Int)] {
        func places(_ hashes: [UInt64]) -> [UInt64: Int] {
            Dictionary(hashes.enumerated().map { ($1, $0) }, uniquingKeysWith: { _, _ in -1 })
        }
        let (olds, news) = (places(old), places(new))
        let pairs = old.indices.compactMap { index -> (old: Int, new: Int)? in
            guard olds[old[index]] == index, let place = news[old[index]], place >= 0 else { return nil }
            return (index, place)
        }
        // For each length, the pair with which the sequence of this length ends earliest.
        var ends: [Int] = []
        var previous = [Int](repeating: -1, count: pairs.count)
        for index in pairs.indices {
            let length = ends.partitioningIndex { pairs[$0].new >= pairs[index].new }
            previous[index] = length > 0 ? ends[length - 1] : -1
            if length < ends.count { ends[length] = index } else { ends.append(index) }
        }
        var sequence: [(old: Int, new: Int)] = []
        var index = ends.last ?? -1
        while index >= 0 {
            sequence.append(pairs[index])
            index = previous[index]
        }
        return sequence.reversed()
    }
}
