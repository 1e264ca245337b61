import Bitext
import ParsedBitext

/// A unit of data, time, frequency, length, weight, temperature, power or voltage.
struct MeasureUnit: Equatable, Sendable {
    enum Dimension: Sendable {
        case data, dataRate, time, calendar, frequency, length, weight, temperature, power, voltage, share
        /// "Thousand", "million".
        case count
    }

    let dimension: Dimension
    /// In the smallest unit of the dimension.
    let factor: Double

    /// The unit at the beginning of the text after a number, and its length in bytes, with the blank or hyphen before it.
    ///
    /// - Parameter digits: how many bytes the number has.
    static func unit(
        in text: ArraySlice<UInt8>, _ language: Language, digits: Int
    ) -> (unit: MeasureUnit, length: Int)? {
        var blank = text.blankLength
        if blank == 0, text.first == UInt8(ascii: "-") { blank = 1 }
        // A hyphen without a break, U+2011.
        if blank == 0, text.starts(with: [0xE2, 0x80, 0x91]) { blank = 3 }
        // Romanian: "30 de minute".
        if language.code == "ro", text.dropFirst(blank).starts(with: "de ".utf8) { blank += 3 }
        let rest = text.dropFirst(blank)
        if rest.first == UInt8(ascii: "%") { return (share, blank + 1) }
        if let degrees = degrees.first(where: { rest.starts(with: $0.sign) }) {
            return (degrees.unit, blank + degrees.sign.count)
        }
        guard let word = Word(rest) else { return nil }
        let after = rest.dropFirst(word.length).first ?? 0
        // "14h30" is an hour of the day.
        if after.isASCIIDigit { return nil }
        if word.isWhole,
            let unit = symbols[word.written] ?? (language.code == "fi" ? finnishSymbols[word.written] : nil)
        {
            // "the 1990s" are no seconds.
            if blank == 0, word.written == "s", digits > 3 { return nil }
            // French and Italian: "la version 2,0 s'affiche". In Turkish, an ending follows: "5 MB'lık".
            let isApostrophe = after == UInt8(ascii: "'") || rest.dropFirst(word.length).starts(with: "’".utf8)
            if isApostrophe, word.written.utf8.count == 1 { return nil }
            // "With" in Czech, Slovak and their neighbours.
            if word.written == "s", prepositionS.contains(language.code), after == 0x20 || after == 0xC2 { return nil }
            return (unit, blank + word.length)
        }
        // Japanese and Chinese: "30 分の 1" is a thirtieth, 三分之一 a third.
        if fractionSigns.contains(where: { rest.starts(with: $0) }) { return nil }
        let found = words.meaning(of: word, in: language) ?? words.meaning(of: word, in: .english)
        return found.map { ($0.meaning, blank + $0.length) }
    }

    /// A byte is a "tavu". Elsewhere, "Mt" are tons and "kt" are knots.
    private static let finnishSymbols = ["kt": data(1), "Kt": data(1), "Mt": data(2), "Gt": data(3), "Tt": data(4)]
    private static let fractionSigns = ["分の", "分之"].map { Array($0.utf8) }
    private static let prepositionS: Set<String> = ["cs", "sk", "sl", "hr", "sr", "bs"]

    /// An ordinal sign stands for the degree sign in some keyboards' texts.
    private static let degrees: [(sign: [UInt8], unit: MeasureUnit)] =
        [("°C", 1), ("ºC", 1), ("℃", 1), ("°F", 2), ("ºF", 2), ("℉", 2)].map { sign, factor in
            (Array(sign.utf8), MeasureUnit(dimension: .temperature, factor: factor))
        }

    static let share = MeasureUnit(dimension: .share, factor: 1)

    static func time(_ seconds: Double) -> MeasureUnit { MeasureUnit(dimension: .time, factor: seconds) }

    /// Months have no fixed number of days.
    static func calendar(_ months: Double) -> MeasureUnit {
        MeasureUnit(dimension: .calendar, factor: months)
    }

    static func data(_ power: Double) -> MeasureUnit { MeasureUnit(dimension: .data, factor: power) }

