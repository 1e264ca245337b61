import Bitext
import ParsedBitext

/// Reads the numbers of one variant, with their values.
struct NumberReader {
    /// A number of a variant.
    struct Found {
        let side: Side
        let token: Token
        /// The token before it.
        let previous: Token?
        let value: Numeral
        /// The value with the word after it: 50 000 for "5万" and "50 thousand". Nil without such a word.
        var scaled: Numeral?
        /// With the word that scales it.
        var range: TextRange
        var unit: MeasureUnit?
        /// Whether the word "hour" follows, as the clock is read in some languages: 15時, 15시, 15h.
        var hasHourWord = false

        /// A time; nil for another quantity.
        var seconds: Double? {
            guard let unit, unit.dimension == .time, let value = value.approximation else { return nil }
            return value * unit.factor
        }
    }

    /// Hours and minutes together, in seconds: "1 h 30", "1時間30分". Nil where they are no such pair.
    static func seconds(_ hours: Found, _ minutes: Found) -> Double? {
        guard hours.unit == .time(3600), let whole = hours.value.integer, let part = minutes.value.integer, part < 60,
            (0...16).contains(minutes.token.range.lowerBound - hours.range.upperBound),
            minutes.unit.map({ $0 == .time(60) }) ?? true
        else { return nil }
        return Double(whole) * 3600 + Double(part) * 60
    }

    private let pair: SegmentPair
    private let side: Side
    private let language: Language
    private let text: [UInt8]

    init(_ pair: SegmentPair, _ side: Side) {
        self.pair = pair
        self.side = side
        language = side == .source ? pair.tokenized.sourceLanguage : pair.language
        text = pair.tokenized.tokens(side).text
    }

    /// The numbers in the notation of the source's language.
    var numbers: [Found] { read(hasDecimalComma: false) }

    /// The numbers of the target in its locale's notation, or in the source's if the source has such a number: 0.5 in a French
    /// text.
    func numbers(expecting source: [Found]) -> [Found] {
        let expected = Set(source.flatMap { [$0.value.key, ($0.scaled ?? $0.value).key] })
        let numbers = withDottedParts(read(hasDecimalComma: language.hasDecimalComma), source)
        return joinedScales(splitPairs(numbers, source, expected), expected).map { number in
            if expected.contains(number.value.key) { return number }
            let digits = pair.text(number.token.range, side)
            let other = Numeral(digits, hasDecimalComma: !language.hasDecimalComma)
            guard expected.contains(other.key), mayBeInNotationOfSource(digits, source) else { return number }
            return Found(
                side: side, token: number.token, previous: number.previous, value: other, range: number.range,
                unit: number.unit, hasHourWord: number.hasHourWord)
        }
    }

    /// Whether a number of the target may be in the notation of the source, where it has another value: French "0.5" and
    /// "1,500". But "1,5" has no group of three, so it is not 15; and "10.000" is ten only where the source has the same digits.
    private func mayBeInNotationOfSource(_ digits: ArraySlice<UInt8>, _ source: [Found]) -> Bool {
        let (group, decimal) = language.hasDecimalComma ? (UInt8(ascii: ","), UInt8(ascii: ".")) : (0x2E, 0x2C)
        let whole = digits.prefix { $0 != decimal }
        // ".5" in the source is 5 to the lexer.
        if whole.starts(with: [UInt8(ascii: "0"), group]) { return true }
        guard whole.split(separator: group).dropFirst().allSatisfy({ $0.count == 3 || $0.count == 2 }) else {
            return false
        }
        let fraction = digits[whole.endIndex...].dropFirst()
        let mayBeGroups = fraction.count == 3 && (1...3).contains(whole.count) && whole.first != UInt8(ascii: "0")
        return !mayBeGroups
            || source.contains { pair.text($0.token.range, .source).elementsEqual(digits) }
    }

