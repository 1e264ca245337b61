import Testing

@testable import Checks

@Suite struct NumberTests {
    @Test func aNumberThatDiffers() throws {
        try expect(
            Number.self, "«Patientez ⟦50⟧ minutes.|Wait 15 minutes.»", finds: ["source has 15, target has 50"])
    }

    @Test func aNumberThatIsLostOrAdded() throws {
        try expect(
            Number.self, "«⟦Patientez.⟧|Wait 15 minutes.»\n\n«Patientez ⟦15⟧ minutes.|Wait.»",
            finds: ["the number 15 is lost", "the source does not"])
    }

    @Test(arguments: [
        "«1 000,5 Mo et 1 000 Ko|1,000.5 MB and 1,000 KB»", "«Le 31/12/2014|On 12/31/2014»",
        "«Deux serveurs|2 servers»",
        "«2 serveurs|Two servers»", "«À 14 h|At 2 PM»", "«Version 0.5|Version 0.5 here»", "«1 080p|1080p»",
        "«Composez le 1 425 555|Dial 1 425 555 now»", "«Office 365 et Office 365|Office 365»",
        "«le 5 avril 2021|April 5th, 2021»",
        "«Un tiers|A 3rd party»", "«Appels individuels|1:1 calls»", "«Une heure|1 hour»",
    ])
    func theSameValueInFrench(page: String) throws { try expect(Number.self, page) }

    @Test func otherLanguages() throws {
        try expect(Number.self, "«Am 07.07.2015|On 7/7/2015»", locale: "de-DE")
        try expect(Number.self, "«2017 年 4 月|April 2017»\n\n«もう 1 つ|Another»\n\n«２つのサーバー|2 servers»", locale: "ja-JP")
        try expect(Number.self, "«⟦2⟧ Minuten|3 minutes»", locale: "de-DE", finds: ["source has 3, target has 2"])
    }

    @Test(arguments: [
        "«Un mur de 2,7 m à 3,6 m|A wall of 9–12 ft.»", "«Plus de 75 000 000 utilisateurs|More than 75 million users»",
        "«Une réponse à 100 % : toujours|100% hands-free»", "«Le T2 de 2018|FY18Q2»",
        "«De 09h00 à 17h00|From 9:00 am to 5 pm»",
        "«Un appel au 911|A 9-1-1 call»", "«Appelez le 112|Call 911»", "«24 heures sur 24, 365 jours par an|24/7»",
        "«4.º de Primaria|Year 5»", "«Dans les années 70 et 80|In the 1970s and 1980s»",
    ])
    func whatIsSaidOtherwise(page: String) throws { try expect(Number.self, page) }

    @Test func aCharacterReferenceIsNoNumber() throws {
        try expect(Number.self, "«⟦L&#39;application⟧|39 applications»", finds: ["the number 39 is lost"])
    }

    @Test func anotherDecade() throws {
        try expect(
            Number.self, "«Dans les années ⟦60⟧|In the 1970s»", finds: ["the target has the number 60"])
    }

    @Test func anotherNumberAfterATilde() throws {
        try expect(Number.self, "«Environ ⟦200⟧ lignes|~100 lines»", finds: ["source has 100, target has 200"])
    }

    @Test func raisedNumbersAreNoDigits() throws {
        try expect(Number.self, "«10.000<sup>5</sup>|10,000<sup>5</sup>»", locale: "de-DE")
        try expect(
            Number.self, "«⟦20.000⟧<sup>5</sup>|10,000<sup>5</sup>»", locale: "de-DE",
            finds: ["source has 10,000, target has 20.000"])
    }

    @Test func whatJapaneseCounts() throws {
        try expect(Number.self, "«A と B の 2 つから選びます。|Choose A or B.»\n\n«200 万|2 million»", locale: "ja-JP")
        try expect(Number.self, "«⟦5⟧ つから選びます。|Choose A or B.»", locale: "ja-JP", finds: ["the source does not"])
    }

