import Bitext
import TestSupport
import Testing

@testable import Checks

@Suite struct EndPunctuationTests {
    /// A segment among the sentences of a paragraph.
    private func page(_ pair: String) -> String {
        "«Ouvrez la liste.|Open the list.» \(pair) «Fermez la liste.|Close the list.»"
    }

    @Test func aFullStopAmongSentences() throws {
        let marked = page("«Redémarrez ensuite le serveu⟦r⟧|Then restart the server.»")
        try expect(EndPunctuation.self, marked, finds: ["source ends in “.”, target does not"])
        #expect(try severities(marked) == [.warning])
    }

    /// Two sentences became one, or an abbreviation was taken for an end.
    @Test func aSentenceThatGoesOn() throws {
        try expect(
            EndPunctuation.self, page("«Redémarrez le serveur,|Then restart the server.» «puis attendez.|Then wait.»"))
        try expect(
            EndPunctuation.self,
            page("«Dans le champ du n° d'opération,|In the box From Oper. No.» «entrez 5.|field, enter 5.»"))
        #expect(
            try severities(page("«Redémarrez le serveur,|Then restart the server.» «Puis attendez.|Then wait.»")) == [
                .warning
            ])
    }

    @Test func aListMayDoWithout() throws {
        let marked = """
            - «Ouvrir la liste|Open the list now.»
            - «Fermer la liste|Close the list now.»
            """
        #expect(try severities(marked) == [.note, .note])
    }

    @Test func aColon() throws {
        let marked = "«Exécutez cette command⟦e⟧|Run this command:»"
        try expect(EndPunctuation.self, marked, finds: ["source ends in “:”, target does not"])
        #expect(try severities(marked) == [.warning])
    }

    @Test func aQuestionThatBecameATitle() throws {
        let marked = "«Pourquoi une list⟦e⟧|Why is there a list?»"
        try expect(EndPunctuation.self, marked, finds: ["source ends in “?”, target does not"])
        #expect(try severities(marked) == [.note])
    }

    @Test func theWholeLastCharacter() throws {
        try expect(EndPunctuation.self, "«Pourquoi un relais ferm⟦é⟧|Why a closed relay?»", finds: ["“?”"])
    }

    @Test func formsOfOtherLanguages() throws {
        try expect(
            EndPunctuation.self, "«サーバーを再起動します。|Restart the server now.»\n\n«次を実行します：|Run this command:»",
            locale: "ja-JP")
        try expect(EndPunctuation.self, "«هل يعمل الخادم؟|Does the server run?»", locale: "ar-SA")
        try expect(EndPunctuation.self, "«Exécutez cette commande\u{202F}:|Run this command:»")
    }

    @Test func bracketsQuotesAndMarkupAtTheEnd() throws {
        try expect(EndPunctuation.self, page("«Arrêtez (puis attendez.)|Stop (then wait a moment).»"))
        try expect(
            EndPunctuation.self, page("«Il dit &laquo;\u{A0}attendez un peu.\u{A0}&raquo;|He says \"wait a moment.\"»"))
        try expect(EndPunctuation.self, page("«Exécutez maintenant `setup`|Run the file `setup` now.»"))
        try expect(EndPunctuation.self, page("«Voir **les options.**|See all the **options**.»"))
    }

    @Test func abbreviationsAndDirectives() throws {
        try expect(EndPunctuation.self, page("«Ouvrez la liste, par exemple|Open the list, e.g.»"))
        try expect(
            EndPunctuation.self,
            page("«Lesen Sie :::no-loc text=\"Azure\"::: durch|Read about the :::no-loc text=\"Azure\":::»"))
        try expect(EndPunctuation.self, page("«Vuelve a las 11:00 a.m.|It comes back at 11:00 AM.»"), locale: "es-ES")
    }

    @Test func japaneseTitlesHaveNoFullStop() throws {
        let around = ("«一覧を開きます。|Open the list.» ", " «一覧を閉じます。|Close the list.»")
        try expect(EndPunctuation.self, around.0 + "«サーバーの数|The number of servers.»" + around.1, locale: "ja-JP")
        try expect(
            EndPunctuation.self, around.0 + "«サーバーを再起動しま⟦す⟧|Then restart the server.»" + around.1, locale: "ja-JP",
            finds: ["“.”, target does not"])
    }

    @Test func aJapaneseLeadInThatIsASentenceIsANote() throws {
        let marked = "«次のコマンドを実行しま⟦す⟧|Run this command:»\n\n«コマンドの一覧|The list of commands:»"
        try expect(EndPunctuation.self, marked, locale: "ja-JP", finds: ["source ends in “:”, target does not"])
    }

    private func severities(_ marked: String) throws -> [Finding.Severity] {
        let page = try MarkedPage(marked).tokenized()
        return Checker(rules: [.init(EndPunctuation.self)]).check(page).map(\.severity)
    }

    @Test func markersAfterTheStop() throws {
        try expect(EndPunctuation.self, page("«Redémarrez le serveur. **\\_**|Then restart the server.»"))
    }
}
