import Bitext

/// IBM model 1 in both directions, learned by expectation maximisation so that the two agree.
///
/// - P. F. Brown, S. A. Della Pietra, V. J. Della Pietra, R. L. Mercer: The mathematics of statistical machine translation
///   (1993): the model.
/// - P. Liang, B. Taskar, D. Klein: Alignment by agreement (2006): from the third round on, a link counts as much as both
///   directions believe in it. That removes most companions by chance.
/// - D. Riley, D. Gildea: Improving the IBM alignment models using variational Bayes (2012): the digamma function instead of plain
///   counts keeps rare words from collecting probability.
struct IBMModel1 {
    /// The companions of source term `s` are `targets[rows[s]..<rows[s + 1]]`, in ascending order; each is a cell.
    let rows: [Int]
    let targets: [Int32]
    /// P(target | source) of each cell.
    private(set) var forward: [Float]
    /// P(source | target) of each cell.
    private(set) var backward: [Float]
    /// P(target | nothing), and P(source | nothing).
    private var forwardNull: [Float]
    private var backwardNull: [Float]
    let sourceSize: Int
    let targetSize: Int

    /// Longer sentences are skipped: they take the most time, and with so many terms little can be learned of each.
    private static let maxLength = 100
    private static let rounds = 6
    private static let firstJointRound = 2
    /// The sparse prior of variational Bayes.
    private static let alpha: Float = 0.02

    private typealias Sentence = (source: [Int32], target: [Int32])

    /// What was known of each cell before: how many links the prior counts for, in both directions; empty without a prior.
    private var priorCounts: [(forward: Float, backward: Float)] = []
    /// The prior counts as much as so many links of each term.
    private static let priorStrength: Float = 20
    /// How likely a link is at first that the prior of its term does not have.
    private static let newLink: Float = 0.02

    /// - Parameters:
    ///   - source: the sentences' terms, by their numbers; -1 for a term that is not learned.
    ///   - target: the same for each sentence's translation.
    ///   - prior: what is known of the first terms (a Dirichlet prior).
    init(
        _ source: [[Int32]], _ target: [[Int32]], sourceSize: Int, targetSize: Int, prior: TranslationTable? = nil
    ) {
        self.sourceSize = sourceSize
        self.targetSize = targetSize
        let sentences: [Sentence] = zip(source, target).filter {
            $0.count <= Self.maxLength && $1.count <= Self.maxLength
        }
        (rows, targets) = Self.companions(sentences, sourceSize, prior)
        forward = Array(repeating: 1, count: targets.count)
        backward = forward
        forwardNull = Array(repeating: 1 / Float(max(1, targetSize)), count: targetSize)
        backwardNull = Array(repeating: 1 / Float(max(1, sourceSize)), count: sourceSize)
        let cells = cells(of: sentences)
        initialise()
        if let prior { take(prior) }
        for round in 0..<Self.rounds { learn(sentences, cells, isJoint: round >= Self.firstJointRound) }
    }

    /// Which terms meet in at least two sentence pairs, or are linked in the prior.
    private static func companions(
        _ sentences: [Sentence], _ sourceSize: Int, _ prior: TranslationTable?
    ) -> (rows: [Int], targets: [Int32]) {
        var rows = [0]
        var targets: [Int32] = []
        // An eighth of the source terms at a time, so that memory holds an eighth of all meetings.
        let shares = 8
        var meetings: [UInt64] = []
        for share in 0..<shares {
            let wanted = Int32(sourceSize * share / shares)..<Int32(sourceSize * (share + 1) / shares)
            meetings.removeAll(keepingCapacity: true)
            for sentence in sentences {
                for source in sentence.source where wanted.contains(source) {
                    for target in sentence.target where target >= 0 {
                        meetings.append(UInt64(source) << 32 | UInt64(target))
                    }
                }
            }
            meetings.sort()
            var index = 0
            for source in wanted {
                let start = targets.count
                while index < meetings.count, meetings[index] >> 32 == UInt64(source) {
                    let meeting = meetings[index]
                    var count = 0
                    while index < meetings.count, meetings[index] == meeting {
                        count += 1
                        index += 1
                    }
                    if count >= 2 { targets.append(Int32(truncatingIfNeeded: meeting)) }
                }
                if let prior, Int(source) < prior.sourceSize {
                    let all = Set(targets[start...]).union(prior.links(of: source).map(\.target))
                    targets.replaceSubrange(start..., with: all.sorted())
                }
                rows.append(targets.count)
            }
        }
        return (rows, targets)
    }

    /// For each sentence's source × target, the cell or -1, one after the other.
    private func cells(of sentences: [Sentence]) -> [Int32] {
        var cells: [Int32] = []
        cells.reserveCapacity(sentences.reduce(0) { $0 + $1.source.count * $1.target.count })
        for sentence in sentences {
            for source in sentence.source {
                for target in sentence.target {
                    cells.append(source < 0 || target < 0 ? -1 : cell(source, target))
                }
            }
        }
        return cells
    }