    @Test func aNumberOfANameIsANote() throws {
        let found = try findings(
            of: Number.self,
            in: """
                «Le coronavirus|COVID-19»

                «Les adresses IPv4 ici|The addresses here»

                «Contoso|Pay 21Contoso»

                «世纪互联|Operated by 21 Vianet»
                """)
        #expect(found.map(\.severity) == [.note, .note, .note, .note])
    }

    /// Other words, other digits, other groups.
    @Test(arguments: [
        ("ko-KR", "최대 5만 명|Up to 50,000 users"), ("ja-JP", "最大 1 万人|Up to 10,000 users"),
        ("ja-JP", "1.5億個|150,000,000 items"),
        ("ko-KR", "1억 5천만 명|150 million users"), ("ja-JP", "1万2000個|12,000 items"),
        ("zh-CN", "3 亿用户|300 million users"),
        ("de-DE", "500.000 Elemente|500 K items"), ("es-ES", "5 mil usuarios|5,000 users"),
        ("fr-FR", "2 millions d’utilisateurs|2 million users"), ("hi-IN", "१,००,००० उपयोगकर्ता|100,000 users"),
        ("hi-IN", "5 लाख उपयोगकर्ता|500,000 users"), ("de-CH", "10’000.50 Franken|10,000.50 francs"),
        ("ar-SA", "انتظر ١٥ دقيقة|Wait 15 minutes"), ("ja-JP", "五万人|50,000 users"), ("ko-KR", "오만 명|50,000 users"),
        ("de-DE", "10 Tsd. Nachrichten|10,000 messages"), ("de-DE", "½ offen|1/2 open"),
        ("fr-FR", "Ouvert à 1/4|¼ open"),
        ("ja-JP", "午後3時半|3:30 PM"), ("ja-JP", "令和8年|In 2026"), ("zh-TW", "民國 115 年|In 2026"),
    ])
    func theSameValueInAnotherNotation(locale: String, pair: String) throws {
        try expect(Number.self, "«\(pair)»", locale: locale)
    }

    @Test func anotherValueInAnotherNotation() throws {
        try expect(
            Number.self, "«최대 ⟦6만⟧ 명|Up to 50,000 users»", locale: "ko-KR", finds: ["source has 50,000, target has 6만"])
        try expect(
            Number.self, "«⟦3 millions⟧ d’utilisateurs|2 million users»",
            finds: ["source has 2 million, target has 3 millions"])
        try expect(Number.self, "«انتظر ⟦١٦⟧ دقيقة|Wait 15 minutes»", locale: "ar-SA", finds: ["source has 15"])
        try expect(Number.self, "«⟦५१⟧ मिनट|15 minutes»", locale: "hi-IN", finds: ["source has 15"])
    }

    @Test(arguments: [
        ("fi-FI", "Kello 15.30|At 3:30 PM"), ("da-DK", "Kl. 8.15|At 8:15 AM"), ("fr-FR", "À 15 h 30|At 3:30 PM"),
        ("ko-KR", "오후 3시 30분|At 15:30"), ("ja-JP", "15時30分に|At 3:30 PM"),
        ("fr-FR", "De 14h15 à 15h30|From 02:15 to 03:30 PM"),
        ("fr-FR", "à minuit|at 12:00 AM"), ("de-DE", "31.12.26|12/31/26"), ("it-IT", "31.12.2026|12/31/2026"),
        ("hu-HU", "2026.12.31.|12/31/2026"), ("tr-TR", "16 Temmuz 2021|16-July-21"),
        ("pl-PL", "4 lipca 2021 r.|7/4/2021"),
        ("cs-CZ", "4. července 2021|7/4/2021"), ("fr-FR", "Exercice 2016|FY16"), ("sv-SE", "den 04.02|on 4/2"),
        ("es-ES", "año fiscal 2021|fiscal year 2021 (FY21)"),
        ("it-IT", "Dalle 06.00.00 alle 15.35.00|From 6:00:00 AM to 3:35:00 PM"), ("da-DK", "Kl. 15.35.10|At 15:35:10"),
    ])
    func timesAndDates(locale: String, pair: String) throws {
        try expect(Number.self, "«\(pair)»", locale: locale)
    }

