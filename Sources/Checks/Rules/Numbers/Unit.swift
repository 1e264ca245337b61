import Bitext
import ParsedBitext

/// A number with another unit or in another currency: 10 MB as 10 Go, 30 minutes as 30 hours, USD 5 as 5 EUR.
struct Unit: Rule {
    static let description = RuleDescription(
        "unit", .warning, .mistranslation, "The unit or the currency of a number was changed.",
        discussion: """
            The rule compares units of data, time, frequency, length and weight, percent signs and currencies of the same
            number. A unit is a symbol or a word of the language: `MB` is `Mo` in French, and “hours” is 時間 in
            Japanese, but `10 GB` is not `10 MB`. `$` may be the dollar of any country. The rule ignores numbers that occur
            with several units, and units that it does not know. A currency that the page changes throughout, as in a
            localised sample, is a note, and so is that of the page's only amount. Correct the unit, or convert the
            number, too.
            """,
        bad: .init("You need 10 GB.", "Il faut 10 Mo."), good: .init("You need 10 GB.", "Il faut 10 Go."),
        precision:
            """
            9.5 of 10 on pages of six locales that nobody had read (30 November 2026), before the rule was \
            improved
            """
    )
    static let appliesTo = SegmentContents.numbers

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var currencies = Currencies()
        for pair in tokenized.comparablePairs(with: Self.appliesTo) {
            check(pair, &currencies, &report)
        }
        let isOnly = currencies.isOnly && !hasEqualAmount(tokenized)
        for change in currencies.changes {
            addFinding(
                change.source, change.target, change.pair,
                severity: isOnly || currencies.isConsistent(change) ? .note : nil, &report)
        }
    }

    private func check(_ pair: SegmentPair, _ currencies: inout Currencies, _ report: inout Report) {
        let source = quantities(pair, .source)
        if source.isEmpty, !pair.text(.target).contains(UInt8(ascii: "%")) { return }
        let target = quantities(pair, .target)
        checkShares(source, target, pair, &report)
        for index in source.indices where source[index].unit != nil {
            let same = target.filter { $0.keys.contains(source[index].keys[0]) && $0.unit != nil }
            // Only numbers that occur once, so that the units can be compared.
            guard source.count(where: { $0.keys[0] == source[index].keys[0] && $0.unit != nil }) == 1, same.count == 1,
                let unit = source[index].unit, let other = same[0].unit, unit.unit.differs(from: other.unit),
                !isSameCount(source[index], same[0])
            else { continue }
            addFinding(unit.range, other.range, pair, severity: nil, &report)
        }
        for index in source.indices where source[index].currency != nil {
            let same = target.filter { $0.keys.contains(source[index].keys[0]) && $0.currency != nil }
            guard let currency = source[index].currency, let other = same.first?.currency else { continue }
            if same.contains(where: { $0.currency?.currency.mayBe(currency.currency) ?? true }) {
                currencies.kept.append(currency.currency)
            } else {
                currencies.changes.append(
                    Currencies.Change(
                        pair: pair, source: currency.range, target: other.range, was: currency.currency,
                        now: other.currency))
            }
        }
    }

    // MARK: Percent signs

    /// Reports 5 for 5%, and 5% for 5.
    private func checkShares(
        _ source: [Quantity], _ target: [Quantity], _ pair: SegmentPair, _ report: inout Report
    ) {
        let (shares, others) = (source.filter { $0.share != nil }, target.filter { $0.share != nil })
        // In a range, only one of two numbers may have the sign.
        if shares.count == 1, others.isEmpty, let share = shares[0].share,
            let number = onlyNumber(equalTo: shares[0], pair, .target)
        {
            addFinding(share, number, pair, severity: nil, &report)
        }
        if others.count == 1, shares.isEmpty, let share = others[0].share,
            let number = onlyNumber(equalTo: others[0], pair, .source)
        {
            addFinding(number, share, pair, severity: nil, &report)
        }
    }

    /// The number of a side that has only one, if it has a value, no unit and no percent sign in another form.
    private func onlyNumber(equalTo quantity: Quantity, _ pair: SegmentPair, _ side: Side) -> TextRange? {
        let numbers = pair.tokens(side).filter { $0.kind == .number }
        guard numbers.count == 1, !mentionsShare(pair, side), quantities(pair, side).isEmpty else { return nil }
        let values = Self.notations(of: side, pair).map {
            Numeral(pair.text(numbers[0].range, side), hasDecimalComma: $0).key
        }
        return values.contains(where: quantity.keys.contains) ? numbers[0].range : nil
    }

    /// Whether a side has a percent sign, or a word for it.
    private func mentionsShare(_ pair: SegmentPair, _ side: Side) -> Bool {
        let text = pair.markdown(side).string.lowercased()
        return Self.shareWords.contains(where: text.contains)
    }

    private static let shareWords = [
        "%", "％", "٪", "perc", "per cent", "pct", "prozent", "cent", "cien", "porc", "процент", "відсот", "proc",
        "pros",
        "yüzde", "パーセント", "割", "퍼센트", "프로", "百分", "成", "persen", "phần trăm", "เปอร์เซ็นต์", "ร้อยละ", "százalék", "אחוז",
        "مائة", "مئة", "درصد", "प्रतिशत", "τοις εκατό",
    ]

    /// Whether both are one number in other words: "1.5 billion" is "1.500 millones".
    private func isSameCount(_ source: Quantity, _ target: Quantity) -> Bool {
        guard let one = source.unit?.unit, let other = target.unit?.unit, one.dimension == .count,
            other.dimension == .count
        else { return false }
        return source.values.contains { value in
            target.values.contains { abs(value * one.factor - $0 * other.factor) <= 1e-9 * value * one.factor }
        }
    }

    /// Whether a segment that is equal on both sides has an amount of money.
    private func hasEqualAmount(_ tokenized: TokenizedBitext) -> Bool {
        tokenized.pairs(with: [.isSame, .numbers]).contains { pair in
            quantities(pair, .source).contains { $0.currency != nil }
        }
    }

    /// What became of the currencies of a page.
    private struct Currencies {
        struct Change {
            var pair: SegmentPair
            var source: TextRange
            var target: TextRange
            var was: Currency
            var now: Currency
        }

        var kept: [Currency] = []
        var changes: [Change] = []

        /// Whether only one amount of the page could be compared, so that the page does not mix currencies.
        var isOnly: Bool { changes.count == 1 && kept.isEmpty }

        /// Whether the page has the currency several times, and always changes it to the same one.
        func isConsistent(_ change: Change) -> Bool {
            let alike = changes.filter { $0.was.mayBe(change.was) }
            return alike.count >= 2 && alike.allSatisfy { $0.now.mayBe(change.now) }
                && !kept.contains { $0.mayBe(change.was) }
        }
    }

    private func addFinding(
        _ source: TextRange, _ target: TextRange, _ pair: SegmentPair, severity: Finding.Severity?,
        _ report: inout Report
    ) {
        let (was, now) = (pair.string(source, .source), pair.string(target, .target))
        report.add(
            "source has \(was), target has \(now)", in: pair, .target, pair.sideRange(target, .target),
            evidence: .init(source: was, target: now), severity: severity)
    }

    /// A number with a unit or a currency.
    private struct Quantity {
        /// The value in the notation of the language, and in the other one.
        let numerals: [Numeral]
        let keys: [UInt64]
        var unit: (unit: MeasureUnit, range: TextRange)?
        var currency: (currency: Currency, range: TextRange)?

        init(_ numerals: [Numeral]) {
            self.numerals = numerals
            keys = numerals.map(\.key)
        }

        /// The number with its percent sign; nil where it has none.
        var share: TextRange? { unit.flatMap { $0.unit == MeasureUnit.share ? $0.range : nil } }

        var values: [Double] { numerals.compactMap(\.approximation) }
    }

    private func quantities(_ pair: SegmentPair, _ side: Side) -> [Quantity] {
        let language = side == .source ? pair.tokenized.sourceLanguage : pair.language
        let text = pair.text(side)
        var quantities: [Quantity] = []
        let tokens = pair.tokens(side)
        for index in tokens.indices where tokens[index].kind == .number {
            // The fast path: most numbers of the source have no unit, and then those of the target are not read.
            if side == .source, language.code == "en", !mayHaveUnit(tokens, index, text) { continue }
            let token = tokens[index]
            // So many numbers are a table in one segment. Comparing them all would take quadratic time.
            guard quantities.count < 256 else { break }
            let (lower, upper) = (token.range.lowerBound, token.range.upperBound)
            let after = text[upper.value...]
            let unit: (unit: MeasureUnit, length: Int)?
            if lower.value > text.startIndex, text[lower.value - 1] == UInt8(ascii: ":") {
                // "12:42 min" are 12 minutes and 42 seconds.
                unit = nil
            } else if let scale = ScaleWords.scale(in: after, language) {
                let factor = (0..<scale.exponent).reduce(1.0) { result, _ in result * 10 }
                unit = (MeasureUnit(dimension: .count, factor: factor), scale.length)
            } else {
                unit = MeasureUnit.unit(in: after, language, digits: token.range.count)
            }
            let currency = Currency.currency(around: token.range.values, in: text, language)
            let sign = percentSign(before: token, text)
            guard unit != nil || currency != nil || sign != nil else { continue }
            let number = text[token.range]
            var quantity = Quantity(Self.notations(of: side, pair).map { Numeral(number, hasDecimalComma: $0) })
            quantity.unit = unit.map { ($0.unit, lower..<upper + $0.length) }
            if let sign { quantity.unit = (MeasureUnit.share, lower - sign..<upper) }
            quantity.currency = currency.map { ($0.currency, TextRange($0.range)) }
            quantities.append(quantity)
        }
        return quantities
    }

    /// In which notations a number of a side may be: whether its comma is the decimal sign.
    private static func notations(of side: Side, _ pair: SegmentPair) -> [Bool] {
        side == .target && pair.language.hasDecimalComma ? [true, false] : [false]
    }

    /// The length of the percent sign before a number, as in Turkish. In other languages that is a placeholder and no number.
    private func percentSign(before token: Token, _ text: ArraySlice<UInt8>) -> Int? {
        let before = text[..<token.range.lowerBound.value]
        return ["%", "٪"].map(\.utf8).first { before.suffix($0.count).elementsEqual($0) }?.count
    }

    /// Whether an English word of a unit or a currency, or a sign, is next to a number.
    private func mayHaveUnit(_ tokens: ArraySlice<Token>, _ index: Int, _ text: ArraySlice<UInt8>) -> Bool {
        let range = tokens[index].range.values
        let after = text[range.upperBound...]
        if let sign = after.dropFirst(after.first == 0x20 ? 1 : 0).first, sign >= 0x80 || sign.isOne(of: "%$") {
            return true
        }
        let before = text[..<range.lowerBound]
        if let sign = before.dropLast(before.last == 0x20 ? 1 : 0).last, sign >= 0x80 || sign == UInt8(ascii: "$") {
            return true
        }
        if index > tokens.startIndex, tokens[index - 1].isAllCapitals, tokens[index - 1].range.count <= 3 {
            return true
        }
        return index + 1 < tokens.endIndex && Self.englishWords.contains(tokens[index + 1].hash)
    }

    private static let englishWords = Set(
        (MeasureUnit.englishWords + ScaleWords.englishWords + Currency.englishWords).map {
            Token.hash(of: $0.lowercased())
        })
}
