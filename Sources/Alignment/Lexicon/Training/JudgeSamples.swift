import Bitext

/// Pairs as they are, and made wrong on purpose, as the judges see them.
struct JudgeSamples {
    /// As many pairs are looked at; beyond, each page gives a share.
    private static let enough = 60_000
    /// The share of segments that may be reported as warnings, and as notes, by all judges together.
    static let warningShare = 0.0005
    static let noteShare = 0.004

    private var good: [PairFigures] = []
    private var bad: [[PairFigures]] = [[], [], []]
    /// All segments of the pages, judged or not.
    private var segments = 0
    private var random = SplitMix64(state: 0x9E37_79B9)

    /// Takes a page's pairs that have words enough to be judged.
    mutating func add(_ page: BilingualPage, _ reader: ContentReader) {
        segments += page.pairs.count
        let eligible = page.pairs.indices.filter { ContentReader.isJudged($0, page) }
        for (place, index) in eligible.enumerated() {
            if good.count > Self.enough, random.next() % 4 != 0 { continue }
            good.append(reader.compare(source: index, target: index))
            spoil(index, place, eligible, reader)
        }
    }

    private mutating func spoil(_ index: Int, _ place: Int, _ eligible: [Int], _ reader: ContentReader) {
        let source = reader.entries(index, .source)
        let target = reader.entries(index, .target)
        guard source.count >= 3, target.count >= 3 else { return }
        // Another target: a neighbour's, or one from elsewhere on the page.
        let others = eligible.filter { $0 != index }
        // The same sentence elsewhere on the page is no fault.
        if let other = others.randomElement(using: &random), !Self.isSame(reader.entries(other, .target), target) {
            bad[0].append(reader.compare(source: index, target: other))
            let neighbour = place + 1 < eligible.count ? eligible[place + 1] : place > 0 ? eligible[place - 1] : other
            if neighbour != other, !Self.isSame(reader.entries(neighbour, .target), target) {
                bad[0].append(reader.compare(source: index, target: neighbour))
            }
            // One sentence more, behind or in front.
            let more = reader.entries(other, .target)
            if more.count >= 3 {
                bad[2].append(
                    reader.compare(source, random.next() % 3 == 0 ? more + target : target + more))
            }
        }
        if target.count >= 6 {
            let half = target.count / 2
            switch random.next() % 4 {
            case 0: bad[1].append(reader.compare(source, Array(target[half...])))
            case 1:
                let third = target.count / 3
                bad[1].append(reader.compare(source, Array(target[..<third] + target[(2 * third)...])))
            default: bad[1].append(reader.compare(source, Array(target[..<half])))
            }
        }
    }

    private static func isSame(_ one: [PairEntry], _ other: [PairEntry]) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { $0.hash == $1.hash }
    }

    /// Grows a judge for each fault, and finds from where on it may speak.
    func judges() -> Judges {
        var judges = Judges()
        guard good.count >= 500 else { return judges }
        for fault in Judges.Fault.allCases where bad[fault.rawValue].count >= 200 {
            (judges.biases[fault.rawValue], judges.trees[fault.rawValue]) =
                TreeGrower(good: good, bad: bad[fault.rawValue]).grow()
        }
        let share = Double(good.count) / Double(max(1, segments))
        let forests = judges.forests()
        let odds = Judges.Fault.allCases.map { fault in
            good.map { $0.isClear ? Judges.clear : forests[fault.rawValue].judge($0) }
        }
        judges.warning = limits(odds, flagged: Self.warningShare / share)
        judges.note = limits(odds, flagged: Self.noteShare / share)
        return judges
    }

    /// The log-odds of each judge from which on all together speak of a share of the pairs: each is as strict as the others.
    private func limits(_ odds: [[Float]], flagged: Double) -> [Float] {
        let sorted = odds.map { $0.sorted(by: >) }
        var low = 0
        var high = good.count - 1
        func limits(_ rank: Int) -> [Float] { sorted.map { $0[rank] } }
        while low < high {
            let middle = (low + high + 1) / 2
            let limit = limits(middle)
            let count = good.indices.count { index in odds.indices.contains { odds[$0][index] > limit[$0] } }
            if Double(count) <= flagged * Double(good.count) { low = middle } else { high = middle - 1 }
        }
        return limits(low)
    }
}

/// A small generator that gives the same numbers everywhere (G. L. Steele, D. Lea, C. H. Flood: Fast splittable pseudorandom
/// number generators, 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
