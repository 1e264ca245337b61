extension NumberWords {
    /// The words for a number from 13 to 99 that have no blank, in lower case, hyphens included: "fünfundzwanzig",
    /// "quatre-vingt-dix", 二十五. Empty for a number or a language that has none.
    package static func compounds(for value: Int, in language: Language) -> [String] {
        guard (13...99).contains(value) else { return [] }
        let (tens, units) = (value / 10, value % 10)
        switch language.code {
        case "de": return glued(units, tens, german) + (tens == 3 ? glued(units, tens, swissGerman) : [])
        case "nl": return glued(units, tens, dutch) + glued(units, tens, dutchAfterE)
        case "da": return glued(units, tens, danish)
        case "sv":
            guard tens >= 2, units > 0 else { return [] }
            return [swedishUnits[units - 1]].flatMap { units == 1 ? [$0, "en"] : [$0] }.map {
                swedishTens[tens - 2] + $0
            }
        case "it": return italian(tens, units)
        case "es": return tens == 2 && units > 0 ? ["veinti" + spanishUnits[units - 1]] : []
        case "fr": return french(tens, units)
        case "ja", "zh": return han(tens, units)
        case "ko": return [(tens > 1 ? sinoKorean[tens - 1] : "") + "십" + (units > 0 ? sinoKorean[units - 1] : "")]
        default: return []
        }
    }

    private typealias Glue = (units: [String], and: String, tens: [String])

    /// The unit, "and" and the tens from 20 on: "fünfundzwanzig".
    private static func glued(_ units: Int, _ tens: Int, _ words: Glue) -> [String] {
        tens >= 2 && units > 0 ? [words.units[units - 1] + words.and + words.tens[tens - 2]] : []
    }

    private static let german: Glue = (
        list("ein zwei drei vier fünf sechs sieben acht neun"), "und",
        list("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
    )
    /// "Fünfunddreissig".
    private static let swissGerman: Glue = (german.units, "und", list("zwanzig dreissig"))
    private static let dutch: Glue = (
        list("een twee drie vier vijf zes zeven acht negen"), "en",
        list("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
    )
    /// "Tweeëntwintig".
    private static let dutchAfterE: Glue = (dutch.units, "ën", dutch.tens)
    private static let danish: Glue = (
        list("en to tre fire fem seks syv otte ni"), "og",
        list("tyve tredive fyrre halvtreds tres halvfjerds firs halvfems")
    )
    private static let swedishUnits = list("ett två tre fyra fem sex sju åtta nio")
    private static let swedishTens = list("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")
    private static let spanishUnits = list("ún dós trés cuatro cinco séis siete ocho nueve")
    private static let sinoKorean = list("일 이 삼 사 오 육 칠 팔 구")

    /// "Venti" and "quattro" are "ventiquattro", "venti" and "otto" are "ventotto".
    private static func italian(_ tens: Int, _ units: Int) -> [String] {
        guard tens >= 2, units > 0 else { return [] }
        let word = italianTens[tens - 2]
        let tens = [1, 8].contains(units) ? String(word.dropLast()) : word
        return [tens + italianUnits[units - 1]] + (units == 3 ? [tens + "tré"] : [])
    }

    private static let italianTens = list("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
    private static let italianUnits = list("un due tre quattro cinque sei sette otto nove")

    /// In France, French counts in twenties from 70 on: 75 is "soixante-quinze", 90 "quatre-vingt-dix".
    private static func french(_ tens: Int, _ units: Int) -> [String] {
        if units == 0, let word = [7: "septante", 8: "huitante", 9: "nonante"][tens] {
            return [word] + frenchOfFrance(tens, units)
        }
        return frenchOfFrance(tens, units)
    }

    private static func frenchOfFrance(_ tens: Int, _ units: Int) -> [String] {
        let isOdd = tens == 7 || tens == 9
        let base = tens >= 8 ? "quatre-vingt" : tens == 7 ? "soixante" : tens >= 2 ? frenchTens[tens - 2] : ""
        let rest = isOdd || tens == 1 ? units + 10 : units
        guard rest > 0 else { return tens == 8 ? [base] : [] }
        if base.isEmpty { return rest >= 17 ? [frenchUnits[rest - 1]] : [] }
        // Both spellings, that of 1990 and the one before it.
        return ["-", "-et-"].map { base + $0 + frenchUnits[rest - 1] }
    }

    private static let frenchTens = list("vingt trente quarante cinquante soixante")
    private static let frenchUnits = list(
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
    )

    private static func han(_ tens: Int, _ units: Int) -> [String] {
        let digits = Array("一二三四五六七八九")
        return [(tens > 1 ? String(digits[tens - 1]) : "") + "十" + (units > 0 ? String(digits[units - 1]) : "")]
    }

    private static func list(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }
}
