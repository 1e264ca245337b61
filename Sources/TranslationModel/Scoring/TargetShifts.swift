/// Targets that are one segment too early or too late: two that changed places, and runs that moved.
///
/// No score of a single pair finds two titles that differ in one word and changed places. The comparison of both orders finds
/// them: how much likelier the targets are where they would belong, in nats, all words together.
struct TargetShifts {
    /// Where a target belongs.
    struct Shift {
        /// To the segment whose source the target fits: 1 to the next, -1 to the one before.
        var distance: Int
        /// How far above the limit, in the scale of the classifiers' log-odds.
        var margin: Float
    }

    private var found: [Int: Shift] = [:]

    /// The shift of a segment's target, if it moved.
    subscript(segment: Int) -> Shift? { found[segment] }

    // All limits are in nats.

    /// For a run of targets: e¹⁶ to one.
    private static let runLimit: Float = 16
    /// For two that changed places, which both say so: e⁹ to one.
    private static let swapLimit: Float = 9
    /// What one segment must gain to be part of a shift.
    private static let minGain: Float = 4
    /// What a title between two that moved must gain: it may fit both sources alike.
    private static let minGainInside: Float = -1
    /// What a copy of a neighbour's target must gain.
    private static let copyLimit: Float = 8
    /// So many nats above a limit are one more of the log-odds' scale.
    private static let scale: Float = 6

    /// Whether the features of a pair allow that its target moved: both halves have a word that the other does not explain, and
    /// either the pair fits badly as a whole, or that word says much. Of two titles where one contains the other, only the longer
    /// has such a word.
    ///
    /// The limits were chosen on pages whose neighbours had been swapped: 98 of 100 of these pass, and fewer real pairs than with a
    /// gap of 3.5 alone. Near-twins, which fit well, pass by their gap.
    ///
    /// - Parameter fit: the likelihood of the pair for each of its terms, in nats; nil for a pair that is clear
    ///   (``FeatureVector/isClear``).
    static func mayHaveMoved(_ features: FeatureVector, fit: Float?) -> Bool {
        let (one, other) = (features[.sourceGap], features[.targetGap])
        let (smaller, larger) = (min(one, other), max(one, other))
        guard let fit else { return smaller > 4 }
        return smaller > 5 || (larger > 6 && fit < 1.6) || (smaller > 3.5 && fit < 2)
    }

    /// - Parameters:
    ///   - pairs: one for each segment of a page; nil for those that are not scored.
    ///   - hasSameTarget: whether two segments have the same target: one of them may have taken the other's.
    init(_ pairs: [PairScore?], _ reader: some PairReader, hasSameTarget: (Int, Int) -> Bool) {
        guard pairs.contains(where: { $0?.mayHaveMoved == true }) else { return }
        var gains = ShiftGains(pairs, reader)
        gains.compareNeighbours(hasSameTarget)
        gains.extendRuns(above: Self.minGain)
        findRuns(gains.next, distance: 1)
        findRuns(gains.previous, distance: -1)
        for index in pairs.indices.dropLast() {
            let (next, previous) = (gains.next[index], gains.previous[index + 1])
            if next > Self.minGain, previous > Self.minGain, next + previous > Self.swapLimit {
                let margin = (next + previous - Self.swapLimit) / Self.scale
                insert(Shift(distance: 1, margin: margin), at: index)
                insert(Shift(distance: -1, margin: margin), at: index + 1)
            }
        }
        for index in pairs.indices.dropLast() {
            let (next, previous) = (gains.next[index], gains.previous[index + 1])
            guard max(next, previous) > Self.copyLimit, hasSameTarget(index, index + 1) else { continue }
            // Sources that differ in little may have one target: "Give" and "Giving permission". Such a copy is a note.
            func margin(_ gain: Float) -> Float { (gain - 2 * Self.copyLimit) / Self.scale }
            if next > Self.copyLimit { insert(Shift(distance: 1, margin: margin(next)), at: index) }
            if previous > Self.copyLimit { insert(Shift(distance: -1, margin: margin(previous)), at: index + 1) }
        }
    }

    /// A segment that was found before keeps its shift.
    private mutating func insert(_ shift: Shift, at segment: Int) { found[segment] = found[segment] ?? shift }

    /// Runs of two segments or more that moved the same way.
    private mutating func findRuns(_ gains: [Float], distance: Int) {
        var start = 0
        while start < gains.count {
            guard gains[start] > Self.minGain else {
                start += 1
                continue
            }
            var end = start
            var sum: Float = 0
            var strong = 0
            while end < gains.count, gains[end] > (strong > 1 ? Self.minGainInside : Self.minGain) {
                sum += gains[end]
                if gains[end] > Self.minGain { strong += 1 }
                end += 1
            }
            while end > start, gains[end - 1] <= 0 { end -= 1 }
            if strong >= 2, sum > Self.runLimit {
                for index in start..<end {
                    insert(Shift(distance: distance, margin: (sum - Self.runLimit) / Self.scale), at: index)
                }
            }
            start = max(end, start + 1)
        }
    }
}

/// How much likelier each target is for a neighbour's source than for its own, in nats.
private struct ShiftGains<Reader: PairReader> {
    /// With the next source, and with the one before; -∞ where they were not compared.
    private(set) var next: [Float]
    private(set) var previous: [Float]
    private let pairs: [PairScore]
    private let reader: Reader

    init(_ pairs: [PairScore?], _ reader: Reader) {
        next = Array(repeating: -.infinity, count: pairs.count)
        previous = next
        self.pairs = pairs.map { $0 ?? PairScore() }
        self.reader = reader
    }

    /// Compares neighbours that may have changed places: both may have moved, or one may, and both have the same target.
    mutating func compareNeighbours(_ hasSameTarget: (Int, Int) -> Bool) {
        for index in next.indices.dropLast() {
            let (one, other) = (pairs[index].mayHaveMoved, pairs[index + 1].mayHaveMoved)
            guard (one && other) || ((one || other) && hasSameTarget(index, index + 1)) else { continue }
            next[index] = gain(target: index, source: index + 1)
            previous[index + 1] = gain(target: index + 1, source: index)
        }
    }

    /// Compares the segments at the end of a run: the last target fits a source that still has its own.
    mutating func extendRuns(above minGain: Float) {
        for index in next.indices.dropFirst().dropLast()
        where next[index] == -.infinity && next[index - 1] > minGain && pairs[index].mayHaveMoved {
            next[index] = gain(target: index, source: index + 1)
        }
        for index in previous.indices.dropFirst().dropLast().reversed()
        where previous[index] == -.infinity && previous[index + 1] > minGain && pairs[index].mayHaveMoved {
            previous[index] = gain(target: index, source: index - 1)
        }
    }

    private func gain(target: Int, source: Int) -> Float {
        guard reader.mayFit(target: target, source: source, own: pairs[target]) else { return -.infinity }
        return reader.likelihood(source: source, target: target)
            - (pairs[target].likelihood ?? reader.likelihood(source: target, target: target))
    }
}
