import Bitext

/// Aligns the sentences of two blocks by their lengths (Gale and Church, “A Program for Aligning Sentences in Bilingual
/// Corpora”, 1993) and by what a translation keeps.
struct SentenceAligner {
    typealias Step = BandedAligner.Step

    private let sourceBytes: Bytes
    private let targetBytes: Bytes
    /// How much longer the target is than the source.
    private let ratio: Float

    init(_ source: Bytes, _ target: Bytes, ratio: Float) {
        sourceBytes = source
        targetBytes = target
        self.ratio = ratio
    }

    private static let moves = [(0, 1), (1, 0), (1, 1), (2, 1), (1, 2), (3, 1), (1, 3)].map {
        BandedAligner.Move(source: $0.0, target: $0.1)
    }
    /// The logarithm of the probability of each move: Gale and Church's table 5, with estimates for those that it lacks.
    private static let priors: [Float] = [-5.3, -5.3, -0.1, -2.6, -2.6, -4.2, -4.2]
    private static let oneToOne = 2
    /// The cells of a row are never joined.
    private static let cellMoves = Array(moves[..<3])

    /// The steps of the best alignment, in order.
    ///
    /// - Parameter areCells: whether the ranges are cells of a row.
    func steps(_ sources: [SideRange], _ targets: [SideRange], areCells: Bool = false) -> [Step] {
        if sources.count == 1, targets.count == 1 || sources.isEmpty || targets.isEmpty {
            return [Step(source: 0..<sources.count, target: 0..<targets.count)].filter {
                !$0.source.isEmpty || !$0.target.isEmpty
            }
        }
        if sources.count == targets.count, areCells || areInStep(sources, targets) {
            return sources.indices.map { Step(source: $0..<$0 + 1, target: $0..<$0 + 1) }
        }
        let left = Texts(sources, of: sourceBytes)
        let right = Texts(targets, of: targetBytes)
        let weights = FeatureWeights(left.ranges, of: left.features, right.ranges, of: right.features)
        let moves = areCells ? Self.cellMoves : Self.moves
        return BandedAligner(sourceCount: sources.count, targetCount: targets.count).steps(moves: moves) {
            source, target, index in
            let move = moves[index]
            guard move.source > 0, move.target > 0 else {
                let length = move.source > 0 ? left.length(source..<source + 1) : right.length(target..<target + 1)
                return Self.priors[index] - min(length / 30, 2)
            }
            var score = Self.priors[index]
            let lengths = (
                left.length(source..<source + move.source) * ratio, right.length(target..<target + move.target)
            )
            score += lengthScore(lengths.0, lengths.1)
            // One sentence that translates several is about as long as these.
            if index > Self.oneToOne {
                score -= max(0, abs(approximateLogarithm((lengths.1 + 1) / (lengths.0 + 1))) - 0.7) * 6
            }
            var (shared, hard): (Float, Float) = (0, 0)
            for i in source..<source + move.source {
                hard += weights.source[i].hardWeight
                for j in target..<target + move.target {
                    let common = weights.common(weights.source[i], weights.target[j])
                    shared += common.hard + common.soft * 0.6
                    hard -= 2 * common.hard
                }
            }
            for j in target..<target + move.target { hard += weights.target[j].hardWeight }
            return score + min(shared, 8) - 0.25 * max(0, hard)
        }
    }

    /// Whether each sentence is about as long as the one at the same place of the other side. Then no program is needed.
    private func areInStep(_ sources: [SideRange], _ targets: [SideRange]) -> Bool {
        zip(sources, targets).allSatisfy { source, target in
            lengthScore(
                TextLength.of(source.values, in: sourceBytes) * ratio,
                TextLength.of(target.values, in: targetBytes))
                > -1
        }
    }

    private func lengthScore(_ left: Float, _ right: Float) -> Float {
        // The variance grows with the length: 6.8 for each character.
        let mean = (left + right) / 2 + 1
        let distance = (right - left) / (mean * 6.8).squareRoot()
        return max(-12, -distance * distance / 2)
    }

    /// The features and lengths of sentences.
    private struct Texts {
        private(set) var features: [Feature] = []
        private(set) var ranges: [Range<Int32>] = []
        /// The length of all sentences before each one.
        private var lengths: [Float] = [0]

        init(_ sentences: [SideRange], of bytes: Bytes) {
            let reader = FeatureReader(bytes)
            for sentence in sentences {
                let first = Int32(features.count)
                reader.append(sentence.values, isCode: false, to: &features)
                ranges.append(first..<Int32(features.count))
                lengths.append(lengths[lengths.count - 1] + TextLength.of(sentence.values, in: bytes))
            }
        }

        func length(_ range: Range<Int>) -> Float { lengths[range.upperBound] - lengths[range.lowerBound] }
    }
}
