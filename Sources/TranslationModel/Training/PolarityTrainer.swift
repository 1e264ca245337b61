import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Learns what says either side of each pair of ``Opposites`` in the other language.
///
/// For each pair a logistic regression over the sentences that have one of its sides, by the adaptive steps of Duchi, Hazan and
/// Singer (2011), with a prior on each weight, so that a word that was seen twice says little.
struct PolarityTrainer {
    private static let epochs = 6
    private static let rate: Float = 0.3
    /// The precision of the prior, and how much a weight must be worth to be there at all (the elastic net of Zou and Hastie
    /// 2005): what a handful of sentences happen to have in common says nothing.
    private static let prior: Float = 0.3
    private static let price: Float = 1.5
    /// Terms that stand in fewer sentences of a pair learn nothing, and pairs with fewer sentences neither.
    private static let rarest: Float = 3
    private static let fewest = 30
    /// Smaller weights are not kept.
    private static let smallest: Float = 0.3

    private let source: [UInt32]
    private let target: [UInt32]
    private let sourceStarts: [Int]
    private let targetStarts: [Int]
    private let sourceSize: Int
    private let targetSize: Int
    private let seeds: OppositeSeeds

    /// - Parameters:
    ///   - source: the number in the lexicon's vocabulary of each of `pairs`' source terms, or `.max` for none.
    ///   - hashes: the source's vocabulary.
    init(
        _ pairs: TrainingPairs, source: [UInt32], target: [UInt32], sourceSize: Int, targetSize: Int, hashes: [UInt32]
    ) {
        self.source = source
        self.target = target
        sourceStarts = pairs.sourceStarts
        targetStarts = pairs.targetStarts
        self.sourceSize = sourceSize
        self.targetSize = targetSize
        let numbers = Dictionary(uniqueKeysWithValues: zip(hashes, Int32(0)...))
        seeds = OppositeSeeds(size: sourceSize) { numbers[$0] ?? -1 }
    }

    /// A sentence that has one side of a pair.
    private struct Case {
        var sentence: Int32
        var isFirst: Bool
    }

    /// O(terms of the pairs × rounds).
    func train(_ range: Range<Int>) -> Polarity.Weights {
        var cases: [[Case]] = Array(repeating: [], count: Opposites.count)
        for sentence in range {
            let start = sourceStarts[sentence]
            var sides = OppositeSides()
            seeds.each(
                count: sourceStarts[sentence + 1] - start,
                term: { source[start + $0] == .max ? -1 : Int(source[start + $0]) },
                { code, _ in sides.insert(code) })
            cases[0].append(Case(sentence: Int32(sentence), isFirst: sides.isNegated))
            for pair in 1..<Opposites.count where sides.single >> UInt64(pair) & 1 != 0 {
                cases[pair].append(Case(sentence: Int32(sentence), isFirst: sides.first >> UInt64(pair) & 1 != 0))
            }
        }
        var weights = Polarity.Weights()
        weights.sourceNegation = Array(repeating: 0, count: sourceSize)
        weights.targetNegation = Array(repeating: 0, count: targetSize)
        var rows: [[Polarity.Weight]] = Array(repeating: [], count: sourceSize + targetSize)
        var model = Model(features: sourceSize + targetSize)
        for pair in 0..<Opposites.count {
            let firsts = cases[pair].count { $0.isFirst }
            guard min(firsts, cases[pair].count - firsts) >= Self.fewest / 5, cases[pair].count >= Self.fewest else {
                continue
            }
            learn(cases[pair], pair, &model)
            weights.biases[pair] = model.bias
            weights.scales[pair] = 1
            for feature in model.touched where abs(model.weights[feature]) >= Self.smallest {
                let value = Int8(max(-127, min(127, (model.weights[feature] * Polarity.unit).rounded())))
                switch (pair, feature) {
                case (0, ..<sourceSize): weights.sourceNegation[feature] = value
                case (0, _): weights.targetNegation[feature - sourceSize] = value
                default: rows[feature].append(.init(pair: UInt8(pair), value: value))
                }
            }
        }
        for (index, row) in rows.enumerated() {
            if index < sourceSize {
                weights.source += row
                weights.sourceRows.append(UInt32(weights.source.count))
            } else {
                weights.target += row
                weights.targetRows.append(UInt32(weights.target.count))
            }
        }
        return weights
    }

    private struct Model {
        var weights: [Float]
        var squares: [Float]
        var counts: [Float]
        var touched: [Int] = []
        var bias: Float = 0
        var biasSquares: Float = 0

        init(features: Int) {
            weights = Array(repeating: 0, count: features)
            squares = weights
            counts = weights
        }

        mutating func clear() {
            for feature in touched { (weights[feature], squares[feature], counts[feature]) = (0, 0, 0) }
            touched.removeAll(keepingCapacity: true)
            (bias, biasSquares) = (0, 0)
        }
    }

    private func learn(_ cases: [Case], _ pair: Int, _ model: inout Model) {
        model.clear()
        let own = seeds.members[pair]
        // The features of all cases, one behind the other.
        var features: [Int32] = []
        var starts = [0]
        for example in cases {
            let sentence = Int(example.sentence)
            for term in source[sourceStarts[sentence]..<sourceStarts[sentence + 1]]
            where term != .max && !own.contains(term) {
                features.append(Int32(term))
            }
            for term in target[targetStarts[sentence]..<targetStarts[sentence + 1]] where term != .max {
                features.append(Int32(term) + Int32(sourceSize))
            }
            starts.append(features.count)
        }
        for feature in features {
            if model.counts[Int(feature)] == 0 { model.touched.append(Int(feature)) }
            model.counts[Int(feature)] += 1
        }
        var random = SplitMix64(state: UInt64(pair) + 1)
        var order = Array(cases.indices)
        for _ in 0..<Self.epochs {
            order.shuffle(using: &random)
            for index in order {
                let range = starts[index]..<starts[index + 1]
                var sum = model.bias
                for place in range { sum += model.weights[Int(features[place])] }
                let probability = 1 / (1 + Float(Logarithm.exponential(Double(-sum))))
                let error = probability - (cases[index].isFirst ? 1 : 0)
                model.biasSquares += error * error
                model.bias -= Self.rate * error / (model.biasSquares + 1e-6).squareRoot()
                for place in range {
                    let feature = Int(features[place])
                    guard model.counts[feature] >= Self.rarest else { continue }
                    let weight = model.weights[feature]
                    let pull = Self.prior * weight + (weight > 0 ? Self.price : weight < 0 ? -Self.price : 0)
                    let gradient = error + pull / model.counts[feature]
                    model.squares[feature] += gradient * gradient
                    model.weights[feature] -= Self.rate * gradient / (model.squares[feature] + 1e-6).squareRoot()
                }
            }
        }
    }
}
