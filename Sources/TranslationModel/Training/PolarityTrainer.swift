/// Learns what means either side of each pair of ``Opposites`` in the other language.
///
/// For each pair a logistic regression over the sentences that have one of its sides, by the adaptive steps of Duchi, Hazan and
/// Singer (2011), with a prior on each weight, so that a word that was seen twice says little.
struct PolarityTrainer {
    private static let epochs = 6
    private static let rate: Float = 0.3
    /// The precision of the prior, and how much a weight must be worth to be there at all (the elastic net of Zou and Hastie
    /// 2005): what a handful of sentences have in common by chance says nothing.
    private static let prior: Float = 0.3
    private static let price: Float = 1.5
    /// Terms in fewer sentences of a pair learn nothing, and neither do pairs with fewer sentences.
    private static let minSentencesOfTerm: Float = 3
    private static let minSentences = 30
    private static let minSentencesOfSide = 6
    /// Smaller weights are not kept.
    private static let minWeight: Float = 0.3

    private let source: [[Int32]]
    private let target: [[Int32]]
    private let sourceSize: Int
    private let targetSize: Int
    private let words: OppositeWords

    /// - Parameter range: the sentences to learn from.
    init(_ source: Vocabulary, _ target: Vocabulary, _ range: Range<Int>) {
        self.source = source.sentences(range)
        self.target = target.sentences(range)
        sourceSize = source.size
        targetSize = target.size
        let numbers = Dictionary(uniqueKeysWithValues: zip(source.hashes, Int32(0)...))
        words = OppositeWords { numbers[$0] ?? -1 }
    }

    /// A sentence that has one side of a pair.
    private struct Case {
        var sentence: Int
        var isFirst: Bool
    }

    /// O(terms of the pairs × rounds).
    func train() -> PolarityWeights {
        var weights = PolarityWeights()
        weights.source.addTerms(sourceSize)
        weights.target.addTerms(targetSize)
        var regression = LogisticRegression(features: sourceSize + targetSize)
        for (pair, cases) in cases().enumerated() {
            let firsts = cases.count { $0.isFirst }
            guard cases.count >= Self.minSentences, min(firsts, cases.count - firsts) >= Self.minSentencesOfSide else {
                continue
            }
            learn(cases, pair, &regression)
            take(regression, for: pair, &weights)
        }
        let answers = casesOfReasons(weights)
        if answers.count(where: \.isFirst) >= Self.minSentences {
            learn(answers, PolarityWeights.reasons, &regression)
            take(regression, for: PolarityWeights.reasons, &weights)
        }
        return weights
    }

    private func take(_ regression: LogisticRegression, for pair: Int, _ weights: inout PolarityWeights) {
        weights.biases[pair] = regression.bias
        weights.scales[pair] = 1
        for feature in regression.used where abs(regression.weights[feature]) >= Self.minWeight {
            let value = Int8(max(-127, min(127, (regression.weights[feature] * PolarityWeights.unit).rounded())))
            if feature < sourceSize {
                weights.source.set(value, of: feature, for: pair)
            } else {
                weights.target.set(value, of: feature - sourceSize, for: pair)
            }
        }
    }

    /// The sentences without a negation in the source; first are those whose target has one.
    private func casesOfReasons(_ weights: PolarityWeights) -> [Case] {
        guard weights.scales[0] > 0 else { return [] }
        let negations = words.members[0]
        return source.indices.compactMap { index in
            guard !source[index].contains(where: { $0 >= 0 && negations.contains(UInt32($0)) }) else { return nil }
            let isNegated = target[index].contains {
                $0 >= 0 && weights.target.negation[Int($0)] >= PolarityLimits.cue
            }
            return Case(sentence: index, isFirst: isNegated)
        }
    }

    /// For each pair, the sentences that have one of its sides; for negation, all sentences.
    private func cases() -> [[Case]] {
        var cases: [[Case]] = Array(repeating: [], count: Opposites.count)
        for (index, sentence) in source.enumerated() {
            var sides = OppositeSides()
            for place in sentence.indices {
                let meaning = words.meaning(at: place, count: sentence.count) { sentence[$0] }
                if let meaning { sides.insert(meaning.side) }
            }
            for pair in 0..<Opposites.count where pair == 0 || sides.single.contains(pair: pair) {
                cases[pair].append(Case(sentence: index, isFirst: sides.first.contains(pair: pair)))
            }
        }
        return cases
    }

    private func learn(_ cases: [Case], _ pair: Int, _ regression: inout LogisticRegression) {
        // The features of all cases, one after the other: the source's terms but the words of the pair, and the target's terms.
        var features: [Int32] = []
        var starts = [0]
        for example in cases {
            if pair == PolarityWeights.reasons {
                features += source[example.sentence].filter { $0 >= 0 }
                starts.append(features.count)
                continue
            }
            features += source[example.sentence].filter { $0 >= 0 && !words.members[pair].contains(UInt32($0)) }
            features += target[example.sentence].filter { $0 >= 0 }.map { $0 + Int32(sourceSize) }
            starts.append(features.count)
        }
        regression.begin(features)
        var random = SplitMix64(state: UInt64(pair) + 1)
        var order = Array(cases.indices)
        for _ in 0..<Self.epochs {
            order.shuffle(using: &random)
            for index in order {
                regression.learn(features[starts[index]..<starts[index + 1]], isFirst: cases[index].isFirst)
            }
        }
    }

    /// Its memory serves all pairs.
    private struct LogisticRegression {
        private(set) var weights: [Float]
        private var squares: [Float]
        private var counts: [Float]
        /// The features that were used since the last beginning.
        private(set) var used: [Int] = []
        private(set) var bias: Float = 0
        private var biasSquares: Float = 0

        init(features: Int) {
            weights = Array(repeating: 0, count: features)
            squares = weights
            counts = weights
        }

        /// Begins with all weights at zero.
        mutating func begin(_ features: [Int32]) {
            for feature in used { (weights[feature], squares[feature], counts[feature]) = (0, 0, 0) }
            used.removeAll(keepingCapacity: true)
            (bias, biasSquares) = (0, 0)
            for feature in features {
                if counts[Int(feature)] == 0 { used.append(Int(feature)) }
                counts[Int(feature)] += 1
            }
        }

        /// Learns one case.
        mutating func learn(_ features: ArraySlice<Int32>, isFirst: Bool) {
            let sum = features.reduce(bias) { $0 + weights[Int($1)] }
            let probability = 1 / (1 + Float(Logarithm.exponential(Double(-sum))))
            let error = probability - (isFirst ? 1 : 0)
            biasSquares += error * error
            bias -= rate * error / (biasSquares + 1e-6).squareRoot()
            for feature in features.lazy.map({ Int($0) }) where counts[feature] >= minSentencesOfTerm {
                let weight = weights[feature]
                let pull = prior * weight + (weight > 0 ? price : weight < 0 ? -price : 0)
                let gradient = error + pull / counts[feature]
                squares[feature] += gradient * gradient
                weights[feature] -= rate * gradient / (squares[feature] + 1e-6).squareRoot()
            }
        }
    }
}

extension PolarityWeights.Terms {
    fileprivate mutating func set(_ value: Int8, of term: Int, for pair: Int) {
        if pair == 0 {
            negation[term] = value
        } else {
            others[term].append(.init(pair: UInt8(pair), value: value))
        }
    }
}
