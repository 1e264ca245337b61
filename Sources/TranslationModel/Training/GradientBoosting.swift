import Bitext

/// Grows the trees of a classifier: gradient boosting with the logistic loss on binned features (Friedman 2001; binning as in
/// G. Ke and others: LightGBM, 2017).
struct GradientBoosting {
    private static let bins = 64
    private static let rounds = 100
    private static let rate: Float = 0.15
    /// Fewer cases than this make no leaf of their own.
    private static let minCases: Float = 40
    private static let ridge: Float = 5

    /// For each feature, the bin of each case.
    private let columns: [[UInt8]]
    /// For each feature, the upper edge of each bin.
    private let edges: [[Float]]
    /// For each case, 1 for a wrong pair.
    private let labels: [Float]
    private let weights: [Float]

    /// - Parameters:
    ///   - good: features of pairs that are right.
    ///   - bad: features of pairs that are wrong; all together they weigh the same.
    ///   - hidden: a feature that the classifier does not see.
    init(good: [FeatureVector], bad: [FeatureVector], without hidden: PairFeature? = nil) {
        let all = good + bad
        labels = Array(repeating: 0, count: good.count) + Array(repeating: 1, count: bad.count)
        let share = Float(good.count) / Float(max(bad.count, 1))
        weights = Array(repeating: 1, count: good.count) + Array(repeating: share, count: bad.count)
        let values = (0..<FeatureVector.count).map { feature in
            all.map { feature == hidden?.rawValue ? 0 : $0[feature] }
        }
        let edges = values.map(Self.edges)
        columns = zip(values, edges).map { values, edges in values.map { UInt8(Self.bin($0, edges)) } }
        self.edges = edges
    }

    /// The values between which equal shares of all cases lie.
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
        edges.partitioningIndex { $0 >= value }
    }

    /// Grows the trees, each for what the ones before it leave.
    func trees() -> [DecisionTree] {
        var sums = Array(repeating: Float(0), count: labels.count)
        var gradients = sums
        var curvatures = sums
        var trees: [DecisionTree] = []
        for _ in 0..<Self.rounds {
            for index in sums.indices {
                let probability = 1 / (1 + Float(Logarithm.exponential(Double(-sums[index]))))
                gradients[index] = (labels[index] - probability) * weights[index]
                curvatures[index] = max(1e-6, probability * (1 - probability)) * weights[index]
            }
            let (tree, leaves) = growTree(gradients, curvatures)
            trees.append(tree)
            for index in sums.indices { sums[index] += tree.leaves[Int(leaves[index])] }
        }
        return trees
    }

    /// Grows one tree.
    ///
    /// - Returns: the tree, and the leaf of each case.
    private func growTree(_ gradients: [Float], _ curvatures: [Float]) -> (DecisionTree, leaves: [UInt8]) {
        var tree = DecisionTree()
        // The question that each case has come to.
        var nodes = Array(repeating: UInt8(0), count: labels.count)
        for depth in 0..<DecisionTree.depth {
            let first = 1 << depth - 1
            let splits = bestSplits(nodes, first: first, count: 1 << depth, gradients, curvatures)
            for (offset, split) in splits.enumerated() {
                guard let split else { continue }
                tree.questions[first + offset] = .init(
                    feature: UInt8(split.feature), limit: edges[split.feature][split.bin])
            }
            for index in nodes.indices {
                let node = Int(nodes[index])
                var isAbove = false
                if let split = splits[node - first] { isAbove = Int(columns[split.feature][index]) > split.bin }
                nodes[index] = UInt8(2 * node + (isAbove ? 2 : 1))
            }
        }
        var sums = Array(repeating: (gradient: Float(0), curvature: Float(0)), count: DecisionTree.leafCount)
        for index in nodes.indices {
            let leaf = Int(nodes[index]) - DecisionTree.questionCount
            nodes[index] = UInt8(leaf)
            sums[leaf].gradient += gradients[index]
            sums[leaf].curvature += curvatures[index]
        }
        for (leaf, sum) in sums.enumerated() {
            tree.leaves[leaf] = Self.rate * sum.gradient / (sum.curvature + Self.ridge)
        }
        return (tree, nodes)
    }

    /// For each of the questions of one level, the feature and the bin that divide its cases best.
    private func bestSplits(
        _ nodes: [UInt8], first: Int, count: Int, _ gradients: [Float], _ curvatures: [Float]
    ) -> [(feature: Int, bin: Int)?] {
        var best: [(feature: Int, bin: Int)?] = Array(repeating: nil, count: count)
        var bestGains = Array(repeating: Float(0), count: count)
        for feature in columns.indices {
            let histogram = histogram(of: columns[feature], nodes, first: first, count: count, gradients, curvatures)
            for node in 0..<count {
                let row = node * (Self.bins + 1)
                var total = Sum()
                for bin in row...row + Self.bins { total.add(histogram[bin]) }
                var left = Sum()
                for bin in edges[feature].indices {
                    left.add(histogram[row + bin])
                    let right = total.without(left)
                    guard left.cases >= Self.minCases, right.cases >= Self.minCases else { continue }
                    let gain = left.score + right.score - total.score
                    if gain > bestGains[node] {
                        bestGains[node] = gain
                        best[node] = (feature, bin)
                    }
                }
            }
        }
        return best
    }

    /// The sums of the cases in each bin of each question.
    ///
    /// Most of the time of training is spent here. The pointers spare the bounds checks, and make training three times as
    /// fast in a debug build, as the tests are.
    private func histogram(
        of column: [UInt8], _ nodes: [UInt8], first: Int, count: Int, _ gradients: [Float], _ curvatures: [Float]
    ) -> [Sum] {
        let width = Self.bins + 1
        var histogram = Array(repeating: Sum(), count: count * width)
        histogram.withUnsafeMutableBufferPointer { histogram in
            column.withUnsafeBufferPointer { column in
                nodes.withUnsafeBufferPointer { nodes in
                    gradients.withUnsafeBufferPointer { gradients in
                        curvatures.withUnsafeBufferPointer { curvatures in
                            guard let histogram = histogram.baseAddress,
                                let bins = column.baseAddress, let nodes = nodes.baseAddress,
                                let gradients = gradients.baseAddress, let curvatures = curvatures.baseAddress
                            else { return }
                            var index = 0
                            while index < column.count {
                                let bin = (Int(nodes[index]) - first) * width + Int(bins[index])
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

    /// What a division is chosen by: the sums of some cases.
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
