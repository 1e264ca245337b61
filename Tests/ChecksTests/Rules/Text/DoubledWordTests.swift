import Testing

@testable import Checks

@Suite struct DoubledWordTests {
    @Test func aWordBehindItself() throws {
        try expect(
            DoubledWord.self, "«Redémarrez ⟦le le⟧ serveur.|Restart the server.»", finds: ["repeated word: “le le”"])
        try expect(DoubledWord.self, "«⟦Le le⟧ serveur démarre.|The server starts.»", finds: ["repeated word: “Le le”"])
    }

    @Test func aGermanNounThatIsNoName() throws {
        try expect(
            DoubledWord.self, "«Der ⟦Stamm Stamm⟧ fehlt.|The root trunk is missing.»", locale: "de-DE",
            finds: ["repeated word: “Stamm Stamm”"])
        try expect(DoubledWord.self, "«In Walla Walla ist Ruhe.|Walla Walla is quiet.»", locale: "de-DE")
    }

    @Test func wordsThatRightlyFollowThemselves() throws {
        try expect(DoubledWord.self, "«Nous nous arrêtons et vous vous reposez.|We stop and you rest.»")
        try expect(
            DoubledWord.self, "«Nutzer, die die Option sehen, und der der Gruppe|Users who see the option»",
            locale: "de-DE")
    }

    @Test(arguments: [
        ("tr-TR", "Her röleyi tek tek seçin, adım adım."), ("it-IT", "I relè vengono aggiunti via via."),
        ("he-IL", "בחר אחד אחד."), ("ar-SA", "اتبع الدليل خطوة خطوة."), ("fr-FR", "la page Actifs actifs"),
    ])
    func reduplication(locale: String, target: String) throws {
        try expect(DoubledWord.self, "«\(target)|Select each relay in turn.»", locale: locale)
    }

    @Test func languagesThatRepeatAnyWord() throws {
        for (locale, target) in [
            ("hi-IN", "हर रिले को बार बार जाँचें।"), ("id-ID", "Pilih satu satu."), ("vi-VN", "Chọn từng từng."),
        ] {
            let found = try findings(of: DoubledWord.self, in: "«\(target)|Select each relay.»", locale: locale)
            #expect(found.map(\.severity) == [.note])
        }
        for (locale, target) in [
            ("hi-IN", "सर्वर के के लिए"), ("tr-TR", "sunucu ve ve röle"), ("id-ID", "server yang yang baru"),
            ("hi-IN", "Azure Azure में"),
        ] {
            let found = try findings(of: DoubledWord.self, in: "«\(target)|The new server»", locale: locale)
            #expect(found.map(\.severity) == [.warning])
        }
    }

    @Test func namesAndMasks() throws {
        try expect(DoubledWord.self, "«sur le site Site1 de Baden Baden|on the Site1 site of Baden Baden»")
        try expect(DoubledWord.self, "«Composez le xxx xxx xxxx.|Dial XXX XXX XXXX.»")
        try expect(DoubledWord.self, "«Ein Add-in in der Liste|An add-in in the list»", locale: "de-DE")
    }

    @Test func theSourceDoublesToo() throws {
        try expect(DoubledWord.self, "«C'est très très long.|It is very very long.»")
    }

    @Test func overALineBreakOrALabel() throws {
        try expect(DoubledWord.self, "«une liste\nliste de noms|a list\nof names»")
        try expect(
            DoubledWord.self, "«Wählen Sie **Regel ändern** ändern.|Select **Change rule**.»", locale: "de-DE")
    }

    @Test func languagesThatSpaceNoWords() throws {
        try expect(DoubledWord.self, "«色々 色々 あります。|There are various kinds.»", locale: "ja-JP")
    }
}