    /// The cell of two terms, or -1.
    private func cell(_ source: Int32, _ target: Int32) -> Int32 {
        targets.withUnsafeBufferPointer { targets in
            let row = rows[Int(source)]..<rows[Int(source) + 1]
            let cell = targets[row].partitioningIndex { $0 >= target }
            return cell < row.upperBound && targets[cell] == target ? Int32(cell) : -1
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

    /// Begins with what the prior says of its links.
    private mutating func take(_ prior: TranslationTable) {
        priorCounts = Array(repeating: (0, 0), count: targets.count)
        for source in 0..<Int32(prior.sourceSize) {
            let row = rows[Int(source)]..<rows[Int(source) + 1]
            for cell in row { (forward[cell], backward[cell]) = (Self.newLink, Self.newLink) }
            for link in prior.links(of: source) {
                let cell = Int(cell(source, link.target))
                guard cell >= 0 else { continue }
                forward[cell] = ByteProbability.probability[Int(link.forward)]
                backward[cell] = ByteProbability.probability[Int(link.backward)]
                priorCounts[cell] = (forward[cell] * Self.priorStrength, backward[cell] * Self.priorStrength)
            }
        }
    }

    /// How often each link is believed in.
    private struct Counts {
        var forward: [Float]
        var backward: [Float]
        var nullTarget: [Float]
        var nullSource: [Float]
    }

    /// One round: counts what the probabilities make of the sentences, then new probabilities.
    private mutating func learn(_ sentences: [Sentence], _ cells: [Int32], isJoint: Bool) {
        let none = Array(repeating: Float(0), count: targets.count)
        var counts = Counts(
            forward: none, backward: none, nullTarget: Array(repeating: 0, count: targetSize),
            nullSource: Array(repeating: 0, count: sourceSize))
        var base = 0
        for sentence in sentences {
            let end = base + sentence.source.count * sentence.target.count
            count(sentence, cells[base..<end], isJoint, &counts)
            base = end
        }
        for (cell, prior) in priorCounts.enumerated() {
            counts.forward[cell] += prior.forward
            counts.backward[cell] += prior.backward
        }
        maximise(counts)
    }

    /// Counts the links of one sentence pair.
    ///
    /// - Parameter cells: of its source × target.
    private func count(_ sentence: Sentence, _ cells: ArraySlice<Int32>, _ isJoint: Bool, _ counts: inout Counts) {
        var columnSums = sentence.target.map { $0 < 0 ? 1 : forwardNull[Int($0)] }
        var rowSums = sentence.source.map { $0 < 0 ? 1 : backwardNull[Int($0)] }
        func forEachLink(_ body: (_ row: Int, _ column: Int, _ cell: Int) -> Void) {
            var index = cells.startIndex
            for row in rowSums.indices {
                for column in columnSums.indices {
                    if cells[index] >= 0 { body(row, column, Int(cells[index])) }
                    index += 1
                }
            }
        }
        forEachLink { row, column, cell in
            columnSums[column] += forward[cell]
            rowSums[row] += backward[cell]
        }
        for (term, sum) in zip(sentence.target, columnSums) where term >= 0 {
            counts.nullTarget[Int(term)] += forwardNull[Int(term)] / sum
        }
        for (term, sum) in zip(sentence.source, rowSums) where term >= 0 {
            counts.nullSource[Int(term)] += backwardNull[Int(term)] / sum
        }
        forEachLink { row, column, cell in
            let one = forward[cell] / columnSums[column]
            let other = backward[cell] / rowSums[row]
            counts.forward[cell] += isJoint ? one * other : one
            counts.backward[cell] += isJoint ? one * other : other
        }
    }

    private mutating func maximise(_ counts: Counts) {
        var columnTotals = Array(repeating: Float(0), count: targetSize)
        var columnSizes = columnTotals
        for cell in targets.indices {
            columnTotals[Int(targets[cell])] += counts.backward[cell]
            columnSizes[Int(targets[cell])] += 1
        }
        for row in 0..<sourceSize {
            let range = rows[row]..<rows[row + 1]
            let total = range.reduce(Float(0)) { $0 + counts.forward[$1] }
            let base = Self.expDigamma(total + Self.alpha * Float(range.count))
            for cell in range {
                let column = Int(targets[cell])
                forward[cell] = base > 0 ? Self.expDigamma(counts.forward[cell] + Self.alpha) / base : 0
                let other = Self.expDigamma(columnTotals[column] + Self.alpha * columnSizes[column])
                backward[cell] = other > 0 ? Self.expDigamma(counts.backward[cell] + Self.alpha) / other : 0
            }
        }
        let targetTotal = max(counts.nullTarget.reduce(0, +), 1)
        forwardNull = counts.nullTarget.map { $0 / targetTotal }
        let sourceTotal = max(counts.nullSource.reduce(0, +), 1)
        backwardNull = counts.nullSource.map { $0 / sourceTotal }
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
