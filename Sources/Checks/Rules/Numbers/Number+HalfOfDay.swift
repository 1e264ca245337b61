import Bitext
import ParsedBitext

// Times on a clock of twelve hours that the target has in the other half of the day.

extension Number {
    /// Reports 3:30 and 午前 3:30 for "3:30 PM", and 13 h 00 for "1:00 AM".
    func checkHalfOfDay(_ pair: SegmentPair, _ report: inout Report) {
        guard let time = onlyTime(pair) else { return }
        let source = NumberReader(pair, .source).numbers
        let hours = NumberReader(pair, .target).numbers(expecting: source).filter { number in
            number.value.integer.map { $0 < 24 && $0 % 12 == time.hour } ?? false
        }
        // Several may be other times, which have the same hour.
        let signs = Set(Self.signs.filter { pair.contains($0.text, .target) }.map(\.isAfternoon))
        guard hours.count == 1, isTime(hours[0], pair) || !signs.isEmpty,
            let isAfternoon = isAfternoon(hours[0], signs, pair), isAfternoon != time.isAfternoon
        else { return }
        let range = hours[0].range.lowerBound..<endOfTime(hours[0], pair)
        let (was, now) = (pair.string(time.range, .source), pair.string(range, .target))
        report.add(
            "source has \(was), target has \(now) in the other half of the day", in: pair, .target,
            pair.sideRange(range, .target), evidence: .init(source: was, target: now))
    }

    /// A time with "AM" or "PM". Noon and midnight are none, because people differ about them.
    private struct TwelveHourTime {
        let hour: Int
        let isAfternoon: Bool
        let range: TextRange
    }

    /// The time of a source that has one with "AM" or "PM"; nil for none, and for several.
    private func onlyTime(_ pair: SegmentPair) -> TwelveHourTime? {
        let (text, tokens) = (pair.text(.source), pair.tokens(.source))
        var found: TwelveHourTime?
        for index in tokens.indices where tokens[index].kind == .number {
            let end = tokens[index].range.upperBound
            guard let mark = Mark(text[end.value...]) else { continue }
            guard found == nil else { return nil }
            var first = index
            while first > tokens.startIndex, tokens[first - 1].kind == .number,
                tokens[first - 1].range.upperBound + 1 == tokens[first].range.lowerBound,
                text[tokens[first - 1].range.upperBound.value] == UInt8(ascii: ":")
            {
                first -= 1
            }
            let start = tokens[first].range.lowerBound
            let digits = text[start.value...].prefix(while: \.isASCIIDigit)
            guard let hour = Int(digits.string), (1...11).contains(hour) else { return nil }
            found = TwelveHourTime(hour: hour, isAfternoon: mark.isAfternoon, range: start..<end + mark.length)
        }
        return found
    }

    /// "AM", "p.m." and the like.
    private struct Mark {
        let isAfternoon: Bool
        /// In bytes, with the blank before it.
        let length: Int

        /// - Parameter text: what is after a number.
        init?(_ text: ArraySlice<UInt8>) {
            let blank = text.blankLength
            let rest = text.dropFirst(blank)
            guard let letter = rest.first.map({ $0 | 0x20 }), letter.isOne(of: "ap") else { return nil }
            // "p. m." has a blank in Spanish.
            let dot = rest.dropFirst().prefix { $0.isOne(of: ". ") || $0 == 0xC2 || $0 == 0xA0 }
            let end = rest.dropFirst(1 + dot.count)
            guard dot.isEmpty || dot.first == UInt8(ascii: "."), let last = end.first, last | 0x20 == UInt8(ascii: "m"),
                !(end.dropFirst().first?.isASCIIAlphanumeric ?? false)
            else { return nil }
            isAfternoon = letter == UInt8(ascii: "p")
            length = blank + 2 + dot.count
        }
    }

    /// Which half of the day an hour of the target is in. Nil where that is not sure.
    ///
    /// - Parameter signs: the halves that the target names.
    private func isAfternoon(_ hour: NumberReader.Found, _ signs: Set<Bool>, _ pair: SegmentPair) -> Bool? {
        if let value = hour.value.integer, value > 12 { return true }
        if !signs.isEmpty { return signs.count == 1 ? signs.first : nil }
        let text = pair.text(.target)
        if let mark = Mark(text[endOfTime(hour, pair).value...]) { return mark.isAfternoon }
        guard let parts = Self.partsOfDay[pair.language.code] else { return nil }
        let lower = text.string.lowercased()
        return parts.contains(where: lower.contains) ? nil : false
    }

    /// The end of the minutes after an hour of the target.
    private func endOfTime(_ hour: NumberReader.Found, _ pair: SegmentPair) -> TextOffset {
        let end = hour.range.upperBound
        let minutes = pair.text(.target)[end.value...].prefix { $0.isASCIIDigit || $0.isOne(of: ":.h") }
        return end + minutes.reversed().drop { !$0.isASCIIDigit }.count
    }

    /// What stands before the hour, or at the beginning of the sentence.
    private static let signs: [(text: String, isAfternoon: Bool)] = [
        ("午前", false), ("午後", true), ("上午", false), ("下午", true), ("오전", false), ("오후", true),
    ]

    /// Of the languages that read the clock with 24 hours (CLDR 45, `timeData`, where `H` is preferred), words for a part of the day. An
    /// hour without one is that of 24. In Spanish, "a las 3:30" may be either.
    private static let partsOfDay: [String: [String]] = [
        "cs": ["rán", "dopol", "odpol", "večer", "noc"], "da": ["morgen", "formiddag", "eftermiddag", "aften", "nat"],
        "de": ["morgen", "früh", "vormittag", "mittag", "abend", "nacht", "nächt"],
        "fi": ["aamu", "ilta", "illa", "yö"],
        "fr": ["matin", "midi", "soir", "nuit"], "hu": ["reggel", "délelőtt", "délután", "este", "éjjel"],
        "it": ["mattin", "pomerig", "sera", "notte"], "nb": ["morgen", "formiddag", "ettermiddag", "kveld", "natt"],
        "nl": ["ochtend", "morgen", "middag", "avond", "nacht"], "no": ["morgen", "middag", "kveld", "natt"],
        "pl": ["ran", "połud", "wiecz", "noc"], "pt": ["manhã", "tarde", "noite"],
        "ro": ["dimine", "amiază", "seara", "noapte"], "ru": ["утр", "дня", "вечер", "ноч"],
        "sk": ["ráno", "dopol", "popol", "večer", "noc"],
        "sv": ["morgon", "förmiddag", "eftermiddag", "kväll", "natt"],
        "tr": ["sabah", "öğle", "akşam", "gece", "öö", "ös"], "uk": ["ранк", "дня", "вечор", "ноч"],
    ]
}
