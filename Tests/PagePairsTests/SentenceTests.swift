import Testing

@testable import PagePairs

@Suite struct SentenceTests {
    @Test(arguments: [
        ["Open it.", "Close it."],
        ["Is it on?", "Wait!", "Then go on."],
        ["Use version 2.0.1 of app.config.", "It works."],
        ["Use tools, e.g. Word, i.e. Microsoft Word, etc. and others.", "See fig. 3."],
        ["Press **Save.** to save it."],
        ["**Note.**", "Save it first."],
        ["See `a. B` and [Page. One](a.md) at https://example.com/a.b?c=D.", "Next one."],
        ["Written by Mike F. Robbins.", "He knows."],
        ["It is (see below.)", "Really."],
        ["He said “no.”", "She said 'yes.'", "Well."],
        ["Use .NET or ... nothing.", "Done."],
        ["1. Open it.", "Close it."],
        ["Wait... then go on.", "Wait...", "Then go on."],
        ["Use `x`.", "`y` is another."],
        ["Use tools, books, etc.", "Then go on."],
    ])
    func english(expected: [String]) throws {
        // A number at the beginning would make a list.
        let text = expected.joined(separator: " ").replacing("1. Open", with: "1\\. Open")
        #expect(try sentences(text).map { $0.replacing("\\", with: "") } == expected)
        // Where lines end makes no difference.
        let wrapped = try sentences("> " + text.replacing(" ", with: "\n> ").replacing("> ...", with: "...")).count
        if !expected[0].contains("..."), !text.contains("1\\.") { #expect(wrapped == expected.count) }
    }

    @Test(arguments: [
        (
            "de-DE",
            [
                "Das sind z. B. Dateien, d. h. Texte usw. im Ordner.", "Am 31. Dezember endet Nr. 5 nach Schritt 5.",
                "Setzen Sie es auf 7.", "Gut.",
            ]
        ),
        ("fr-FR", ["Voir p. ex. la page 3.", "« Oui. »", "Fin."]),
        ("es-ES", ["Véase p. ej. la página 3.", "¿Sí?", "No."]),
        ("ru-RU", ["См. рис. 3 и т. д.", "Это всё."]),
        ("ja-JP", ["保存します。", "「はい。」と答えます。", "終わりですか？", "はい！"]),
        ("zh-CN", ["单击“保存”。", "版本 1.2.3 可用。"]),
        ("hi-IN", ["यह ठीक है।", "आगे बढ़ें।"]),
    ])
    func others(locale: String, expected: [String]) throws {
        let blank = locale.hasPrefix("ja") || locale.hasPrefix("zh") ? "" : " "
        #expect(try sentences(expected.joined(separator: blank), in: locale) == expected)
    }

    /// Where a page has blanks between its sentences, a full stop without one is inside a segment.
    @Test func blanksBetweenJapaneseSentences() throws {
        let bitext = try readPair(
            "You can open files, or close them. You can save them.\n",
            "ファイルを開けます。または閉じることができます。 ファイルを保存できます。 \n", to: "ja-JP")
        #expect(
            bitext.pairs == [
                "You can open files, or close them. | ファイルを開けます。または閉じることができます。", "You can save them. | ファイルを保存できます。",
            ])
    }

    @Test func twoSentencesForOne() throws {
        let bitext = try readPair(
            "Start the application, which takes a while, and wait until the window is shown. Then log in.\n",
            "Starten Sie die Anwendung, was etwas dauern kann. Warten Sie, bis das Fenster zu sehen ist. Melden Sie sich an.\n"
        )
        #expect(
            bitext.pairs == [
                "Start the application, which takes a while, and wait until the window is shown. | "
                    + "Starten Sie die Anwendung, was etwas dauern kann. Warten Sie, bis das Fenster zu sehen ist.",
                "Then log in. | Melden Sie sich an.",
            ])
    }

    @Test func aMissingSentence() throws {
        let bitext = try readPair(
            "Set `Alpha` to 5. This long sentence about the second thing has no translation at all on that page. Set `Beta` to 7.\n",
            "Setzen Sie `Alpha` auf 5. Setzen Sie `Beta` auf 7.\n")
        #expect(
            bitext.pairs == [
                "Set `Alpha` to 5. | Setzen Sie `Alpha` auf 5.",
                "This long sentence about the second thing has no translation at all on that page. | -",
                "Set `Beta` to 7. | Setzen Sie `Beta` auf 7.",
            ])
    }
}
