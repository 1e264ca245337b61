import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Numbers that one half has and the other has not, as values.
struct Number: SegmentRule {
    static let description = RuleDescription(
        "number", .warning, .mistranslation, "A number of the source was changed, lost or added.",
        discussion: """
            Numbers are compared as values, in any order: `1,000.5` is `1 000,5` in French, a date is its three numbers, so
            `12/31/2014` is `31/12/2014`, "two" may be "2", and 2 PM may be 14. A number in the form of the source's language
            (`0.5` for `0,5`) is right as a version and a matter of taste as a quantity, so nothing is said of it, nor where
            feet and inches may have been converted, or the source counts by thousands or millions in words. A number of a name
            (`COVID-19`) is a note.
            """,
        bad: .init("Wait 15 minutes.", "Patientez 50 minutes."),
        good: .init("Wait 15 minutes.", "Patientez 15 minutes."),
        precision: "55 of 61 warnings (fr-FR, de-DE, es-ES, ja-JP, ru-RU; November 2026)")
    static let looksFor = SegmentTraits.numbers

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard !haveEqualText(pair.tokens(.source), pair.tokens(.target)) else { return }
        let source = numbers(pair, .source)
        let target = numbers(pair, .target)
        let language = pair.language
        let left = source.map { Numeral(pair.text($0.range, .source), hasDecimalComma: false) }
        var right = target.map { Numeral(pair.text($0.range, .target), hasDecimalComma: language.hasDecimalComma) }
        // What is not the locale's form may be the source's: 0.5 in a French text.
        if language.hasDecimalComma {
            let wanted = Set(left.map(\.key))
            for index in right.indices where !wanted.contains(right[index].key) {
                let other = Numeral(pair.tokenized.target.text[target[index].range], hasDecimalComma: false)
                if wanted.contains(other.key) { right[index] = other }
            }
        }
        let difference = MultisetDifference(source: left.map(\.key), target: right.map(\.key))
        // Feet may have become metres, two millions 200万, and 911 is 112 elsewhere: whoever converts writes other numbers.
        let isConverted =
            hasLargeUnit(pair)
            || difference.missing.contains {
                isImperial(source[$0], pair) || left[$0].small == 911 || isBehind(Self.schoolYears, source[$0], pair)
            }
        var missing = difference.missing.filter { index in
            !isSaidOtherwise(left[index], source[index], right, pair) && !mayBeLeftOut(left[index], source[index], pair)
        }
        var extra = difference.extra.filter { index in
            !isSaidInWords(right[index], pair, .source) && !isHour(right[index], left)
                && !left.contains(right[index]) && !standsApart(target[index], pair)
                && !isKnownOtherwise(right[index], target[index], pair)
        }
        // What stands in the target more than the source says it, or less, is repetition.
        missing.removeAll { index in
            right.contains(left[index]) || pair.containsDigits(left[index].whole, .target)
                || pair.containsDigits(Array(pair.tokenized.source.text[source[index].range]), .target)
        }
        if isConverted { return }
        if missing.count + extra.count > 3 {
            // Another example, another version of the text: one finding says it.
            let were = missing.map { pair.string(source[$0].range, .source) }.joined(separator: ", ")
            let are = extra.map { pair.string(target[$0].range, .target) }.joined(separator: ", ")
            report.add(
                "the numbers differ: only the source has \(were.isEmpty ? "none" : were), only the target \(are.isEmpty ? "none" : are)",
                in: pair, .target, evidence: .init(source: were, target: are))
            return
        }
        while let lost = missing.first, let found = extra.first {
            missing.removeFirst()
            extra.removeFirst()
            let (was, now) = (pair.string(source[lost].range, .source), pair.string(target[found].range, .target))
            report.add(
                "source has \(was), target has \(now)", in: pair, .target, pair.sideRange(target[found].range, .target),
                evidence: .init(source: was, target: now))
        }
        for index in missing {
            let number = pair.string(source[index].range, .source)
            report.add(
                "the number \(number) is lost", in: pair, .target, evidence: .init(source: number),
                severity: isInName(source[index], pair, .source) ? .note : nil)
        }
        // Languages add a one where English has none: "another" is もう 1 つ, "an hour" is 1 Stunde. Japanese and Chinese
        // count what they list: "A and B" is A と B の 2 つ.
        let counted = language.isUnspaced ? 3 : 1
        for index in extra where !(1...counted).contains(right[index].small ?? 0) {
            let number = pair.string(target[index].range, .target)
            report.add(
                "the target has the number \(number), the source has not", in: pair, .target,
                pair.sideRange(target[index].range, .target), evidence: .init(target: number),
                severity: isInName(target[index], pair, .target) ? .note : nil)
        }
    }

    /// "COVID-19", "IPv4": whoever says it in another way leaves the number out.
    private func isInName(_ token: Token, _ pair: SegmentPair, _ side: Side) -> Bool {
        let text = pair.text(side)[..<token.range.lowerBound.value]
        guard let last = text.last else { return false }
        if last.isASCIILetter { return true }
        return last == UInt8(ascii: "-") && (text.dropLast().last?.isASCIILetter ?? false)
    }

    private func numbers(_ pair: SegmentPair, _ side: Side) -> [Token] {
        pair.tokens(side).filter { $0.kind == .number }
    }

    /// Whether the numbers are the same, as written and in the same order: the usual case.
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

    /// Whether the source has each group of digits of a number by itself: a blank that sets off groups in the target's
    /// language stood between two numbers, or in a telephone number.
    private func standsApart(_ token: Token, _ pair: SegmentPair) -> Bool {
        pair.text(token.range, .target).split { !$0.isASCIIDigit }.allSatisfy {
            pair.containsDigits(Array($0), .source)
        }
    }

    /// 2018 of "FY18", 911 of "9-1-1", 365 of "24/7", 16 of "hexadecimal", 10 000 of "10K".
    private func isKnownOtherwise(_ number: Numeral, _ token: Token, _ pair: SegmentPair) -> Bool {
        guard let value = number.small else { return false }
        switch value {
        // Full hours: 17h00 for "5 pm".
        case 0:
            return token.range.count == 2
                && ["am", "pm", "a.m", "p.m"].contains { pair.contains(Array($0.utf8)[...], .source) }
        case 911: return pair.contains(Array("9-1-1".utf8)[...], .source)
        case 365:
            return pair.contains(Array("24/7".utf8)[...], .source) || pair.contains(Array("24x7".utf8)[...], .source)
        case 16: return pair.contains(Array("hexadecimal".utf8)[...], .source)
        case 2000...2099: return pair.contains(Array("FY\(value % 100)".utf8)[...], .source)
        case 1000... where value % 1000 == 0: return pair.contains(Array("\(value / 1000)K".utf8)[...], .source)
        default: return false
        }
    }

    /// What a translation rightly leaves out: full hours, measures that its readers do not use beside those that they do,
    /// ordinals in names ("3rd party"), one-to-one.
    private func mayBeLeftOut(_ number: Numeral, _ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.tokenized.source.text
        let before = token.range.lowerBound.value > pair.text(.source).startIndex ? text[token.range.lowerBound - 1] : 0x20
        if number.small == 0, before == UInt8(ascii: ":") { return true }
        // "24/7" is always.
        if number.small == 7, before == UInt8(ascii: "/") { return true }
        let after = text[token.range.upperBound.value..<pair.text(.source).endIndex]
        if number.small == 1, before == UInt8(ascii: ":") || after.first == UInt8(ascii: ":") { return true }
        if ["st", "nd", "rd", "th"].contains(where: { after.startsIgnoringCase(with: Array($0.utf8)) }) { return true }
        // "9-1-1" is 911.
        if let value = number.small, value == 9 || value == 1, pair.contains(Array("9-1-1".utf8)[...], .source),
            pair.contains(Array("911".utf8)[...], .target)
        {
            return true
        }
        // "100% free" is free; 911 is called otherwise elsewhere.
        if number.small == 100, after.first == UInt8(ascii: "%") { return true }
        return number.small == 911 || isImperial(token, pair)
    }

    /// Whether a number, or the second of a range of two, is one of feet, inches or miles.
    private func isImperial(_ token: Token, _ pair: SegmentPair) -> Bool {
        var after = pair.tokenized.source.text[token.range.upperBound.value..<pair.text(.source).endIndex]
        // "9–12 ft."
        if after.first == UInt8(ascii: "-") || after.starts(with: [0xE2, 0x80, 0x93]) {
            let rest = after.drop { !$0.isASCIIAlphanumeric && $0 != 0x20 }
            if rest.first?.isASCIIDigit ?? false { after = rest.drop(while: \.isASCIIDigit) }
        }
        if after.first == UInt8(ascii: "'") || after.first == UInt8(ascii: "\"") { return true }
        let unit = after.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == 0xC2 || $0 == 0xA0 }.prefix {
            $0.isASCIILetter
        }
        return ["ft", "feet", "foot", "inch", "inches", "in", "mile", "miles", "lb", "lbs", "yards"].contains {
            unit.elementsEqual($0.utf8)
        }
            && (unit.count > 2 || after.dropFirst().dropFirst(unit.count).first == UInt8(ascii: ".")
                || unit.elementsEqual("ft".utf8))
    }

    /// Whether the source counts by hundreds, thousands or millions in words: another language writes them out, or counts by
    /// ten thousands.
    private func hasLargeUnit(_ pair: SegmentPair) -> Bool {
        pair.tokens(.source).contains { Self.largeUnits.contains($0.hash) }
    }

    private static let largeUnits = Set(
        [
            "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "dozen",
            "dozens",
        ]
        .map(Token.hash(of:)))

    /// Whether the target says a number in another way.
    private func isSaidOtherwise(_ number: Numeral, _ token: Token, _ target: [Numeral], _ pair: SegmentPair) -> Bool {
        if isSaidInWords(number, pair, .target) { return true }
        guard let value = number.small else { return false }
        // School years have other numbers elsewhere.
        if value <= 13, isBehind(Self.schoolYears, token, pair) { return true }
        // 2 PM is 14, 12 AM is 0.
        if value <= 12 {
            let after = pair.tokenized.source.text[token.range.upperBound.value...].prefix(12)
            if after.contains(where: { $0 | 0x20 == UInt8(ascii: "m") }) {
                let hours = [(value + 12) % 24, value % 12]
                if target.contains(where: { $0.small.map(hours.contains) ?? false }) { return true }
            }
        }
        return false
    }

    private static let schoolYears = Set(["year", "grade"].map(Token.hash(of:)))

    /// Whether the word in front of a number is one of some.
    private func isBehind(_ words: Set<UInt32>, _ token: Token, _ pair: SegmentPair) -> Bool {
        let tokens = pair.tokens(.source)
        guard let index = tokens.firstIndex(where: { $0.lower == token.lower }), index > tokens.startIndex else {
            return false
        }
        return words.contains(tokens[index - 1].hash)
    }

    /// Whether a number of the target is an afternoon hour of the source.
    private func isHour(_ number: Numeral, _ source: [Numeral]) -> Bool {
        guard let value = number.small, (13...24).contains(value) || value == 0 else { return false }
        return source.contains { $0.small == value - 12 || ($0.small == 12 && value == 0) }
    }

    private func isSaidInWords(_ number: Numeral, _ pair: SegmentPair, _ side: Side) -> Bool {
        guard let value = number.small, value <= 100 else { return false }
        let language = side == .source ? pair.tokenized.sourceLanguage : pair.language
        guard let words = NumberWords.words(for: value, in: language) else {
            // Nobody knows this language's words: a small number may be one.
            return value <= 12
        }
        return pair.tokens(side).contains { token in
            guard token.kind == .word || token.kind == .name else { return false }
            return words.contains { word in
                let text = pair.tokenized.tokens(side).text[token.range]
                return language.isUnspaced ? text.contains(word) : text.startsIgnoringCase(with: word)
            }
        }
    }
}

extension SegmentPair {
    /// Whether digits stand anywhere in one half's Markdown, not inside a longer number.
    func containsDigits(_ digits: [UInt8], _ side: Side) -> Bool {
        let text = markdown(side)
        guard let first = digits.first else { return true }
        var index = text.startIndex
        while let found = text[index...].firstIndex(of: first) {
            index = found + 1
            guard text[found...].starts(with: digits) else { continue }
            let after = found + digits.count
            if found > text.startIndex, text[found - 1].isASCIIDigit { continue }
            if after < text.endIndex, text[after].isASCIIDigit { continue }
            return true
        }
        return false
    }
}

extension ArraySlice<UInt8> {
    /// Whether it begins with a lower-case ASCII or other word, ASCII letters in any case.
    func startsIgnoringCase(with word: [UInt8]) -> Bool {
        count >= word.count && zip(self, word).allSatisfy { $0.asciiLowercased == $1 }
    }

    /// Whether bytes stand in it. For a few bytes in a few.
    func contains(_ needle: [UInt8]) -> Bool {
        guard let first = needle.first else { return true }
        var index = startIndex
        while let found = self[index...].firstIndex(of: first) {
            if self[found...].starts(with: needle) { return true }
            index = found + 1
        }
        return false
    }
}
