/// Counts in which segments of a page a term stands, and how often it stands in both halves: what a page tells of itself.
///
/// Nobody needs to know a language to see that "Teams" is a name that its page keeps, and that "windows" are translated there.
struct AlikeTally {
    /// In how many segments a term is.
    struct Count {
        var source: Float = 0
        var target: Float = 0
        var both: Float = 0
        /// The last segments that it was seen in.
        fileprivate var lastSource: Int32 = -1
        fileprivate var lastTarget: Int32 = -1
    }

    private(set) var counts: [Count] = []
    /// How many pairs were counted.
    private(set) var pairs: Float = 0
    private var slots: [Int32]
    private var keys: [UInt32] = []
    /// By kind: in how many segments, and in how many of them the other half has the like.
    private var sourceKinds = Array(repeating: SIMD2<Float>.zero, count: AlikeTerm.Kind.allCases.count)
    private var targetKinds = Array(repeating: SIMD2<Float>.zero, count: AlikeTerm.Kind.allCases.count)

    /// - Parameter terms: how many terms will be counted at most.
    init(terms: Int) {
        var size = 64
        while size < 2 * terms { size *= 2 }
        slots = Array(repeating: -1, count: size)
    }

    /// A key's place, a new one where it has none.
    mutating func slot(of key: UInt32) -> Int32 {
        let mask = slots.count - 1
        // Keys are hashes, but some differ in their upper bits only.
        var place = Int(key ^ key >> 15) & mask
        while slots[place] >= 0 {
            if keys[Int(slots[place])] == key { return slots[place] }
            place = (place + 1) & mask
        }
        slots[place] = Int32(counts.count)
        keys.append(key)
        counts.append(Count())
        return slots[place]
    }

    /// Counts a pair; each term once, however often a half has it.
    mutating func add(_ segment: Int32, _ source: ArraySlice<AlikeTerm>, _ target: ArraySlice<AlikeTerm>) {
        pairs += 1
        for term in source where term.slot >= 0 && counts[Int(term.slot)].lastSource != segment {
            counts[Int(term.slot)].lastSource = segment
            counts[Int(term.slot)].source += 1
        }
        for term in target where term.slot >= 0 && counts[Int(term.slot)].lastTarget != segment {
            counts[Int(term.slot)].lastTarget = segment
            counts[Int(term.slot)].target += 1
            let isBoth = counts[Int(term.slot)].lastSource == segment
            if isBoth { counts[Int(term.slot)].both += 1 }
            targetKinds[Int(term.kind.rawValue)] += SIMD2(1, isBoth ? 1 : 0)
        }
        for term in source where term.slot >= 0 {
            let isBoth = counts[Int(term.slot)].lastTarget == segment
            sourceKinds[Int(term.kind.rawValue)] += SIMD2(1, isBoth ? 1 : 0)
        }
    }

    /// Whether the pair that was added last has a term in both halves.
    func isInBoth(_ term: AlikeTerm, _ segment: Int32) -> Bool {
        term.slot >= 0 && counts[Int(term.slot)].lastSource == segment && counts[Int(term.slot)].lastTarget == segment
    }

    /// Says what it means that the other half has a term, and that it has not: two binomials, of right pairs and of any, by what
    /// the other pairs of the page say.
    ///
    /// - Parameters:
    ///   - isSource: whether it is a term of the source.
    ///   - isKept: whether its own pair, which is to be judged and must not speak for itself, has it in both halves.
    func weigh(_ term: inout AlikeTerm, isSource: Bool, isKept: Bool) {
        guard term.slot >= 0 else { return }
        let count = counts[Int(term.slot)]
        let own: Float = isKept ? 1 : 0
        let kind = (isSource ? sourceKinds : targetKinds)[Int(term.kind.rawValue)]
        let usual = (kind[1] - own + Self.weight * Self.usual[Int(term.kind.rawValue)]) / (max(0, kind[0] - 1) + Self.weight)
        let there = max(0, (isSource ? count.source : count.target) - 1)
        let kept = (count.both - own + Self.trust * min(0.98, max(0.01, usual))) / (there + Self.trust)
        let others = (isSource ? count.target : count.source) - own
        let chance = min(0.95, max(0.001, (others + Self.unseen) / (pairs - 1 + Self.few)))
        let probability = min(0.985, max(chance, kept))
        term.found = Quantised.logarithm(probability / chance)
        term.lost = -Quantised.logarithm((1 - probability) / (1 - chance))
        term.expected = probability * term.found - (1 - probability) * term.lost
    }

    /// How many segments the page's other terms of a kind count for, at most, in what is expected of one.
    private static let trust: Float = 2
    /// How many segments the usual share of a kind counts for in that of a page.
    private static let weight: Float = 8
    /// How likely any target has a term that no other target of the page has: as if one of fifty had it, of so many.
    private static let few: Float = 5
    private static let unseen: Float = 0.1
    /// The share of terms of each kind that other halves have the like of, in the order of ``AlikeTerm/Kind``.
    private static let usual: [Float] = [0.9, 0.7, 0.9, 0.9, 0.9, 0.85, 0.8, 0.4, 0.15, 0.12, 0]
}