    /// A time in the other half of the day.
    @Test(arguments: [
        ("de-DE", "Um ⟦3:30⟧ Uhr|At 3:30 PM"), ("fr-FR", "À ⟦3⟧ h 30|At 3:30 PM"), ("fr-FR", "À ⟦15h30⟧|At 3:30 AM"),
        ("ja-JP", "午前 ⟦3⟧ 時 30 分|At 3:30 PM"), ("ko-KR", "오후 ⟦3⟧시|At 3 AM"), ("fi-FI", "Kello ⟦3.30⟧|At 3:30 p.m."),
        ("es-MX", "A las ⟦3:30⟧ a. m.|At 3:30PM"), ("tr-TR", "Saat ⟦13:00⟧|At 1:00 AM"),
    ])
    func theOtherHalfOfTheDay(locale: String, pair: String) throws {
        try expect(Number.self, "«\(pair)»", locale: locale, finds: ["in the other half of the day"])
    }

    @Test(arguments: [
        ("de-DE", "Um 3:30 Uhr nachmittags|At 3:30 PM"), ("es-ES", "A las 3:30|At 3:30 PM"),
        ("de-DE", "Um 0:30|At 12:30 AM"),
        ("zh-CN", "下午 3 点|At 3 PM"), ("ja-JP", "15時|3 p.m."),
        ("pl-PL", "Od 9:00 do 15:00|9 AM to 3 PM"), ("en-GB", "At 3:30|At 3:30 PM"),
    ])
    func theSameHalfOfTheDay(locale: String, pair: String) throws {
        try expect(Number.self, "«\(pair)»", locale: locale)
    }

    @Test func otherTimesAndDates() throws {
        try expect(
            Number.self, "«Kello ⟦16.30⟧|At 3:30 PM»", locale: "fi-FI", finds: ["source has 3, target has 16.30"])
        try expect(Number.self, "«⟦30⟧.12.2026|12/31/2026»", locale: "de-DE", finds: ["source has 31, target has 30"])
    }

    @Test(arguments: [
        ("de-DE", "300 g|0.3 kg"), ("fr-FR", "24 heures|1 day"), ("fr-FR", "0–43 degrés|32–110 degrees"),
        ("ru-RU", "Объемные объекты|3D objects"), ("ru-RU", "Трехмерный вид|A 3-D view"),
        ("it-IT", "Una matrice bidimensionale|A 2-dimensional array"), ("ru-RU", "Быстрое начало|From 0 to 60"),
        ("fr-FR", "un coût nul|a cost of 0 (zero)"),
        ("fr-FR", "15 ou 19|fifteenth or nineteenth"), ("fr-FR", "24 h/24|round-the-clock"),
        ("tr-TR", "üç sunucu|3 servers"), ("pt-BR", "até três mil usuários|up to 3,000 users"),
        ("pl-PL", "Pięć serwerów|5 servers"), ("ko-KR", "서버 세 대|3 servers"), ("sv-SE", "2 servrar|Two servers"),
        ("fi-FI", "Kolme palvelinta|3 servers"), ("nl-NL", "Twaalf servers|12 servers"),
        ("cs-CZ", "Tři servery|3 servers"),
        ("tr-TR", "İki sunucu|2 servers"), ("sv-SE", "1 920 x 1 080 bildpunkter|1920x1080px"),
    ])
    func conversionsAndWords(locale: String, pair: String) throws {
        try expect(Number.self, "«\(pair)»", locale: locale)
    }

    /// A hundred per cent for a word that says so may be right.
    @Test func allOfSomethingIsANote() throws {
        let found = try findings(
            of: Number.self,
            in: """
                «Une sécurité à 100 %|Complete security»

                «Une sécurité à 100 %|High security»

                «Les 100 ports|All ports, complete»

                «Une sécurité à 100 %|Opened successfully»
                """)
        #expect(found.map(\.severity) == [.note, .warning, .warning, .warning])
    }

