import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Grows the trees of a judge: gradient boosting with the logistic loss on binned figures (Friedman 2001; binning as in
/// G. Ke and others: LightGBM, 2017).
struct TreeGrower {
    private static let bins = 64
    private static let rounds = 100
    private static let rate: Float = 0.15
    /// Fewer cases than this make no leaf of their own.
    private static let smallest: Float = 40
    private static let ridge: Float = 5

    private let columns: [[UInt8]]
    private let limits: [[Float]]
    private let labels: [Float]
    private let weights: [Float]

    /// - Parameters:
    ///   - good: figures of pairs that are right.
    ///   - bad: figures of pairs that are wrong; both weigh the same in all.
    ///   - hidden: a figure that the judge is not to ask for.
    init(good: [PairFigures], bad: [PairFigures], without hidden: PairFigures.Figure? = nil) {
        let all = good + bad
        labels = Array(repeating: 0, count: good.count) + Array(repeating: 1, count: bad.count)
        let share = Float(good.count) / Float(max(bad.count, 1))
        weights = Array(repeating: 1, count: good.count) + Array(repeating: share, count: bad.count)
        var columns: [[UInt8]] = []
        var limits: [[Float]] = []
        for figure in 0..<PairFigures.count {
            let values = all.map { figure == hidden?.rawValue ? 0 : $0.values[figure] }
            let edges = Self.edges(values)
            limits.append(edges)
            columns.append(values.map { value in UInt8(Self.bin(value, edges)) })
        }
        self.columns = columns
        self.limits = limits
    }

    /// The values at which as many cases lie on each side of every edge.
    private static func edges(_ values: [Float]) -> [Float] {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return [] }
        var edges: [Float] = []
        for bin in 1..<bins {
            let value = sorted[sorted.count * bin / bins]
            if edges.last != value { edges.append(value) }
        }
        return edges
    }

    /// The first bin whose edge is not below the value.
    private static func bin(_ value: Float, _ edges: [Float]) -> Int {
        var low = 0
        var high = edges.count
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func grow() -> (bias: Float, trees: [Judges.Tree]) {
        var sums = Array(repeating: Float(0), count: labels.count)
        var gradients = sums
        var curvatures = sums
        var trees: [Judges.Tree] = []
        for _ in 0..<Self.rounds {
            for index in sums.indices {
                let probability = 1 / (1 + Float(Logarithm.exponential(Double(-sums[index]))))
                gradients[index] = (labels[index] - probability) * weights[index]
                curvatures[index] = max(1e-6, probability * (1 - probability)) * weights[index]
            }
            let (tree, ends) = growTree(gradients, curvatures)
            trees.append(tree)
            for index in sums.indices { sums[index] += tree.leaves[Int(ends[index])] }
        }
        return (0, trees)
    }

    private func growTree(_ gradients: [Float], _ curvatures: [Float]) -> (Judges.Tree, ends: [UInt8]) {
        var tree = Judges.Tree(
            figures: Array(repeating: 255, count: Judges.Tree.questions),
            limits: Array(repeating: 0, count: Judges.Tree.questions),
            leaves: Array(repeating: 0, count: Judges.Tree.questions + 1))
        // Where each case is in the tree.
        var nodes = Array(repeating: UInt8(0), count: labels.count)
        for depth in 0..<Judges.Tree.depth {
            let first = 1 << depth - 1
            let splits = bestSplits(nodes, first: first, count: 1 << depth, gradients, curvatures)
            for (offset, split) in splits.enumerated() {
                guard let split else { continue }
                tree.figures[first + offset] = UInt8(split.figure)
                tree.limits[first + offset] = limits[split.figure][split.bin]
            }
            for index in nodes.indices {
                let node = Int(nodes[index])
                var isAbove = false
                if let split = splits[node - first] { isAbove = Int(columns[split.figure][index]) > split.bin }
                nodes[index] = UInt8(2 * node + (isAbove ? 2 : 1))
            }
        }
        var sums = Array(repeating: (gradient: Float(0), curvature: Float(0)), count: Judges.Tree.questions + 1)
        for index in nodes.indices {
            let leaf = Int(nodes[index]) - Judges.Tree.questions
            nodes[index] = UInt8(leaf)
            sums[leaf].gradient += gradients[index]
            sums[leaf].curvature += curvatures[index]
        }
        for (leaf, sum) in sums.enumerated() {
            tree.leaves[leaf] = Self.rate * sum.gradient / (sum.curvature + Self.ridge)
        }
        return (tree, nodes)
    }

    private func bestSplits(
        _ nodes: [UInt8], first: Int, count: Int, _ gradients: [Float], _ curvatures: [Float]
    ) -> [(figure: Int, bin: Int)?] {
        var best: [(figure: Int, bin: Int)?] = Array(repeating: nil, count: count)
        var bestGains = Array(repeating: Float(0), count: count)
        for figure in columns.indices {
            let histogram = histogram(of: columns[figure], nodes, first: first, count: count, gradients, curvatures)
            for node in 0..<count {
                let row = node * (Self.bins + 1)
                var total = Sum()
                for bin in row...row + Self.bins { total.add(histogram[bin]) }
                var left = Sum()
                for bin in limits[figure].indices {
                    left.add(histogram[row + bin])
                    let right = total.without(left)
                    guard left.cases >= Self.smallest, right.cases >= Self.smallest else { continue }
                    let gain = left.score + right.score - total.score
                    if gain > bestGains[node] {
                        bestGains[node] = gain
                        best[node] = (figure, bin)
                    }
                }
            }
        }
        return best
    }

    /// The sums of the cases in each bin of each node: what nearly all of the time goes into. By pointers, because a build
    /// without optimisation, as the tests are, takes five times as long by arrays.
    private func histogram(
        of column: [UInt8], _ nodes: [UInt8], first: Int, count: Int, _ gradients: [Float], _ curvatures: [Float]
    ) -> [Sum] {
        var histogram = Array(repeating: Sum(), count: count * (Self.bins + 1))
        let cases = column.count
        let width = Self.bins + 1
        histogram.withUnsafeMutableBufferPointer { histogram in
            column.withUnsafeBufferPointer { column in
                nodes.withUnsafeBufferPointer { nodes in
                    gradients.withUnsafeBufferPointer { gradients in
                        curvatures.withUnsafeBufferPointer { curvatures in
                            guard let histogram = histogram.baseAddress, let column = column.baseAddress,
                                let nodes = nodes.baseAddress, let gradients = gradients.baseAddress,
                                let curvatures = curvatures.baseAddress
                            else { return }
                            var index = 0
                            while index < cases {
                                let bin = (Int(nodes[index]) - first) * width + Int(column[index])
                                histogram[bin].gradient += gradients[index]
                                histogram[bin].curvature += curvatures[index]
                                histogram[bin].cases += 1
                                index += 1
                            }
                        }
                    }
                }
            }
        }
        return histogram
    }

    /// What a split is chosen by.
    private struct Sum {
        var gradient: Float = 0
        var curvature: Float = 0
        var cases: Float = 0

        mutating func add(_ other: Sum) {
            gradient += other.gradient
            curvature += other.curvature
            cases += other.cases
        }

        func without(_ other: Sum) -> Sum {
            Sum(gradient: gradient - other.gradient, curvature: curvature - other.curvature, cases: cases - other.cases)
        }

        var score: Float { gradient * gradient / (curvature + ridge) }
    }
}
