import Bitext
import ParsedBitext

// Numbers of the target that the source does not have, and that say what it says.

extension Number {
    /// Whether a number is a year that the target adds to a date: "January 1" is "1 de enero de 2022" under a heading with the year.
    func isYearOfDate(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard let year = number.value.integer, (1990...2099).contains(year) else { return false }
        let tokens = pair.tokens(.source)
        return zip(tokens, tokens.dropFirst()).contains { word, day in
            word.kind == .word && word.isCapitalised && day.kind == .number && day.range.count <= 2
                && NumberWords.isMonth(pair.text(word.range, .source), in: pair.tokenized.sourceLanguage)
        }
    }

    /// Whether a number belongs to the name of a product that the other side does not have: "the Office 365 admin
    /// center" is “the admin center”. A target may also complete a name that the source shortens: "Microsoft A5" is
    /// "Microsoft 365 A5".
    func isOfBrand(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard let value = number.value.integer, let name = brand(before: number, pair) else { return false }
        let isFamily = Self.families.contains(name.string.capitalised)
        // "Access 10 servers" is no product.
        guard value == 365 || (2000...2099).contains(value) || (isFamily && [7, 8, 10, 11].contains(value)) else {
            return false
        }
        if number.side == .target, isFamily, [10, 11, 365].contains(value) { return true }
        return !pair.shows(name, number.side.opposite)
    }

    /// The name of a product that is before a number: one word, or two if the last one is common.
    private func brand(before number: NumberReader.Found, _ pair: SegmentPair) -> ArraySlice<UInt8>? {
        let before = pair.text(number.side)[..<number.token.range.lowerBound.value]
        let text = before.droppingLastBlanks
        guard text.count < before.count else { return nil }
        let word = lastWord(of: text)
        // Machine translation may make it small: "office 365".
        if Self.products.contains(word.string) || Self.families.contains(word.string.capitalised) { return word }
        guard ["Server", "Studio"].contains(word.string), text[..<word.startIndex].last == 0x20 else { return nil }
        let first = lastWord(of: text[..<(word.startIndex - 1)])
        guard let capital = first.first, capital <= UInt8(ascii: "Z") else { return nil }
        return text[first.startIndex...]
    }

    private func lastWord(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.suffix(text.reversed().prefix(while: \.isASCIILetter).count)
    }

    /// Products whose names are shortened.
    private static let families: Set<String> = ["Dynamics", "Microsoft", "Office", "Windows"]

    /// Products whose names end with a number.
    private static let products = families.union([
        "Access", "Excel", "Exchange", "InfoPath", "Lync", "OneNote", "Outlook", "PowerPoint", "Project", "Publisher",
        "SharePoint", "Visio", "Word",
    ])

    /// Whether two numbers are amounts of money in different currencies, as in a localised sample: $2,000 is 20 000
    /// kronor.
    func areInOtherCurrencies(_ one: NumberReader.Found, _ other: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard
            let was = Currency.currency(
                around: one.range.values, in: pair.text(.source), pair.tokenized.sourceLanguage),
            let now = Currency.currency(around: other.range.values, in: pair.text(.target), pair.language)
        else { return false }
        return !was.currency.mayBe(now.currency)
    }

    /// Whether the source has a digit too many in the year of a date, and the target does not: 7/17/12015 is 17.07.2015.
    func isMendedYear(_ lost: NumberReader.Found, _ added: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        let (digits, year) = (pair.text(lost.token.range, .source), pair.text(added.token.range, .target))
        guard digits.count == 5, year.count == 4, let value = added.value.integer, (1900...2099).contains(value),
            pair.text(.source)[..<lost.token.range.lowerBound.value].last?.isOne(of: "/.-") ?? false
        else { return false }
        return digits.indices.contains { index in
            (digits[..<index] + digits[(index + 1)...]).elementsEqual(year)
        }
    }

