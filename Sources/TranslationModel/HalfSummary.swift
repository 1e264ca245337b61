import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// One half of a pair, summed up: how much of it the other half explains.
struct HalfSummary {
    private(set) var coverage: Float = 0
    private(set) var gap: Float = 0
    private(set) var rest: Float = 0
    private(set) var head: Float = 0
    private(set) var tail: Float = 0
    private(set) var verbatimLost: Float = 0
    private(set) var verbatimKept: Float = 0
    private(set) var unknown: Float = 0
    private(set) var length: Float = 0
    /// How many sentences end before the half does.
    private(set) var sentences: Float = 0
    private(set) var parentheses: Float = 0
    /// Whether it ends as a sentence does: 1, or 0.
    private(set) var end: Float = 0

    /// - Parameters:
    ///   - cover: how often the other half leads one to expect each term.
    ///   - information: nats by the byte that says them.
    init(
        _ half: UnsafeBufferPointer<PairEntry>, _ cover: UnsafeBufferPointer<Float>,
        _ information: UnsafeBufferPointer<Float>
    ) {
        guard !half.isEmpty else { return }
        var sums = Sums()
        let third = max(1, half.count / 3)
        let lastThird = max(third, half.count - third)
        add(0..<third, half, cover, information, &sums)
        head = sums.explained / max(sums.total, 1)
        add(third..<lastThird, half, cover, information, &sums)
        let before = half.count > 1 ? sums : Sums()
        add(lastThird..<half.count, half, cover, information, &sums)
        tail = (sums.explained - before.explained) / max(sums.total - before.total, 1)
        coverage = sums.explained / max(sums.total, 1)
        rest = sums.total - sums.explained
        gap = sums.gap
        length = Float(sums.halfBytes) / 2
        end = half[half.count - 1].marks.contains(.endsSentence) ? 1 : 0
    }

    /// What has been summed of a half so far.
    private struct Sums {
        var total: Float = 0
        var explained: Float = 0
        /// The sum of the stretch at hand, and the largest so far.
        var stretch: Float = 0
        var gap: Float = 0
        /// Of letters twice, as bigrams share theirs.
        var halfBytes: Int32 = 0
    }

    @inline(__always)
    private mutating func add(
        _ range: Range<Int>, _ half: UnsafeBufferPointer<PairEntry>, _ cover: UnsafeBufferPointer<Float>,
        _ information: UnsafeBufferPointer<Float>, _ known: inout Sums
    ) {
        // Nobody else can see it, so that it need not be stored at each step.
        var sums = known
        for offset in range {
            let entry = half[offset]
            sums.halfBytes &+= (entry.upper &- entry.lower) &<< (entry.kind == .bigram ? 0 : 1)
            let share = min(1, cover[offset] * 2)
            if !entry.marks.isDisjoint(with: .unusual) {
                guard addUnusual(entry, share, isLast: offset + 1 == half.count) else { continue }
            }
            let says = information[Int(entry.information)]
            sums.total += says
            sums.explained += says * share
            // The stretch with the largest sum (Kadane); what is half explained ends it slowly.
            sums.stretch = max(0, sums.stretch + says * (0.6 - share))
            sums.gap = max(sums.gap, sums.stretch)
        }
        known = sums
    }

    /// Counts punctuation, and what is no word of the vocabulary.
    ///
    /// - Returns: false where nobody knows what it means, so that it speaks neither for the pair nor against it.
    private mutating func addUnusual(_ entry: PairEntry, _ share: Float, isLast: Bool) -> Bool {
        if entry.marks.contains(.endsSentence), !isLast { sentences += 1 }
        if entry.marks.contains(.opensParenthesis) { parentheses += 1 }
        if entry.marks.contains(.isVerbatim) {
            if share > 0.5 { verbatimKept += 1 } else { verbatimLost += 1 }
        } else if entry.marks.contains(.isUnknown), share == 0 {
            unknown += 1
            return false
        }
        return true
    }

    /// The mean log ratio of IBM model 1's mixture to the language alone; a tenth is left to chance.
    static func support(
        _ half: UnsafeBufferPointer<PairEntry>, _ cover: UnsafeBufferPointer<Float>, others: Int
    ) -> Float {
        var sum: Float = 0
        // One logarithm of a product is as good as several.
        var product: Float = 1
        var count = 0
        let share = 0.9 / Float(others + 1)
        Quantised.rarity.withUnsafeBufferPointer { rarity in
            for offset in 0..<half.count {
                let entry = half[offset]
                if entry.marks.contains(.isUnknown), cover[offset] == 0 { continue }
                // From a tenth to some hundred thousands, so that four of them make a number like any other.
                product *= share * cover[offset] * rarity[Int(entry.information)] + 0.1
                count += 1
                if count & 3 == 0 {
                    sum += Quantised.logarithm(product)
                    product = 1
                }
            }
        }
        return (sum + Quantised.logarithm(product)) / Float(max(1, count))
    }
}

/// Probabilities in a byte: tenths of a halving, so from 1 down to 2⁻²⁵.
enum Quantised {
    static func byte(_ probability: Float) -> UInt8 {
        let halvings = -Logarithm.natural(Double(max(probability, 1e-9))) / 0.693147180559945
        return UInt8(max(0, min(255, (halvings * 10).rounded())))
    }

    static let probability: [Float] = (0...255).map {
        Float(Logarithm.exponential(-Double($0) / 10 * 0.693147180559945))
    }
    /// One by it.
    static let rarity: [Float] = probability.map { 1 / $0 }
    /// -ln of it.
    static let information: [Float] = (0...255).map { Float(Double($0) / 10 * 0.693147180559945) }

    /// ln, from the exponent and a polynomial of the mantissa, to three digits: enough for a sum of log ratios, and several
    /// times as fast as the library's.
    static func logarithm(_ x: Float) -> Float {
        let bits = x.bitPattern
        let exponent = Float(Int32(bits >> 23) - 127)
        let mantissa = Float(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000)
        let log2 = exponent + (-0.33582878 * mantissa + 2) * mantissa - 1.65871022
        return log2 * 0.69314718
    }
}
