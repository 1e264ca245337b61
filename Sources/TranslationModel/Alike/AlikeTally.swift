import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

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

    private var counts: [Count] = []
    /// How many different terms there are.
    var size: Int { counts.count }
    /// How many pairs were counted.
    private var pairs: Float = 0
    private var slots: [Int32]
    private var keys: [UInt32] = []
    /// For each kind, in the source and the target, and for terms whose own pair has them in one half or in both: which share of
    /// the page's other terms has the like in the other half.
    private var shares: [Float] = []
    private var scale: Float = 1
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

    /// Counts a pair, each term once, however often a half has it; and marks the terms that both halves have.
    mutating func add(
        _ segment: Int32, _ source: UnsafeMutableBufferPointer<AlikeTerm>,
        _ target: UnsafeMutableBufferPointer<AlikeTerm>
    ) {
        pairs += 1
        counts.withUnsafeMutableBufferPointer { counts in
            for term in source where term.slot >= 0 && counts[Int(term.slot)].lastSource != segment {
                counts[Int(term.slot)].lastSource = segment
                counts[Int(term.slot)].source += 1
            }
            for index in target.indices where target[index].slot >= 0 {
                let slot = Int(target[index].slot)
                let isBoth = counts[slot].lastSource == segment
                target[index].isKept = isBoth
                guard counts[slot].lastTarget != segment else { continue }
                counts[slot].lastTarget = segment
                counts[slot].target += 1
                if isBoth { counts[slot].both += 1 }
                targetKinds[Int(target[index].kind.rawValue)] += SIMD2(1, isBoth ? 1 : 0)
            }
            for index in source.indices where source[index].slot >= 0 {
                let isBoth = counts[Int(source[index].slot)].lastTarget == segment
                source[index].isKept = isBoth
                sourceKinds[Int(source[index].kind.rawValue)] += SIMD2(1, isBoth ? 1 : 0)
            }
        }
    }

    /// Ends the counting.
    mutating func finish() {
        scale = 1 / (max(1, pairs) - 1 + Self.few)
        shares = Array(repeating: 0, count: 4 * AlikeTerm.Kind.allCases.count)
        for kind in AlikeTerm.Kind.allCases {
            for (isSource, kinds) in [(true, sourceKinds), (false, targetKinds)] {
                let count = kinds[Int(kind.rawValue)]
                for isKept in [false, true] {
                    let share =
                        (count[1] - (isKept ? 1 : 0) + Self.weight * kind.usual) / (max(0, count[0] - 1) + Self.weight)
                    shares[Self.place(kind, isSource, isKept)] = min(0.98, max(0.01, share))
                }
            }
        }
    }

    @inline(__always)
    private static func place(_ kind: AlikeTerm.Kind, _ isSource: Bool, _ isKept: Bool) -> Int {
        4 * Int(kind.rawValue) + (isSource ? 2 : 0) + (isKept ? 1 : 0)
    }

    /// Says what it means that the other half has a term, and that it has not: two binomials, of right pairs and of any, by what
    /// the other pairs of the page say.
    ///
    /// Its own pair, which is to be judged, must not speak for itself and is left out.
    ///
    /// - Parameter isSource: whether it is a term of the source.
    func weigh(_ term: inout AlikeTerm, isSource: Bool) {
        guard term.slot >= 0 else { return }
        let count = counts[Int(term.slot)]
        let own: Float = term.isKept ? 1 : 0
        let usual = shares[Self.place(term.kind, isSource, term.isKept)]
        let there = max(0, (isSource ? count.source : count.target) - 1)
        let kept = (count.both - own + Self.trust * usual) / (there + Self.trust)
        let others = (isSource ? count.target : count.source) - own
        let chance = min(0.95, max(0.001, (others + Self.unseen) * scale))
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
}

extension AlikeTerm.Kind {
    /// The share of terms that other halves have the like of, before a page says more.
    @inline(__always)
    fileprivate var usual: Float {
        switch self {
        case .number, .identifier, .name, .code: 0.9
        case .link: 0.85
        case .capitals: 0.8
        case .digit: 0.7
        case .capitalised: 0.4
        case .initial: 0.15
        case .word: 0.12
        case .other: 0
        }
    }
}
