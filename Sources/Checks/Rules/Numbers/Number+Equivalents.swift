import Bitext
import ParsedBitext

// Numbers that a translation may write in another way, convert or omit.

extension Number {
    // MARK: Numbers of the source that the target does not have

    /// Whether a number may be converted: feet to metres, the emergency number 911 to 112, a school year to another
    /// one.
    func mayBeConverted(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        isImperial(number.token, pair) || number.value.integer == 911 || isAlways(number, pair)
            || isPreceded(number.token, by: Self.schoolYears, pair)
    }

    /// Whether a number says "always", as in "24 hours per day, 365 days per year", which is 全年全天候 in Chinese.
    private func isAlways(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        switch number.value.integer {
        case 24: pair.contains("全天", .target)
        case 365: pair.contains("全年", .target) || pair.contains("每天", .target)
        default: false
        }
    }

    /// Whether the source has a word such as "thousand" or "million" without digits before it, or the target's words of this kind
    /// are not known. Other languages write the number in digits, or count in ten thousands: 200万 is two million.
    func hasLooseLargeUnit(_ source: [NumberReader.Found], _ pair: SegmentPair) -> Bool {
        let isKnown = ScaleWords.has(pair.language)
        return pair.tokens(.source).contains { token in
            Self.largeUnits.contains(token.hash)
                && !(isKnown && source.contains { $0.scaled != nil && $0.range.contains(token.range.lowerBound) })
        }
    }

    private static let largeUnits = Set(
        [
            "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion",
            "dozen", "dozens",
        ]
        .map(Token.hash(of:)))

    /// Whether two numbers are the same in two notations.
    func areEquivalent(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        if let scaled = lost.scaled, scaled == added.scaled || scaled == added.value { return true }
        if let scaled = added.scaled, scaled == lost.value { return true }
        if isMisspelt(lost, added, pair) || isInTenths(lost, added, pair) || isInclusive(lost, added, pair) {
            return true
        }
        if isDottedHour(lost, added, pair) || isMilitaryHour(lost, added, pair) { return true }
        return isShortYear(lost, added, pair) || isShortYear(added, lost, pair) || isSameHour(lost, added, pair)
            || isCelsius(lost, added, pair) || isSameMeasure(lost, added, pair)
            || isYearOfOtherCalendar(lost, added, pair)
    }

    /// Whether the target counts in tenths, as Japanese does: 6割 is 60%.
    private func isInTenths(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard let tenths = added.value.integer, tenths < 10, lost.value.integer == tenths * 10 else { return false }
        return pair.text(.target)[added.token.range.upperBound.value...].trimmingBlanks.starts(with: "割".utf8)
    }

    /// Whether the target names the first number that is meant, and the source the last one that is not: "more than 16" is 17 個以上.
    private func isInclusive(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard let last = lost.value.integer, let first = added.value.integer, first == last + 1 else { return false }
        let before = String(
            decoding: pair.text(.source)[..<lost.token.range.lowerBound.value].suffix(14), as: UTF8.self)
        let after = pair.text(.target)[added.token.range.upperBound.value...].prefix(18)
        return ["more than ", "greater than ", "exceeds ", "exceed "].contains { before.lowercased().hasSuffix($0) }
            && ["以上", "이상"].contains { after.contains(Array($0.utf8)) }
    }

    /// Whether the source has a decimal comma, or a full stop between the thousands of an amount, which are mistakes: 1000,01 and
    /// $10.000.
    private func isMisspelt(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        let text = pair.text(lost.token.range, .source)
        let after = pair.text(.source)[lost.token.range.upperBound.value...]
        // No group of English digits has two, so the lexer reads two numbers.
        if after.first == UInt8(ascii: ","), after.dropFirst().prefix(while: \.isASCIIDigit).count == 2 {
            let whole = lost.token.range.lowerBound..<lost.token.range.upperBound + 3
            return Numeral(pair.text(whole, .source), hasDecimalComma: true) == added.value
        }
        if text.contains(UInt8(ascii: ".")) {
            let before = pair.text(.source)[..<lost.token.range.lowerBound.value]
            return before.last == UInt8(ascii: "$") && text.split(separator: UInt8(ascii: ".")).last?.count == 3
                && Numeral(text, hasDecimalComma: true) == added.value
        }
        guard let comma = text.lastIndex(of: UInt8(ascii: ",")), text.endIndex - comma != 4 else { return false }
        return Numeral(text, hasDecimalComma: true) == added.value
    }

