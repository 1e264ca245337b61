/// The difference of two sequences of equal things: words, or lines.
public enum SequenceDiff {
    /// What happens to one element.
    public enum Step: Sendable, Equatable {
        /// Both have it, at these places.
        case same(old: Int, new: Int)
        case removed(old: Int)
        case added(new: Int)
    }

    /// Larger products of lengths are not compared in their middle.
    private static let most = 1_000_000

    /// The steps from one to the other, by a longest common subsequence; what is removed comes before what replaces it.
    ///
    /// - Complexity: the product of the lengths between the first and the last difference, and bounded: where that is more
    ///   than a million, all between them is removed and added.
    public static func steps<Element: Equatable>(_ old: [Element], _ new: [Element]) -> [Step] {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        var steps: [Step] = (0..<start).map { .same(old: $0, new: $0) }
        steps += middle(old, new, start..<old.count - end, start..<new.count - end)
        steps += (0..<end).map { .same(old: old.count - end + $0, new: new.count - end + $0) }
        return steps
    }

    private static func middle<Element: Equatable>(
        _ old: [Element], _ new: [Element], _ olds: Range<Int>, _ news: Range<Int>
    ) -> [Step] {
        guard !olds.isEmpty, !news.isEmpty, olds.count * news.count <= most else {
            return olds.map { .removed(old: $0) } + news.map { .added(new: $0) }
        }
        // Lengths of the longest common subsequences of what is left, from each pair of places on.
        let width = news.count + 1
        var lengths = [Int32](repeating: 0, count: (olds.count + 1) * width)
        func place(_ i: Int, _ j: Int) -> Int { (i - olds.lowerBound) * width + j - news.lowerBound }
        for i in olds.reversed() {
            for j in news.reversed() {
                lengths[place(i, j)] =
                    old[i] == new[j]
                    ? lengths[place(i + 1, j + 1)] + 1 : max(lengths[place(i + 1, j)], lengths[place(i, j + 1)])
            }
        }
        var steps: [Step] = []
        var added: [Step] = []
        var (i, j) = (olds.lowerBound, news.lowerBound)
        while i < olds.upperBound || j < news.upperBound {
            if i < olds.upperBound, j < news.upperBound, old[i] == new[j] {
                steps += added
                added.removeAll(keepingCapacity: true)
                steps.append(.same(old: i, new: j))
                i += 1
                j += 1
            } else if j == news.upperBound
                || i < olds.upperBound && lengths[place(i + 1, j)] >= lengths[place(i, j + 1)]
            {
                steps.append(.removed(old: i))
                i += 1
            } else {
                added.append(.added(new: j))
                j += 1
            }
        }
        return steps + added
    }
}
