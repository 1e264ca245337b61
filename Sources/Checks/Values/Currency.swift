import Bitext
import ParsedBitext

/// What a sign, a code or a word for money may mean: `$` are the dollars of several countries.
struct Currency: Equatable, Sendable {
    /// A bit for each of ``codes``.
    private let set: UInt64

    /// Whether one may be the other.
    func mayBe(_ other: Currency) -> Bool { set & other.set != 0 }

    /// The currency of a number, before it or after it, and the range of both.
    static func currency(
        around range: Range<Int>, in text: ArraySlice<UInt8>, _ language: Language
    ) -> (currency: Currency, range: Range<Int>)? {
        if let (currency, length) = after(text[range.upperBound...], language) {
            return (currency, range.lowerBound..<range.upperBound + length)
        }
        return before(text[..<range.lowerBound]).map { ($0.currency, range.lowerBound - $0.length..<range.upperBound) }
    }

    /// The digits of an amount that is written as one word with its currency: 300 of `USD300K`.
    static func amount(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let digits = word.dropFirst(3).prefix(while: \.isASCIIDigit)
        guard !digits.isEmpty, word.count <= 3 + digits.count + 1,
            byCode[String(decoding: word.prefix(3), as: UTF8.self)] != nil
        else { return nil }
        return digits
    }

    /// The currency at the beginning of the text after a number: "12,50 €", "12,50 EUR", "12,50 euros".
    private static func after(_ text: ArraySlice<UInt8>, _ language: Language) -> (currency: Currency, length: Int)? {
        let blank = text.blankLength
        let rest = text.dropFirst(blank)
        // "$1, $2": a sign that belongs to the next number.
        let first = rest.first
        if let sign = signs.first(where: { $0.bytes[0] == first && rest.starts(with: $0.bytes) }) {
            let next = rest.dropFirst(sign.bytes.count).first ?? 0
            return next.isASCIIDigit ? nil : (sign.currency, blank + sign.bytes.count)
        }
        guard let word = Word(rest) else { return nil }
        if word.isWhole, let currency = byCode[word.written] ?? byWord[word.text] {
            return (currency, blank + word.length)
        }
        guard let found = words.meaning(of: word, in: language) ?? words.meaning(of: word, in: .english) else {
            return nil
        }
        return (found.meaning, blank + found.length)
    }

    /// The currency at the end of the text before a number: "$12.50", "USD 12.50".
    private static func before(_ text: ArraySlice<UInt8>) -> (currency: Currency, length: Int)? {
        var text = text
        let count = text.count
        // "USD -12.50"
        if text.last == UInt8(ascii: "-") { text = text.dropLast() }
        if text.last == 0x20 {
            text = text.dropLast()
        } else if text.suffix(2).elementsEqual([0xC2, 0xA0]) {
            text = text.dropLast(2)
        } else if text.suffix(3).elementsEqual([0xE2, 0x80, 0xAF]) {
            text = text.dropLast(3)
        }
        let blank = count - text.count
        let last = text.last
        if let sign = signs.first(where: {
            $0.bytes.last == last && text.suffix($0.bytes.count).elementsEqual($0.bytes)
        }) {
            return (sign.currency, blank + sign.bytes.count)
        }
        let letters = text.suffix(5).reversed().prefix(while: \.isASCIILetter).count
        guard (2...3).contains(letters), let currency = byCode[String(decoding: text.suffix(letters), as: UTF8.self)]
        else { return nil }
        return (currency, blank + letters)
    }

    /// The codes and short forms, and the English words.
    static var englishWords: [String] { Array(byCode.keys) + Array(byWord.keys) + words.words(of: .english) }

    /// ISO 4217.
    private static let codes = [
        "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "RUB",
        "UAH", "TRY", "INR", "KRW", "BRL", "MXN", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "ZAR", "ILS", "AED", "SAR",
        "EGP", "THB", "VND", "IDR", "MYR", "PHP", "CLP", "COP", "ARS", "PEN",
    ]

    private init(set: UInt64) { self.set = set }

