/// Words for small numbers: cardinals, ordinals, and words that imply a number ("both", "twice"). An entry matches every
/// word that begins with it, so inflected forms need no entry of their own.
package enum NumberWords {
    /// The words for a number, in lowercase UTF-8; nil for a language without a table.
    package static func words(for value: Int, in language: Language) -> [[UInt8]]? {
        guard let table = tables[language.code] else { return nil }
        return table[value] ?? []
    }

    /// Whether a word is the name of a month.
    package static func isMonth(_ word: ArraySlice<UInt8>, in language: Language) -> Bool {
        guard let months = months[language.code] ?? months["en"] else { return false }
        let lower = String(decoding: word, as: UTF8.self).lowercased()
        return months.contains { lower.hasPrefix($0) }
    }

    /// The beginnings of the names of months, which all their forms and most abbreviations have (CLDR 45, dates, months).
    private static let months: [String: [String]] = [
        "en": "jan feb mar apr may jun jul aug sep oct nov dec",
        "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
        "de": "jan feb mär apr mai jun jul aug sep okt nov dez",
        "es": "ene feb mar abr may jun jul ago sep oct nov dic",
        "it": "gen feb mar apr mag giu lug ago set ott nov dic",
        "pt": "jan fev mar abr mai jun jul ago set out nov dez",
        "nl": "jan feb maa mrt apr mei jun jul aug sep okt nov dec",
        "sv": "jan feb mar apr maj jun jul aug sep okt nov dec",
        "da": "jan feb mar apr maj jun jul aug sep okt nov dec",
        "nb": "jan feb mar apr mai jun jul aug sep okt nov des",
        "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
        "pl": "sty lut mar kwi maj lip sie wrz paź lis gru cze", "cs": "led úno bře dub kvě červ srp zář říj lis pro",
        "ru": "янв фев мар апр ма июн июл авг сен окт ноя дек", "tr": "oca şub mar nis may haz tem ağu eyl eki kas ara",
    ].mapValues { $0.split(separator: " ").map(String.init) }

    private static func table(_ words: [Int: String]) -> [Int: [[UInt8]]] {
        words.mapValues { $0.split(separator: " ").map { Array($0.utf8) } }
    }

    private static let tables: [String: [Int: [[UInt8]]]] = [
        "en": table([
            0: "zero no none midnight", 1: "one first single once a an only january jan",
            2: "two second both twice double dual duo couple pair half february feb secondary binary",
            3: "three third triple tertiary triad trio march mar", 4: "four fourth quarter quartet april apr",
            5: "five fifth quintet may",
            6: "six sixth june jun", 7: "seven seventh july jul", 8: "eight eighth august aug",
            9: "nine ninth september sep", 10: "ten tenth october oct decimal decade", 11: "eleven november nov",
            12: "twelve twelfth dozen noon december dec", 13: "thirteen", 14: "fourteen fortnight",
            15: "fifteen", 16: "sixteen",
            17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twent", 24: "day", 30: "thirt", 40: "fort",
            50: "fift half", 60: "sixt hour minute",
            70: "sevent", 80: "eight", 90: "ninet quarter", 100: "hundred",
        ]),
        "fr": table([
            0: "zéro aucun nul minuit", 1: "un premi seul janvier", 2: "deux second double duo paire février",
            3: "trois troisi triple triade trio tiers mars", 4: "quatr quart avril", 5: "cinq mai", 6: "six sixi juin",
            7: "sept juillet", 8: "huit août", 9: "neuf neuvi septembre", 10: "dix octobre", 11: "onz novembre",
            12: "douz décembre midi minuit", 13: "treiz", 14: "quatorz", 15: "quinz", 16: "seiz", 20: "vingt",
            24: "jour",
            30: "trent", 40: "quarant", 50: "cinquant", 60: "soixant", 100: "cent",
        ]),
        "de": table([
            0: "null kein mitternacht", 1: "ein erst januar", 2: "zwei beide doppel duo paar februar",
            3: "drei dritt dreifach triade trio märz",
            4: "vier april", 5: "fünf mai", 6: "sechs juni", 7: "sieb juli", 8: "acht august", 9: "neun september",
            10: "zehn oktober", 11: "elf november", 12: "zwölf dezember dutzend mittag mitternacht", 13: "dreizehn",
            14: "vierzehn",
            15: "fünfzehn", 16: "sechzehn", 17: "siebzehn", 18: "achtzehn", 19: "neunzehn", 20: "zwanzig", 24: "tag",
            30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig", 90: "neunzig",
            100: "hundert",
        ]),
        "es": table([
            0: "cero ningun ningún nul medianoche", 1: "un primer enero solo sola",
            2: "dos segund ambos ambas doble par febrero",
            3: "tres tercer triple tríada trío terna marzo",
            4: "cuatro cuart abril", 5: "cinco quint mayo", 6: "seis sext junio",
            7: "siete séptim julio", 8: "ocho octav agosto", 9: "nueve noven septiembre", 10: "diez décim octubre",
            11: "once undécim noviembre", 12: "doce docena duodécim diciembre mediodía medianoche",
            13: "trece", 14: "catorce", 15: "quince",
            16: "dieciséis", 17: "diecisiete", 18: "dieciocho", 19: "diecinueve", 20: "veinte", 21: "veintiun veintiún",
            22: "veintidós", 23: "veintitrés",
            24: "día veinticuatro", 30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta",
            80: "ochenta", 90: "noventa",
            100: "cien",
        ]),
        "it": table([
            0: "zero nessun null mezzanotte", 1: "un prim gennaio", 2: "due second entramb doppi coppi paio febbraio",
            3: "tre terz triade trio marzo",
            4: "quattro quart aprile", 5: "cinque quint maggio", 6: "sei sest giugno", 7: "sette settim luglio",
            8: "otto ottav agosto", 9: "nove non settembre", 10: "dieci decim ottobre", 11: "undici undices novembre",
            12: "dodici dodices dozzin dicembre mezzogiorno mezzanotte", 13: "tredici tredices", 14: "quattordici",
            15: "quindici quindices", 16: "sedici", 17: "diciassette", 18: "diciotto", 19: "diciannove",
            20: "venti ventes", 30: "trenta trentes", 40: "quaranta", 50: "cinquanta", 60: "sessanta", 70: "settanta",
            80: "ottanta", 90: "novanta",
            100: "cent",
        ]),
        "pt": table([
            0: "zero nenhum nul", 1: "um primeir janeiro", 2: "dois duas segund ambos ambas duplo par fevereiro",
            3: "três terceir tríade trio março", 4: "quatro quart abril", 5: "cinco quint maio", 6: "seis sext junho",
            7: "sete sétim julho", 8: "oito oitav agosto", 9: "nove non setembro", 10: "dez décim outubro",
            11: "onze novembro", 12: "doze dúzia duodécim dezembro meio-dia meia-noite",
            13: "treze", 14: "catorze quatorze", 15: "quinze", 16: "dezesseis dezasseis", 17: "dezessete dezassete",
            18: "dezoito", 19: "dezenove dezanove", 20: "vinte", 30: "trinta", 40: "quarenta", 50: "cinquenta",
            60: "sessenta", 70: "setenta", 80: "oitenta", 90: "noventa",
            100: "cem cent",
        ]),
        "ja": table([
            0: "零 ゼロ", 1: "一 １ ひと 単 初 つ目 最初", 2: "二 ２ 両 ふた 次 双 倍", 3: "三 ３", 4: "四 ４", 5: "五 ５", 6: "六 ６", 7: "七 ７",
            8: "八 ８", 9: "九 ９", 10: "十", 11: "十一", 12: "十二 正午 深夜 真夜中", 50: "五十", 100: "百",
        ]),
        "zh": table([
            0: "零 〇", 1: "一 单 單 首 第一", 2: "二 两 兩 双 雙", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九", 10: "十",
            11: "十一", 12: "十二 中午 正午 午夜 凌晨", 50: "五十", 100: "百",
        ]),
        "ru": table([
            0: "нул ноль полноч", 1: "один одн перв январ", 2: "два две дву двух втор оба обе пар феврал",
            3: "три тре тройк март", 4: "четыр четв апрел", 5: "пят мая май", 6: "шест июн", 7: "сем седьм июл",
            8: "восем восьм август", 9: "девят сентябр", 10: "десят октябр", 11: "одиннадцат ноябр",
            12: "двенадцат дюжин декабр полд полноч",
            13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат", 16: "шестнадцат",
            17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат", 20: "двадцат", 24: "сут круглосуточн", 30: "тридцат",
            40: "сорок", 50: "пятьдесят", 60: "шестьдесят", 70: "семьдесят", 80: "восемьдесят", 90: "девяност",
            100: "сто сот",
        ]),
        "tr": table([
            0: "sıfır hiç yok gece", 1: "bir ilk tek ocak", 2: "iki ikinci çift her şubat", 3: "üç mart",
            4: "dört dörd nisan çeyrek", 5: "beş mayıs", 6: "altı haziran", 7: "yedi temmuz", 8: "sekiz ağustos",
            9: "dokuz eylül", 10: "on ekim ondalık", 11: "on kasım", 12: "on aralık öğle gece düzine", 13: "on",
            14: "on",
            15: "on", 16: "on", 17: "on", 18: "on", 19: "on", 20: "yirmi", 24: "gün", 30: "otuz", 40: "kırk",
            50: "elli yarı", 60: "altmış", 70: "yetmiş", 80: "seksen", 90: "doksan", 100: "yüz",
        ]),
        "ko": table([
            0: "영 제로 없", 1: "한 하나 일 첫 처음 단 1", 2: "두 둘 이 양 쌍", 3: "세 셋 삼 석", 4: "네 넷 사", 5: "다섯 오",
            6: "여섯 육 유월", 7: "일곱 칠", 8: "여덟 팔", 9: "아홉 구", 10: "열 십 시월", 11: "열한 십일", 12: "열두 십이 정오 자정",
            13: "열세 십삼", 14: "열네 십사", 15: "열다섯 십오", 16: "십육", 20: "스무 이십", 24: "하루", 30: "서른 삼십", 50: "절반",
            60: "육십", 100: "백",
        ]),
        "pl": table([
            0: "zero zera zerow żad północ", 1: "jed pierw pojedyn stycz",
            2: "dw drug oba obie oboj podwój para pary lut",
            3: "trz trój trze triad mar", 4: "czter czwar kwie kwarta", 5: "pię piąt maj", 6: "sześ szóst czerw",
            7: "sied siód lip", 8: "osi ósm sierp", 9: "dziewi wrze", 10: "dziesi paźd", 11: "jedenast listopad",
            12: "dwanaś dwunast grud południ północ tuzin", 13: "trzynast trzynaś", 14: "czternast czternaś",
            15: "piętnast piętnaś", 16: "szesnast szesnaś", 17: "siedemnast", 18: "osiemnast", 19: "dziewiętnast",
            20: "dwadzieśc dwudziest", 24: "dob całodob", 30: "trzydzie trzydziest", 40: "czterdzie",
            50: "pięćdzie połow", 60: "sześćdzie", 70: "siedemdzie", 80: "osiemdzie", 90: "dziewięćdzie",
            100: "sto set",
        ]),
        "nl": table([
            0: "nul geen middernacht", 1: "een één eerste enkel januari", 2: "twee tweede beide dubbel paar februari",
            3: "drie derde triade trio maart", 4: "vier kwart april", 5: "vijf mei", 6: "zes juni", 7: "zeven juli",
            8: "acht augustus", 9: "negen september", 10: "tien oktober", 11: "elf november",
            12: "twaalf december middag middernacht dozijn", 13: "dertien", 14: "veertien", 15: "vijftien",
            16: "zestien",
            17: "zeventien", 18: "achttien", 19: "negentien", 20: "twintig", 24: "dag", 30: "dertig", 40: "veertig",
            50: "vijftig half", 60: "zestig", 70: "zeventig", 80: "tachtig", 90: "negentig", 100: "honderd",
        ]),
        "sv": table([
            0: "noll inga inget ingen midnatt", 1: "en ett först enda januari", 2: "två andra båda dubb par februari",
            3: "tre tredje triad trio mars",
            4: "fyra fjärde kvart april", 5: "fem maj", 6: "sex sjätte juni", 7: "sju juli",
            8: "åtta åttonde augusti", 9: "nio september", 10: "tio oktober", 11: "elv elft november",
            12: "tolv tolft december middag midnatt dussin", 13: "trett", 14: "fjort", 15: "femt", 16: "sext",
            17: "sjutt",
            18: "arton", 19: "nitton", 20: "tjug", 24: "dygn dag", 30: "tretti", 40: "fyrti", 50: "femti halv",
            60: "sexti",
            100: "hundra",
        ]),
        "cs": table([
            0: "nul nula žádn půlnoc", 1: "jed prvn jedin led", 2: "dv druh oba obě dvoj pár únor",
            3: "tři tři třet troj triád trio břez",
            4: "čtyř čtvrt dub", 5: "pět pát květ", 6: "šest šest červ", 7: "sedm červen",
            8: "osm srp", 9: "devět devát zář", 10: "deset desát říj", 11: "jedenáct listopad",
            12: "dvanáct prosin poledn půlnoc tucet", 13: "třináct", 14: "čtrnáct", 15: "patnáct", 16: "šestnáct",
            17: "sedmnáct", 18: "osmnáct", 19: "devatenáct", 20: "dvacet dvacát", 24: "den", 30: "třicet třicát",
            40: "čtyřicet", 50: "padesát polovin", 60: "šedesát", 70: "sedmdesát", 80: "osmdesát", 90: "devadesát",
            100: "sto set",
        ]),
        "fi": table([
            0: "nolla ei keskiyö", 1: "yksi yhden yhd ensi ainoa tammikuu",
            2: "kaksi kahd toinen toise molem pari helmikuu",
            3: "kolm maaliskuu", 4: "nelj huhtikuu", 5: "viisi viid viide toukokuu", 6: "kuusi kuud kuude kesäkuu",
            7: "seitsem seitsem heinäkuu", 8: "kahdeks elokuu", 9: "yhdeks syyskuu", 10: "kymmen lokakuu",
            11: "yksitoista yhdentoista marraskuu",
            12: "kaksitoista kahdentoista kahdestoista joulukuu keskipäiv keskiyö tusina",
            15: "viisitoista", 20: "kaksikymmen", 24: "vuorokau päiv", 30: "kolmekymmen", 50: "viisikymmen puol",
            60: "kuusikymmen", 100: "sata sada",
        ]),
    ]
}
