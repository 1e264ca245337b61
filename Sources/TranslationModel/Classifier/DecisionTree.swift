/// A binary tree of questions about features; each path through it is ``depth`` questions long.
struct DecisionTree: Sendable, Equatable {
    static let depth = 4
    static let questionCount = 1 << depth - 1
    static let leafCount = 1 << depth

    /// Whether a feature is above a limit.
    struct Question: Sendable, Equatable {
        var feature: UInt8
        var limit: Float

        /// The question that is always answered with no.
        static let never = Question(feature: 0, limit: .infinity)
    }

    /// Level by level. After question `i` comes question `2 * i + 1` for no, and `2 * i + 2` for yes.
    var questions = Array(repeating: Question.never, count: questionCount)
    /// What each path adds to the log-odds, from all no to all yes.
    var leaves = Array(repeating: Float(0), count: leafCount)
}