    /// Whether one number is the year of the other: 16-July-21 and 2021, FY20 and 2020.
    private func isShortYear(_ short: NumberReader.Found, _ long: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard short.token.range.count == 2, long.token.range.count == 4, let last = short.value.integer,
            let year = long.value.integer, year == 2000 + last || year == 1900 + last
        else { return false }
        let text = pair.tokenized.tokens(short.side).text[..<short.token.range.lowerBound.value]
        guard let before = text.last else { return false }
        // The last byte of ’ is 0x99.
        return before.isASCIILetter || before.isOne(of: "-/.'") || before == 0x99 || isAfterMonth(short, pair)
    }

    /// Whether the word before a number is a month: "July 21".
    private func isAfterMonth(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        let language = number.side == .source ? pair.tokenized.sourceLanguage : pair.language
        guard let word = number.previous, word.kind == .word else { return false }
        let text = pair.text(word.range, number.side)
        return NumberWords.isMonth(text, in: language)
    }

    /// Whether both are one hour, on a clock of 12 hours and on one of 24.
    private func isSameHour(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard let one = lost.value.integer, let other = added.value.integer, one <= 24, other <= 24,
            one % 12 == other % 12
        else { return false }
        return isTime(lost, pair) && (isTime(added, pair) || added.hasHourWord)
    }

