import Bitext
import ParsedBitext

/// Half hours, half past an hour, and one and a half hours in words: "half an hour", "mezz'ora", 3時半, „anderthalb Stunden“.
enum HalfHours {
    /// Whether a side has words for a number of minutes, 30 or 90, or for 1.5 hours.
    static func says(_ number: Numeral, _ side: Side, _ pair: SegmentPair) -> Bool {
        let language = side == .source ? pair.tokenized.sourceLanguage : pair.language
        func has(_ lists: [String: [String]]) -> Bool {
            lists[language.code].map { $0.contains { pair.contains($0, side) } } ?? false
        }
        let isOneAndHalf = number.whole.elementsEqual("1".utf8) && number.fraction.elementsEqual("5".utf8)
        if isOneAndHalf || number.integer == 90 { return has(oneAndHalves) }
        guard number.integer == 30 else { return false }
        // "An hour and a half" is 1 hour and 30 minutes, and no 30 minutes.
        return has(oneAndHalves) ? pair.containsDigits([UInt8(ascii: "1")], side.opposite) : has(halves)
    }

    private static let halves = [
        "cs": ["půl hod", "půlhod"], "de": ["halbe stund", "halben stund", "halbstünd"],
        "en": ["half an hour", "half hour", "half-hour"], "es": ["media hora"],
        "fr": ["demi-heure", "demi heure", "demie-heure", "et demi"],
        "it": ["mezz'ora", "mezz’ora", "mezzora", "mezza ora"], "ja": ["半時間", "時間半", "時半"],
        "ko": ["반 시간", "시간 반", "시 반", "시반"],
        "nl": ["half uur", "halfuur"], "pl": ["pół godz", "półgodz"], "pt": ["meia hora", "meia-hora"],
        "ru": ["полчас", "получас"], "sv": ["halvtimm", "halv timm"], "tr": ["yarım saat"],
        "zh": ["半小时", "半小時", "半个小时", "点半", "點半"],
    ]

    private static let oneAndHalves = [
        "cs": ["hodinu a půl", "hodiny a půl", "půldruh"], "de": ["eineinhalb", "anderthalb"],
        "en": ["hour and a half", "one and a half hour"], "es": ["hora y media"], "fr": ["heure et demi"],
        "it": ["ora e mezz"], "ja": ["1 時間半", "1時間半", "一時間半"], "ko": ["한 시간 반", "1시간 반"],
        "nl": ["anderhalf", "anderhalve"], "pl": ["półtor"], "pt": ["hora e meia"], "ru": ["полтор", "полутор"],
        "sv": ["en och en halv", "halvannan", "och en halv timm"], "tr": ["bir buçuk"],
        "zh": ["一个半", "一個半"],
    ]
}
