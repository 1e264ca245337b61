import Bitext
import ParsedBitext

// Numbers that a translation writes in words.

extension Number {
    /// Whether the target names a period of some months by a word of its own: "6-month" is “semestriel”.
    func isPeriod(_ value: Int, _ pair: SegmentPair) -> Bool {
        guard let stems = Self.periods[value], pair.contains("month", .source) else { return false }
        return stems.contains { pair.contains($0, .target) }
    }

    private static let periods = [
        3: ["trimestr", "quartal", "kwarta", "кварт", "kvart", "분기", "四半期", "季"],
        6: ["semestr", "annuel", "halbjähr", "półrocz", "полугод", "halvår", "반기", "半期", "半年"],
    ]

    /// Whether the target says 1000 or a million by a word without a number: "несколько тысяч".
    func isScaleWord(_ value: Int, _ pair: SegmentPair) -> Bool {
        guard let words = Self.scaleWords[value] else { return false }
        if pair.language.isUnspaced || pair.language.code == "ko" {
            return words.contains { isAfterCount($0, pair) }
        }
        return pair.tokens(.target).contains { token in
            guard token.kind == .word else { return false }
            let scale = ScaleWords.scale(in: pair.text(token.range, .target), pair.language)
            return scale.map { $0.length == token.range.count && Self.power($0.exponent) == value } ?? false
        }
    }

    /// Whether the target has the number as a word that multiplies another one: 3,000 is "três mil".
    func isMultipliedInWords(_ value: Int, _ pair: SegmentPair) -> Bool {
        guard value >= 200, value % 100 == 0 else { return false }
        if isInTwoCharacters(value, pair) { return true }
        let tokens = pair.tokens(.target)
        return tokens.indices.dropLast().contains { index in
            let (factor, unit) = (tokens[index], tokens[index + 1])
            // "Vinte e três mil" is 23,000.
            let isCompound = index > tokens.startIndex && isAnd(tokens[index - 1], pair)
            guard !isCompound, factor.kind == .word, unit.kind == .word,
                let scale = ScaleWords.scale(in: pair.text(unit.range, .target), pair.language),
                scale.length == unit.range.count, value % Self.power(scale.exponent) == 0,
                let words = NumberWords.words(for: value / Self.power(scale.exponent), in: pair.language)
            else { return false }
            let text = pair.string(factor.range, .target).lowercased().utf8
            // Whole words: "setenta mil" begins like "sete".
            return words.contains { text.elementsEqual($0) }
        }
    }

    /// Whether the target has the number as a digit and a power of ten of its script: 五万, 오만.
    private func isInTwoCharacters(_ value: Int, _ pair: SegmentPair) -> Bool {
        guard let digits = Self.digits[pair.language.code] else { return false }
        return Self.scaleWords.contains { scale, words in
            let (factor, rest) = value.quotientAndRemainder(dividingBy: scale)
            guard rest == 0, let digit = digits[factor] else { return false }
            return words.contains { word in digit.contains { pair.contains("\($0)\(word)", .target) } }
        }
    }

    /// Of the numbers of ten thousands, too: 十万, 百万.
    private static let digits: [String: [Int: String]] = {
        let chinese = [
            2: "二两兩", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九", 10: "十", 100: "百", 1000: "千",
        ]
        let korean = [2: "이", 3: "삼", 4: "사", 5: "오", 6: "육", 7: "칠", 8: "팔", 9: "구", 10: "십", 100: "백", 1000: "천"]
        return ["ja": chinese, "zh": chinese, "ko": korean]
    }()

    private func isAnd(_ token: Token, _ pair: SegmentPair) -> Bool {
        let word = pair.string(token.range, .target).lowercased().utf8
        return Self.ands.contains { word.elementsEqual($0) }
    }

    /// Chinese, Japanese and Korean words for these numbers.
    private static let scaleWords = [
        100: ["百", "백"], 1000: ["千", "천"], 10_000: ["万", "萬", "만"], 1_000_000: ["百万", "百萬", "백만"],
    ]

    /// Whether a Chinese, Japanese or Korean word follows a digit or a word for "some": 数千. In other words, it is a syllable.
    private func isAfterCount(_ word: String, _ pair: SegmentPair) -> Bool {
        let text = String(decoding: pair.text(.target), as: UTF8.self)
        return text.ranges(of: word).contains { range in
            let before = text[..<range.lowerBound]
            // 백만 is whole itself, and in 上百万 the word is a count.
            guard let last = before.last else { return word.count > 1 }
            return word.count > 1 || last.isNumber || "数數几幾何上若干近约約수몇".contains(last)
        }
    }

    /// Whether the source counts days, and the target the weeks: "14 days" is „zwei Wochen“.
    func isWeeks(_ value: Int, _ pair: SegmentPair) -> Bool {
        guard [7, 14, 21, 28].contains(value), pair.contains("day", .source),
            let stems = Self.weeks[pair.language.code]
        else { return false }
        return stems.contains { pair.contains($0, .target) }
            && isInWords(Numeral(Array(String(value / 7).utf8)[...], hasDecimalComma: false), pair, .target)
    }

