import Bitext

/// How long a target is for its source (Gale and Church: A program for aligning sentences in bilingual corpora, 1993): the
/// logarithm of the ratio is normal, and varies less the longer the sentence is.
struct LengthModel: Sendable, Equatable {
    /// The mean of ln(target / source).
    var mean: Float = 0.15
    /// Its standard deviation for a sentence of ``reference`` bytes of words.
    var deviation: Float = 0.35
    static let reference: Float = 60

    /// By how many standard deviations the target is longer than expected.
    func surprise(source: Float, target: Float) -> Float {
        let (left, right) = (source + 4, target + 4)
        let ratio = approximateLogarithm(right / left) - mean
        let scale = deviation * (Self.reference / max(left, 12)).squareRoot()
        return ratio / max(scale, 0.05)
    }

    init(mean: Float = 0.15, deviation: Float = 0.35) {
        self.mean = mean
        self.deviation = deviation
    }

    /// Measures pairs of lengths.
    init(_ pairs: [(source: Float, target: Float)]) {
        let ratios = pairs.filter { $0.source >= 20 }.map {
            (ratio: Float(Logarithm.natural(Double(($0.target + 4) / ($0.source + 4)))), source: $0.source + 4)
        }
        guard ratios.count >= 20 else {
            self.init()
            return
        }
        // The median and the interquartile range, because a few pairs are no translations.
        let sorted = ratios.map(\.ratio).sorted()
        let mean = sorted[sorted.count / 2]
        let scaled = ratios.map { abs($0.ratio - mean) * (max($0.source, 12) / Self.reference).squareRoot() }.sorted()
        self.init(mean: mean, deviation: max(0.05, scaled[scaled.count / 2] * 1.4826))
    }
}
