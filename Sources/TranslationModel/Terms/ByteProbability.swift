/// A probability in one byte, as lexicon files store it: in tenths of a halving, so from 1 down to 2⁻²⁵.
///
/// The byte grows as the probability falls: 0 is 1, 10 is a half, 100 is a thousandth.
enum ByteProbability {
    /// The byte nearest to a probability.
    static func byte(_ probability: Float) -> UInt8 {
        let halvings = -Logarithm.natural(Double(max(probability, 1e-9))) / ln2
        return UInt8(max(0, min(255, (halvings * 10).rounded())))
    }

    private static let ln2 = 0.693147180559945
    /// The probability that each byte means.
    static let probability: [Float] = (0...255).map { Float(Logarithm.exponential(-Double($0) / 10 * ln2)) }
    /// 1 / ``probability``.
    static let reciprocal: [Float] = probability.map { 1 / $0 }
    /// The information of what is so probable, in nats: -ln of ``probability``.
    static let information: [Float] = (0...255).map { Float(Double($0) / 10 * ln2) }
}
