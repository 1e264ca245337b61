/// Targets that stand one segment too early or too late: two that changed places, and runs that moved.
///
/// No score of a single pair finds two titles that differ in one word and changed places. The comparison of both orders does:
/// how much likelier the targets are where they would belong, in nats, all words together.
struct Moves {
    /// The segment whose source the target fits.
    struct Move {
        var shift: Int
        /// How far above the limit, in the judges' scale.
        var margin: Float
    }

    private(set) var found: [Int: Move] = [:]
    /// How much likelier each target is for the next source than for its own, and for the one before.
    private var next: [Float]
    private var previous: [Float]

    /// A gap of a word; where everything is explained, nothing has moved.
    private static let noticeable: Float = 3.5
    /// In nats: e¹⁶ to one.
    private static let limit: Float = 16
    /// The same for two that changed places, which is known by both: e⁹ to one.
    private static let swapped: Float = 9
    /// What one segment must gain to be part of a move.
    private static let smallest: Float = 4

    /// What a copy of a neighbour's target must gain.
    private static let copied: Float = 8

    init(count: Int) {
        next = Array(repeating: -.infinity, count: count)
        previous = next
    }

    /// Compares the targets of some segments with the sources beside their own: where two neighbours have something
    /// unexplained, or the same target, and from there on as far as it goes.
    private mutating func compare(_ gaps: [Float], _ reader: ContentReader, _ hasSameTarget: (Int, Int) -> Bool) {
        var own: [Int: Float] = [:]
        func gain(_ index: Int, _ source: Int) -> Float {
            guard gaps.indices.contains(source), reader.count(source, .source) >= 2 else { return -.infinity }
            let here = own[index] ?? reader.likelihood(source: index, target: index)
            own[index] = here
            return reader.likelihood(source: source, target: index) - here
        }
        for index in gaps.indices.dropLast() {
            let isBoth = gaps[index] > Self.noticeable && gaps[index + 1] > Self.noticeable
            guard
                isBoth
                    || (max(gaps[index], gaps[index + 1]) > Self.noticeable && hasSameTarget(index, index + 1))
            else { continue }
            next[index] = gain(index, index + 1)
            previous[index + 1] = gain(index + 1, index)
        }
        // The last one of a run fits a source that has its own target still.
        for index in gaps.indices.dropFirst()
        where next[index - 1] > Self.smallest && next[index] == -.infinity && gaps[index] > Self.noticeable {
            next[index] = gain(index, index + 1)
        }
        for index in gaps.indices.dropLast().reversed()
        where previous[index + 1] > Self.smallest && previous[index] == -.infinity && gaps[index] > Self.noticeable {
            previous[index] = gain(index, index - 1)
        }
    }

    /// Finds what moved.
    ///
    /// - Parameters:
    ///   - gaps: the smaller gap of each segment's halves; what moved leaves something unexplained on both sides.
    ///   - hasSameTarget: whether two segments have the same target: one of them took the other's.
    mutating func find(_ gaps: [Float], _ reader: ContentReader, hasSameTarget: (Int, Int) -> Bool) {
        compare(gaps, reader, hasSameTarget)
        findRuns(next, shift: 1)
        findRuns(previous, shift: -1)
        for index in next.indices.dropLast()
        where next[index] > Self.smallest && previous[index + 1] > Self.smallest
            && next[index] + previous[index + 1] > Self.swapped
        {
            let margin = (next[index] + previous[index + 1] - Self.swapped) / 6
            found[index] = found[index] ?? Move(shift: 1, margin: margin)
            found[index + 1] = found[index + 1] ?? Move(shift: -1, margin: margin)
        }
        for index in next.indices.dropLast() {
            if next[index] > Self.copied, found[index] == nil, hasSameTarget(index, index + 1) {
                found[index] = Move(shift: 1, margin: next[index] / 6)
            }
            if previous[index + 1] > Self.copied, found[index + 1] == nil, hasSameTarget(index, index + 1) {
                found[index + 1] = Move(shift: -1, margin: previous[index + 1] / 6)
            }
        }
    }

    /// Runs of two segments or more that moved the same way.
    private mutating func findRuns(_ gains: [Float], shift: Int) {
        var start = 0
        while start < gains.count {
            guard gains[start] > Self.smallest else {
                start += 1
                continue
            }
            var end = start
            var sum: Float = 0
            var strong = 0
            // A title in between may fit both sources alike.
            while end < gains.count, gains[end] > (strong > 1 ? -1 : Self.smallest) {
                sum += gains[end]
                if gains[end] > Self.smallest { strong += 1 }
                end += 1
            }
            while end > start, gains[end - 1] <= 0 { end -= 1 }
            if strong >= 2, sum > Self.limit {
                for index in start..<end where found[index] == nil {
                    found[index] = Move(shift: shift, margin: (sum - Self.limit) / 6)
                }
            }
            start = max(end, start + 1)
        }
    }
}