    private func read(hasDecimalComma: Bool) -> [Found] {
        let tokens = pair.tokens(side)
        return tokens.indices.compactMap { index in
            guard tokens[index].kind == .number else { return nil }
            return found(
                tokens[index], previous: index > tokens.startIndex ? tokens[index - 1] : nil,
                Numeral(pair.text(tokens[index].range, side), hasDecimalComma: hasDecimalComma))
        }
    }

    private func found(_ token: Token, previous: Token?, _ value: Numeral) -> Found {
        var found = Found(side: side, token: token, previous: previous, value: value, range: token.range)
        let after = text[token.range.upperBound.value..<segmentEnd]
        guard let first = after.first,
            first == 0x20 || first == UInt8(ascii: "-") || first.isASCIILetter || first >= 0x80
        else { return found }
        if let scale = ScaleWords.scale(in: after, language) ?? scaleAfterRange(after) {
            found.scaled = value.scaled(by: scale.exponent)
            found.range = token.range.lowerBound..<token.range.upperBound + scale.length
        }
        found.unit = MeasureUnit.unit(in: after, language, digits: token.range.count)?.unit
        let rest = after.dropFirst(after.blankLength)
        found.hasHourWord =
            Self.hourSigns.contains { $0[0] == rest.first && rest.starts(with: $0) }
            || (rest.first.map { $0 | 0x20 == UInt8(ascii: "h") } ?? false)
            || found.unit == MeasureUnit(dimension: .time, factor: 3600)
        return found
    }

    /// The word that scales both numbers of a range: "500-600 thousand", 5〜6万.
    private func scaleAfterRange(_ after: ArraySlice<UInt8>) -> ScaleWords.Scale? {
        let first = after.first
        guard let dash = Self.dashes.first(where: { $0[0] == first && after.starts(with: $0) }) else { return nil }
        let digits = after.dropFirst(dash.count).prefix { $0.isASCIIDigit || $0.isOne(of: ".,") }
        guard digits.first?.isASCIIDigit ?? false, let scale = ScaleWords.scale(in: after[digits.endIndex...], language)
        else { return nil }
        return ScaleWords.Scale(exponent: scale.exponent, length: 0)
    }

    private static let dashes = ["-", "–", "~", "～", "〜", " to "].map { Array($0.utf8) }

    /// 時, 时, 點, 点 and 시.
    private static let hourSigns = ["時", "时", "點", "点", "시"].map { Array($0.utf8) }

    private var segmentEnd: Int { pair.text(side).endIndex }

    // MARK: Notations of the target

