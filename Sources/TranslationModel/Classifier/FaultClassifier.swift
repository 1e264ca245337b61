/// Says how likely it is that a pair has one kind of fault, by its features: boosted trees (J. H. Friedman: Greedy function
/// approximation: a gradient boosting machine, 2001), grown on pairs that were made wrong on purpose.
struct FaultClassifier: Sendable, Equatable {
    /// The log-odds from which on a score is reported: as few right pairs lie above as ``ClassifierSamples`` allows.
    struct Limits: Sendable, Equatable {
        var warning = Float.infinity
        /// Free translations of a few words are among the unlikely pairs, so short ones have a limit of their own.
        var shortWarning = Float.infinity
        var note = Float.infinity
    }

    /// The log-odds of a pair that is clear without a classifier (``FeatureVector/isClear``).
    static let clear: Float = -6

    var bias: Float = 0
    var limits = Limits()
    /// The questions and the leaves of all trees, one tree after the other.
    private(set) var questions: [DecisionTree.Question] = []
    private(set) var leaves: [Float] = []

    var treeCount: Int { leaves.count / DecisionTree.leafCount }

    init() {}

    mutating func append(_ tree: DecisionTree) {
        questions += tree.questions
        leaves += tree.leaves
    }

    /// After so many trees a pair that is right with log-odds as low as `sure` is not asked further. All trees would say `factor`
    /// times as much, in the median.
    ///
    /// Most pairs are right, and the first trees see it: of the pages of six locales no finding was lost. Asking all trees would
    /// cost 110 ms of CPU more in the row "check, all rules, one job" of Docs/benchmarks.md.
    private static let earlyExits: [(trees: Int, sure: Float, factor: Float)] = [
        (4, -0.9, 4.8), (10, -1.5, 2.6), (30, -1.5, 1.5),
    ]

    /// The log-odds of the fault, where every second pair has it.
    func logOdds(_ features: FeatureVector) -> Float {
        var odds = bias
        var asked = 0
        for exit in Self.earlyExits where treeCount > exit.trees {
            odds += sum(asked..<exit.trees, features)
            asked = exit.trees
            if odds <= exit.sure { return exit.factor * odds }
        }
        return odds + sum(asked..<treeCount, features)
    }

    /// What some of the trees say together.
    private func sum(_ trees: Range<Int>, _ features: FeatureVector) -> Float {
        features.withValues { features in
            var sum: Float = 0
            for tree in trees {
                var node = 0
                for _ in 0..<DecisionTree.depth {
                    let question = questions[tree * DecisionTree.questionCount + node]
                    node = 2 * node + (features[Int(question.feature)] > question.limit ? 2 : 1)
                }
                sum += leaves[tree * DecisionTree.leafCount + node - DecisionTree.questionCount]
            }
            return sum
        }
    }
}