    /// Whether a number says all of something for a word of the source: "complete security" is „100-prozentige Sicherheit“.
    func saysAll(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard number.value.integer == 100 else { return false }
        let after = String(
            decoding: pair.text(.target)[number.token.range.upperBound.value...].prefix(16), as: UTF8.self)
        let unit = after.drop { $0.isWhitespace || $0 == "-" }.lowercased()
        return ["%", "proz", "procent", "percent", "por c", "per c", "pour cent", "проц"].contains(
            where: unit.hasPrefix)
            && pair.tokens(.source).contains { Self.wordsForAll.contains($0.hash) }
    }

    /// "Partially owned" is « pas détenue à 100 % ».
    private static let wordsForAll = Set(
        [
            "complete", "completely", "full", "fully", "entire", "entirely", "total", "wholly", "absolute", "partially",
        ].map(Token.hash(of:)))

    /// Whether two percentages make a whole: "avoid more than 25%" is "stay 75% of the time".
    func areComplements(_ one: NumberReader.Found, _ other: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard let value = one.value.integer, let rest = other.value.integer, value + rest == 100 else { return false }
        return isPercent(pair.text(.source)[one.token.range.upperBound.value...])
            && isPercent(pair.text(.target)[other.token.range.upperBound.value...])
    }

    /// Whether a number of the target is an afternoon hour of the source.
    func isHour(_ number: Numeral, _ source: [NumberReader.Found]) -> Bool {
        guard let value = number.integer, (13...24).contains(value) || value == 0 else { return false }
        return source.contains { $0.value.integer == value - 12 || ($0.value.integer == 12 && value == 0) }
    }

    /// Whether the source has a word for an hour, and the target the hour: "noon" is 12.00, "midnight" is 0:00 or 24 h.
    func isNoonOrMidnight(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        let hours: [(hours: Set<Int>, words: [String])] = [
            ([0, 12], ["noon", "midday"]), ([0, 12, 24], ["midnight"]),
        ]
        // 12.00 has the form of another number.
        let digits = pair.text(number.token.range, .target).prefix(while: \.isASCIIDigit)
        guard let value = Int(String(decoding: digits, as: UTF8.self)) else { return false }
        return hours.contains { $0.hours.contains(value) && $0.words.contains { pair.contains($0, .source) } }
    }

    /// Whether the source has each group of digits of a number separately: two numbers with a space between them, which
    /// separates groups in the target's language, or a telephone number.
    func isSplitInSource(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        // "1920x1080px" is one word.
        if number.value.fraction.isEmpty, pair.containsDigits(number.value.whole, .source) { return true }
        let groups = pair.text(number.token.range, .target).split { !$0.isASCIIDigit }
        // Digits of other scripts have no ASCII digits.
        return !groups.isEmpty && groups.allSatisfy { pair.containsDigits(Array($0), .source) }
    }

    /// 2018 for "FY18", 911 for "9-1-1", 365 for "24/7", 16 for "hexadecimal", 70 for "1970s", 10 000 for "10K".
    func isAbbreviatedInSource(_ number: NumberReader.Found, _ pair: SegmentPair) -> Bool {
        guard let value = number.value.integer else { return false }
        if isInFraction(value, pair, .source) { return true }
        switch value {
        // Full hours: 17h00 for "5 pm".
        case 0:
            return number.token.range.count == 2
                && ["am", "pm", "a.m", "p.m"].contains { pair.contains($0, .source) }
        case 911: return pair.contains("9-1-1", .source)
        case 365: return isRoundTheClock(pair)
        case 24, 7: return pair.contains("round-the-clock", .source) || pair.contains("around the clock", .source)
        case 16: return pair.contains("hex", .source)
        // The names of processors.
        case 32: return pair.contains("x86", .source)
        case 64: return pair.contains("x64", .source)
        case 10...90 where value % 10 == 0:
            return ["19", "20"].contains { pair.contains("\($0)\(value)s", .source) }
        case 2000...2099: return pair.contains("FY\(value % 100)", .source)
        case 1000... where value % 1000 == 0: return pair.contains("\(value / 1000)K", .source)
        default: return false
        }
    }
}

extension String {
    /// With a capital first letter.
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
