import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Tells from a pair's figures how likely it is wrong, and how: trees that were grown on pairs made wrong on purpose.
///
/// J. H. Friedman: Greedy function approximation: a gradient boosting machine (2001). Each judge is a sum of small trees, its
/// sum a log-odds.
struct Judges: Sendable, Equatable {
    /// What is wrong with a pair.
    enum Fault: Int, CaseIterable, Sendable {
        /// The target says something else.
        case content
        /// The target leaves out part of the source.
        case omission
        /// The target says more than the source.
        case addition
    }

    /// The log-odds of a pair that is clear without a judge (``PairFigures/isClear``).
    static let clear: Float = -6

    /// A tree of four questions, one behind the other.
    struct Tree: Sendable, Equatable {
        static let depth = 4
        static let questions = 1 << depth - 1
        /// Breadth first: a figure, and the value up to which the answer is no. A figure of 255 always answers no.
        var figures: [UInt8]
        var limits: [Float]
        /// What each end adds.
        var leaves: [Float]
    }

    var trees: [[Tree]] = [[], [], []]
    var biases: [Float] = [0, 0, 0]
    /// The log-odds from which on each judge may warn, of long pairs and of short ones, and from which on it may make a note:
    /// as few right pairs lie above as ``JudgeSamples`` allows. Free translations of a few words are among the unlikely pairs,
    /// so short ones have a limit of their own.
    var warning: [Float] = [.infinity, .infinity, .infinity]
    var short: [Float] = [.infinity, .infinity, .infinity]
    var note: [Float] = [.infinity, .infinity, .infinity]

    /// The trees of each fault one behind the other, for the walk that every doubtful pair takes: in memory of their own, as
    /// millions of steps would otherwise each pay for the counts of three arrays.
    final class Forest: Sendable {
        /// A question: the place of the figure, in bytes, and the value above which the answer is yes.
        private struct Question {
            var offset: UInt32
            var limit: Float
        }

        private let questions: [Question]
        private let leaves: [Float]
        private let count: Int

        private let bias: Float

        init(_ trees: [Tree], bias: Float) {
            self.bias = bias
            questions = trees.flatMap { tree in
                zip(tree.figures, tree.limits).map { figure, limit in
                    figure == 255
                        ? Question(offset: 0, limit: .infinity) : Question(offset: 4 * UInt32(figure), limit: limit)
                }
            }
            leaves = trees.flatMap(\.leaves)
            count = trees.count
        }

        /// So many trees are asked before a pair may be let go, if they are so sure that it is right; and what all trees would
        /// say is as much times theirs, in the median. On the pages of six locales no finding was lost by it.
        private static let stages: [(trees: Int, sure: Float, factor: Float)] = [
            (4, -0.9, 4.8), (10, -1.5, 2.6), (30, -1.5, 1.5),
        ]

        /// The log-odds of the fault, to the last digit where it may matter: most doubtful pairs are right, and the first trees
        /// see it.
        func judge(_ pair: PairFigures) -> Float {
            var odds = bias
            var asked = 0
            for stage in Self.stages where count > stage.trees {
                odds += sum(pair, asked..<stage.trees)
                asked = stage.trees
                if odds <= stage.sure { return stage.factor * odds }
            }
            return odds + sum(pair, asked..<count)
        }

        /// The log-odds of the fault.
        func logOdds(_ pair: PairFigures) -> Float { bias + sum(pair, 0..<count) }

        private func sum(_ pair: PairFigures, _ range: Range<Int>) -> Float {
            // A figure's number is below ``PairFigures/count``, as reading and growing make sure.
            withUnsafeBytes(of: pair.values) { values in
                guard let values = values.baseAddress else { return 0 }
                @inline(__always)
                func below(_ node: Int, _ tree: UnsafePointer<Question>) -> Int {
                    let question = tree[node]
                    let value = values.loadUnaligned(fromByteOffset: Int(question.offset), as: Float.self)
                    return 2 * node + 1 + (value > question.limit ? 1 : 0)
                }
                return questions.withUnsafeBufferPointer { questions in
                    leaves.withUnsafeBufferPointer { leaves in
                        guard var tree = questions.baseAddress, var ends = leaves.baseAddress else { return 0 }
                        tree += range.lowerBound * Tree.questions
                        ends += range.lowerBound * (Tree.questions + 1)
                        var sum: Float = 0
                        for _ in range {
                            var node = 0
                            // Unrolled by the compiler, and without a branch that nobody could foresee.
                            for _ in 0..<Tree.depth { node = below(node, tree) }
                            sum += ends[node - Tree.questions]
                            tree += Tree.questions
                            ends += Tree.questions + 1
                        }
                        return sum
                    }
                }
            }
        }
    }

    /// The judges, ready to judge, in the order of ``Fault``.
    func forests() -> [Forest] { zip(trees, biases).map { Forest($0, bias: $1) } }
}

extension Judges {
    /// As bytes, little-endian: for each fault the bias, the three limits, the number of trees, and the trees.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func put(_ value: Float) { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 } }
        for fault in Fault.allCases {
            put(biases[fault.rawValue])
            put(warning[fault.rawValue])
            put(short[fault.rawValue])
            put(note[fault.rawValue])
            put(Float(trees[fault.rawValue].count))
            for tree in trees[fault.rawValue] {
                bytes += tree.figures
                tree.limits.forEach(put)
                tree.leaves.forEach(put)
            }
        }
        return bytes
    }

    /// Reads what ``bytes`` wrote; nil where something is missing.
    init?(_ bytes: [UInt8]) {
        var offset = 0
        func number() -> Float? {
            guard offset + 4 <= bytes.count else { return nil }
            defer { offset += 4 }
            return Float(
                bitPattern: UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
                    | UInt32(bytes[offset + 3]) << 24)
        }
        for fault in Fault.allCases {
            guard let bias = number(), let warning = number(), let short = number(), let note = number(),
                let count = number(), count >= 0, count <= 10_000
            else { return nil }
            biases[fault.rawValue] = bias
            self.warning[fault.rawValue] = warning
            self.short[fault.rawValue] = short
            self.note[fault.rawValue] = note
            for _ in 0..<Int(count) {
                guard offset + Tree.questions <= bytes.count else { return nil }
                let figures = Array(bytes[offset..<offset + Tree.questions])
                guard figures.allSatisfy({ $0 == 255 || Int($0) < PairFigures.count }) else { return nil }
                offset += Tree.questions
                let limits = (0..<Tree.questions).compactMap { _ in number() }
                let leaves = (0...Tree.questions).compactMap { _ in number() }
                guard leaves.count == Tree.questions + 1 else { return nil }
                trees[fault.rawValue].append(Tree(figures: figures, limits: limits, leaves: leaves))
            }
        }
        guard offset == bytes.count else { return nil }
    }
}
