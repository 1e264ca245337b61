import Testing

@testable import Checks

@Suite struct UntranslatedTests {
    @Test func proseThatWasLeft() throws {
        try expect(
            Untranslated.self,
            "«⟦Restart the server before you go on.⟧|Restart the server before you go on.»\n\n"
                + "«⟦Go to the ** server **  list.⟧|Go to the **server** list.»",
            finds: ["untranslated", "untranslated"])
    }

    @Test func wordsWithHyphens() throws {
        let text = "End-to-end bi-directional relay synchronization"
        try expect(Untranslated.self, "«⟦\(text)⟧|\(text)»", finds: ["untranslated"])
    }

    @Test(arguments: [
        "«Get-Job|Get-Job»", "«Skype for Business Online|Skype for Business Online»",
        "«C:\\Relay\\relay.log|C:\\Relay\\relay.log»",
        "«Description|Description»", "«`the server of the relay`|`the server of the relay`»", "«12.5|12.5»",
        "«Model to learn calls of relays.version.1.xml|Model to learn calls of relays.version.1.xml»",
        "«![open-the-menu-of-relays](a.png)|![open-the-menu-of-relays](a.png)»",
        "«CONCAT(\"No relay has been found: \", A1)|CONCAT(\"No relay has been found: \", A1)»",
        "«de-de, it-it, is-is, fr-fr|de-de, it-it, is-is, fr-fr»",
    ])
    func whatIsRightlyTheSame(page: String) throws { try expect(Untranslated.self, page) }

    @Test func aPageInTheSourceLanguage() throws {
        try expect(
            Untranslated.self, "«Restart the server now, please.|Restart the server now, please.»", locale: "en-GB")
    }
}

@Suite struct PartlyUntranslatedTests {
    /// The keyword of Adobe's Markdown is no word.
    @Test func keywordsOfAdobe() throws {
        let words = "open the [!UICONTROL Mast] before you climb"
        let found = try findings(of: PartlyUntranslated.self, in: "«Puis, \(words) ici.|Then \(words) it.»")
        #expect(found.map(\.message) == ["“open the Mast before you climb” is left in the source's language"])
        try expect(PartlyUntranslated.self, "«Le [!UICONTROL is any of] ici.|The [!UICONTROL is any of] value.»")
    }

    @Test func halfASentence() throws {
        try expect(
            PartlyUntranslated.self,
            "«Redémarrez le serveur ⟦before you change the port⟧.|Restart the server before you change the port.»",
            finds: ["“before you change the port” is left"])
    }

    @Test func labelsAndTitlesAreNotes() throws {
        let found = try findings(
            of: PartlyUntranslated.self,
            in:
                "«Voir [How to set up the relay](a.md) et [The relay and you](b.md).|See [How to set up the relay](a.md) et [The relay and you](b.md).»"
        )
        #expect(found.allSatisfy { $0.severity == .note })
    }

    @Test func wordsThatTheTargetHasTooAreNone() throws {
        try expect(
            PartlyUntranslated.self,
            "«Ein trunk in Skype for Business Server in der Planung|A trunk in Skype for Business Server in planning»",
            locale: "de-DE")
        try expect(
            PartlyUntranslated.self, "«Outlook on the web の設定|The settings of Outlook on the web»", locale: "ja-JP")
    }

    @Test func aMessageWithItsTranslationIsANote() throws {
        let found = try findings(
            of: PartlyUntranslated.self,
            in: "«Enable new apps by default (Activer les applications par défaut)|Enable new apps by default»")
        #expect(found.map(\.severity) == [.note])
    }

    @Test func oneSmallWordAmongManyIsEnough() throws {
        try expect(
            PartlyUntranslated.self,
            "«Le blocage ⟦relies on conditional access policies⟧.|Blocking relies on conditional access policies.»",
            locale: "it-IT", finds: ["is left"])
    }

    @Test func namesAreNone() throws {
        try expect(
            PartlyUntranslated.self,
            "«Serveurs Skype for Business Server on Fabrikam|Skype for Business Server on Fabrikam»")
    }

    @Test(arguments: [
        ("次に [What do you want to open now?]\\(何を開きますか?) を選びます。", "Select **What do you want to open now?**."),
        ("次に [Choose the relays that you want] (リレー) を選びます。", "Select **Choose the relays that you want**."),
        ("[いつも開く (Always open the relay for you)] をオンにします。", "Turn **Always open the relay for you** on."),
        ("次に [Always open the relay for you (いつも開く)] をオンに", "Turn **Always open the relay for you** on."),
        (
            "Open-Relay -Path \\<the name of the list that you have in the relay\\> を実行",
            "Run Open-Relay -Path \\<the name of the list that you have in the relay\\>"
        ),
        ("次は Plan for the relay of your [list](b.md) です。", "See [Plan for the relay of your list](b.md)."),
    ])
    func labelsWithTranslationPlaceholdersAndTitlesAreNotes(target: String, source: String) throws {
        let found = try findings(of: PartlyUntranslated.self, in: "«\(target)|\(source)»", locale: "ja-JP")
        #expect(found.map(\.severity) == [.note])
    }

    @Test func bracketsThatTheSourceHasTooAreNoReason() throws {
        try expect(
            PartlyUntranslated.self,
            "«Redémarrez (⟦before you change the port⟧).|Restart (before you change the port).»",
            finds: ["is left"])
        try expect(
            PartlyUntranslated.self,
            "«Redémarrez (⟦before you change the port⟧).|Restart (that is, before you change the port).»",
            finds: ["is left"])
        try expect(
            PartlyUntranslated.self,
            "«[保存] を選び、⟦before you change the port⟧ (ポート)。|Select **Save** before you change the port.»",
            locale: "ja-JP", finds: ["is left"])
    }

    @Test func aWordInTheMiddleThatDiffersSplitsNoFinding() throws {
        let page =
            "«⟦The relay and the list are perfect joined when you start the port⟧.|"
            + "The relay and the list are imperfectly joined when you start the port.»"
        try expect(PartlyUntranslated.self, page, finds: ["are perfect joined when"])
        let found = try findings(of: PartlyUntranslated.self, in: page)
        #expect(found.first?.evidence.source?.contains("imperfectly") == true)
    }

    @Test func twoSentencesAreTwoFindings() throws {
        try expect(
            PartlyUntranslated.self,
            "«⟦Restart the server before you⟧ changez tout de suite le ⟦port that is in the list⟧.|"
                + "Restart the server before you change the port that is in the list.»",
            finds: ["Restart the server", "that is in the list"])
    }

    @Test func aConditionToTypeIn() throws {
        func severities(_ target: String, _ source: String) throws -> [Finding.Severity] {
            let page = "«\(target)|\(source)»"
            return try findings(of: PartlyUntranslated.self, in: page, locale: "nl-NL").map(\.severity)
        }
        #expect(
            try severities(
                "else if **relay_state** = 3, then **Verkocht**", "else if **relay_state** = 3, then **Sold**")
                == [.note])
        #expect(
            try severities(
                "Typ else if the **relay_state** is on, dan de naam",
                "Enter else if the **relay_state** is on, then call it")
                == [.warning])
    }
}
