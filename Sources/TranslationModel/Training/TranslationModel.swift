import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// IBM model 1 in both directions, learned by expectation maximisation so that the two agree.
///
/// - P. F. Brown, S. A. Della Pietra, V. J. Della Pietra, R. L. Mercer: The mathematics of statistical machine translation
///   (1993): the model.
/// - P. Liang, B. Taskar, D. Klein: Alignment by agreement (2006): from the third round on, a link counts as much as both
///   directions believe in it, which clears the lexicon of most chance companions.
/// - D. Riley, D. Gildea: Improving the IBM alignment models using variational Bayes (2012): the digamma function in the
///   place of plain counts keeps rare words from hoarding probability.
struct TranslationModel {
    /// A source term's companions: `cells[rows[s] ..< rows[s + 1]]`, by ascending target.
    let rows: [Int]
    let targets: [UInt32]
    /// P(target | source) of each cell.
    private(set) var forward: [Float]
    /// P(source | target) of each cell.
    private(set) var backward: [Float]
    /// P(target | nothing).
    private(set) var forwardNull: [Float]
    private(set) var backwardNull: [Float]
    let sourceSize: Int
    let targetSize: Int

    /// Longer pairs teach little and cost most: their terms are too many to tell apart.
    private static let longest = 100
    private static let rounds = 6
    private static let firstJointRound = 2
    /// The sparse prior of variational Bayes.
    private static let alpha: Float = 0.02

    /// - Parameters:
    ///   - range: the pairs to learn from.
    ///   - source: the number in the lexicon's vocabulary of each of `pairs`' source terms, or `.max` for none.
    init(
        _ pairs: TrainingPairs, _ range: Range<Int>, sourceSize: Int, targetSize: Int, source: [UInt32],
        target: [UInt32]
    ) {
        self.sourceSize = sourceSize
        self.targetSize = targetSize
        let sentences = Self.sentences(pairs, range)
        (rows, targets) = Self.companions(sentences, source, target, sourceSize)
        forward = Array(repeating: 1, count: targets.count)
        backward = forward
        forwardNull = Array(repeating: 1 / Float(max(1, targetSize)), count: targetSize)
        backwardNull = Array(repeating: 1 / Float(max(1, sourceSize)), count: sourceSize)
        let cells = cellIndices(sentences, source, target)
        initialise()
        for round in 0..<Self.rounds { learn(sentences, source, target, cells, isJoint: round >= Self.firstJointRound) }
    }

    private struct Sentence {
        var source: Range<Int>
        var target: Range<Int>
    }

    /// The pairs that are worth learning from, as ranges of their terms.
    private static func sentences(_ pairs: TrainingPairs, _ range: Range<Int>) -> [Sentence] {
        range.compactMap { index in
            let left = pairs.sourceStarts[index]..<pairs.sourceStarts[index + 1]
            let right = pairs.targetStarts[index]..<pairs.targetStarts[index + 1]
            return left.count <= longest && right.count <= longest ? Sentence(source: left, target: right) : nil
        }
    }

    /// Which terms meet in at least two pairs.
    private static func companions(
        _ sentences: [Sentence], _ source: [UInt32], _ target: [UInt32], _ sourceSize: Int
    ) -> (rows: [Int], targets: [UInt32]) {
        // One row of sources at a time, so that memory holds one share of all meetings.
        let shares = 8
        var rows = [0]
        rows.reserveCapacity(sourceSize + 1)
        var targets: [UInt32] = []
        var meetings: [UInt64] = []
        for share in 0..<shares {
            let wanted = UInt32(sourceSize * share / shares)..<UInt32(sourceSize * (share + 1) / shares)
            meetings.removeAll(keepingCapacity: true)
            for sentence in sentences {
                for index in sentence.source {
                    let left = source[index]
                    guard wanted.contains(left) else { continue }
                    for other in sentence.target where target[other] != .max {
                        meetings.append(UInt64(left) << 32 | UInt64(target[other]))
                    }
                }
            }
            meetings.sort()
            var index = 0
            for left in wanted {
                while index < meetings.count, meetings[index] >> 32 == UInt64(left) {
                    let value = meetings[index]
                    var count = 0
                    while index < meetings.count, meetings[index] == value {
                        count += 1
                        index += 1
                    }
                    if count >= 2 { targets.append(UInt32(truncatingIfNeeded: value)) }
                }
                rows.append(targets.count)
            }
        }
        return (rows, targets)
    }

    /// For each sentence's source × target, the cell or -1, one behind the other.
    private func cellIndices(_ sentences: [Sentence], _ source: [UInt32], _ target: [UInt32]) -> [Int32] {
        var indices: [Int32] = []
        indices.reserveCapacity(sentences.reduce(0) { $0 + $1.source.count * $1.target.count })
        for sentence in sentences {
            for left in sentence.source {
                guard source[left] != .max else {
                    for _ in sentence.target { indices.append(-1) }
                    continue
                }
                let range = rows[Int(source[left])]..<rows[Int(source[left]) + 1]
                for right in sentence.target {
                    indices.append(target[right] == .max ? -1 : find(target[right], in: range))
                }
            }
        }
        return indices
    }

