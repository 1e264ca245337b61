import Bitext
import ParsedBitext

/// An amount of money that has another value and another currency in the target, as in a localised sample: $2,000 is
/// 20 000 kronor.
struct ConvertedAmount {
    let pair: SegmentPair
    let lost: NumberReader.Found
    let added: NumberReader.Found
    private let was: Currency
    private let now: Currency
    /// What the source's value may have been multiplied by. Its dot is a decimal sign, or separates groups: "$10.000".
    private let factors: [Double]

    /// Nil unless both numbers are amounts, in different currencies.
    init?(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) {
        guard
            let was = Currency.currency(
                around: lost.range.values, in: pair.text(.source), pair.tokenized.sourceLanguage)?.currency,
            let now = Currency.currency(around: added.range.values, in: pair.text(.target), pair.language)?.currency,
            !was.mayBe(now), let value = (added.scaled ?? added.value).approximation
        else { return nil }
        let text = pair.text(lost.token.range, .source)
        let values = [lost.scaled ?? lost.value, Numeral(text, hasDecimalComma: true)].compactMap(\.approximation)
        factors = values.filter { $0 > 0 }.map { value / $0 }
        (self.pair, self.lost, self.added, self.was, self.now) = (pair, lost, added, was, now)
    }

    /// Whether amounts are all of a page in their currency, and there are several, multiplied by one factor.
    static func areAll(_ amounts: [ConvertedAmount], of tokenized: TokenizedBitext) -> Bool {
        guard amounts.count >= 2, let first = amounts.first,
            amounts.allSatisfy({ $0.was.mayBe(first.was) && $0.now.mayBe(first.now) }),
            first.factors.contains(where: { factor in amounts.allSatisfy { $0.has(factor) } })
        else { return false }
        let all = tokenized.pairs(with: .numbers).reduce(0) { sum, pair in
            sum + pair.tokens(.source).count { first.isAlike($0, pair) }
        }
        return all == amounts.count
    }

    /// Whether the factor may be another one, but for rounding.
    private func has(_ factor: Double) -> Bool { factors.contains { abs($0 - factor) <= 0.01 * factor } }

    /// Whether a token of a source is an amount in the same currency.
    private func isAlike(_ token: Token, _ pair: SegmentPair) -> Bool {
        guard token.kind == .number else { return false }
        let range = token.range.values
        return Currency.currency(around: range, in: pair.text(.source), pair.tokenized.sourceLanguage)
            .map { $0.currency.mayBe(was) } ?? false
    }
}