    /// Whether the target has the hour with a dot before its minutes: "6PM" is 18.00, "2.30 p.m." is 14.30.
    private func isDottedHour(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        func clock(_ found: NumberReader.Found) -> [Int] {
            pair.text(found.token.range, found.side).split(separator: UInt8(ascii: "."))
                .compactMap { $0.count <= 2 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
        }
        let (twelve, day) = (clock(lost), clock(added))
        guard day.count == 2, day[0] <= 24, day[1] < 60, let hour = twelve.first, twelve.count <= 2, hour <= 12,
            day[1] == (twelve.count == 2 ? twelve[1] : 0), isTime(lost, pair)
        else { return false }
        let after = pair.text(.source)[lost.token.range.upperBound.value...].prefix(4).trimmingBlanks
        let isMorning = after.first.map { $0 | 0x20 == UInt8(ascii: "a") } ?? false
        return day[0] == hour % 12 + (isMorning ? 0 : 12)
    }

    /// Whether the source has a full hour in four digits: "0600" is 午前6時.
    private func isMilitaryHour(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        let digits = pair.text(lost.token.range, .source)
        return digits.count == 4 && digits.suffix(2).elementsEqual("00".utf8) && digits.first == UInt8(ascii: "0")
            && (added.hasHourWord || isTime(added, pair)) && added.value.integer == lost.value.integer.map { $0 / 100 }
    }

    /// Whether a number is an hour: minutes, "am" or "pm" follow it.
    func isTime(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        let after = pair.tokenized.tokens(number.side).text[number.token.range.upperBound.value...].prefix(16)
        if after.first == UInt8(ascii: ":"), after.dropFirst().first?.isASCIIDigit ?? false { return true }
        return number.hasHourWord
            || after.trimmingBlanks.startsIgnoringCase(with: Array("am".utf8))
            || after.trimmingBlanks.startsIgnoringCase(with: Array("pm".utf8))
            || after.trimmingBlanks.startsIgnoringCase(with: Array("a.m".utf8))
            || after.trimmingBlanks.startsIgnoringCase(with: Array("p.m".utf8))
    }

    /// Whether the target has degrees Celsius for the source's degrees Fahrenheit.
    private func isCelsius(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard let fahrenheit = lost.value.approximation, let celsius = added.value.approximation,
            abs((fahrenheit - 32) * 5 / 9 - celsius) <= 1
        else { return false }
        return pair.contains("degree", .source) || pair.contains("\u{B0}", .source)
    }

    /// Whether the target has the year of another calendar: 2026 is 2569 in Thai, 令和8年 in Japanese and 民國 115 年 in Chinese.
    private func isYearOfOtherCalendar(
        _ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair
    ) -> Bool {
        guard let year = lost.value.integer, (1900...2200).contains(year), let other = added.value.integer else {
            return false
        }
        if pair.language.code == "th" { return other == year + 543 }
        return Self.eras.contains { other == year - $0.yearBefore && pair.contains($0.name, .target) }
    }

    /// Eras that are still used, with the year before their first one.
    private static let eras: [(name: String, yearBefore: Int)] = [
        ("令和", 2018), ("平成", 1988), ("昭和", 1925), ("民國", 1911), ("民国", 1911),
    ]

    /// Whether both have units, and are the same in them: 0.3 kg and 300 g, 1 day and 24 hours.
    private func isSameMeasure(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard let one = lost.unit, let other = added.unit, one.dimension == other.dimension,
            let left = lost.value.approximation, let right = added.value.approximation
        else { return false }
        return zip(one.factors(), other.factors()).contains { abs(left * $0 - right * $1) <= 1e-9 * max(left * $0, 1) }
    }

    /// The years or percentages of a decade in the source: "90s".
    func decade(_ number: NumberReader.Found, _ pair: SegmentPair) -> Range<Int>? {
        guard let value = number.value.integer, value % 10 == 0, (10...2990).contains(value) else { return nil }
        let after = pair.text(.source)[number.token.range.upperBound.value...]
        guard after.first == UInt8(ascii: "s"), !(after.dropFirst().first?.isASCIIAlphanumeric ?? false) else {
            return nil
        }
        return value..<value + 10
    }

    /// Whether a number is the mark of a footnote, which each page counts for itself: `[3]`.
    func isFootnote(_ number: NumberReader.Found, _ pair: SegmentPair, _ side: Side) -> Bool {
        guard let value = number.value.integer, value < 100 else { return false }
        let (text, range) = (pair.text(side), number.token.range.values)
        return text[..<range.lowerBound].last == UInt8(ascii: "[")
            && text[range.upperBound...].first == UInt8(ascii: "]")
    }

    /// Whether a number names a form, which has a name of its own in another country: "Form 1099".
    func isForm(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard let value = number.value.integer else { return false }
        return Self.forms.contains(value) || isPreceded(number.token, by: Self.formWords, pair)
    }

    /// Of the Internal Revenue Service, with the sections 401(k) and 403(b).
    private static let forms: Set<Int> = [
        401, 403, 940, 941, 943, 944, 945, 990, 1040, 1041, 1042, 1065, 1094, 1095, 1096, 1098, 1099, 1120, 5498, 5500,
    ]

    private static let formWords = Set(["form", "forms", "tax"].map(Token.hash(of:)))

    /// Whether the target has the year of a short year elsewhere: "fiscal year 2021 (FY21)".
    func isRepeatedYear(_ number: NumberReader.Found, _ target: [NumberReader.Found], _ pair: SegmentPair) -> Bool {
        target.contains { isShortYear(number, $0, pair) }
    }

    /// Whether the target has the number in words, as a school year or as an hour of 24.
    func isWrittenDifferently(_ number: NumberReader.Found, _ target: [NumberReader.Found], _ pair: SegmentPair) -> Bool
    {
        if isInWords(number.value, pair, .target) || HalfHours.says(number.value, .target, pair) { return true }
        guard let value = number.value.integer else { return false }
        if isInClockName(number, value, pair) || isInFraction(value, pair, .target) { return true }
        if isPeriod(value, pair) || value == 1000 && pair.contains("порядк", .target) { return true }
        let scaled = (number.scaled ?? number.value).integer ?? value
        if isScaleWord(scaled, pair) || isMultipliedInWords(scaled, pair) || isWeeks(value, pair) { return true }
        if value <= 13, isPreceded(number.token, by: Self.schoolYears, pair) { return true }
        // 2 PM is 14, 12 AM is 0.
        guard value <= 12 else { return false }
        let after = pair.tokenized.source.text[number.token.range.upperBound.value...].prefix(12)
        guard after.contains(where: { $0 | 0x20 == UInt8(ascii: "m") }) else { return false }
        let hours = [(value + 12) % 24, value % 12]
        return target.contains { $0.value.integer.map(hours.contains) ?? false }
    }

    /// Whether the target has an hour of the source, or its minutes, in one word: "6PM" is 18H00, "6:30 PM" is 18H30.
    private func isInClockName(_ number: NumberReader.Found, _ value: Int, _ pair: SegmentPair) -> Bool {
        let isMinutes = pair.text(.source)[..<number.token.range.lowerBound.value].last == UInt8(ascii: ":")
        guard isMinutes || isTime(number, pair) else { return false }
        return pair.tokens(.target).contains { token in
            let text = pair.text(token.range, .target)
            let parts = text.split(omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "h") }
            guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
                let hour = Int(parts[0].string), let minutes = Int(parts[1].string), hour <= 24, minutes < 60
            else { return false }
            return isMinutes ? minutes == value : hour % 12 == value % 12
        }
    }

