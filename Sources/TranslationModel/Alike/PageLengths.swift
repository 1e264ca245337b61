import Bitext
import ParsedBitext

/// How long a page's targets are for their sources: the median, because a few may be no translations. For a page of few pairs it is
/// mixed with what is usual.
struct PageLengths {
    /// How long the halves of each pair are, as far as they have any terms.
    let pairs: [(source: Float, target: Float)]
    /// The median of the logarithm of the ratio; nil where no pair is long enough.
    let median: Float?
    let model: LengthModel

    /// For how many pairs the usual mean counts.
    private static let meanWeight: Float = 4
    /// The same for the deviation, which takes more pairs to be seen.
    private static let deviationWeight: Float = 20

    /// - Parameter isLatin: whether the target has mostly Latin letters. The words of other scripts have more bytes, or fewer
    ///   letters, so the usual mean says nothing for them.
    init(_ halves: some Sequence<([AlikeTerm], [AlikeTerm])>, isLatin: Bool, usual: LengthModel) {
        let pairs: [(source: Float, target: Float)] = halves.compactMap { source, target in
            let (left, right) = (Self.length(source), Self.length(target))
            return left > 0 && right > 0 ? (left, right) : nil
        }
        self.pairs = pairs
        let ratios = pairs.filter { $0.source >= 20 }
            .map { approximateLogarithm(($0.target + 4) / ($0.source + 4)) }.sorted()
        guard !ratios.isEmpty else {
            let (source, target) = pairs.reduce((Float(4), Float(4))) { ($0.0 + $1.source, $0.1 + $1.target) }
            median = nil
            model = LengthModel(
                mean: isLatin ? usual.mean : approximateLogarithm(target / source), deviation: usual.deviation)
            return
        }
        let median = (ratios[ratios.count / 2] + ratios[(ratios.count - 1) / 2]) / 2
        let count = Float(ratios.count)
        let own = LengthModel(pairs)
        self.median = median
        model = LengthModel(
            mean: (count * median + Self.meanWeight * (isLatin ? usual.mean : median)) / (count + Self.meanWeight),
            deviation: count < 20
                ? usual.deviation
                : (count * own.deviation + Self.deviationWeight * usual.deviation) / (count + Self.deviationWeight))
    }

    private static func length(_ terms: [AlikeTerm]) -> Float { terms.reduce(0) { $0 + $1.length } }
}

extension SideTokens {
    /// Whether most of its bytes are ASCII, as in a language with Latin letters.
    var isMostlyASCII: Bool { 2 * text.count { $0 < 0x80 } > text.count }
}