    private static let weeks = [
        "cs": ["týden", "týdn"], "de": ["woche"], "es": ["semana"], "fr": ["semaine"], "it": ["settiman"],
        "ja": ["週"], "ko": ["주일", "주 ", "주간"], "nl": ["week", "weken"], "pl": ["tydzie", "tygod"], "pt": ["semana"],
        "ru": ["недел"], "sv": ["veck"], "tr": ["hafta"], "zh": ["周", "週", "星期"],
    ]

    private static func power(_ exponent: Int) -> Int { (0..<min(exponent, 12)).reduce(1) { value, _ in value * 10 } }

    /// Whether a variant has a number up to 100 in words.
    func isInWords(_ number: Numeral, _ pair: SegmentPair, _ side: Side) -> Bool {
        guard let value = number.integer, value <= 100 else { return false }
        if (2...20).contains(value), isInRomanDigits(value, pair, side) { return true }
        let language = side == .source ? pair.tokenized.sourceLanguage : pair.language
        if isInOneWord(value, pair, side, language) { return true }
        guard let words = NumberWords.words(for: value, in: language) else {
            // The number words of this language are unknown. Small numbers may be written in words.
            return value <= 12
        }
        if isCompoundInWords(value, pair, side, language) { return true }
        // The syllable for 100 begins many words: ``isScaleWord(_:_:)`` asks what is before it.
        if value == 100, ["ja", "ko", "zh"].contains(language.code) { return false }
        return pair.tokens(side).contains { token in
            guard token.kind == .word || token.kind == .name else { return false }
            let written = pair.text(token.range, side)
            if language.isUnspaced { return words.contains { written.contains($0) } }
            // The fast path: a word with another first letter.
            guard let first = written.first?.asciiLowercased,
                first >= 0x80 || words.contains(where: { $0.first == first })
            else { return false }
            // A dotted capital I has a combining dot when it is in lower case.
            let lower = pair.string(token.range, side).lowercased()
            let text = String(String.UnicodeScalarView(lower.unicodeScalars.filter { $0 != "\u{307}" })).utf8
            return words.contains { text.starts(with: $0) }
        }
    }

    /// Whether a variant has a number in Roman digits: "Part II".
    private func isInRomanDigits(_ value: Int, _ pair: SegmentPair, _ side: Side) -> Bool {
        let tens = String(repeating: "X", count: value / 10)
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][value % 10]
        let roman = Array((tens + ones).utf8)
        return pair.tokens(side).contains {
            $0.kind == .word && $0.range.count == roman.count && pair.text($0.range, side).elementsEqual(roman)
        }
    }

    /// Whether a number is in one word or in words with hyphens: "fünfundzwanzig", "quatre-vingt-dix", 二十五.
    private func isInOneWord(_ value: Int, _ pair: SegmentPair, _ side: Side, _ language: Language) -> Bool {
        let words = NumberWords.compounds(for: value, in: language)
        guard !words.isEmpty else { return false }
        // "Quatre vingt dix" has blanks as well.
        let text = String(decoding: pair.text(side), as: UTF8.self).lowercased().replacing(" ", with: "-")
        let isFrench = language.code == "fr"
        return words.contains { word in
            text.ranges(of: word).contains { range in
                let (before, after) = (text[..<range.lowerBound].last, text[range.upperBound...].first)
                // 22 is no part of "quatre-vingt-deux".
                if isFrench,
                    text[..<range.lowerBound].hasSuffix("quatre-") || text[range.upperBound...].hasPrefix("-vingt")
                {
                    return false
                }
                if isFrench, after == "-", continuesNumber(text[range.upperBound...].dropFirst()) { return false }
                return language.isUnspaced || language.code == "ko" || !(before?.isLetter ?? false)
            }
        }
    }

    /// Whether French words go on with a unit: the "-cinq" of "quatre-vingt-cinq".
    private func continuesNumber(_ text: Substring) -> Bool {
        (1...19).contains { unit in
            (NumberWords.words(for: unit, in: Language(locale: "fr")) ?? []).contains { text.utf8.starts(with: $0) }
        }
    }

    /// Between the tens and the unit: "trente et un", "treinta y cinco", "vinte e quatro".
    private static let ands = ["et", "y", "e"].map { Array($0.utf8) }

    /// Whether a number of two digits is in two words, as in "twenty-first", or with an "and" between them: "vinte e quatro".
    private func isCompoundInWords(_ value: Int, _ pair: SegmentPair, _ side: Side, _ language: Language) -> Bool {
        guard value > 20, value % 10 != 0, let tens = NumberWords.words(for: value / 10 * 10, in: language),
            let units = NumberWords.words(for: value % 10, in: language)
        else { return false }
        let tokens = Array(pair.tokens(side))
        func begins(_ token: Token, with words: [[UInt8]]) -> Bool {
            let text = pair.string(token.range, side).lowercased().utf8
            return words.contains { text.starts(with: $0) }
        }
        return tokens.indices.dropLast().contains { index in
            guard begins(tokens[index], with: tens) else { return false }
            // "Quatre-vingt-deux" is no 22.
            if language.code == "fr", index > 0, begins(tokens[index - 1], with: [Array("quatre".utf8)]) {
                return false
            }
            let isAnd = index + 2 < tokens.count && begins(tokens[index + 1], with: Self.ands)
            return begins(tokens[isAnd ? index + 2 : index + 1], with: units)
        }
    }
}