    @Test func anotherThousandInWords() throws {
        for target in ["até quatro mil usuários", "até vinte e três mil usuários"] {
            try expect(
                Number.self, "«⟦\(target)⟧|up to 3,000 users»", locale: "pt-BR", finds: ["3,000 is lost"])
        }
        try expect(Number.self, "«⟦para mil usuários⟧|for 2,000 users»", locale: "pt-BR", finds: ["2,000 is lost"])
        try expect(Number.self, "«⟦setenta mil usuários⟧|7,000 users»", locale: "pt-BR", finds: ["7,000 is lost"])
        try expect(Number.self, "«⟦30 minutes⟧|30 to 60 minutes»", finds: ["60 is lost"])
    }

    @Test func anotherDimension() throws {
        try expect(Number.self, "«Une vue ⟦3⟧D|A 2-D view»", finds: ["the target has the number 3"])
    }

    @Test func theNumberOfAFormIsANote() throws {
        let found = try findings(of: Number.self, in: "«Sélectionnez la déclaration.|Select Form 1099.»")
        #expect(found.map(\.severity) == [.note])
    }

    @Test func manyNumbersHaveOneFinding() throws {
        try expect(
            Number.self, "«⟦Du 17/2 au 18/4⟧|From 5 past 13 to 26 past 39»",
            finds: ["only the source has 5, 13, 26, 39"])
    }

    @Test func aNumberInsideAnIdentifierIsNone() throws {
        try expect(Number.self, "«Réseau E911 x86|E911 network x64»")
    }

    /// What Japanese and its neighbours count in another way.
    @Test(arguments: [
        ("ja-JP", "月間 50万〜60万 ユーザー", "500-600 thousand users a month"), ("ja-JP", "6 割の回答", "6 in 10 answers"),
        ("ja-JP", "6割の回答", "60% of the answers"), ("ja-JP", "17 個以上の項目", "more than 16 items"),
        ("zh-CN", "每月 50万～60万 用户", "500–600 thousand users a month"), ("ko-KR", "17개 이상의 항목", "more than 16 items"),
    ])
    func otherCounts(locale: String, target: String, source: String) throws {
        try expect(Number.self, "«\(target)|\(source)»", locale: locale)
    }

    @Test func otherCountsThatAreWrong() throws {
        try expect(
            Number.self, "«⟦17⟧ 個の項目|more than 16 items»", locale: "ja-JP", finds: ["source has 16, target has 17"])
        try expect(Number.self, "«⟦7⟧割の回答|60% of the answers»", locale: "ja-JP", finds: ["source has 60"])
    }

    @Test func anotherTimeWithSeconds() throws {
        #expect(try !findings(of: Number.self, in: "«Alle 15.36.00|At 3:35:00 PM»", locale: "it-IT").isEmpty)
    }

    /// Groups with another blank, a decimal comma in English, fractions and groups in words.
    @Test(arguments: [
        ("zh-CN", "最大 7 000 赫兹", "Up to 7\u{A0}000 Hz"), ("ja-JP", "最大 7 000", "Up to 7,000"),
        ("fr-FR", "Plus de 2 500,05 points", "More than 2500,05 points"),
        ("fr-FR", "Coûte 10 000 $", "It costs $10.000 USD"), ("fr-FR", "1/12 du total", "one-twelfth of it"),
        ("it-IT", "Un dodicesimo", "1/12"), ("ko-KR", "보안의 3요소", "The triad of security"),
        ("fr-FR", "Un trio", "3 relays"), ("de-DE", "Alle 14 Tage", "Every fortnight"),
    ])
    func groupsAndWords(locale: String, target: String, source: String) throws {
        try expect(Number.self, "«\(target)|\(source)»", locale: locale)
    }

    @Test(arguments: [
        ("zh-CN", "最大 6 000 赫兹", "Up to 7\u{A0}000 Hz"),
        ("fr-FR", "Plus de 2 500,06 points", "More than 2500,05 points"),
        ("fr-FR", "Coûte 11 000 $", "It costs $10.000 USD"),
        ("fr-FR", "1/13 du total", "one-twelfth of it"), ("ko-KR", "보안의 4요소", "The triad of security"),
    ])
    func groupsAndWordsThatDiffer(locale: String, target: String, source: String) throws {
        #expect(try !findings(of: Number.self, in: "«\(target)|\(source)»", locale: locale).isEmpty)
    }

