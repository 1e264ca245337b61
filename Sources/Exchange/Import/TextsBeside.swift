import Bitext

/// The texts of a page pair beside a new block, to see whether one of them says what the block says.
struct TextsBeside {
    private let bitext: Bitext
    /// The segments with a source and a target.
    private let paired: [Int]
    /// The words of segments that were compared.
    private var known: [Side: [Int: [UInt64]]] = [:]

    /// How many paired segments before and after a block are compared with it.
    private static let maxNeighbours = 3
    /// From how much similarity on a target is nearly the same, in percent.
    private static let leastSimilarity = 75
    /// How much less similar their sources are at least.
    private static let leastDifference = 25
    /// A text with so many words is not in another target by chance.
    private static let leastWords = 4
    /// Longer texts are not compared.
    private static let maxWords = 500

    init(_ bitext: Bitext) {
        self.bitext = bitext
        paired = bitext.segments.indices.filter { bitext.segments[$0].target != nil }
    }

    /// The line of a target beside a block that is like a new one, though their sources are not alike. Then the page
    /// has the block, but it was paired with another one.
    ///
    /// - Parameter changes: the new targets of the block, in order.
    mutating func lineOfSameText(as changes: [PageImport.Change]) -> Int? {
        guard let first = changes.first?.segment, let last = changes.last?.segment else { return nil }
        let new = changes.map { (segment: $0.segment, words: MemoryQuery($0.text).words) }
        let (start, end) = (index(of: first), index(of: last + 1))
        let neighbours =
            paired[..<start].suffix(Self.maxNeighbours).reversed() + paired[end...].prefix(Self.maxNeighbours)
        for neighbour in neighbours {
            let target = words(neighbour, .target)
            for (segment, words) in new {
                let isPart = words.count >= Self.leastWords && Self.isPart(words, of: target)
                let similarity = Self.similarity(words, target, atLeast: Self.leastSimilarity)
                guard isPart || similarity != nil else { continue }
                let (one, other) = (self.words(segment, .source), self.words(neighbour, .source))
                let isCopy = isPart && !Self.isPart(one, of: other)
                let isOther = similarity.map {
                    Self.similarity(one, other, atLeast: $0 - Self.leastDifference) == nil
                }
                if isCopy || isOther == true { return bitext.position(of: bitext.segments[neighbour].location).line }
            }
        }
        return nil
    }

    /// The index of the first paired segment that is not before a segment.
    private func index(of segment: Int) -> Int {
        paired.partitioningIndex { $0 >= segment }
    }

    private mutating func words(_ segment: Int, _ side: Side) -> [UInt64] {
        if let words = known[side]?[segment] { return words }
        let words = bitext.segments[segment][side].map { MemoryQuery(bitext[side].text($0.range)).words } ?? []
        known[side, default: [:]][segment] = words
        return words
    }

    /// Whether a text is another one, or its beginning or its end.
    private static func isPart(_ words: [UInt64], of other: [UInt64]) -> Bool {
        other.starts(with: words) || other.suffix(words.count).elementsEqual(words)
    }

    /// How many of the words are the same and in the same order, in percent; nil for less than a minimum.
    private static func similarity(_ left: [UInt64], _ right: [UInt64], atLeast minimum: Int) -> Int? {
        let longest = max(left.count, right.count)
        guard longest > 0, longest <= maxWords else { return nil }
        let limit = MemoryQuery.maxDistance(longest: longest, minimum: minimum)
        return MemoryWords.distance(left, right, atMost: limit).map { 100 * (longest - $0) / longest }
    }
}
