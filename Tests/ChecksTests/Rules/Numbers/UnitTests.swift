import Testing

@testable import Checks

@Suite struct UnitTests {
    @Test func aUnitThatChanged() throws {
        try expect(
            Unit.self, "«Il faut ⟦10 Mo⟧ ici.|You need 10 GB here.»", finds: ["source has 10 GB, target has 10 Mo"])
        try expect(Unit.self, "«Attendez ⟦50 s⟧.|Wait 50 ms.»", finds: ["source has 50 ms, target has 50 s"])
    }

    /// 分 is a minute, and 分の 1 a part of something.
    @Test func aFractionIsNoTime() throws {
        try expect(Unit.self, "«30 分の 1 になります。|It is a thirtieth, or 30%.»", locale: "ja-JP")
        try expect(
            Unit.self, "«⟦30 分⟧待ちます。|Wait for 30 hours.»", locale: "ja-JP",
            finds: ["source has 30 hours, target has 30 分"])
    }

    @Test(arguments: [
        ("de-DE", "⟦100 GBit⟧/s|100 Mbps"), ("ru-RU", "Через ⟦5 ч⟧.|Wait 5 min."), ("de-DE", "Bei ⟦20 °F⟧|At 20 °C"),
        ("fr-FR", "À ⟦5 miles⟧|In 5 km"), ("de-DE", "⟦500 kW⟧ Leistung|500 W of power"), ("fr-FR", "⟦12 mV⟧|12 V"),
        ("tr-TR", "⟦%5⟧ artar|It grows by 5 GB"), ("ar-SA", "بنسبة ⟦٪90⟧|by 90 MB"),
    ])
    func otherUnitsThatChanged(locale: String, pair: String) throws {
        try expect(Unit.self, "«\(pair)»", locale: locale, finds: ["source has"])
    }

    @Test(arguments: [
        ("de-DE", "Bei 20 °C|At 20 ℃"), ("ru-RU", "500 Вт|500 W"), ("fr-FR", "À 20 degrés|At 20 °C"),
        ("ja-JP", "5 マイル以内|Within 5 miles"), ("sv-SE", "Version 5 V|5 versions"),
    ])
    func otherUnitsThatStay(locale: String, pair: String) throws {
        try expect(Unit.self, "«\(pair)»", locale: locale)
    }

    /// A percent sign that is lost or added.
    @Test(arguments: [
        ("de-DE", "Um ⟦5⟧ höher|It is 5% higher"), ("de-DE", "Um ⟦5 %⟧ höher|It is 5 higher"),
        ("tr-TR", "⟦%5⟧ artar|It grows by 5"), ("tr-TR", "⟦5⟧ artar|It grows by 5%"),
        ("ja-JP", "⟦5 %⟧増えます|It grows by 5"),
    ])
    func percentSigns(locale: String, pair: String) throws {
        try expect(Unit.self, "«\(pair)»", locale: locale, finds: ["source has 5"])
    }

    @Test(arguments: [
        ("de-DE", "Um 5 Prozent höher|It is 5% higher"), ("fr-FR", "De 5 pour cent|By 5%"),
        ("fr-FR", "De 5 à 10 %|From 5% to 10%"),
        ("tr-TR", "Yüzde 5 artar|It grows by 5%"), ("es-ES", "Un 5 %|A percentage of 5"), ("zh-CN", "百分之5|5%"),
    ])
    func percentSignsInOtherForms(locale: String, pair: String) throws {
        try expect(Unit.self, "«\(pair)»", locale: locale)
    }

    /// Hours for minutes, in words.
    @Test(arguments: [
        ("ar-SA", "انتظر ⟦30 ساعة⟧"), ("cs-CZ", "Počkejte ⟦30 hodin⟧"), ("da-DK", "Vent ⟦30 timer⟧"),
        ("de-DE", "Warten Sie ⟦30 Stunden⟧"), ("el-GR", "Περιμένετε ⟦30 ώρες⟧"), ("es-ES", "Espere ⟦30 horas⟧"),
        ("fi-FI", "Odota ⟦30 tuntia⟧"), ("fr-FR", "Attendez ⟦30 heures⟧"), ("he-IL", "המתן ⟦30 שעות⟧"),
        ("hi-IN", "⟦30 घंटे⟧ रुकें"), ("hu-HU", "Várjon ⟦30 órát⟧"), ("id-ID", "Tunggu ⟦30 jam⟧"),
        ("it-IT", "Attendere ⟦30 ore⟧"), ("ja-JP", "⟦30時間⟧ごとに"), ("ko-KR", "⟦30시간⟧마다"), ("nb-NO", "Vent ⟦30 timer⟧"),
        ("nl-NL", "Wacht ⟦30 uur⟧"), ("pl-PL", "Odczekaj ⟦30 godzin⟧"), ("pt-BR", "Aguarde ⟦30 horas⟧"),
        ("ro-RO", "Așteptați ⟦30 de ore⟧"), ("ru-RU", "Подождите ⟦30 часов⟧"), ("sv-SE", "Vänta ⟦30 timmar⟧"),
        ("th-TH", "รอ ⟦30 ชั่วโมง⟧"), ("tr-TR", "⟦30 saat⟧ bekleyin"), ("uk-UA", "Зачекайте ⟦30 годин⟧"),
        ("vi-VN", "Chờ ⟦30 giờ⟧"), ("zh-CN", "等待 ⟦30 小时⟧"), ("zh-TW", "等候 ⟦30 小時⟧"),
    ])
    func hoursForMinutes(locale: String, target: String) throws {
        try expect(
            Unit.self, "«\(target)|Wait 30 minutes»", locale: locale, finds: ["source has 30 minutes, target has 30"])
    }

