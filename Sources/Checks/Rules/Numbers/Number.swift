import Bitext
import ParsedBitext

/// Numbers that are missing, different or added in the target.
struct Number: SegmentRule {
    static let description = RuleDescription(
        "number", .warning, .mistranslation, "A number of the source was changed, lost or added.",
        discussion: """
            The rule compares the values of numbers, in any order. `1,000.5` is `1 000,5` in French, and `12/31/2014` is
            `31/12/2014`. “two” may become “2”, and 2 PM may become 14, but neither 2 AM nor, on a clock of 24 hours, 2. The rule also accepts numbers in the notation of
            the source's language (`0.5` for `0,5`), which is correct for versions. It ignores segments in which feet
            and inches may be converted, or in which the source has words such as “thousand” or “million”. A number in a
            name (`COVID-19`) is a note, and so are one that is lost or added with the name of a product (“Office
            365”), the year that the target adds to a date, an amount of money in another currency, and on page pairs a
            number that the sentence before or after has. Segments in code blocks are compared, too; in a comment of the code,
            the finding is a note. Correct the number.
            """,
        bad: .init("Wait 15 minutes.", "Patientez 50 minutes."),
        good: .init("Wait 15 minutes.", "Patientez 15 minutes."),
        precision:
            """
            158.5 of 193 on pages of fifteen locales that nobody had read (30 November 2026), then 22 of 31 \
            others when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.numbers

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        checkSegments(tokenized, &report)
        for pair in tokenized.segmentsInCode() {
            let (source, target) = (DigitRuns(in: pair.markdown(.source)), DigitRuns(in: pair.markdown(.target)))
            pair.reportLostNames(
                "number", source.ranges(missingIn: target), target.ranges(missingIn: source),
                severity: pair.severityInCode, &report)
        }
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        checkHalfOfDay(pair, &report)
        guard !haveEqualText(pair.tokens(.source), pair.tokens(.target)) else { return }
        let source = NumberReader(pair, .source).numbers.filter { !isFootnote($0, pair, .source) }
        let target = NumberReader(pair, .target).numbers(expecting: source).filter { !isFootnote($0, pair, .target) }
        let values = Set(target.map(\.value.key))
        let difference = MultisetDifference(
            source: source.map { number in
                // "1-K" is 1000, and not another 1 of the segment.
                number.scaled.flatMap { values.contains($0.key) ? $0.key : nil } ?? number.value.key
            }, target: target.map(\.value.key))
        guard !difference.isEmpty else { return }
        var missing = difference.missing.map { source[$0] }
        var extra = difference.extra.map { target[$0] }
        // So many numbers are another text, and comparing each with each would take long.
        guard missing.count + extra.count <= 128 else { return addFindings(missing, extra, pair, &report) }
        removeEquivalents(&missing, &extra, (source, target), pair)
        guard !hasLooseLargeUnit(source, pair), !missing.contains(where: { mayBeConverted($0, pair) }) else { return }
        let lost = missing.filter { number in
            !isWrittenDifferently(number, target, pair) && !mayBeOmitted(number, pair)
                && !isRepetition(number, target, pair) && !isRepeatedYear(number, target, pair)
                && !isRegrouped(number, pair)
        }
        let added = extra.filter { number in
            !isInWords(number.value, pair, .source) && !isHour(number.value, source)
                && !source.contains { $0.value == number.value } && !isSplitInSource(number, pair)
                && !isAbbreviatedInSource(number, pair) && !isNoonOrMidnight(number, pair)
                && !HalfHours.says(number.value, .source, pair)
        }
        addFindings(lost, added, pair, &report)
    }

    /// Removes the numbers of both variants that have one value in two notations, one to one: 50,000 and 5万, 16-July-21 and
    /// 16 Temmuz 2021, 0.3 kg and 300 g; and of decades the numbers in them: "high 90s" is 97 to 99.
    private func removeEquivalents(
        _ missing: inout [NumberReader.Found], _ extra: inout [NumberReader.Found],
        _ all: (source: [NumberReader.Found], target: [NumberReader.Found]), _ pair: SegmentPair
    ) {
        for decade in missing.compactMap({ decade($0, pair) }) {
            extra.removeAll { $0.value.integer.map(decade.contains) ?? false }
            missing.removeAll { $0.value.integer == decade.lowerBound }
        }
        removeEqualTimes(&missing, &extra, all)
        missing.removeAll { lost in
            guard let match = extra.firstIndex(where: { areEquivalent(lost, $0, pair) }) else { return false }
            extra.remove(at: match)
            return true
        }
    }

    /// Removes what is one time on one side and two on the other: 90 minutes and 1 h 30, 1.5 hours and 1時間30分.
    private func removeEqualTimes(
        _ missing: inout [NumberReader.Found], _ extra: inout [NumberReader.Found],
        _ all: (source: [NumberReader.Found], target: [NumberReader.Found])
    ) {
        func remove(
            _ singles: inout [NumberReader.Found], _ parts: inout [NumberReader.Found], of all: [NumberReader.Found]
        ) {
            guard !parts.isEmpty else { return }
            singles.removeAll { single in
                guard let seconds = single.seconds,
                    let (hours, minutes) = zip(all, all.dropFirst()).first(where: { hours, minutes in
                        NumberReader.seconds(hours, minutes) == seconds
                    })
                else { return false }
                parts.removeAll { [hours.range, minutes.range].contains($0.range) }
                return true
            }
        }
        remove(&missing, &extra, of: all.target)
        remove(&extra, &missing, of: all.source)
    }

    private func addFindings(
        _ lost: [NumberReader.Found], _ added: [NumberReader.Found], _ pair: SegmentPair, _ report: inout Report
    ) {
        if lost.count + added.count > 3 {
            // Probably another example or another version of the text: one finding is enough.
            let were = lost.map { pair.string($0.range, .source) }.joined(separator: ", ")
            let are = added.map { pair.string($0.range, .target) }.joined(separator: ", ")
            report.add(
                "the numbers differ: only the source has \(were.isEmpty ? "none" : were), "
                    + "only the target \(are.isEmpty ? "none" : are)",
                in: pair, .target, evidence: .init(source: were, target: are))
            return
        }
        for (lost, added) in zip(lost, added) {
            let (was, now) = (pair.string(lost.range, .source), pair.string(added.range, .target))
            report.add(
                "source has \(was), target has \(now)", in: pair, .target, pair.sideRange(added.range, .target),
                evidence: .init(source: was, target: now),
                severity: areComplements(lost, added, pair) || areInOtherCurrencies(lost, added, pair)
                    || isMendedYear(lost, added, pair) ? .note : nil)
        }
        let rest = lost.dropFirst(added.count)
        reportLost(rest.filter { !mayBeUnsaid($0, pair) }, severity: nil, pair, &report)
        reportLost(rest.filter { mayBeUnsaid($0, pair) }, severity: .note, pair, &report)
        // Languages add a one where English has none: "another" is もう 1 つ, "an hour" is 1 Stunde. Japanese and Chinese
        // count the elements of lists: "A and B" is A と B の 2 つ.
        let maxCount = pair.language.isUnspaced ? 3 : 1
        for number in added.dropFirst(lost.count) where !(1...maxCount).contains(number.value.integer ?? 0) {
            let text = pair.string(number.range, .target)
            report.add(
                "the target has the number \(text), the source does not", in: pair, .target,
                pair.sideRange(number.range, .target), evidence: .init(target: text),
                severity: isInName(number.token, pair, .target) || isYearOfDate(number, pair)
                    || isOfBrand(number, pair) || isInNeighbour(number, pair) || saysAll(number, pair)
                    ? .note : nil)
        }
    }

    /// One finding: what the target leaves out is one clause more often than two.
    private func reportLost(
        _ lost: [NumberReader.Found], severity: Finding.Severity?, _ pair: SegmentPair, _ report: inout Report
    ) {
        var texts: [String] = []
        for text in lost.map({ pair.string($0.range, .source) }) where !texts.contains(text) { texts.append(text) }
        guard !texts.isEmpty else { return }
        let numbers = texts.joined(separator: ", ")
        report.add(
            texts.count == 1 ? "the number \(numbers) is lost" : "these numbers are lost: \(numbers)", in: pair,
            .target,
            evidence: .init(source: numbers), severity: severity)
    }

    /// Whether a lost number may be right: it is part of a name, or in the sentence before or after.
    private func mayBeUnsaid(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        isInName(number.token, pair, .source) || isForm(number, pair) || number.value.integer == 101
            || isOfBrand(number, pair) || isInNeighbour(number, pair)
    }

    /// Whether a number is part of a name, such as "COVID-19", "IPv4", "21Vianet" and "21 Vianet". Another name of the same thing may
    /// have no number.
    private func isInName(_ token: Token, _ pair: SegmentPair, _ side: Side) -> Bool {
        let (before, after) = (
            pair.text(side)[..<token.range.lowerBound.value], pair.text(side)[token.range.upperBound.value...]
        )
        if let capital = after.first, capital >= UInt8(ascii: "A"), capital <= UInt8(ascii: "Z"),
            after.dropFirst().prefix(while: { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }).count > 1
        {
            return true
        }
        if after.drop(while: \.isASCIIBlank).starts(with: "Vianet".utf8) { return true }
        guard let last = before.last else { return false }
        if last.isASCIILetter { return true }
        return last == UInt8(ascii: "-") && (before.dropLast().last?.isASCIILetter ?? false)
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
