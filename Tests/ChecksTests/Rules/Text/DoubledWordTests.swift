import Testing

@testable import Checks

@Suite struct DoubledWordTests {
    @Test(arguments: [
        ("de-DE", "Starten Sie ⟦den den⟧ Sender neu."), ("de-DE", "Öffnen Sie ⟦die die⟧ Seite."),
        ("de-DE", "Klicken Sie auf ⟦das das⟧ Symbol."), ("de-DE", "⟦Der der⟧ Sender startet."),
        ("es-ES", "Compruebe ⟦que que⟧ funciona."), ("es-ES", "⟦Se se⟧ abre la antena."),
        ("pt-BR", "Veja ⟦que que⟧ funciona."),
        ("it-IT", "Verificare ⟦che che⟧ il mast funzioni."), ("fr-FR", "Il est ⟦en en⟧ ligne."),
        ("sv-SE", "Öppna ⟦den den⟧ nya antennen."), ("sv-SE", "sidan ⟦som som⟧ visas"),
        ("he-IL", "⟦כל כל⟧ האנטנות זמינות."),
        ("ru-RU", "Убедитесь, ⟦что что⟧ антенна работает."),
    ])
    func functionWordsThatFewSentencesRepeat(locale: String, target: String) throws {
        try expect(DoubledWord.self, "«\(target)|Open the aerial.»", locale: locale, finds: ["repeated word"])
        #expect(
            try findings(of: DoubledWord.self, in: "«\(target)|Open the aerial.»", locale: locale).map(\.severity)
                == [.warning])
    }

    @Test(arguments: [
        ("de-DE", "Geräte, auf die die Nutzer warten"), ("de-DE", "Wenn das das Problem löst, ist es gut."),
        ("de-DE", "Die Liste der der Gruppe zugewiesenen Nutzer"), ("de-DE", "Sender (die die Antenne hat)"),
        ("fr-FR", "Changez-le en en modifiant un."), ("sv-SE", "Gör den den 3 maj."),
        ("ru-RU", "Решите, что что-то не так."), ("ar-SA", "افتح الملفات واحدًا واحدًا."),
    ])
    func functionWordsThatSomeSentencesRepeat(locale: String, target: String) throws {
        try expect(DoubledWord.self, "«\(target)|Open the aerial.»", locale: locale)
    }

    @Test func germanArticlesThatMayBeRight() throws {
        for target in [
            "Dies sind die die Regeln erfüllenden Geräte.", "Ist das das Gerät?", "Öffnen Sie der der Gruppe.",
            "Das das Gerät steuernde Programm", "Das das Signal wechselnde Gerät",
        ] {
            let found = try findings(of: DoubledWord.self, in: "«\(target)|Open the aerial.»", locale: "de-DE")
            #expect(found.map(\.severity) == [.note])
        }
    }

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
        ("it-IT", "È pari pari al valore."), ("el-GR", "Προσθέστε τους έναν έναν."), ("uz-UZ", "Bitta bitta tanlang."),
        ("fa-IR", "یکی یکی، آرام آرام"), ("nl-NL", "Als u u wilt aanmelden, selecteert u dit."),
        ("nl-NL", "Zorg dat u u geregistreerd hebt."), ("sv-SE", "Servern som som standard är aktiv"),
        ("eu-ES", "Gehitu poliki poliki."), ("kk-KZ", "Жеке жеке қосыңыз."), ("ko-KR", "매일 매일 봅니다."),
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

    /// Turkish repeats bare nouns, adverbs and forms of verbs, but no noun with the ending of a case.
    @Test(arguments: [
        ("Sunucuyu sunucuyu yeniden başlatın.", Finding.Severity.warning), ("Sunucuda sunucuda açın.", .warning),
        ("Sunucunun sunucunun adı", .warning), ("Bilgileri bilgileri kaydedin.", .warning),
        ("Dosya dosya bulunamadı.", .note), ("Harita harita açın.", .note), ("Koşa koşa açın.", .note),
        ("Gerçekten gerçekten açın.", .note),
    ])
    func turkishNouns(target: String, severity: Finding.Severity) throws {
        let found = try findings(of: DoubledWord.self, in: "«\(target)|Restart the relay.»", locale: "tr-TR")
        #expect(found.map(\.severity) == [severity])
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

    @Test(arguments: [
        "«Redémarrez ⟦le\nle⟧ serveur.|Restart it.»", "> «Redémarrez ⟦le\n> le⟧ serveur.|Restart it.»",
        "- «Redémarrez ⟦le  \n  le⟧ serveur.|Restart it.»", "«Redémarrez ⟦le&nbsp;le⟧ serveur.|Restart it.»",
        "«Redémarrez ⟦le\u{A0}le⟧ serveur.|Restart it.»", "«Redémarrez ⟦le\u{202F}le⟧ serveur.|Restart it.»",
    ])
    func anyBlankBetweenThem(page: String) throws {
        try expect(DoubledWord.self, page, finds: ["repeated word"])
    }

    @Test func anItemAndAJoinerBetweenThem() throws {
        try expect(DoubledWord.self, "«La liste\n- liste des noms|The list»")
        try expect(DoubledWord.self, "«سرورها را خش\u{200C}خش اضافه کنید.|Add the relays.»", locale: "fa-IR")
    }

    @Test func languagesThatSpaceNoWords() throws {
        try expect(DoubledWord.self, "«色々 色々 あります。|There are various kinds.»", locale: "ja-JP")
    }

    @Test(arguments: [
        ("cs-CZ", "Setkejte se se správcem."), ("cs-CZ", "Je to to samé."), ("sk-SK", "Je to to isté."),
        ("pl-PL", "To jest to to samo."), ("it-IT", "Se se ne usa uno, basta."), ("el-GR", "Το ρελέ σας σας καλεί."),
        ("nl-NL", "Als je je relais start"), ("de-DE", "Wenn ihr ihr Relais startet"),
    ])
    func wordsOfTwoMeanings(locale: String, target: String) throws {
        try expect(DoubledWord.self, "«\(target)|Meet the relay.»", locale: locale)
    }

    @Test func wordsThatHaveOnlyOneMeaningHere() throws {
        try expect(
            DoubledWord.self, "«Relé ⟦se se⟧ otevře.|The relay opens.»", locale: "cs-CZ", finds: ["“se se”"])
        try expect(DoubledWord.self, "«Relé ⟦to to⟧ ví.|The relay knows it.»", locale: "cs-CZ", finds: ["“to to”"])
        try expect(DoubledWord.self, "«⟦Se se⟧ il relè parte|If the relay runs»", locale: "it-IT", finds: ["“Se se”"])
    }

    @Test func aCompoundBegins() throws {
        try expect(
            DoubledWord.self, "«Skapa en en-till-många-koppling.|Create a one-to-many link.»", locale: "sv-SE")
        try expect(DoubledWord.self, "«Le relais met en en-tête le nom.|The relay heads with the name.»")
        let found = try findings(
            of: DoubledWord.self, in: "«Öppna relä relä-panelen.|Open the relay panel.»", locale: "sv-SE")
        #expect(found.map(\.severity) == [.note])
        try expect(
            DoubledWord.self, "«Skapa ⟦en en⟧ koppling.|Create a one-to-many link.»", locale: "sv-SE",
            finds: ["“en en”"])
    }

    @Test func anAbbreviationAndAWord() throws {
        try expect(DoubledWord.self, "«Обновите ПО по сети.|Update the software by wire.»", locale: "ru-RU")
        try expect(
            DoubledWord.self, "«Обновите ⟦по по⟧ сети.|Update it by wire.»", locale: "ru-RU", finds: ["“по по”"])
    }

    @Test func aLetterToType() throws {
        try expect(DoubledWord.self, "«Hier typt u u of m.|Here you type u or m.»", locale: "nl-NL")
        try expect(
            DoubledWord.self, "«Hier typt ⟦u u⟧ een naam.|Here I type a name.»", locale: "nl-NL", finds: ["“u u”"])
    }

    @Test func aNumberAndAnArticle() throws {
        try expect(DoubledWord.self, "«I steg ett ett namn.|In step one, a name.»", locale: "sv-SE")
        try expect(DoubledWord.self, "«Har trin en en tone?|Does stage 1 have a tone?»", locale: "da-DK")
        try expect(DoubledWord.self, "«A etapa um um nome tem.|Stage one has a name.»", locale: "pt-PT")
        try expect(
            DoubledWord.self, "«Skapa ⟦ett ett⟧ namn.|Create one name.»", locale: "sv-SE", finds: ["“ett ett”"])
        try expect(
            DoubledWord.self, "«Kies ⟦een een⟧ sleutel.|Choose a one-use key.»", locale: "nl-NL", finds: ["“een een”"])
    }

    /// The main clause begins with the verb, after a clause that ends in one.
    @Test(arguments: [
        ("sv-SE", "När reläet raderas raderas även listan.", Finding.Severity.note),
        ("da-DK", "Når relæet slettes slettes også listen.", .note),
        ("nl-NL", "Als het relais gestart wordt wordt de lijst leeg.", .note),
        ("sv-SE", "Om reläet startar startar listan.", .note), ("sv-SE", "Listan raderas raderas nu.", .warning),
        ("sv-SE", "När reläet startar, raderas raderas listan.", .warning),
        ("nl-NL", "Als u een een relais start", .warning), ("sv-SE", "När raderas raderas listan?", .warning),
        ("de-DE", "Wenn das Relais gestartet wird wird die Liste leer.", .warning),
        ("sv-SE", "I listan som visas visas alla reläer.", .note),
        ("sv-SE", "I listan visas visas alla reläer.", .warning),
    ])
    func twoVerbsAtTheBorderOfClauses(locale: String, target: String, severity: Finding.Severity) throws {
        let page = "«\(target)|If the relay starts, the list is empty.»"
        #expect(try findings(of: DoubledWord.self, in: page, locale: locale).map(\.severity) == [severity])
    }

    @Test func aNameOfTheSourceAndAWord() throws {
        for (source, target) in [
            ("Relecloud Pro for schools", "Relecloud pro pro školy"), ("Group A, and B", "Skupina a a B"),
        ] {
            let found = try findings(of: DoubledWord.self, in: "«\(target)|\(source)»", locale: "cs-CZ")
            #expect(found.map(\.severity) == [.note])
        }
        try expect(
            DoubledWord.self, "«Otevřete ⟦a a⟧ zavřete.|Open it. A relay closes.»", locale: "cs-CZ", finds: ["“a a”"])
    }

    @Test(arguments: [
        ("ko-KR", "Set all settings", "모든 설정 설정", Finding.Severity.note),
        // Far from each other, with "to" between them, in two clauses, in a compound.
        ("sv-SE", "Here the relay runs the relay of the list.", "Här kör relayet relayet i listan.", .warning),
        ("ko-KR", "Relay to relay", "릴레이 릴레이", .warning),
        ("ru-RU", "In a remote app, remote data is shown.", "В удаленном удаленном приложении есть данные.", .warning),
        ("cs-CZ", "a day-over-day trend", "trend denního denního počtu", .warning),
        ("cs-CZ", "If the field is a field of the list", "Pokud je pole pole seznamu", .note),
        ("cs-CZ", "If the field has a field", "Pokud má pole pole", .warning),
        ("cs-CZ", "The field is the field.", "Pole je je pole.", .warning),
        ("fr-FR", "Set new settings of the relay.", "Réglez les les paramètres du relais.", .warning),
    ])
    func twoWordsOfTheSource(locale: String, source: String, target: String, severity: Finding.Severity) throws {
        let found = try findings(of: DoubledWord.self, in: "«\(target)|\(source)»", locale: locale)
        #expect(found.map(\.severity) == [severity])
    }

    /// Languages with cases say "of" and "to" by the ending of the noun.
    @Test(arguments: [
        ("ru-RU", "the path and filename of the file", "указывает путь и имя файла файла", Finding.Severity.note),
        ("ru-RU", "A prototype of the function", "Прототип функции функции", .warning),
        ("ru-RU", "the function prototype of the start function of it", "прототип функции функции начала", .note),
        ("cs-CZ", "when passing functions to functions here", "při předávání funkcí funkcí zde", .note),
        // An adverb, numbers between the words, and a language that has a word for "of".
        ("ru-RU", "the range of the range", "диапазон заранее заранее", .warning),
        ("ru-RU", "Ports of 1 to 9 and ports", "порты файлов файлов", .warning),
        ("fr-FR", "the filename of the file", "le nom fichier fichier", .warning),
    ])
    func chainsOfCases(locale: String, source: String, target: String, severity: Finding.Severity) throws {
        let found = try findings(of: DoubledWord.self, in: "«\(target)|\(source)»", locale: locale)
        #expect(found.map(\.severity) == [severity])
    }
}