    private func find(_ target: UInt32, in range: Range<Int>) -> Int32 {
        targets.withUnsafeBufferPointer { targets in
            var low = range.lowerBound
            var high = range.upperBound
            while low < high {
                let middle = (low + high) / 2
                if targets[middle] < target { low = middle + 1 } else { high = middle }
            }
            return low < range.upperBound && targets[low] == target ? Int32(low) : -1
        }
    }

    private mutating func initialise() {
        var columns = Array(repeating: Float(0), count: targetSize)
        for target in targets { columns[Int(target)] += 1 }
        for row in 0..<sourceSize {
            let range = rows[row]..<rows[row + 1]
            for cell in range {
                forward[cell] = 1 / Float(range.count)
                backward[cell] = 1 / columns[Int(targets[cell])]
            }
        }
    }

    /// One round: how often each link is believed in, then new probabilities.
    private mutating func learn(
        _ sentences: [Sentence], _ source: [UInt32], _ target: [UInt32], _ cells: [Int32], isJoint: Bool
    ) {
        var counts = Array(repeating: Float(0), count: targets.count)
        var otherCounts = counts
        var nullTarget = Array(repeating: Float(0), count: targetSize)
        var nullSource = Array(repeating: Float(0), count: sourceSize)
        var base = 0
        // Every index comes from the arrays' own construction; the pointers spare a bounds check for each of the millions
        // of cells.
        cells.withUnsafeBufferPointer { cells in
            forward.withUnsafeBufferPointer { forward in
                backward.withUnsafeBufferPointer { backward in
                    counts.withUnsafeMutableBufferPointer { counts in
                        otherCounts.withUnsafeMutableBufferPointer { otherCounts in
                            var columnSums = Array(repeating: Float(0), count: Self.longest + 1)
                            var rowSums = columnSums
                            for sentence in sentences {
                                let (m, n) = (sentence.source.count, sentence.target.count)
                                defer { base += m * n }
                                for j in 0..<n {
                                    let word = target[sentence.target.lowerBound + j]
                                    columnSums[j] = word == .max ? 1 : forwardNull[Int(word)]
                                }
                                for i in 0..<m {
                                    let word = source[sentence.source.lowerBound + i]
                                    rowSums[i] = word == .max ? 1 : backwardNull[Int(word)]
                                    for j in 0..<n {
                                        let cell = Int(cells[base + i * n + j])
                                        guard cell >= 0 else { continue }
                                        columnSums[j] += forward[cell]
                                        rowSums[i] += backward[cell]
                                    }
                                }
                                for j in 0..<n {
                                    let word = target[sentence.target.lowerBound + j]
                                    if word != .max { nullTarget[Int(word)] += forwardNull[Int(word)] / columnSums[j] }
                                }
                                for i in 0..<m {
                                    let word = source[sentence.source.lowerBound + i]
                                    if word != .max { nullSource[Int(word)] += backwardNull[Int(word)] / rowSums[i] }
                                    for j in 0..<n {
                                        let cell = Int(cells[base + i * n + j])
                                        guard cell >= 0 else { continue }
                                        let one = forward[cell] / columnSums[j]
                                        let other = backward[cell] / rowSums[i]
                                        if isJoint {
                                            let both = one * other
                                            counts[cell] += both
                                            otherCounts[cell] += both
                                        } else {
                                            counts[cell] += one
                                            otherCounts[cell] += other
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        maximise(counts, otherCounts, nullTarget, nullSource)
    }

    private mutating func maximise(
        _ counts: [Float], _ otherCounts: [Float], _ nullTarget: [Float], _ nullSource: [Float]
    ) {
        var columnTotals = Array(repeating: Float(0), count: targetSize)
        var columnSizes = columnTotals
        for cell in targets.indices {
            columnTotals[Int(targets[cell])] += otherCounts[cell]
            columnSizes[Int(targets[cell])] += 1
        }
        for row in 0..<sourceSize {
            let range = rows[row]..<rows[row + 1]
            let total = range.reduce(Float(0)) { $0 + counts[$1] }
            let base = Self.expDigamma(total + Self.alpha * Float(range.count))
            for cell in range {
                let column = Int(targets[cell])
                forward[cell] = base > 0 ? Self.expDigamma(counts[cell] + Self.alpha) / base : 0
                let other = Self.expDigamma(columnTotals[column] + Self.alpha * columnSizes[column])
                backward[cell] = other > 0 ? Self.expDigamma(otherCounts[cell] + Self.alpha) / other : 0
            }
        }
        let nullTotal = max(nullTarget.reduce(0, +), 1)
        for index in forwardNull.indices { forwardNull[index] = nullTarget[index] / nullTotal }
        let otherTotal = max(nullSource.reduce(0, +), 1)
        for index in backwardNull.indices { backwardNull[index] = nullSource[index] / otherTotal }
    }

    /// exp(ψ(x)), by the asymptotic series of ψ from 6 on (Abramowitz and Stegun 6.3.18).
    private static func expDigamma(_ x: Float) -> Float {
        guard x > 0.005 else { return 0 }
        var x = Double(x)
        var shift = 0.0
        while x < 6 {
            shift -= 1 / x
            x += 1
        }
        let inverse = 1 / (x * x)
        let series = Logarithm.natural(x) - 0.5 / x - inverse * (1.0 / 12 - inverse * (1.0 / 120 - inverse / 252))
        return Float(Logarithm.exponential(series + shift))
    }
}
