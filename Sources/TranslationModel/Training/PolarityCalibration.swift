import Bitext
import ParsedBitext

/// How far the regressions of ``PolarityModel`` can be trusted on pages that they were not learned from.
struct PolarityCalibration {
    /// For each pair of ``Opposites``, the log-odds of the side that the source has.
    private var logOdds: [[Float]] = Array(repeating: [], count: Opposites.count)
    private var seen: Set<UInt64> = []
    private let hash = TextPairHash()

    /// Takes a page's pairs, each pair of texts once: what is on forty pages is known before they are checked.
    mutating func add(_ page: TokenizedBitext, _ lexicon: Lexicon, _ reader: LexiconReader) {
        let model = lexicon.polarity
        guard !model.weights.isEmpty else { return }
        for segment in page.contents.indices where page.isScored(segment) {
            let pair = SegmentPair(page, index: segment)
            guard seen.insert(hash(pair.text(.source), pair.text(.target))).inserted else { continue }
            reader.withHalves(segment, segment) { add($0, $1, model) }
        }
    }

    private mutating func add(_ source: Half, _ target: Half, _ model: PolarityModel) {
        let sides = model.sides(of: source)
        for pair in 0..<Opposites.count
        where model.weights.scales[pair] > 0 && (pair == 0 || sides.single.contains(pair: pair)) {
            let logOdds = model.logOdds(of: pair, source, target)
            self.logOdds[pair].append(sides.first.contains(pair: pair) ? logOdds : -logOdds)
        }
    }

    /// Sets the scales.
    func calibrate(_ weights: inout PolarityWeights) {
        let common = Self.scale(Array(logOdds.dropFirst().joined()))
        for pair in logOdds.indices where weights.scales[pair] > 0 {
            weights.scales[pair] = logOdds[pair].count >= Self.minOwn ? Self.scale(logOdds[pair]) : common
        }
    }

    /// A pair with fewer samples has the scale of all pairs together.
    private static let minOwn = 500
    /// Fewer samples say nothing.
    private static let minSamples = 50
    private static let scaleWithoutSamples: Float = 0.5

    /// The factor that makes log-odds fit how often they were right (Platt: Probabilistic outputs for support vector machines,
    /// 1999, without an offset), by bisection: the derivative of the likelihood falls.
    private static func scale(_ logOdds: [Float]) -> Float {
        guard logOdds.count >= minSamples else { return scaleWithoutSamples }
        var (low, high): (Float, Float) = (0.05, 1.2)
        for _ in 0..<20 {
            let middle = (low + high) / 2
            let slope = logOdds.reduce(0.0) { total, odds in
                total + Double(odds) / (1 + Logarithm.exponential(Double(min(60, middle * odds))))
            }
            if slope > 0 { low = middle } else { high = middle }
        }
        return low
    }
}
