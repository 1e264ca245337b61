import Bitext
import ParsedBitext

// Numbers that a translation may write in another way, convert, add or omit.

extension Number {
    // MARK: Numbers of the source that the target does not have

    /// Whether a number may be converted: feet to metres, the emergency number 911 to 112, a school year to another
    /// one.
    func mayBeConverted(_ number: Found, _ pair: SegmentPair) -> Bool {
        isImperial(number.token, pair) || number.value.integer == 911
            || isPreceded(number.token, by: Self.schoolYears, pair)
    }

    /// Whether the source has a word such as "thousand" or "million". Other languages write the number in digits, or
    /// count in ten thousands: 200万 is two million.
    func hasLargeUnit(_ pair: SegmentPair) -> Bool {
        pair.tokens(.source).contains { Self.largeUnits.contains($0.hash) }
    }

    private static let largeUnits = Set(
        [
            "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "dozen",
            "dozens",
        ]
        .map(Token.hash(of:)))

    /// Whether the target has the number in words, as a school year or as an hour of 24.
    func isWrittenDifferently(_ number: Found, _ target: [Found], _ pair: SegmentPair) -> Bool {
        if isInWords(number.value, pair, .target) { return true }
        guard let value = number.value.integer else { return false }
        if value <= 13, isPreceded(number.token, by: Self.schoolYears, pair) { return true }
        // 2 PM is 14, 12 AM is 0.
        guard value <= 12 else { return false }
        let after = pair.tokenized.source.text[number.token.range.upperBound.value...].prefix(12)
        guard after.contains(where: { $0 | 0x20 == UInt8(ascii: "m") }) else { return false }
        let hours = [(value + 12) % 24, value % 12]
        return target.contains { $0.value.integer.map(hours.contains) ?? false }
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
    func mayBeOmitted(_ number: Found, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.source)
        let range = number.token.range.values
        let before = range.lowerBound > text.startIndex ? text[range.lowerBound - 1] : 0x20
        let after = text[range.upperBound...]
        let isAtColon = before == UInt8(ascii: ":") || after.first == UInt8(ascii: ":")
        switch number.value.integer {
        case 0 where before == UInt8(ascii: ":"): return true
        // "24/7" is always.
        case 7 where before == UInt8(ascii: "/"): return true
        case 1 where isAtColon: return true
        // "9-1-1" is 911.
        case 1 where pair.contains("9-1-1", .source) && pair.contains("911", .target): return true
        case 9 where pair.contains("9-1-1", .source) && pair.contains("911", .target): return true
        // "100% free" is free.
        case 100 where after.first == UInt8(ascii: "%"): return true
        // Other countries have other emergency numbers.
        case 911: return true
        default: break
        }
        return ["st", "nd", "rd", "th"].contains { after.startsIgnoringCase(with: Array($0.utf8)) }
            || isImperial(number.token, pair)
    }

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
        return ["ft", "feet", "foot", "inch", "inches", "in", "mile", "miles", "lb", "lbs", "yards"].contains {
            unit.elementsEqual($0.utf8)
        }
            && (unit.count > 2 || after.dropFirst().dropFirst(unit.count).first == UInt8(ascii: ".")
                || unit.elementsEqual("ft".utf8))
    }

    /// Whether the target has the number, only less often than the source.
    func isRepetition(_ number: Found, _ target: [Found], _ pair: SegmentPair) -> Bool {
        target.contains { $0.value == number.value } || pair.containsDigits(number.value.whole, .target)
            || pair.containsDigits(Array(pair.text(number.token.range, .source)), .target)
    }

    // MARK: Numbers of the target that the source does not have

    /// Whether a number of the target is an afternoon hour of the source.
    func isHour(_ number: Numeral, _ source: [Found]) -> Bool {
        guard let value = number.integer, (13...24).contains(value) || value == 0 else { return false }
        return source.contains { $0.value.integer == value - 12 || ($0.value.integer == 12 && value == 0) }
    }

    /// Whether the source has each group of digits of a number separately: two numbers with a space between them, which
    /// separates groups in the target's language, or a telephone number.
    func isSplitInSource(_ number: Found, _ pair: SegmentPair) -> Bool {
        pair.text(number.token.range, .target).split { !$0.isASCIIDigit }.allSatisfy {
            pair.containsDigits(Array($0), .source)
        }
    }

    /// 2018 for "FY18", 911 for "9-1-1", 365 for "24/7", 16 for "hexadecimal", 10 000 for "10K".
    func isAbbreviatedInSource(_ number: Found, _ pair: SegmentPair) -> Bool {
        guard let value = number.value.integer else { return false }
        switch value {
        // Full hours: 17h00 for "5 pm".
        case 0:
            return number.token.range.count == 2
                && ["am", "pm", "a.m", "p.m"].contains { pair.contains($0, .source) }
        case 911: return pair.contains("9-1-1", .source)
        case 365: return pair.contains("24/7", .source) || pair.contains("24x7", .source)
        case 16: return pair.contains("hexadecimal", .source)
        case 2000...2099: return pair.contains("FY\(value % 100)", .source)
        case 1000... where value % 1000 == 0: return pair.contains("\(value / 1000)K", .source)
        default: return false
        }
    }

    // MARK: Both

    /// Whether a variant has a number up to 100 in words.
    func isInWords(_ number: Numeral, _ pair: SegmentPair, _ side: Side) -> Bool {
        guard let value = number.integer, value <= 100 else { return false }
        let language = side == .source ? pair.tokenized.sourceLanguage : pair.language
        guard let words = NumberWords.words(for: value, in: language) else {
            // The number words of this language are unknown. Small numbers may be written in words.
            return value <= 12
        }
        return pair.tokens(side).contains { token in
            guard token.kind == .word || token.kind == .name else { return false }
            return words.contains { word in
                let text = pair.text(token.range, side)
                return language.isUnspaced ? text.contains(word) : text.startsIgnoringCase(with: word)
            }
        }
    }
}

extension SegmentPair {
    /// Whether a variant's Markdown contains digits, not inside a longer number.
    fileprivate func containsDigits(_ digits: [UInt8], _ side: Side) -> Bool {
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