    @Test func alwaysInWords() throws {
        let source = "You can call 24 hours per day, 365 days per year."
        #expect(
            try findings(of: Number.self, in: "«您可以全年全天候致电。|\(source)»", locale: "zh-CN")
                .allSatisfy { $0.severity == .note })
        #expect(
            try findings(of: Number.self, in: "«您可以致电。|\(source)»", locale: "zh-CN").contains { $0.severity > .note })
    }

    /// A number that is lost or added with the name of a product is a note.
    @Test(arguments: [
        ("Le centre d’administration", "The Office 365 admin center"), ("Les relais", "The relays of SQL Server 2019"),
        ("Le centre Dynamics\u{A0}365", "The admin center"), ("Le relais Exchange 2016", "The relay"),
    ])
    func numbersOfProducts(target: String, source: String) throws {
        #expect(try findings(of: Number.self, in: "«\(target)|\(source)»").map(\.severity) == [.note])
    }

    /// The name is there, or it is none of a product.
    @Test(arguments: [
        ("Les règles d’Office", "The rules of Office 365"), ("Le relais SQL Server", "The relay of SQL Server 2019"),
        ("Les relais", "The Relay 365"), ("Les relais", "Access 10 relays"),
    ])
    func numbersOfOtherNames(target: String, source: String) throws {
        #expect(try findings(of: Number.self, in: "«\(target)|\(source)»").map(\.severity) == [.warning])
    }

    /// In a localised sample, the value and the currency differ. Where only the value differs, it is a fault.
    @Test func convertedAmounts() throws {
        func severities(_ page: String) throws -> [Finding.Severity] {
            try findings(of: Number.self, in: page, locale: "sv-SE").map(\.severity)
        }
        #expect(try severities("«Hyran är 30 000 kronor|The rent is $3000.00 USD»") == [.note])
        #expect(try severities("«Hyran är 4000 USD|The rent is 3000 USD»") == [.warning])
    }

    /// Digits of the target that are another value in its notation, and would be right in that of the source.
    @Test(arguments: [
        ("fr-FR", "«⟦Jusqu’à 10 utilisateurs⟧|Up to 10,000 users»", "the number 10,000 is lost"),
        ("de-DE", "«Bis zu ⟦10.000⟧ Benutzer|Up to 10 users»", "the target has the number 10.000"),
        ("de-DE", "«Mit ⟦1,5⟧ GB|With 15 GB»", "source has 15, target has 1,5"),
        ("de-DE", "«Nach ⟦1 ms⟧|After 1.5 ms»", "the number 1.5 is lost"),
        ("ko-KR", "«⟦최대 50만 명⟧|Up to 50,000 users»", "the number 50,000 is lost"),
    ])
    func anotherValueInItsNotation(locale: String, page: String, message: String) throws {
        try expect(Number.self, page, locale: locale, finds: [message])
    }

    @Test(arguments: [
        ("fr-FR", "«Version 1,500 ici|Version 1,500 here, now»"), ("fr-FR", "«Un taux de 0,5|A rate of .5»"),
        ("zh-CN", "«中继 2017。4|Relay 2017.4»"), ("es-ES", "«0\\.08 USD|$0.08»"),
    ])
    func notationsThatAreNotWrong(locale: String, page: String) throws { try expect(Number.self, page, locale: locale) }

    /// Times in words, in one number or in two.
    @Test(arguments: [
        ("de-DE", "Alle 30 Minuten|Every half hour"), ("es-ES", "En media hora|In 30 minutes"),
        ("ru-RU", "Через полтора часа|In 1.5 hours"), ("de-DE", "Nach eineinhalb Stunden|After 1.5 hours"),
        ("ko-KR", "1시간 30분 후|After 1.5 hours"), ("fr-FR", "Au bout de 1 h 30|After 90 minutes"),
        ("ja-JP", "1 時間 30 分後|After an hour and a half"), ("de-DE", "Bis 12.00 Uhr|Until noon"),
        ("de-DE", "Um 24 Uhr|At midnight"), ("de-DE", "In zwei Wochen|In 14 days"), ("th-TH", "ปี 2569|The year 2026"),
    ])
    func theSameTime(locale: String, pair: String) throws { try expect(Number.self, "«\(pair)»", locale: locale) }

    @Test func anotherTime() throws {
        try expect(
            Number.self, "«1시간 ⟦20⟧분 후|After 1.5 hours»", locale: "ko-KR", finds: ["source has 1.5, target has 20"])
        try expect(Number.self, "«⟦In drei Wochen⟧|In 15 days»", locale: "de-DE", finds: ["the number 15 is lost"])
        try expect(Number.self, "«⟦In vier Wochen⟧|In 14 days»", locale: "de-DE", finds: ["the number 14 is lost"])
        try expect(Number.self, "«⟦Une heure et demie⟧|Wait 30 minutes»", finds: ["the number 30 is lost"])
    }

    @Test(arguments: [
        ("de-DE", "Fünfundzwanzig Relais|25 relays"), ("nl-NL", "Tweeëntwintig relais|22 relays"),
        ("it-IT", "Ventiquattro relè|24 relays"), ("fr-FR", "Quatre-vingt-dix relais|90 relays"),
        ("pt-BR", "Vinte e quatro relés|24 relays"), ("zh-CN", "二十五个中继|25 relays"), ("ko-KR", "이십사 개|24 relays"),
        ("ru-RU", "До миллиона реле|Up to 1 million relays"), ("ko-KR", "백만 개|1 million relays"),
        ("ja-JP", "1日あたり2億5000万回|250 million times per day"), ("da-DK", "Femogtyve relæer|25 relays"),
        ("it-IT", "Ventitré relè|23 relays"), ("fr-CH", "Nonante relais|90 relays"), ("zh-CN", "慢数千倍|1000x slower"),
    ])
    func numbersInOneWord(locale: String, pair: String) throws { try expect(Number.self, "«\(pair)»", locale: locale) }

    /// Syllables of other words, and parts of other numbers.
    @Test(arguments: [
        ("ko-KR", "«⟦백업을 만듭니다⟧|Make 100 backups»", "the number 100 is lost"),
        ("zh-CN", "«⟦在百度上打开⟧|Open 100 pages»", "the number 100 is lost"),
        ("fr-FR", "«⟦Quatre-vingt-deux⟧|22 relays»", "the number 22 is lost"),
        ("fr-FR", "«⟦Quatre-vingt-cinq⟧|80 relays»", "the number 80 is lost"),
    ])
    func noNumbersInWords(locale: String, page: String, message: String) throws {
        try expect(Number.self, page, locale: locale, finds: [message])
    }

    @Test(arguments: ["de 9 h à 18H00", "de 9 h à 18 H 00", "de 9 h à 18h00"])
    func hoursInOneWord(target: String) throws {
        try expect(Number.self, "«\(target)|9 AM to 6 PM»")
        #expect(try !findings(of: Number.self, in: "«\(target)|9 AM to 7 PM»").isEmpty)
    }

    @Test func theMinutesOfAnHourInOneWord() throws {
        try expect(Number.self, "«À 18H30|At 6:30 PM»")
        #expect(try !findings(of: Number.self, in: "«À 18H40|At 6:30 PM»").isEmpty)
    }

    /// A year with a digit too many, as it is and mended.
    @Test func aMistypedYear() throws {
        try expect(Number.self, "«Cliquez sur 17.07.12015 ici|Click 7/17/12015 here»", locale: "de-DE")
        func severities(_ target: String) throws -> [Finding.Severity] {
            try findings(of: Number.self, in: "«\(target)|7/17/12015»", locale: "de-DE").map(\.severity)
        }
        #expect(try severities("17.07.2015") == [.note])
        #expect(try severities("17.07.2016") == [.warning])
        #expect(try severities("07.17.12015").contains(.warning))
    }

    @Test func severalThatAreLostAreOneFinding() throws {
        try expect(
            Number.self, "«⟦Un bon début avec le relais⟧|From 5 to 60 with the relay»",
            finds: ["these numbers are lost: 5, 60"])
        try expect(
            Number.self, "«⟦Le relais et la passerelle⟧|Relay 2016 and gateway 2016»",
            finds: ["the number 2016 is lost"])
    }
}
