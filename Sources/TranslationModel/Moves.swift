import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

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

    /// Whether a pair leaves room for a move: both halves have a word that the other does not explain, and either the pair fits
    /// badly as a whole, or that word says much. Of two titles where one holds the other, only the longer has such a word.
    ///
    /// The limits were chosen on pages whose neighbours had been swapped: 98 of 100 of these pass, and fewer real pairs than with a
    /// gap of 3.5 alone. Near-twins, which fit well, pass by their gap.
    ///
    /// - Parameter fit: the likelihood of the pair for each of its terms, in nats; nil where it is clear (``PairFigures/isClear``).
    static func mayHaveMoved(_ figures: PairFigures, _ fit: Float?) -> Bool {
        let (one, other) = (figures[.sourceGap], figures[.targetGap])
        let least = min(one, other)
        guard let fit else { return least > 4 }
        return least > 5 || (max(one, other) > 6 && fit < 1.6) || (least > 3.5 && fit < 2)
    }

    /// In nats: e¹⁶ to one.
    private static let limit: Float = 16
    /// The same for two that changed places, which is known by both: e⁹ to one.
    private static let swapped: Float = 9
    /// What one segment must gain to be part of a move.
    private static let smallest: Float = 4

    /// What a title between two that moved must gain; less than this and nothing are the same.
    private static let irrelevant: Float = -1

    /// Less than anything that is looked at.
    private static let nothing: Float = -1000

    /// What a copy of a neighbour's target must gain.
    private static let copied: Float = 8

    init(count: Int) {
        next = Array(repeating: -.infinity, count: count)
        previous = next
    }

    /// What is needed to compare a segment's target with the sources beside its own.
    private struct Comparison {
        let mayHaveMoved: [Bool]
        let reader: any PairReader
        /// How likely each target is for its own source; NaN where nobody has asked, as the pair is clear.
        var own: [Float]
        let hasSameTarget: (Int, Int) -> Bool

        mutating func gain(_ index: Int, _ source: Int) -> Float {
            guard mayHaveMoved.indices.contains(source) else { return Moves.nothing }
            guard reader.mayFit(target: index, source: source, own: own[index]) else { return Moves.nothing }
            if own[index].isNaN { own[index] = reader.likelihood(source: index, target: index) }
            return reader.likelihood(source: source, target: index) - own[index]
        }

        /// Whether a segment and the next one may have changed places: both have something unexplained, or one has, and both
        /// have the same target.
        func isDoubtful(_ index: Int) -> Bool {
            guard mayHaveMoved.indices.contains(index), mayHaveMoved.indices.contains(index + 1) else { return false }
            if mayHaveMoved[index], mayHaveMoved[index + 1] { return true }
            return (mayHaveMoved[index] || mayHaveMoved[index + 1]) && hasSameTarget(index, index + 1)
        }
    }

    /// Compares the targets of doubtful segments with the sources beside their own, and from there on as far as it goes.
    ///
    /// What moved moved in twos at least, both ways or one way: so of two gains side by side one is looked at, and the others
    /// only where it shows something. What is not looked at is at most ``irrelevant``, or stands alone and says nothing.
    private mutating func compare(_ comparison: inout Comparison) {
        let count = comparison.mayHaveMoved.count
        let isDoubtful = (0..<count).map { comparison.isDoubtful($0) }
        for index in 0..<count where isDoubtful[index] {
            let isCopy = comparison.hasSameTarget(index, index + 1)
            // What stands beside them is looked at only where it is doubtful as well.
            if isCopy || index % 2 == 0 || !isDoubtful[index + 1] { look(index, isNext: true, isDoubtful, &comparison) }
            if isCopy || index % 2 != 0 || index == 0 || !isDoubtful[index - 1] {
                look(index + 1, isNext: false, isDoubtful, &comparison)
            }
        }
        // The last one of a run fits a source that has its own target still.
        for index in 0..<count
        where index > 0 && next[index - 1] > Self.smallest && comparison.mayHaveMoved[index] {
            look(index, isNext: true, isDoubtful, &comparison)
        }
        for index in (0..<count).reversed()
        where index + 1 < count && previous[index + 1] > Self.smallest && comparison.mayHaveMoved[index] {
            look(index, isNext: false, isDoubtful, &comparison)
        }
    }

    /// Finds what a target gains with the next source, or with the one before; where that is something, also what stands beside it.
    private mutating func look(
        _ index: Int, isNext: Bool, _ isDoubtful: [Bool], _ comparison: inout Comparison
    ) {
        guard gain(index, isNext, &comparison) > Self.irrelevant else { return }
        var rest = [(index: index, isNext: isNext)]
        while let (index, isNext) = rest.popLast() {
            // A pair of neighbours is known by the first of them.
            let pair = isNext ? index : index - 1
            var beside = [(index: index - 1, isNext: isNext), (index: index + 1, isNext: isNext)]
            beside.append(isNext ? (pair + 1, false) : (pair, true))
            for (index, isNext) in beside {
                let pair = isNext ? index : index - 1
                guard isDoubtful.indices.contains(pair), isDoubtful[pair],
                    gain(index, isNext, &comparison) > Self.irrelevant
                else { continue }
                rest.append((index, isNext))
            }
        }
    }

    /// What a target gains; -∞ where that is known already.
    private mutating func gain(_ index: Int, _ isNext: Bool, _ comparison: inout Comparison) -> Float {
        guard (isNext ? next : previous)[index] == -.infinity else { return -.infinity }
        let gain = comparison.gain(index, isNext ? index + 1 : index - 1)
        if isNext { next[index] = gain } else { previous[index] = gain }
        return gain
    }

    /// Finds what moved.
    ///
    /// - Parameters:
    ///   - mayHaveMoved: what ``mayHaveMoved(_:_:)`` says of each segment.
    ///   - likelihoods: of each segment with its own target; NaN where it is not known.
    ///   - hasSameTarget: whether two segments have the same target: one of them took the other's.
    mutating func find(
        _ mayHaveMoved: [Bool], _ likelihoods: [Float], _ reader: any PairReader, hasSameTarget: (Int, Int) -> Bool
    ) {
        withoutActuallyEscaping(hasSameTarget) { hasSameTarget in
            var comparison = Comparison(
                mayHaveMoved: mayHaveMoved, reader: reader, own: likelihoods, hasSameTarget: hasSameTarget)
            compare(&comparison)
        }
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
            while end < gains.count, gains[end] > (strong > 1 ? Self.irrelevant : Self.smallest) {
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
