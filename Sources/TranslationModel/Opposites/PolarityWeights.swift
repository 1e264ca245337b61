/// What was learned of ``Opposites``, as a lexicon file stores it: for each pair a logistic regression that says which of its two
/// sides the source has, by the terms of both halves.
struct PolarityWeights: Sendable, Equatable {
    /// Weights are stored in sixteenths.
    static let unit: Float = 16

    /// What a term says in one of the regressions, in sixteenths: above 0 it speaks for the first side.
    struct Weight: Sendable, Equatable {
        var pair: UInt8
        var value: Int8
    }

    /// The weights of one side's terms.
    struct Terms: Sendable, Equatable {
        /// For each term of the vocabulary, its weight for negation.
        var negation: [Int8] = []
        /// For each term of the vocabulary, its weights for the other pairs; none for most.
        var others: [[Weight]] = []

        /// Adds terms without weights at the end.
        mutating func addTerms(_ count: Int) {
            negation += Array(repeating: 0, count: count)
            others += Array(repeating: [], count: count)
        }

        /// A term's weight for a pair.
        func weight(of term: Int32, for pair: Int) -> Int32 {
            if pair == 0 { return Int32(negation[Int(term)]) }
            return Int32(others[Int(term)].first { Int($0.pair) == pair }?.value ?? 0)
        }
    }

    /// The regression after those of the pairs: by the source's terms alone, whether the target of a source without a negation has
    /// one. "Unless", "invalid" and, in Spanish, "spam" are said with a negation.
    static let reasons = Opposites.count
    private static let regressionCount = Opposites.count + 1

    var biases: [Float] = Array(repeating: 0, count: regressionCount)
    /// How far the sums can be trusted, as measured on pages that they were not learned from; 0 where nothing was learned.
    var scales: [Float] = Array(repeating: 0, count: regressionCount)
    var source = Terms()
    var target = Terms()

    /// Whether nothing was learned.
    var isEmpty: Bool { source.negation.isEmpty }
}

extension PolarityWeights {
    /// As bytes.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(littleEndian: Opposites.fingerprint)
        bytes.append(littleEndian: UInt32(Opposites.count))
        for value in biases + scales { bytes.append(littleEndian: value) }
        bytes.append(littleEndian: UInt32(source.negation.count))
        bytes.append(littleEndian: UInt32(target.negation.count))
        bytes += (source.negation + target.negation).map { UInt8(bitPattern: $0) }
        for terms in [source, target] {
            bytes += terms.others.map { UInt8($0.count) }
            let weights = terms.others.joined()
            bytes.append(littleEndian: UInt32(weights.count))
            for weight in weights { bytes += [weight.pair, UInt8(bitPattern: weight.value)] }
        }
        return bytes
    }

    /// Reads what ``bytes`` wrote; nil where something is missing. Weights for another list of opposites are left out.
    init?(_ bytes: ArraySlice<UInt8>, sourceSize: Int, targetSize: Int) {
        self.init()
        var reader = ByteReader(bytes)
        guard let list = reader.uint32(), let count = reader.uint32() else { return nil }
        guard list == Opposites.fingerprint, count == Opposites.count else { return }
        guard let biases = reader.floats(Self.regressionCount),
            let scales = reader.floats(Self.regressionCount),
            let sourceCount = reader.uint32(), let targetCount = reader.uint32(),
            (sourceCount, targetCount) == (0, 0) || (Int(sourceCount), Int(targetCount)) == (sourceSize, targetSize),
            let sourceNegation = reader.bytes(Int(sourceCount)), let targetNegation = reader.bytes(Int(targetCount)),
            let sourceWeights = Self.weights(&reader, terms: Int(sourceCount)),
            let targetWeights = Self.weights(&reader, terms: Int(targetCount)), reader.isAtEnd
        else { return nil }
        (self.biases, self.scales) = (biases, scales)
        source = Terms(negation: sourceNegation.map { Int8(bitPattern: $0) }, others: sourceWeights)
        target = Terms(negation: targetNegation.map { Int8(bitPattern: $0) }, others: targetWeights)
    }

    /// Reads how many weights each term has, and the weights.
    private static func weights(_ reader: inout ByteReader, terms: Int) -> [[Weight]]? {
        guard let counts = reader.bytes(terms), let total = reader.uint32(),
            counts.reduce(0, { $0 + Int($1) }) == Int(total)
        else { return nil }
        var weights: [[Weight]] = Array(repeating: [], count: terms)
        for (term, count) in counts.enumerated() where count > 0 {
            guard let bytes = reader.bytes(2 * Int(count)) else { return nil }
            let pairs = Array(bytes)
            weights[term] = stride(from: 0, to: pairs.count, by: 2).map {
                Weight(pair: pairs[$0], value: Int8(bitPattern: pairs[$0 + 1]))
            }
            guard weights[term].allSatisfy({ $0.pair < regressionCount }) else { return nil }
        }
        return weights
    }
}
