import Bitext

/// One half of a pair: how much of it the other half explains.
struct HalfSummary {
    /// The explained share of its information, and of the information of its first and its last third.
    private(set) var coverage: Float = 0
    private(set) var head: Float = 0
    private(set) var tail: Float = 0
    /// The information of the longest stretch that is not explained.
    private(set) var gap: Float = 0
    /// All information that is not explained.
    private(set) var rest: Float = 0
    private(set) var verbatimLost: Float = 0
    private(set) var verbatimKept: Float = 0
    private(set) var unknown: Float = 0
    /// The bytes of its terms.
    private(set) var length: Float = 0
    /// How many sentences end before the half does.
    private(set) var sentences: Float = 0
    private(set) var parentheses: Float = 0
    /// Whether it ends as a sentence does: 1, or 0.
    private(set) var end: Float = 0

    /// - Parameter cover: for each term, how likely the other half makes it (``Coverage``).
    init(_ half: Half, _ cover: Scratch<Float>) {
        guard let last = half.last else { return }
        let third = max(1, half.count / 3)
        let lastThird = max(third, half.count - third)
        var sums = Sums()
        add(0..<third, half, cover, &sums)
        head = sums.coverage
        add(third..<lastThird, half, cover, &sums)
        // A half of one term has no other last third.
        let before = half.count > 1 ? sums : Sums()
        add(lastThird..<half.count, half, cover, &sums)
        coverage = sums.coverage
        tail = (sums.explained - before.explained) / max(sums.total - before.total, 1)
        rest = sums.total - sums.explained
        gap = sums.gap
        length = sums.length
        end = last.marks.contains(.endsSentence) ? 1 : 0
    }

    /// What was summed of a half so far.
    private struct Sums {
        var total: Float = 0
        var explained: Float = 0
        /// The sum of the stretch that is not explained, and the largest one.
        var stretch: Float = 0
        var gap: Float = 0
        var length: Float = 0

        var coverage: Float { explained / max(total, 1) }
    }

    /// How much of a term is explained, 0 to 1.
    ///
    /// - Parameter cover: how likely the other half makes it. At a half it is explained.
    @inline(__always)
    static func share(_ cover: Float) -> Float { min(1, cover * 2) }

    /// What a term adds to a stretch that is not explained, for each nat: less than 0 where more than ``enough`` of it is explained. A term
    /// that is explained by half still adds a little, so it does not end a stretch.
    @inline(__always)
    static func unexplained(_ share: Float) -> Float { enough - share }

    private static let enough: Float = 0.6

    @inline(__always)
    private mutating func add(_ places: Range<Int>, _ half: Half, _ cover: Scratch<Float>, _ sums: inout Sums) {
        let information = ByteProbability.information
        for place in places {
            let term = half[place]
            sums.length += term.term.length
            let share = Self.share(cover[place])
            if !term.marks.isDisjoint(with: .needsCare) {
                guard countSpecial(term, share, isLast: place + 1 == half.count) else { continue }
            }
            let nats = information[Int(term.rarity)]
            sums.total += nats
            sums.explained += nats * share
            // As ``LargestStretch``, without its place.
            sums.stretch = max(0, sums.stretch + nats * Self.unexplained(share))
            sums.gap = max(sums.gap, sums.stretch)
        }
    }

    /// Counts punctuation, and terms that are no words of the vocabulary.
    ///
    /// - Returns: false for an unknown word, which says nothing about the pair.
    private mutating func countSpecial(_ term: LexiconTerm, _ share: Float, isLast: Bool) -> Bool {
        if term.marks.contains(.endsSentence), !isLast { sentences += 1 }
        if term.marks.contains(.opensParenthesis) { parentheses += 1 }
        if term.marks.contains(.isVerbatim) {
            if share > 0.5 { verbatimKept += 1 } else { verbatimLost += 1 }
        } else if term.marks.contains(.isUnknown), share == 0 {
            unknown += 1
            return false
        }
        return true
    }

    /// The mean log ratio of IBM model 1's mixture to the language alone; a tenth is left to chance.
    ///
    /// - Parameter others: how many terms the other half has.
    static func support(_ half: Half, _ cover: Scratch<Float>, others: Int) -> Float {
        let reciprocal = ByteProbability.reciprocal
        let share = 0.9 / Float(others + 1)
        var sum: Float = 0
        // Four factors at a time, each from a tenth to some hundred thousands: one logarithm does for all of them.
        var product: Float = 1
        var count = 0
        for place in half.indices where !half[place].marks.contains(.isUnknown) || cover[place] != 0 {
            product *= share * cover[place] * reciprocal[Int(half[place].rarity)] + 0.1
            count += 1
            if count % 4 == 0 {
                sum += approximateLogarithm(product)
                product = 1
            }
        }
        return (sum + approximateLogarithm(product)) / Float(max(1, count))
    }
}