    private init(_ list: String) {
        set = list.split(separator: " ").reduce(0) { set, code in
            set | (Self.codes.firstIndex(of: String(code)).map { 1 << UInt64($0) } ?? 0)
        }
    }

    private static let byCode: [String: Currency] = Dictionary(
        uniqueKeysWithValues: codes.enumerated().map { ($1, Currency(set: 1 << UInt64($0))) }
            + [("TL", Currency("TRY")), ("Kč", Currency("CZK")), ("Ft", Currency("HUF")), ("RMB", Currency("CNY"))])

    private static let byWord: [String: Currency] = [
        "kr": crowns, "zł": Currency("PLN"), "kč": Currency("CZK"), "ft": Currency("HUF"), "lei": Currency("RON"),
        "лв": Currency("BGN"), "руб": Currency("RUB"), "грн": Currency("UAH"),
    ]

    private static let crowns = Currency("SEK NOK DKK ISK")
    private static let dollars = Currency("USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS")

    /// The longer signs first: `US$` is one of the dollars that `$` may be.
    private static let signs: [(bytes: [UInt8], currency: Currency)] =
        [
            ("US$", "USD"), ("CA$", "CAD"), ("NT$", "TWD"), ("HK$", "HKD"), ("R$", "BRL"), ("€", "EUR"),
            ("£", "GBP EGP"), ("¥", "JPY CNY"), ("￥", "JPY CNY"), ("₹", "INR"), ("₽", "RUB"), ("₺", "TRY"),
            ("₩", "KRW"),
            ("₴", "UAH"), ("₪", "ILS"), ("฿", "THB"), ("₫", "VND"),
        ].map { (Array($0.0.utf8), Currency($0.1)) } + [(Array("$".utf8), dollars)]

    /// CLDR 45, numbers, currencies.
    private static let words = WordsByLanguage<Currency>([
        (
            dollars,
            [
                "en": "dollar dollars", "fr": "dollar dollars", "de": "dollar us-dollar", "es": "dólar dólares",
                "it": "dollaro dollari", "pt": "dólar dólares", "nl": "dollar", "sv": "dollar", "da": "dollar",
                "nb": "dollar", "no": "dollar", "fi": "dollari*", "pl": "dolar* usd", "cs": "dolar*", "sk": "dolár*",
                "ru": "доллар*", "uk": "долар*", "tr": "dolar*", "hu": "dollár*", "ja": "ドル* 米ドル*", "zh": "美元*",
                "ko": "달러* 미국달러*", "ar": "دولار دولارا دولارًا دولارات دولارين", "he": "דולר", "hi": "डॉलर",
            ]
        ),
        (
            Currency("EUR"),
            [
                "en": "euro euros", "fr": "euro euros", "de": "euro", "es": "euro euros", "it": "euro",
                "pt": "euro euros",
                "nl": "euro", "sv": "euro", "da": "euro", "nb": "euro", "no": "euro", "fi": "euro*", "pl": "euro",
                "cs": "euro eur*", "sk": "euro eur*", "ru": "евро", "uk": "євро", "tr": "avro* euro*", "hu": "euró*",
                "ja": "ユーロ*", "zh": "欧元* 歐元*", "ko": "유로*", "ar": "يورو", "he": "אירו יורו", "hi": "यूरो",
            ]
        ),
        (
            Currency("JPY"),
            ["en": "yen", "fr": "yen yens", "de": "yen", "es": "yen yenes", "ja": "円*", "zh": "日元* 日圓*", "ko": "엔*"]
        ),
        (Currency("CNY"), ["en": "yuan", "ja": "人民元*", "zh": "人民币* 人民幣*", "ko": "위안*"]),
        (Currency("KRW"), ["en": "won", "ko": "원*", "ja": "ウォン*"]),
        (Currency("PLN"), ["pl": "złoty złote złotych zł*"]), (Currency("RUB"), ["ru": "руб*", "en": "rubles"]),
        (
            crowns,
            [
                "en": "krona kronor krone kroner", "sv": "krona kronan kronor kronorna kronors",
                "da": "krone kronen kroner kronerne", "nb": "krone kronen kroner kronene",
                "no": "krone kronen kroner kronene",
            ]
        ),
    ])
}
