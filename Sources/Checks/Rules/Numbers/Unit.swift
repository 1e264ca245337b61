import Bitext
import ParsedBitext

/// A number with another unit: 10 MB as 10 Go.
struct Unit: SegmentRule {
    static let description = RuleDescription(
        "unit", .warning, .mistranslation, "The unit of a number was changed.",
        discussion: """
            The rule compares units of data, time and frequency after the same number. `MB` is `Mo` in French and `МБ`
            in Russian, but `10 GB` is not `10 MB`. The rule ignores units that are written as words. Correct the unit.
            """,
        bad: .init("You need 10 GB.", "Il faut 10 Mo."), good: .init("You need 10 GB.", "Il faut 10 Go."))
    static let appliesTo = SegmentContents.numbers

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let source = measures(pair, .source)
        guard !source.isEmpty else { return }
        let target = measures(pair, .target)
        for (number, unit, range) in source {
            // Only numbers that occur once, so that the units can be compared.
            guard source.count(where: { $0.number == number }) == 1 else { continue }
            let same = target.filter { $0.number == number }
            guard same.count == 1, let other = same.first, other.unit != unit else { continue }
            let (was, now) = (pair.string(range, .source), pair.string(other.range, .target))
            report.add(
                "source has \(was), target has \(now)", in: pair, .target, pair.sideRange(other.range, .target),
                evidence: .init(source: was, target: now))
        }
    }

    /// The numbers with a unit after them.
    private func measures(_ pair: SegmentPair, _ side: Side) -> [(number: UInt64, unit: String, range: TextRange)] {
        let tokens = pair.tokens(side)
        let text = pair.tokenized.tokens(side).text
        return zip(tokens, tokens.dropFirst()).compactMap { number, word in
            guard number.kind == .number, word.kind == .word || word.kind == .name, word.range.count <= 6,
                text[number.range.upperBound..<word.range.lowerBound].isBlankText,
                let unit = Self.units[String(decoding: text[word.range], as: UTF8.self)]
            else { return nil }
            let value = Numeral(
                text[number.range], hasDecimalComma: side == .target && pair.language.hasDecimalComma)
            return (value.key, unit, number.range.lowerBound..<word.range.upperBound)
        }
    }

    /// The unit of each symbol. Case matters: mb is not MB.
    private static let units: [String: String] = [
        "KB": "kB", "kB": "kB", "Ko": "kB", "ko": "kB", "КБ": "kB", "MB": "MB", "Mo": "MB", "МБ": "MB", "GB": "GB",
        "Go": "GB", "ГБ": "GB", "TB": "TB", "To": "TB", "ТБ": "TB", "Kbps": "kbit/s", "kbps": "kbit/s",
        "Kbits": "kbit/s", "Mbps": "Mbit/s", "Mbits": "Mbit/s", "Mbit": "Mbit/s", "Gbps": "Gbit/s", "ms": "ms",
        "мс": "ms", "Hz": "Hz", "KHz": "kHz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "ГГц": "GHz", "МГц": "MHz",
    ]
}
