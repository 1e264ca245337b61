import Bitext
import ParsedBitext

/// Numbers that are missing, different or added in the target.
struct Number: SegmentRule {
    static let description = RuleDescription(
        "number", .warning, .mistranslation, "A number of the source was changed, lost or added.",
        discussion: """
            The rule compares the values of numbers, in any order. `1,000.5` is `1 000,5` in French, and `12/31/2014` is
            `31/12/2014`. “two” may become “2”, and 2 PM may become 14. The rule also accepts numbers in the notation of
            the source's language (`0.5` for `0,5`), which is correct for versions. It ignores segments in which feet
            and inches may be converted, or in which the source has words such as “thousand” or “million”. A number in a
            name (`COVID-19`) is a note. Correct the number.
            """,
        bad: .init("Wait 15 minutes.", "Patientez 50 minutes."),
        good: .init("Wait 15 minutes.", "Patientez 15 minutes."),
        precision: "55 of 61 warnings (fr-FR, de-DE, es-ES, ja-JP, ru-RU; November 2026)")
    static let appliesTo = SegmentContents.numbers

    /// A number of a variant.
    struct Found {
        let token: Token
        let value: Numeral
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard !haveEqualText(pair.tokens(.source), pair.tokens(.target)) else { return }
        let source = numbers(of: pair, .source, hasDecimalComma: false)
        let target = targetNumbers(of: pair, source)
        let difference = MultisetDifference(source: source.map(\.value.key), target: target.map(\.value.key))
        let missing = difference.missing.map { source[$0] }
        guard !hasLargeUnit(pair), !missing.contains(where: { mayBeConverted($0, pair) }) else { return }
        let lost = missing.filter { number in
            !isWrittenDifferently(number, target, pair) && !mayBeOmitted(number, pair)
                && !isRepetition(number, target, pair)
        }
        let added = difference.extra.map { target[$0] }.filter { number in
            !isInWords(number.value, pair, .source) && !isHour(number.value, source)
                && !source.contains { $0.value == number.value } && !isSplitInSource(number, pair)
                && !isAbbreviatedInSource(number, pair)
        }
        addFindings(lost, added, pair, &report)
    }

    private func addFindings(_ lost: [Found], _ added: [Found], _ pair: SegmentPair, _ report: inout Report) {
        if lost.count + added.count > 3 {
            // Probably another example or another version of the text: one finding is enough.
            let were = lost.map { pair.string($0.token.range, .source) }.joined(separator: ", ")
            let are = added.map { pair.string($0.token.range, .target) }.joined(separator: ", ")
            report.add(
                "the numbers differ: only the source has \(were.isEmpty ? "none" : were), "
                    + "only the target \(are.isEmpty ? "none" : are)",
                in: pair, .target, evidence: .init(source: were, target: are))
            return
        }
        for (lost, added) in zip(lost, added) {
            let (was, now) = (pair.string(lost.token.range, .source), pair.string(added.token.range, .target))
            report.add(
                "source has \(was), target has \(now)", in: pair, .target, pair.sideRange(added.token.range, .target),
                evidence: .init(source: was, target: now))
        }
        for number in lost.dropFirst(added.count) {
            let text = pair.string(number.token.range, .source)
            report.add(
                "the number \(text) is lost", in: pair, .target, evidence: .init(source: text),
                severity: isInName(number.token, pair, .source) ? .note : nil)
        }
        // Languages add a one where English has none: "another" is もう 1 つ, "an hour" is 1 Stunde. Japanese and Chinese
        // count the elements of lists: "A and B" is A と B の 2 つ.
        let maxCount = pair.language.isUnspaced ? 3 : 1
        for number in added.dropFirst(lost.count) where !(1...maxCount).contains(number.value.integer ?? 0) {
            let text = pair.string(number.token.range, .target)
            report.add(
                "the target has the number \(text), the source does not", in: pair, .target,
                pair.sideRange(number.token.range, .target), evidence: .init(target: text),
                severity: isInName(number.token, pair, .target) ? .note : nil)
        }
    }

    /// Whether a number is part of a name, such as "COVID-19" or "IPv4". Another name of the same thing may have no
    /// number.
    private func isInName(_ token: Token, _ pair: SegmentPair, _ side: Side) -> Bool {
        let text = pair.text(side)[..<token.range.lowerBound.value]
        guard let last = text.last else { return false }
        if last.isASCIILetter { return true }
        return last == UInt8(ascii: "-") && (text.dropLast().last?.isASCIILetter ?? false)
    }

    private func numbers(of pair: SegmentPair, _ side: Side, hasDecimalComma: Bool) -> [Found] {
        pair.tokens(side).filter { $0.kind == .number }.map {
            Found(token: $0, value: Numeral(pair.text($0.range, side), hasDecimalComma: hasDecimalComma))
        }
    }

    /// The numbers of the target in its locale's notation, or in the source's if the source has such a number: 0.5 in a
    /// French text.
    private func targetNumbers(of pair: SegmentPair, _ source: [Found]) -> [Found] {
        guard pair.language.hasDecimalComma else { return numbers(of: pair, .target, hasDecimalComma: false) }
        let expected = Set(source.map(\.value.key))
        return numbers(of: pair, .target, hasDecimalComma: true).map { number in
            if expected.contains(number.value.key) { return number }
            let other = Numeral(pair.text(number.token.range, .target), hasDecimalComma: false)
            return expected.contains(other.key) ? Found(token: number.token, value: other) : number
        }
    }

    /// The fast path: whether the numbers are written the same and in the same order.
    private func haveEqualText(_ source: ArraySlice<Token>, _ target: ArraySlice<Token>) -> Bool {
        var index = target.startIndex
        for token in source where token.kind == .number {
            while index < target.endIndex, target[index].kind != .number { index += 1 }
            guard index < target.endIndex, target[index].hash == token.hash else { return false }
            index += 1
        }
        while index < target.endIndex {
            if target[index].kind == .number { return false }
            index += 1
        }
        return true
    }
}
