import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// The terms of one side that a lexicon will know.
struct Vocabulary {
    /// A term that was seen once has no companions to be known by.
    private static let minCount = 2

    /// The most frequent first: a term's number is its place.
    let hashes: [UInt32]
    /// How rare each term is, as a ``ByteProbability``.
    let rarities: [UInt8]
    /// For each term of the training pairs its number, or -1.
    private let numbers: [Int32]
    private let terms: TrainingPairs.Terms

    var size: Int { hashes.count }

    /// - Parameter range: the pairs to count.
    init(_ terms: TrainingPairs.Terms, _ range: Range<Int>) {
        self.terms = terms
        var counts = Array(repeating: UInt32(0), count: terms.hashes.count)
        for index in terms.starts[range.lowerBound]..<terms.starts[range.upperBound] {
            counts[Int(terms.numbers[index])] += 1
        }
        let total = max(counts.reduce(0, +), 1)
        var known = terms.hashes.indices.filter { counts[$0] >= Self.minCount }
        known.sort { (counts[$0], terms.hashes[$1]) > (counts[$1], terms.hashes[$0]) }
        known.removeLast(max(0, known.count - LexiconFile.maxVocabulary))
        var numbers = Array(repeating: Int32(-1), count: terms.hashes.count)
        for (number, index) in known.enumerated() { numbers[index] = Int32(number) }
        self.numbers = numbers
        hashes = known.map { terms.hashes[$0] }
        rarities = known.map { ByteProbability.byte(Float(counts[$0]) / Float(total)) }
    }

    /// The terms of a sentence, by their numbers; -1 for one that the lexicon will not know.
    func sentence(_ index: Int) -> [Int32] {
        terms.numbers[terms.starts[index]..<terms.starts[index + 1]].map { numbers[Int($0)] }
    }

    func sentences(_ range: Range<Int>) -> [[Int32]] { range.map(sentence) }
}