    /// Whether a side has a number of a fraction in one character, and the other side in digits: ½ for "1/2".
    func isInFraction(_ value: Int, _ pair: SegmentPair, _ side: Side) -> Bool {
        Self.fractions.contains { sign, parts in
            parts.contains(value) && pair.contains(sign, side)
                && pair.contains("\(parts[0])/\(parts[1])", side.opposite)
        }
    }

    private static let fractions: KeyValuePairs = [
        "½": [1, 2], "⅓": [1, 3], "⅔": [2, 3], "¼": [1, 4], "¾": [3, 4],
    ]

    /// Whether a text begins with "%" or "percent", after a blank or a hyphen.
    func isPercent(_ text: ArraySlice<UInt8>) -> Bool {
        let unit = text.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
        return unit.first == UInt8(ascii: "%") || unit.starts(with: "percent".utf8)
    }

    /// Whether the source says "24 x 7", for which languages have idioms.
    func isRoundTheClock(_ pair: SegmentPair) -> Bool {
        let text = pair.text(.source).filter { $0 != 0x20 }.map(\.asciiLowercased)
        return text[...].contains(Array("24x7".utf8)) || text[...].contains(Array("24/7".utf8))
    }

    private static let schoolYears = Set(["year", "grade"].map(Token.hash(of:)))

    /// Whether the word before a number is one of some words.
    private func isPreceded(_ token: Token, by words: Set<UInt32>, _ pair: SegmentPair) -> Bool {
        let tokens = pair.tokens(.source)
        guard let index = tokens.firstIndex(where: { $0.lower == token.lower }), index > tokens.startIndex else {
            return false
        }
        return words.contains(tokens[index - 1].hash)
    }

