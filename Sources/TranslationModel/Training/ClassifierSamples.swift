import Bitext
import ParsedBitext

/// The features of pairs as they are, and of pairs that were made wrong on purpose, for the classifiers to learn from.
struct ClassifierSamples {
    /// The shares of segments that each classifier may report on pages that it does not know.
    struct Rates {
        /// As warnings, of long pairs and of short ones.
        var warnings: PerFault<(long: Double, short: Double)>
        /// As notes.
        var notes: PerFault<Double>

        /// An addition is seen best, so few warnings find most.
        static let words = Rates(
            warnings: PerFault((0.0010, 0.0012), (0.0003, 0.00005), (0.0002, 0.00004)),
            notes: PerFault(0.012, 0.006, 0.006))
        /// Without words less is seen.
        static let alike = Rates(
            warnings: PerFault((0.0001, 0.00003), (0.00005, 0.00001), (0.00005, 0.00001)),
            notes: PerFault(0.002, 0.001, 0.001))
    }

    private struct Part {
        var good: [FeatureVector] = []
        /// By the number of the fault. A subscript with a setter would copy all of them for each one that is added.
        private var badByFault: [[FeatureVector]] = Array(repeating: [], count: FaultKind.allCases.count)

        func bad(_ fault: FaultKind) -> [FeatureVector] { badByFault[fault.rawValue] }

        mutating func add(_ features: FeatureVector, bad fault: FaultKind) {
            badByFault[fault.rawValue].append(features)
        }

        static func + (one: Part, other: Part) -> Part {
            var all = Part(good: one.good + other.good)
            all.badByFault = zip(one.badByFault, other.badByFault).map(+)
            return all
        }
    }

    /// More pairs make no better classifiers. Of twice as many, every second one is used.
    private static let enoughPairs = 30_000
    /// Fewer samples grow no classifier.
    private static let (minGood, minBad) = (500, 100)

    /// Two halves of the pages: classifiers of one half are calibrated on pages of the other.
    private var parts = [Part(), Part()]
    /// All segments of the pages, and those that have enough words to be scored.
    private var segments = 0
    private var scored = 0
    private var pages = 0
    private var random = SplitMix64(state: 0x9E37_79B9)

    private let rates: Rates
    /// Whether clear pairs pass without a classifier (``FeatureVector/isClear``).
    private let passesClear: Bool

    /// How many pairs there are, so that what is used of them comes from all pages.
    var expected = 0

    init(_ rates: Rates = .words, passesClear: Bool = true) {
        self.rates = rates
        self.passesClear = passesClear
    }

    // MARK: Samples

    /// Takes a page's pairs that have enough words to be scored.
    ///
    /// - Parameter part: to which half of the pages the page belongs, 0 or 1; nil for every other page.
    mutating func add(_ page: TokenizedBitext, _ reader: some PairReader, part: Int? = nil) {
        segments += page.contents.count
        pages += 1
        let part = part ?? pages % 2
        let eligible = page.contents.indices.filter { page.isScored($0) }
        for (place, segment) in eligible.enumerated() {
            scored += 1
            if expected > Self.enoughPairs, random.next() % UInt64(expected) >= UInt64(Self.enoughPairs) { continue }
            parts[part].good.append(reader.features(source: segment, target: segment))
            addWrongPairs(segment, place, eligible, reader, part)
        }
    }

    private mutating func addWrongPairs(
        _ segment: Int, _ place: Int, _ eligible: [Int], _ reader: some PairReader, _ part: Int
    ) {
        let source = reader.entries(segment, .source)
        let target = reader.entries(segment, .target)
        guard source.count >= 3, target.count >= 3 else { return }
        // Another target: a neighbour's, or one from elsewhere on the page. The same sentence elsewhere on the page is no fault.
        if let other = other(than: place, eligible), !Self.hasSameTarget(reader, other, segment) {
            parts[part].add(reader.features(source: segment, target: other), bad: .content)
            let neighbour = place + 1 < eligible.count ? eligible[place + 1] : place > 0 ? eligible[place - 1] : other
            if neighbour != other, !Self.hasSameTarget(reader, neighbour, segment) {
                parts[part].add(reader.features(source: segment, target: neighbour), bad: .content)
            }
            // One sentence more, after the target or before it.
            let more = reader.entries(other, .target)
            if more.count >= 3 {
                parts[part].add(
                    reader.features(source, random.next() % 3 == 0 ? more + target : target + more), bad: .addition)
            }
        }
        if target.count >= 6 {
            let (half, third) = (target.count / 2, target.count / 3)
            let rest =
                switch random.next() % 4 {
                case 0: Array(target[half...])
                case 1: Array(target[..<third] + target[(2 * third)...])
                default: Array(target[..<half])
                }
            parts[part].add(reader.features(source, rest), bad: .omission)
        }
    }

    /// Any of the eligible segments but the one at a place.
    private mutating func other(than place: Int, _ eligible: [Int]) -> Int? {
        guard eligible.count > 1 else { return nil }
        let chosen = Int.random(in: 0..<eligible.count - 1, using: &random)
        return eligible[chosen < place ? chosen : chosen + 1]
    }

    private static func hasSameTarget<Reader: PairReader>(_ reader: Reader, _ one: Int, _ other: Int) -> Bool {
        let (left, right) = (reader.entries(one, .target), reader.entries(other, .target))
        return left.count == right.count && zip(left, right).allSatisfy { Reader.isSame($0, $1) }
    }

    // MARK: Classifiers

    /// Grows a classifier for each fault, and finds its limits.
    func classifiers() -> PerFault<FaultClassifier> {
        let all = parts[0] + parts[1]
        guard all.good.count >= Self.minGood else { return PerFault() }
        var classifiers = Self.grow(all)
        // For how many segments the samples count: of a large corpus, not every pair is one.
        let segments = Double(all.good.count) / Double(max(1, scored)) * Double(self.segments)
        // What each half's classifiers say of the other half, whose pages they were not grown on.
        let others = parts.reversed().map(Self.grow)
        for fault in FaultKind.allCases where classifiers[fault].treeCount > 0 {
            var (long, short): ([Float], [Float]) = ([], [])
            for (part, other) in zip(parts, others) {
                for pair in part.good {
                    let odds =
                        passesClear && pair.isClear(of: fault) ? FaultClassifier.clear : other[fault].logOdds(pair)
                    if pair.isShort { short.append(odds) } else { long.append(odds) }
                }
            }
            func limit(_ odds: [Float], _ rate: Double) -> Float { Self.limit(odds, Int((rate * segments).rounded())) }
            classifiers[fault].limits = .init(
                warning: limit(long, rates.warnings[fault].long),
                shortWarning: limit(short, rates.warnings[fault].short),
                note: limit(long + short, rates.notes[fault]))
        }
        return classifiers
    }

    private static func grow(_ part: Part) -> PerFault<FaultClassifier> {
        var classifiers = PerFault<FaultClassifier>()
        for fault in FaultKind.allCases where part.bad(fault).count >= minBad {
            // Targets from elsewhere often end otherwise. That makes the classifier of content so sure of them that its limit falls,
            // and short free translations lie above it.
            let boosting = GradientBoosting(
                good: part.good, bad: part.bad(fault), without: fault == .content ? .end : nil)
            for tree in boosting.trees() { classifiers[fault].append(tree) }
        }
        return classifiers
    }

    /// The log-odds above which so many lie.
    private static func limit(_ odds: [Float], _ count: Int) -> Float {
        count < odds.count ? odds.sorted(by: >)[count] : FaultClassifier.clear
    }
}
