import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Pairs as they are, and made wrong on purpose, as the judges see them.
struct JudgeSamples {
    /// As many pairs are looked at; beyond, each page gives a share.
    private static let enough = 60_000
    /// The share of segments that each judge may report on pages that it does not know: as warnings, of long ones and of short
    /// ones, and as notes.
    struct Rates {
        var warnings: [(long: Double, short: Double)]
        var notes: [Double]

        /// Where something is added it is seen best, so that few warnings find most.
        static let words = Rates(
            warnings: [(0.00045, 0.0002), (0.00015, 0.00002), (0.00004, 0.00001)], notes: [0.0034, 0.0017, 0.0015])
        /// Without words less is seen.
        static let alike = Rates(
            warnings: [(0.0001, 0.00003), (0.00005, 0.00001), (0.00005, 0.00001)], notes: [0.002, 0.001, 0.001])
    }

    private struct Part {
        var good: [PairFigures] = []
        var bad: [[PairFigures]] = [[], [], []]
    }

    /// Of every other page, and of those between: what judges say of pages that they were not grown on is asked of judges of
    /// the other half.
    private var parts = [Part(), Part()]
    /// All segments of the pages, judged or not.
    private var segments = 0
    private var judged = 0
    private var pages = 0
    private var random = SplitMix64(state: 0x9E37_79B9)

    private let rates: Rates
    /// Whether what is clear is not shown to the judges (``PairFigures/isClear``).
    private let passesClear: Bool

    init(_ rates: Rates = .words, passesClear: Bool = true) {
        self.rates = rates
        self.passesClear = passesClear
    }

    /// Takes a page's pairs that have words enough to be judged.
    ///
    /// - Parameter part: to which half of the pages it belongs; nil for every other page.
    mutating func add(_ page: TokenizedBitext, _ reader: some SampleReader, part: Int? = nil) {
        segments += page.contents.count
        pages += 1
        let part = part ?? pages % 2
        let eligible = page.contents.indices.filter { ContentReader.isJudged($0, page) }
        for (place, index) in eligible.enumerated() {
            judged += 1
            if parts[0].good.count + parts[1].good.count > Self.enough, random.next() % 4 != 0 { continue }
            parts[part].good.append(reader.compare(source: index, target: index))
            spoil(index, place, eligible, reader, part)
        }
    }

    private mutating func spoil(
        _ index: Int, _ place: Int, _ eligible: [Int], _ reader: some SampleReader, _ part: Int
    ) {
        let source = reader.entries(index, .source)
        let target = reader.entries(index, .target)
        guard source.count >= 3, target.count >= 3 else { return }
        // Another target: a neighbour's, or one from elsewhere on the page.
        let others = eligible.filter { $0 != index }
        // The same sentence elsewhere on the page is no fault.
        if let other = others.randomElement(using: &random), !Self.isSame(reader, other, index) {
            parts[part].bad[0].append(reader.compare(source: index, target: other))
            let neighbour = place + 1 < eligible.count ? eligible[place + 1] : place > 0 ? eligible[place - 1] : other
            if neighbour != other, !Self.isSame(reader, neighbour, index) {
                parts[part].bad[0].append(reader.compare(source: index, target: neighbour))
            }
            // One sentence more, behind or in front.
            let more = reader.entries(other, .target)
            if more.count >= 3 {
                parts[part].bad[2].append(
                    reader.compare(source, random.next() % 3 == 0 ? more + target : target + more))
            }
        }
        if target.count >= 6 {
            let half = target.count / 2
            switch random.next() % 4 {
            case 0: parts[part].bad[1].append(reader.compare(source, Array(target[half...])))
            case 1:
                let third = target.count / 3
                parts[part].bad[1].append(reader.compare(source, Array(target[..<third] + target[(2 * third)...])))
            default: parts[part].bad[1].append(reader.compare(source, Array(target[..<half])))
            }
        }
    }

    /// Whether two segments have the same target.
    private static func isSame<Reader: SampleReader>(_ reader: Reader, _ one: Int, _ other: Int) -> Bool {
        let (left, right) = (reader.entries(one, .target), reader.entries(other, .target))
        return left.count == right.count && zip(left, right).allSatisfy { Reader.isSame($0, $1) }
    }

    /// Grows a judge for each fault, and finds from where on it may speak.
    func judges() -> Judges {
        let all = Part(
            good: parts[0].good + parts[1].good,
            bad: Judges.Fault.allCases.map { parts[0].bad[$0.rawValue] + parts[1].bad[$0.rawValue] })
        var judges = Judges()
        guard all.good.count >= 500 else { return judges }
        Self.grow(&judges, all)
        // Of a large corpus every fourth pair was looked at from some page on.
        let share = Double(all.good.count) / Double(max(1, judged)) * Double(segments)
        let strangers = parts.map { part in
            var judges = Judges()
            Self.grow(&judges, part)
            return judges.forests()
        }
        for fault in Judges.Fault.allCases where !judges.trees[fault.rawValue].isEmpty {
            var (long, short): ([Float], [Float]) = ([], [])
            for (part, forests) in zip(parts, strangers.reversed()) {
                let forest = forests[fault.rawValue]
                for pair in part.good {
                    let odds = passesClear && pair.isClear(of: fault) ? Judges.clear : forest.judge(pair)
                    if pair.isShort { short.append(odds) } else { long.append(odds) }
                }
            }
            let rate = rates.warnings[fault.rawValue]
            judges.warning[fault.rawValue] = Self.limit(long, Int((rate.long * share).rounded()))
            judges.short[fault.rawValue] = Self.limit(short, Int((rate.short * share).rounded()))
            judges.note[fault.rawValue] = Self.limit(long + short, Int((rates.notes[fault.rawValue] * share).rounded()))
        }
        return judges
    }

    private static func grow(_ judges: inout Judges, _ part: Part) {
        for fault in Judges.Fault.allCases where part.bad[fault.rawValue].count >= 100 {
            // Targets from elsewhere often end otherwise. That makes the judge of content so sure of them that its limit falls,
            // and short free translations lie above it.
            let grower = TreeGrower(
                good: part.good, bad: part.bad[fault.rawValue], without: fault == .content ? .end : nil)
            (judges.biases[fault.rawValue], judges.trees[fault.rawValue]) = grower.grow()
        }
    }

    /// The log-odds above which so many lie.
    private static func limit(_ odds: [Float], _ count: Int) -> Float {
        count < odds.count ? odds.sorted(by: >)[count] : Judges.clear
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
