/// Words for small numbers: cardinals, ordinals, and words that imply a number ("both", "twice"). An entry matches every
/// word that begins with it, so inflected forms need no entry of their own.
package enum NumberWords {
    /// The words for a number, in lowercase UTF-8; nil for a language without a table.
    package static func words(for value: Int, in language: Language) -> [[UInt8]]? {
        guard let table = tables[language.code] else { return nil }
        return table[value] ?? []
    }

    private static func table(_ words: [Int: String]) -> [Int: [[UInt8]]] {
        words.mapValues { $0.split(separator: " ").map { Array($0.utf8) } }
    }

    private static let tables: [String: [Int: [[UInt8]]]] = [
        "en": table([
            0: "zero no none midnight", 1: "one first single once a an only january jan",
            2: "two second both twice double couple pair half february feb secondary binary",
            3: "three third triple tertiary march mar", 4: "four fourth quarter april apr", 5: "five fifth may",
            6: "six sixth june jun", 7: "seven seventh july jul", 8: "eight eighth august aug",
            9: "nine ninth september sep", 10: "ten tenth october oct decimal", 11: "eleven november nov",
            12: "twelve dozen noon december dec", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
            20: "twenty", 24: "day", 30: "thirty", 40: "forty", 50: "fifty half", 60: "sixty", 100: "hundred",
        ]),
        "fr": table([
            0: "zéro aucun", 1: "un premi seul janvier", 2: "deux second double paire février",
            3: "trois troisi triple tiers mars", 4: "quatr quart avril", 5: "cinq mai", 6: "six sixi juin",
            7: "sept juillet", 8: "huit août", 9: "neuf neuvi septembre", 10: "dix octobre", 11: "onz novembre",
            12: "douz décembre", 13: "treiz", 14: "quatorz", 15: "quinz", 16: "seiz", 20: "vingt", 24: "jour",
            30: "trent", 40: "quarant", 50: "cinquant", 60: "soixant", 100: "cent",
        ]),
        "de": table([
            0: "null kein", 1: "ein erst januar", 2: "zwei beide doppel februar", 3: "drei dritt dreifach märz",
            4: "vier april", 5: "fünf mai", 6: "sechs juni", 7: "sieb juli", 8: "acht august", 9: "neun september",
            10: "zehn oktober", 11: "elf november", 12: "zwölf dezember dutzend", 13: "dreizehn", 14: "vierzehn",
            15: "fünfzehn", 16: "sechzehn", 20: "zwanzig", 24: "tag", 30: "dreißig", 40: "vierzig", 50: "fünfzig",
            60: "sechzig", 100: "hundert",
        ]),
        "es": table([
            0: "cero ningun", 1: "un primer enero solo sola", 2: "dos segund ambos ambas doble par febrero",
            3: "tres tercer triple marzo", 4: "cuatro cuart abril", 5: "cinco quint mayo", 6: "seis sext junio",
            7: "siete séptim julio", 8: "ocho octav agosto", 9: "nueve noven septiembre", 10: "diez décim octubre",
            11: "once noviembre", 12: "doce diciembre", 13: "trece", 14: "catorce", 15: "quince", 16: "dieciséis",
            20: "veinte", 24: "día", 30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 100: "cien",
        ]),
        "it": table([
            0: "zero nessun", 1: "un prim gennaio", 2: "due second entramb doppi febbraio", 3: "tre terz marzo",
            4: "quattro quart aprile", 5: "cinque quint maggio", 6: "sei sest giugno", 7: "sette settim luglio",
            8: "otto ottav agosto", 9: "nove non settembre", 10: "dieci decim ottobre", 11: "undici novembre",
            12: "dodici dicembre", 15: "quindici", 20: "venti", 30: "trenta", 60: "sessanta", 100: "cent",
        ]),
        "pt": table([
            0: "zero nenhum", 1: "um primeir janeiro", 2: "dois duas segund ambos ambas duplo par fevereiro",
            3: "três terceir março", 4: "quatro quart abril", 5: "cinco quint maio", 6: "seis sext junho",
            7: "sete sétim julho", 8: "oito oitav agosto", 9: "nove non setembro", 10: "dez décim outubro",
            11: "onze novembro", 12: "doze dezembro", 15: "quinze", 20: "vinte", 30: "trinta", 60: "sessenta",
            100: "cem cent",
        ]),
        "ja": table([
            0: "零 ゼロ", 1: "一 １ ひと 単 初 つ目 最初", 2: "二 ２ 両 ふた 次 双 倍", 3: "三 ３", 4: "四 ４", 5: "五 ５", 6: "六 ６", 7: "七 ７",
            8: "八 ８", 9: "九 ９", 10: "十", 11: "十一", 12: "十二", 100: "百",
        ]),
        "zh": table([
            0: "零 〇", 1: "一 单 首 第一", 2: "二 两 双", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九", 10: "十",
            11: "十一", 12: "十二", 100: "百",
        ]),
        "ru": table([
            0: "нул ноль Нул", 1: "один одн перв Один Одн Перв январ",
            2: "два две дву двух втор оба обе Два Две Дву Втор Оба феврал", 3: "три тре Три Тре март",
            4: "четыр четв Четыр Четв апрел", 5: "пят Пят мая май", 6: "шест Шест июн", 7: "сем седьм Сем июл",
            8: "восем восьм Восем Восьм август", 9: "девят Девят сентябр", 10: "десят Десят октябр",
            11: "одиннадцат ноябр", 12: "двенадцат декабр", 100: "сто сот",
        ]),
    ]
}
