import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// How far the regressions of ``Polarity`` may be trusted on pages that they were not learned from.
struct PolaritySamples {
    /// Of each pair, the log-odds of what the source has.
    private var sums: [[Float]] = Array(repeating: [], count: Opposites.count)
    private var seen: Set<UInt64> = []

    /// Takes a page's pairs, each once however often it is there: what stands on forty pages is known before they are checked.
    mutating func add(_ page: TokenizedBitext, _ lexicon: Lexicon, _ reader: ContentReader) {
        for index in page.contents.indices where ContentReader.isJudged(index, page) {
            var hash = KeyHash()
            let pair = SegmentPair(page, index: index)
            for byte in pair.text(.source) { hash.add(byte) }
            for byte in pair.text(.target) { hash.add(byte) }
            guard seen.insert(hash.value).inserted else { continue }
            let (source, target) = (reader.entries(index, .source), reader.entries(index, .target))
            source.withUnsafeBufferPointer { left in
                target.withUnsafeBufferPointer { right in
                    lexicon.polarity.each(left, right) { pair, side, sum in
                        guard lexicon.polarity.weights.scales[pair] > 0 else { return }
                        sums[pair].append(side * sum)
                    }
                }
            }
        }
    }

    /// Sets the scales.
    func calibrate(_ weights: inout Polarity.Weights) {
        let common = Self.scale(Array(sums.dropFirst().joined()))
        for pair in sums.indices where weights.scales[pair] > 0 {
            weights.scales[pair] = sums[pair].count >= 500 ? Self.scale(sums[pair]) : common
        }
    }

    /// The factor that makes log-odds fit how often they were right (Platt: Probabilistic outputs for support vector machines,
    /// 1999, without an offset), by bisection: the derivative of the likelihood falls.
    private static func scale(_ sums: [Float]) -> Float {
        guard sums.count >= 50 else { return 0.5 }
        var (low, high): (Float, Float) = (0.05, 1.2)
        for _ in 0..<20 {
            let middle = (low + high) / 2
            let slope = sums.reduce(0.0) { total, sum in
                total + Double(sum) / (1 + Logarithm.exponential(Double(min(60, middle * sum))))
            }
            if slope > 0 { low = middle } else { high = middle }
        }
        return low
    }
}
