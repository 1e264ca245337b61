/// The terms of one side that a lexicon will know.
struct Vocabulary {
    /// A term that was seen once has no companions to be known by.
    private static let minCount = 2

    /// A term's number is its place: those that were known before, then the most frequent first.
    let hashes: [UInt32]
    /// How rare each term is, as a ``ByteProbability``.
    let rarities: [UInt8]
    /// For each term of the training pairs its number, or -1.
    private let numbers: [Int32]
    private let terms: TrainingPairs.Terms

    var size: Int { hashes.count }

    /// - Parameters:
    ///   - range: the pairs to count.
    ///   - prior: terms that keep their numbers.
    init(_ terms: TrainingPairs.Terms, _ range: Range<Int>, after prior: [(hash: UInt32, rarity: UInt8)] = []) {
        self.terms = terms
        var counts = Array(repeating: UInt32(0), count: terms.hashes.count)
        for index in terms.starts[range.lowerBound]..<terms.starts[range.upperBound] {
            counts[Int(terms.numbers[index])] += 1
        }
        let total = max(counts.reduce(0, +), 1)
        let priorNumbers = Dictionary(zip(prior.map(\.hash), Int32(0)...)) { first, _ in first }
        var known = terms.hashes.indices.filter {
            counts[$0] >= Self.minCount && priorNumbers[terms.hashes[$0]] == nil
        }
        known.sort { (counts[$0], terms.hashes[$1]) > (counts[$1], terms.hashes[$0]) }
        known.removeLast(max(0, prior.count + known.count - LexiconFile.maxVocabulary))
        var numbers = terms.hashes.map { priorNumbers[$0] ?? -1 }
        for (number, index) in known.enumerated() { numbers[index] = Int32(prior.count + number) }
        self.numbers = numbers
        hashes = prior.map(\.hash) + known.map { terms.hashes[$0] }
        rarities =
            prior.map(\.rarity) + known.map { ByteProbability.byte(Float(counts[$0]) / Float(total)) }
    }

    /// The terms of a sentence, by their numbers; -1 for one that the lexicon will not know.
    func sentence(_ index: Int) -> [Int32] {
        terms.numbers[terms.starts[index]..<terms.starts[index + 1]].map { numbers[Int($0)] }
    }

    func sentences(_ range: Range<Int>) -> [[Int32]] { range.map(sentence) }
}