    /// Whether two units are different ones. A symbol with several meanings, such as “m”, is one of the other's dimension.
    func differs(from other: MeasureUnit) -> Bool {
        if self == other { return false }
        // "5 million bytes" is 5 Mo.
        if (dimension == .count) != (other.dimension == .count) { return false }
        // "the late 90s"
        if self == Self.time(1), other.dimension == .calendar { return false }
        return dimension == other.dimension || (self != Self.metre && other != Self.metre)
    }

    static let metre = MeasureUnit(dimension: .length, factor: 1000)

    /// Of each symbol (SI; IEC 80000-13). Case matters: mb is not MB. Symbols with several meanings (Mb, d, M) are left out.
    fileprivate static let symbols: [String: MeasureUnit] = {
        let units: [(MeasureUnit, String)] = [
            (data(0), "Byte Bytes octet octets octeto octetos байт байта байтов bajt bajtów bajty bajtů bayt"),
            (data(1), "KB kB KiB Ko ko Kio КБ Кб кБ кб"), (data(2), "MB MiB Mo Mio МБ Мб"),
            (data(3), "GB GiB Go Gio ГБ Гб"),
            (data(4), "TB TiB To Tio ТБ Тб"), (data(5), "PB PiB Po ПБ"),
            (.init(dimension: .dataRate, factor: 1), "Kbps kbps Kbits kbit Kbit KBit Кбит кбит"),
            (.init(dimension: .dataRate, factor: 2), "Mbps Mbits Mbit MBit Мбит"),
            (.init(dimension: .dataRate, factor: 3), "Gbps Gbits Gbit GBit Гбит"),
            (time(1e-9), "ns нс"), (time(1e-6), "µs μs мкс"), (time(1e-3), "ms msec msecs мс"),
            (time(1), "s sec secs sek сек sn"), (time(60), "min mins мин dk"),
            (time(3600), "h hr hrs Std std tim ч"),
            (.init(dimension: .frequency, factor: 1), "Hz Гц"),
            (.init(dimension: .frequency, factor: 1e3), "kHz KHz кГц"),
            (.init(dimension: .frequency, factor: 1e6), "MHz МГц"),
            (.init(dimension: .frequency, factor: 1e9), "GHz ГГц"),
            (.init(dimension: .length, factor: 1), "mm мм"), (.init(dimension: .length, factor: 10), "cm см"),
            (metre, "m м"),
            (.init(dimension: .length, factor: 1e6), "km км"),
            (
                .init(dimension: .weight, factor: 1),
                "g gram grams gramme grammes Gramm grammi gramos gramas gramów грамм граммов"
            ),
            (
                .init(dimension: .weight, factor: 1e3),
                "kg кг kilogram kilograms kilogramme kilogrammes Kilogramm kilogrammi kilogramos quilogramas kilogramów"
                    + " килограмм килограммов"
            ),
            (.init(dimension: .power, factor: 1), "W Вт"), (.init(dimension: .power, factor: 1e3), "kW кВт"),
            (.init(dimension: .power, factor: 1e6), "MW МВт"),
            (.init(dimension: .voltage, factor: 1e-3), "mV мВ"), (.init(dimension: .voltage, factor: 1), "V"),
            (.init(dimension: .voltage, factor: 1e3), "kV кВ"),
            (share, "％ ٪"),
        ]
        var symbols: [String: MeasureUnit] = [:]
        for (unit, list) in units {
            for symbol in list.split(separator: " ") { symbols[String(symbol)] = unit }
        }
        return symbols
    }()
}

extension MeasureUnit {
    /// The symbols, and the English words.
    static var englishWords: [String] { Array(symbols.keys) + words.words(of: .english) }

    /// The factor to the smallest unit of the dimension. Kilobytes have 1,000 or 1,024 bytes.
    func factors() -> [Double] {
        guard dimension == .data || dimension == .dataRate else { return [factor] }
        return factor == 0 ? [1] : [power(1000), power(1024)]
    }

    private func power(_ base: Double) -> Double { (0..<Int(factor)).reduce(1.0) { result, _ in result * base } }
}