    /// Whether a translation may omit a number: minutes of full hours, imperial units beside metric ones, ordinals in
    /// names ("3rd party"), one-to-one.
    func mayBeOmitted(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.source)
        let range = number.token.range.values
        let before = range.lowerBound > text.startIndex ? text[range.lowerBound - 1] : 0x20
        let after = text[range.upperBound...]
        let isAtColon = before == UInt8(ascii: ":") || after.first == UInt8(ascii: ":")
        switch number.value.integer {
        case 0 where before == UInt8(ascii: ":"): return true
        // "50 percent of them" is the half of them.
        case 50 where isPercent(after):
            return Self.halves[pair.language.code].map { pair.contains($0, .target) } ?? false
        // "100-percent completed" is fully completed.
        case 100 where isPercent(after): return true
        // "24/7" and "24 x 7" are always.
        case let value? where [24, 7, 365].contains(value) && isRoundTheClock(pair): return true
        case 7 where before == UInt8(ascii: "/") || before | 0x20 == UInt8(ascii: "x"): return true
        case 1 where isAtColon || isBeforeTime(after): return true
        // "6 in 10" is 6割.
        case 10 where pair.contains("割", .target): return true
        // "9-1-1" is 911, and other countries have other emergency numbers.
        case 1 where pair.contains("9-1-1", .source): return true
        case 9 where pair.contains("9-1-1", .source): return true
        // "360-degree video" is a video of all directions.
        case 360 where pair.contains("360-degree", .source) || pair.contains("360 degree", .source): return true
        case 24 where after.startsIgnoringCase(with: Array("x7".utf8)) || after.first == UInt8(ascii: "/"): return true
        // "100% free" is free.
        case 100 where after.first == UInt8(ascii: "%"): return true
        case 911: return true
        // "From 0 to 60" is an idiom.
        case 0, 60: if ["From 0 to 60", "from 0 to 60"].contains(where: { pair.contains($0, .source) }) { return true }
        default: break
        }
        // "3-D", "2D" and "2-dimensional" have words in other languages.
        let dimension = after.first == UInt8(ascii: "-") ? after.dropFirst() : after
        let word = dimension.prefix(while: \.isASCIIAlphanumeric)
        if let value = number.value.integer, (1...4).contains(value),
            ["d", "dimensional"].contains(word.string.lowercased())
        {
            return true
        }
        return ["st", "nd", "rd", "th"].contains { after.startsIgnoringCase(with: Array($0.utf8)) }
            || isImperial(number.token, pair)
    }

    /// Whether a word for a time is after a one: "the last 1 month" is "el último mes".
    private func isBeforeTime(_ after: ArraySlice<UInt8>) -> Bool {
        guard let word = Word(after.dropFirst(after.blankLength)), word.isWhole else { return false }
        return ["second", "minute", "hour", "day", "week", "month", "quarter", "year"].contains(word.text)
    }

    private static let halves = [
        "cs": "polovin", "de": "Hälfte", "es": "mitad", "fr": "moitié", "it": "metà", "ja": "半分", "ko": "절반",
        "nl": "helft",
        "pl": "połow", "pt": "metade", "ru": "половин", "sv": "hälften", "tr": "yarısı", "zh": "一半",
    ]

    /// Whether a number, or the second one of a range, is in feet, inches, miles, pounds or yards.
    private func isImperial(_ token: Token, _ pair: SegmentPair) -> Bool {
        var after = pair.text(.source)[token.range.upperBound.value...]
        // "9–12 ft."
        if after.first == UInt8(ascii: "-") || after.starts(with: [0xE2, 0x80, 0x93]) {
            let rest = after.drop { !$0.isASCIIAlphanumeric && $0 != 0x20 }
            if rest.first?.isASCIIDigit ?? false { after = rest.drop(while: \.isASCIIDigit) }
        }
        if after.first == UInt8(ascii: "'") || after.first == UInt8(ascii: "\"") { return true }
        let unit = after.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == 0xC2 || $0 == 0xA0 }.prefix {
            $0.isASCIILetter
        }
        // 0xC2 0xB0 is the degree sign.
        if after.drop(while: { $0 == 0x20 }).starts(with: [0xC2, 0xB0, UInt8(ascii: "F")]) { return true }
        guard Self.imperialUnits.contains(where: { unit.elementsEqual($0.utf8) }) else { return false }
        // "in" is also a preposition.
        return !unit.elementsEqual("in".utf8) || after.dropFirst().dropFirst(unit.count).first == UInt8(ascii: ".")
    }

    private static let imperialUnits = [
        "ft", "feet", "foot", "inch", "inches", "in", "mile", "miles", "mph", "lb", "lbs", "pounds", "yard", "yards",
        "ounce",
        "ounces", "oz", "gallon", "gallons", "acres", "fahrenheit", "Fahrenheit",
    ]

    /// Whether the target has the number, only less often than the source, or with another sign between its digits: `2017。4`.
    func isRepetition(_ number: NumberReader.Found, _ target: [NumberReader.Found], _ pair: SegmentPair) -> Bool {
        if target.contains(where: { $0.value == number.value }) { return true }
        let text = pair.text(number.token.range, .source)
        if number.value.fraction.isEmpty, pair.containsDigits(number.value.whole, .target) { return true }
        let groups = text.split { !$0.isASCIIDigit }
        return pair.containsDigits(Array(text), .target)
            || !number.value.fraction.isEmpty && groups.allSatisfy { pair.containsDigits(Array($0), .target) }
    }

    /// Whether the target has the groups of a number with blanks that separate no groups in its language: `7 000` in
    /// Chinese.
    func isRegrouped(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        let text = pair.text(number.token.range, .source)
        let groups = text.split { !$0.isASCIIDigit }
        guard groups.count > 1, groups.dropFirst().allSatisfy({ $0.count == 3 }), !text.contains(UInt8(ascii: "."))
        else { return false }
        return [" ", "\u{A0}", "\u{202F}", "\u{2009}"].contains { blank in
            pair.containsDigits(Array(groups.joined(separator: Array(blank.utf8))), .target)
        }
    }

    // MARK: Both

    /// Whether the other side of a page pair has the number in the sentence before or after: a clause was moved.
    func isInNeighbour(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        pair.neighbours(within: 1).contains { neighbour in
            neighbour.containsDigits(number.value.whole, number.side.opposite)
                && !neighbour.containsDigits(number.value.whole, number.side)
        }
    }

}

extension ArraySlice<UInt8> {
    var string: String { String(decoding: self, as: UTF8.self) }
}

extension SegmentPair {
    /// Whether a variant's Markdown contains digits, not inside a longer number or a character reference.
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
            if isReference(text, found, after) { continue }
            return true
        }
        return false
    }

    /// Whether digits are those of `&#39;` or `&#x27;`.
    private func isReference(_ text: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let before = text[..<start]
        return end < text.endIndex && text[end] == UInt8(ascii: ";")
            && ["&#", "&#x", "&#X"].contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
}
