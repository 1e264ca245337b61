import Bitext

/// Counts, for each term of a page, the segments that have it and those that have it in both halves.
///
/// The counts show without a dictionary that a page keeps the name "Teams" and translates the word "windows".
struct AlikeCounts {
    /// The number of segments that have a term.
    private struct Count {
        var source: Float = 0
        var target: Float = 0
        var both: Float = 0
        /// The last segments that have it.
        var lastSource = -1
        var lastTarget = -1
    }

    private var numbers: [UInt32: Int32] = [:]
    private var counts: [Count] = []
    /// How many pairs were counted.
    private var pairs: Float = 0
    private var sourceKinds = Array(repeating: KindCount(), count: AlikeTerm.Kind.allCases.count)
    private var targetKinds = Array(repeating: KindCount(), count: AlikeTerm.Kind.allCases.count)

    /// How many terms of a kind there are, and how many of them the other half has.
    private struct KindCount {
        var all: Float = 0
        var kept: Float = 0

        mutating func add(isKept: Bool) {
            all += 1
            if isKept { kept += 1 }
        }
    }

    /// How many different terms there are.
    var size: Int { counts.count }

    /// The number of a key, a new one where it has none.
    private mutating func number(of key: UInt32) -> Int32 {
        if let number = numbers[key] { return number }
        let number = Int32(counts.count)
        numbers[key] = number
        counts.append(Count())
        return number
    }

    /// Counts a pair, each term once, however often a half has it. Gives its terms their numbers, and marks those that both halves
    /// have.
    mutating func add(_ segment: Int, _ source: inout [AlikeTerm], _ target: inout [AlikeTerm]) {
        pairs += 1
        for place in source.indices where source[place].kind != .other {
            let number = number(of: source[place].key)
            source[place].number = number
            guard counts[Int(number)].lastSource != segment else { continue }
            counts[Int(number)].lastSource = segment
            counts[Int(number)].source += 1
        }
        for place in target.indices where target[place].kind != .other {
            let number = number(of: target[place].key)
            target[place].number = number
            let isKept = counts[Int(number)].lastSource == segment
            target[place].isKept = isKept
            guard counts[Int(number)].lastTarget != segment else { continue }
            counts[Int(number)].lastTarget = segment
            counts[Int(number)].target += 1
            if isKept { counts[Int(number)].both += 1 }
            targetKinds[Int(target[place].kind.rawValue)].add(isKept: isKept)
        }
        for place in source.indices where source[place].kind != .other {
            let isKept = counts[Int(source[place].number)].lastTarget == segment
            source[place].isKept = isKept
            sourceKinds[Int(source[place].kind.rawValue)].add(isKept: isKept)
        }
    }

    /// Says what it means that the other half has a term, and that it does not: two binomials, of right pairs and of any pairs, by
    /// what the other pairs of the page say.
    ///
    /// The term's own pair, which is to be scored, must not speak for itself and is left out.
    ///
    /// - Parameter isSource: whether it is a term of the source.
    func weigh(_ term: inout AlikeTerm, isSource: Bool) {
        guard term.number >= 0 else { return }
        let count = counts[Int(term.number)]
        let own: Float = term.isKept ? 1 : 0
        let usual = share(of: term.kind, isSource: isSource, own: own)
        let there = max(0, (isSource ? count.source : count.target) - 1)
        let kept = (count.both - own + Self.trust * usual) / (there + Self.trust)
        let others = (isSource ? count.target : count.source) - own
        let scale = 1 / (max(1, pairs) - 1 + Self.few)
        let chance = min(0.95, max(0.001, (others + Self.unseen) * scale))
        let probability = min(0.985, max(chance, kept))
        term.found = approximateLogarithm(probability / chance)
        term.lost = -approximateLogarithm((1 - probability) / (1 - chance))
        term.expected = probability * term.found - (1 - probability) * term.lost
    }

    /// Which share of the page's other terms of a kind has the like in the other half.
    private func share(of kind: AlikeTerm.Kind, isSource: Bool, own: Float) -> Float {
        let count = (isSource ? sourceKinds : targetKinds)[Int(kind.rawValue)]
        let share = (count.kept - own + Self.weight * kind.usual) / (max(0, count.all - 1) + Self.weight)
        return min(0.98, max(0.01, share))
    }

    /// For how many segments the page's other terms of a kind count, at most, in what is expected of one.
    private static let trust: Float = 2
    /// For how many segments the usual share of a kind counts in that of a page.
    private static let weight: Float = 8
    /// How likely any target has a term that no other target of the page has: as if one of fifty had it, of so many.
    private static let few: Float = 5
    private static let unseen: Float = 0.1
}

extension AlikeTerm.Kind {
    /// The share of terms whose like is in the other half, before a page says more.
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