    /// The numbers with 15.30 as 15 and 30 where the source has an hour with these minutes, 3:30 PM, and with 4.2 as 4 and 2 where
    /// it has the date 2/4.
    private func splitPairs(_ numbers: [Found], _ source: [Found], _ expected: Set<UInt64>) -> [Found] {
        let pairs = zip(source, source.dropFirst()).filter { one, other in
            guard one.token.range.upperBound + 1 == other.token.range.lowerBound else { return false }
            return pair.tokenized.source.text[one.token.range.upperBound].isOne(of: ":/")
        }
        // So many times are a table in one segment.
        guard !pairs.isEmpty, pairs.count < 64 else { return numbers }
        return numbers.flatMap { number in
            let range = number.token.range.values
            guard (3...5).contains(range.count),
                let dot = text[range].firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }),
                !expected.contains(Numeral(text[range], hasDecimalComma: text[dot] == UInt8(ascii: ",")).key)
            else { return [number] }
            let first = Numeral(text[range.lowerBound..<dot], hasDecimalComma: false)
            let second = Numeral(text[(dot + 1)..<range.upperBound], hasDecimalComma: false)
            let isPair = pairs.contains { one, other in
                let isTime = pair.tokenized.source.text[one.token.range.upperBound] == UInt8(ascii: ":")
                if isTime {
                    return other.value == second && one.value.integer.map { $0 % 12 } == first.integer.map { $0 % 12 }
                        && range.upperBound - dot == 3
                }
                return (one.value == first && other.value == second) || (one.value == second && other.value == first)
            }
            guard isPair else { return [number] }
            return [(first, range.lowerBound..<dot), (second, dot + 1..<range.upperBound)].map { value, part in
                Found(
                    side: side, token: number.token, previous: number.previous, value: value, range: TextRange(part),
                    hasHourWord: true)
            }
        }
    }

    /// The numbers with those of 15.35.00 and 17.07.12015, which have the form of a version, where the source has this time, 3:35:00 PM,
    /// or this date, 7/17/12015, whose year has a digit too many.
    private func withDottedParts(_ numbers: [Found], _ source: [Found]) -> [Found] {
        let versions = pair.tokens(side).filter { $0.kind == .version }
        // So many times are a table in one segment.
        guard !versions.isEmpty, versions.count < 64, source.count < 256 else { return numbers }
        let triples = zip(source, zip(source.dropFirst(), source.dropFirst(2))).map { ($0, $1.0, $1.1) }
        let times = triples.filter { isBefore(":", $0, $1) && isBefore(":", $1, $2) }
        let dates = triples.filter { isBefore("/", $0, $1) && isBefore("/", $1, $2) }
        var all = numbers
        for token in versions {
            let parts = text[token.range.values].split(separator: UInt8(ascii: "."))
            let values = parts.map { Numeral($0, hasDecimalComma: false) }
            guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, let hour = values[0].integer else {
                continue
            }
            let isTime = times.contains { first, second, third in
                first.value.integer.map { $0 % 12 } == hour % 12 && second.value == values[1]
                    && third.value == values[2]
            }
            let isDate = dates.contains { first, second, third in
                // "07.22.2015" has the order of English.
                first.value == values[1] && second.value == values[0] && third.value == values[2]
            }
            guard isTime || isDate else { continue }
            all += zip(parts, values).map { part, value in
                Found(
                    side: side, token: token, previous: nil, value: value,
                    range: TextRange(part.startIndex..<part.endIndex), hasHourWord: isTime)
            }
        }
        return all.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether only one sign is between two numbers of the source.
    private func isBefore(_ sign: Unicode.Scalar, _ one: Found, _ other: Found) -> Bool {
        one.token.range.upperBound + 1 == other.token.range.lowerBound
            && pair.tokenized.source.text[one.token.range.upperBound] == UInt8(ascii: sign)
    }

    /// The numbers with 1億 5千万 as one number where the source has it in one.
    private func joinedScales(_ numbers: [Found], _ expected: Set<UInt64>) -> [Found] {
        guard ["ja", "zh", "ko"].contains(language.code), numbers.contains(where: { $0.scaled != nil }) else {
            return numbers
        }
        var joined: [(number: Found, parts: [Found])] = []
        for number in numbers {
            if let last = joined.last?.number, let high = last.scaled, let exponent = high.zeros,
                number.token.range.lowerBound - last.range.upperBound <= 1,
                number.range.lowerBound >= last.range.upperBound,
                let sum = high.adding(number.scaled ?? number.value, below: exponent)
            {
                joined[joined.count - 1].number.scaled = sum
                joined[joined.count - 1].number.range = last.range.lowerBound..<number.range.upperBound
                joined[joined.count - 1].parts.append(number)
            } else {
                joined.append((number, [number]))
            }
        }
        // Where the source has the parts, they are two numbers.
        return joined.flatMap { number, parts in
            number.scaled.map { expected.contains($0.key) } ?? false ? [number] : parts
        }
    }
}

extension Numeral {
    /// The zeros at the end of a whole number; nil for others and for none.
    fileprivate var zeros: Int? {
        guard fraction.isEmpty else { return nil }
        let count = whole.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        return count > 0 && count < whole.count ? count : nil
    }
}
