import Bitext

/// The features that two texts have in common, weighted by how rare they are.
///
/// Only features that are on both sides are kept for comparison. The others only count against a pair.
struct FeatureWeights {
    /// The features of one block or sentence.
    struct Entry {
        /// In ``shared``.
        var shared: Range<Int32>
        /// The weight of all hard features, also of those that the other side lacks.
        var hardWeight: Float
        /// A bit for each shared feature, so that most pairs need no comparison.
        var mask: UInt64
    }

    private(set) var source: [Entry] = []
    private(set) var target: [Entry] = []
    private var shared: [(id: Int32, isHard: Bool)] = []
    private var weights: [Float] = []

    private static let maxWeight: Float = 5

    /// - Parameters:
    ///   - sources: the ranges of the features of each text in `sourceFeatures`.
    ///   - targets: the same of the target.
    init(
        _ sources: some Collection<Range<Int32>>, of sourceFeatures: [Feature],
        _ targets: some Collection<Range<Int32>>,
        of targetFeatures: [Feature]
    ) {
        var table = FeatureTable(capacity: sourceFeatures.count + targetFeatures.count)
        let sourceIDs = table.ids(of: sourceFeatures, isSource: true)
        let targetIDs = table.ids(of: targetFeatures, isSource: false)
        let texts = Float(sources.count + targets.count + 2)
        weights = table.counts.map { counts in
            min(Self.maxWeight, max(0.1, approximateLogarithm(texts / Float(counts.source + counts.target))))
        }
        source = entries(sources, sourceFeatures, sourceIDs, table)
        target = entries(targets, targetFeatures, targetIDs, table)
    }

    private mutating func entries(
        _ ranges: some Collection<Range<Int32>>, _ features: [Feature], _ ids: [Int32], _ table: FeatureTable
    ) -> [Entry] {
        ranges.map { range in
            let first = shared.count
            var entry = Entry(shared: 0..<0, hardWeight: 0, mask: 0)
            for index in range.lowerBound..<range.upperBound {
                let (id, isHard) = (ids[Int(index)], features[Int(index)].isHard)
                if isHard { entry.hardWeight += weights[Int(id)] }
                let counts = table.counts[Int(id)]
                guard counts.source > 0, counts.target > 0 else { continue }
                shared.append((id, isHard))
                entry.mask |= 1 << UInt64(id & 63)
            }
            shared[first...].sort { $0.id < $1.id }
            entry.shared = Int32(first)..<Int32(shared.count)
            return entry
        }
    }

    /// The weight of what two texts have in common: hard features, and soft ones.
    func common(_ left: Entry, _ right: Entry) -> (hard: Float, soft: Float) {
        guard left.mask & right.mask != 0 else { return (0, 0) }
        var (hard, soft): (Float, Float) = (0, 0)
        var (i, j) = (Int(left.shared.lowerBound), Int(right.shared.lowerBound))
        let (endOfLeft, endOfRight) = (Int(left.shared.upperBound), Int(right.shared.upperBound))
        while i < endOfLeft, j < endOfRight {
            let (a, b) = (shared[i], shared[j])
            if a.id == b.id {
                let weight = weights[Int(a.id)]
                if a.isHard && b.isHard { hard += weight } else { soft += weight }
                i += 1
                j += 1
            } else if a.id < b.id {
                i += 1
            } else {
                j += 1
            }
        }
        return (hard, soft)
    }
}

/// Numbers features, and counts in how many texts of each side each of them is. A hash table with open addressing.
private struct FeatureTable {
    private(set) var counts: [(source: Int32, target: Int32)] = []
    private var slots: [Int32]
    private var hashes: [UInt32] = []
    private let mask: Int

    init(capacity: Int) {
        var size = 64
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: -1, count: size)
        mask = size - 1
    }

    mutating func ids(of features: [Feature], isSource: Bool) -> [Int32] {
        features.map { feature in
            let id = self.id(of: feature.hash)
            if isSource { counts[Int(id)].source += 1 } else { counts[Int(id)].target += 1 }
            return id
        }
    }

    private mutating func id(of hash: UInt32) -> Int32 {
        // FNV-1a's low bits are good enough for a table of this size.
        var slot = Int(hash &* 0x9E37_79B1 >> 7) & mask
        while slots[slot] >= 0 {
            if hashes[Int(slots[slot])] == hash { return slots[slot] }
            slot = (slot + 1) & mask
        }
        let id = Int32(hashes.count)
        slots[slot] = id
        hashes.append(hash)
        counts.append((0, 0))
        return id
    }
}
