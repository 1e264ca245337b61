import ParsedBitext

/// Words that multiply the number before them: "million", 万.
enum ScaleWords {
    /// A word that multiplies a number by a power of ten.
    struct Scale: Equatable {
        let exponent: Int
        /// In bytes, with the blank before it.
        let length: Int
    }

    static var englishWords: [String] { table.words(of: .english) + ["K", "M"] }

    static func has(_ language: Language) -> Bool { table.has(language) }

    /// The word at the beginning of the text after a number: "5 million", "5万", "1.5 百万", "500 K".
    static func scale(in text: ArraySlice<UInt8>, _ language: Language) -> Scale? {
        // "1-K".
        let blank = text.starts(with: "-K".utf8) ? 1 : text.blankLength
        let rest = text.dropFirst(blank)
        guard let word = Word(rest) else { return nil }
        if word.isWhole {
            switch word.written {
            case "K": return Scale(exponent: 3, length: blank + 1)
            case "k" where blank == 0: return Scale(exponent: 3, length: 1)
            case "M" where blank == 0: return Scale(exponent: 6, length: 1)
            default: break
            }
        }
        guard let first = table.meaning(of: word, in: language) else { return nil }
        var scale = Scale(exponent: first.meaning, length: blank + first.length)
        // 百万 is a million, "mil millones" a billion.
        let next = text.dropFirst(scale.length)
        if let word = Word(next.dropFirst(word.isWhole ? next.blankLength : 0)),
            let second = table.meaning(of: word, in: language), second.meaning > first.meaning
        {
            let blank = word.isWhole ? next.blankLength : 0
            scale = Scale(exponent: scale.exponent + second.meaning, length: scale.length + blank + second.length)
        }
        return scale
    }

    /// CLDR 45, numbers, `decimalFormats-numberSystem-latn/decimalFormatLength[@type="long"]`.
    private static let table = WordsByLanguage<Int>([
        (
            2,
            [
                "en": "hundred hundreds", "fr": "cent cents", "de": "hundert", "ja": "百*", "zh": "百*", "ko": "백*",
                "ru": "сот сотен сотни",
            ]
        ),
        (
            3,
            [
                "en": "thousand thousands", "fr": "mille milliers", "de": "tausend* tsd", "es": "mil miles",
                "it": "mila mille migliaia",
                "pt": "mil milhares", "nl": "duizend*", "sv": "tusen*", "da": "tusind*", "nb": "tusen*", "no": "tusen*",
                "fi": "tuhat* tuhan*", "pl": "tys tysi*", "cs": "tis tisí*", "sk": "tis tisí*", "ru": "тыс тысяч*",
                "uk": "тис тисяч*", "bg": "хил хиляд*", "tr": "bin", "hu": "ezer*", "ro": "mie mii", "hr": "tisuć*",
                "el": "χιλιάδ*", "ar": "ألف آلاف", "he": "אלף אלפי אלפים", "hi": "हज़ार हजार", "th": "พัน*",
                "vi": "nghìn ngàn", "id": "ribu", "ms": "ribu", "fa": "هزار", "ja": "千*", "zh": "千*", "ko": "천*",
                "ca": "mil milers",
            ]
        ),
        (4, ["ja": "万* 萬*", "zh": "万* 萬*", "ko": "만*", "th": "หมื่น*"]),
        (5, ["hi": "लाख", "bn": "লাখ", "ta": "லட்சம்", "te": "లక్షల", "mr": "लाख", "gu": "લાખ", "th": "แสน*", "en": "lakh"]),
        (
            6,
            [
                "en": "million millions", "fr": "million millions", "de": "million* mio", "es": "millón millones",
                "it": "milione milioni", "pt": "milhão milhões", "nl": "miljoen*", "sv": "miljon* mn mnkr",
                "da": "million* mio", "nb": "million* mill", "no": "million* mill", "fi": "miljoona* milj",
                "pl": "mln milion*", "cs": "mil milion*", "sk": "mil milión*", "ru": "млн миллион*",
                "uk": "млн мільйон*",
                "bg": "млн милион*", "tr": "milyon*", "hu": "millió*", "ro": "milion milioane", "hr": "milijun* milij",
                "el": "εκατομμύρι*", "ar": "مليون ملايين", "he": "מיליון מיליוני", "hi": "मिलियन", "th": "ล้าน*",
                "vi": "triệu", "id": "juta", "ms": "juta", "fa": "میلیون", "ca": "milió milions", "ja": "ミリオン*",
            ]
        ),
        (7, ["hi": "करोड़ करोड", "en": "crore", "mr": "कोटी", "gu": "કરોડ"]),
        (8, ["ja": "億*", "zh": "亿* 億*", "ko": "억*"]),
        (
            9,
            [
                "en": "billion billions", "fr": "milliard milliards", "de": "milliarde* mrd", "it": "miliardo miliardi",
                "pt": "bilhão bilhões", "nl": "miljard*", "sv": "miljard* mdkr", "da": "milliard* mia",
                "nb": "milliard* mrd", "no": "milliard* mrd", "fi": "miljardi* mrd", "pl": "mld miliard*",
                "cs": "mld miliard*", "sk": "mld miliard*", "ru": "млрд миллиард*", "uk": "млрд мільярд*",
                "bg": "млрд милиард*", "tr": "milyar*", "hu": "milliárd*", "ro": "miliard miliarde", "hr": "milijard*",
                "el": "δισεκατομμύρι*", "ar": "مليار مليارات", "he": "מיליארד מיליארדי", "hi": "अरब", "vi": "tỷ tỉ",
                "id": "miliar", "ms": "bilion",
            ]
        ),
        (
            12,
            [
                "en": "trillion", "es": "billón billones", "de": "billion* bio", "fr": "billion billions", "ja": "兆*",
                "ko": "조*",
            ]
        ),
    ])
}

extension ArraySlice<UInt8> {
    /// The length of one blank of any kind at the beginning, or 0.
    var blankLength: Int {
        guard let first else { return 0 }
        if first == 0x20 { return 1 }
        if first == 0xC2, dropFirst().first == 0xA0 { return 2 }
        return startsWithWideBlank ? 3 : 0
    }
}