    @Test(arguments: [
        ("cs-CZ", "Počkejte 30 minut"), ("de-DE", "ein 30-minütiges Warten, 30 Minuten"),
        ("fi-FI", "Odota 30 minuuttia"),
        ("ja-JP", "30分間待つ"), ("ko-KR", "30분간 기다립니다"), ("pl-PL", "Odczekaj 30 minut"), ("ru-RU", "Подождите 30 минут"),
        ("tr-TR", "30 dakika bekleyin"), ("zh-CN", "等待 30 分钟"), ("zh-TW", "等候 30 分鐘"), ("sv-SE", "Vänta 30 minuter"),
        ("nl-NL", "Wacht 30 minuten"),
    ])
    func minutes(locale: String, target: String) throws {
        try expect(Unit.self, "«\(target)|Wait 30 minutes»", locale: locale)
    }

    @Test func particlesAfterAUnit() throws {
        try expect(Unit.self, "«파일은 4MB가 됩니다.|The file is 4 MB.»", locale: "ko-KR")
        try expect(
            Unit.self, "«파일은 ⟦4GB⟧가 됩니다.|The file is 4 MB.»", locale: "ko-KR",
            finds: ["source has 4 MB, target has 4GB"])
    }

    @Test func theSameUnitInFrench() throws {
        try expect(Unit.self, "«Il faut 10 Go et 5\u{A0}Mo.|You need 10 GB and 5 MB.»\n\n«10 ms|10 ms later»")
        try expect(Unit.self, "«Une version de 30 jours|A 30-day trial»\n\n«Les années 1990|the 1990s»")
        try expect(Unit.self, "«Soit 5 Mo|5 million bytes»\n\n«12 min 42 s|12:42 min»")
    }

    @Test func anotherCurrency() throws {
        try expect(
            Unit.self, "«Le prix est de ⟦16,00 EUR⟧.|The price is USD 16.00.»",
            finds: ["source has USD 16.00, target has 16,00 EUR"])
        try expect(
            Unit.self, "«Es kostet ⟦16 €⟧.|It costs $16.»", locale: "de-DE", finds: ["source has $16, target has 16 €"])
        try expect(Unit.self, "«⟦16ユーロ⟧かかります。|It costs $16.»", locale: "ja-JP", finds: ["source has $16"])
    }

    @Test(arguments: [
        ("fr-FR", "16 $ US|$16"), ("ja-JP", "16 ドル|16 USD"), ("ko-KR", "16달러|$16"), ("zh-CN", "16 美元|$16"),
        ("sv-SE", "16 kr|SEK 16"), ("cs-CZ", "16 Kč|CZK 16"), ("pl-PL", "16 zł|PLN 16"), ("ru-RU", "16 евро|€16"),
        ("de-DE", "1.250,75 EUR|EUR 1,250.75"), ("ja-JP", "16 円|¥16"), ("tr-TR", "16 TL|16 TRY"),
    ])
    func theSameCurrency(locale: String, pair: String) throws {
        try expect(Unit.self, "«\(pair)»", locale: locale)
    }

    @Test(arguments: [
        ("tr-TR", "«⟦5 MB⟧'lık bir dosya|A file of 5 GB»", "source has 5 GB, target has 5 MB"),
        ("fi-FI", "«Tiedosto on ⟦5 Mt⟧|The file has 5 GB»", "source has 5 GB, target has 5 Mt"),
        ("fa-IR", "«⟦30 ساعت⟧ صبر کنید|Wait 30 minutes»", "source has 30 minutes, target has 30 ساعت"),
    ])
    func unitsWithTheirEndings(locale: String, page: String, message: String) throws {
        try expect(Unit.self, page, locale: locale, finds: [message])
    }

    @Test func aBillionInMillions() throws {
        try expect(Unit.self, "«1.500 millones de filas|1.5 billion rows»", locale: "es-ES")
        try expect(
            Unit.self, "«⟦1,5 millones⟧ de filas|1.5 billion rows»", locale: "es-ES",
            finds: ["source has 1.5 billion, target has 1,5 millones"])
    }
}
