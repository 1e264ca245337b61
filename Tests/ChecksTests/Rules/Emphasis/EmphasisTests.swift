import Testing

@testable import Checks

@Suite struct EmphasisTests {
    @Test(arguments: [
        ("fr-FR", "Le mot ⟦_⟧ antenne _ est là.", "The word _aerial_ is here.", "must touch the words"),
        ("fr-FR", "Le mot ⟦*⟧ antenne * est là.", "The word *aerial* is here.", "must touch the words"),
        ("fr-FR", "Le mot ⟦_⟧antenne _ est là.", "The word _aerial_ is here.", "must touch the words"),
        ("ja-JP", "⟦_⟧アンテナ_を選びます。", "Choose _Aerial_.", "beside a letter, write `*` instead"),
        ("zh-CN", "点击⟦_⟧天线_图标。", "Click the _Aerial_ icon.", "beside a letter, write `*` instead"),
        ("zh-CN", "点击⟦＊＊⟧天线＊＊。", "Click **Aerial**.", "write `**`"),
        ("pt-BR", "Veja \\⟦_⟧antena\\_ aqui.", "See _aerial_ here.", "remove the backslash"),
    ])
    func singleMarkersThatDoNotRender(locale: String, target: String, source: String, advice: String) throws {
        try expect(UnrenderedEmphasis.self, "«\(target)|\(source)»", locale: locale, finds: [advice])
    }

    @Test func unequalMarkersAndTildes() throws {
        try expect(
            UnrenderedEmphasis.self,
            """
            «Choisissez ⟦*⟧*Antenne*.|Choose **Aerial**.»

            «Choisissez *Antenne*⟦*⟧.|Choose **Aerial**.»

            «Oubliez ⟦~~⟧ ceci ~~ ici.|Forget ~~this~~ here.»
            """, finds: ["as many markers", "as many markers", "must touch the words"])
    }

    /// Names and signs, and a target with as much emphasis as the source.
    /// The visible text of the outer pair goes on after the inner one, its Markdown does not.
    @Test func aPairThatInterruptsAnother() throws {
        let page = """
            q <span data-ttu-id="a">abc <span data-ttu-id="b">
            ** def ** ghi</span><span class="sxs-lookup"><span data-stu-id="a">abc **def** ghi</span></span>
            """
        #expect(try findings(of: UnrenderedEmphasis.self, in: page).map(\.start.line) == [2])
    }

    @Test func singleSignsThatAreNoMarkers() throws {
        try expect(
            UnrenderedEmphasis.self,
            """
            «Ouvrez *a* et max_size_mb, puis min_size_mb.|Open *a* and max_size_mb, then min_size_mb.»

            «Ouvrez le fichier max_size_mb.|Open the *largest* file.»

            «Calculez 2 * 3 ici.|Compute 2 × *3* here.»

            «Sélectionnez _antenne_ et _ ici.|Select _aerial_ and _ here.»

            «Ouvrez mât_été_ en premier.|Open *mast* summer_mast_first now.»

            «Environ ~~ 3 antennes.|About 3 aerials.»

            «La taille est de 2 * 3 * 4 cm.|The *size* is 2 × 3 × 4 cm.»

            «Ici * il y a tout un texte qui ne sera jamais une emphase * ici.|Here is *text* that is not.»
            """)
        try expect(
            UnrenderedEmphasis.self, "«请使用 * 天线和 * 号。|Use the *aerial* asterisk.»", locale: "zh-CN")
    }

    @Test func koreanAndHebrewParticlesOfMoreLetters() throws {
        for target in ["**안테나**거나 **송신기**여야 합니다.", "**안테나**끼리 통신합니다.", "**예**면 계속합니다.", "**안테나**간 통신"] {
            try expect(EmphasisInsideWord.self, "«\(target)|It is an **aerial**.»", locale: "ko-KR")
        }
        try expect(EmphasisInsideWord.self, "«וש**אנטנה** שב**לוח**|that **aerial** in **board**»", locale: "he-IL")
    }

    /// A compound looks like a blank that is missing, which is far more frequent.
    @Test func boldFirstPartOfACompound() throws {
        try expect(
            EmphasisInsideWord.self, "«Klicken Sie auf ⟦**Signal**⟧aus.|Click **Signal**.»", locale: "de-DE",
            finds: ["the emphasis cuts a word"])
    }

    @Test func markersThatDoNotRender() throws {
        try expect(
            UnrenderedEmphasis.self, "«Cliquez sur ⟦**⟧ Enregistrer **.|Click **Save**.»",
            finds: ["the reader sees `**`"])
        try expect(UnrenderedEmphasis.self, "«Cliquez sur ⟦**⟧Enregistrer.|Click **Save**.»", finds: ["`**`"])
        try expect(
            UnrenderedEmphasis.self,
            "«Les fichiers *.log de sip.*|All *.log files of sip.*»\n\n«2 * 3 = 6 ici|2 * 3 = 6 here»")
    }

    @Test func markersThatWereEscaped() throws {
        try expect(
            EscapedEmphasis.self, "«Cliquez sur ⟦\\*\\*Enregistrer\\*\\*⟧.|Click **Save**.»", finds: ["escaped markers"]
        )
        try expect(EscapedEmphasis.self, "«Tapez \\*\\*.|Type \\*\\* now.»")
    }

    /// The blank and the line break before a tag are both blanks.
    @Test func aLineBreakInHTMLEndsAWord() throws {
        try expect(
            EmphasisInsideWord.self,
            "<ul><li>a</li></ul>«L’espace \n<strong>Relais</strong> permet.|\n<strong>Relay</strong> space lets.»")
    }

    @Test func escapedMarkersAreMadeWhole() throws {
        let (page, found) = try check(EscapedEmphasis.self, "«Cliquez sur \\*\\*Oui\\*\\*.|Click **Yes**.»")
        let fix = try #require(found.first?.fix)
        #expect(page.bitext.files[0].text(fix.location.range) == "\\*\\*Oui\\*\\*")
        #expect(fix.replacement == "**Oui**")
    }

    @Test func emphasisThatCutsAWord() throws {
        try expect(
            EmphasisInsideWord.self, "«Cliquez sur ⟦**Enre**⟧gistrer.|Click **Save**.»",
            finds: ["the emphasis cuts a word"])
        try expect(EmphasisInsideWord.self, "«Choisissez l'**option**.|Choose the **option**.»")
        try expect(EmphasisInsideWord.self, "«**保存**をクリックします。|Click **Save**.»", locale: "ja-JP")
        try expect(
            EmphasisInsideWord.self, "«⟦**Registrar**⟧Id の値|The **RegistrarId**»", locale: "ja-JP",
            finds: ["the emphasis cuts a word"])
        try expect(EmphasisInsideWord.self, "«![Le menu](menu.png)**Oui**|![The menu](menu.png) **Yes**»")
    }

    @Test(arguments: [
        ("ko-KR", "**저장**을 선택하고 *열기*로 이동합니다."), ("he-IL", "לחץ ב**שמור** ואת ה**הגדרות**."),
        ("ar-SA", "انقر على و**حفظ** وال**فتح**."), ("fi-FI", "Avaa **Outlook**issa ja **Teams**in."),
        ("hu-HU", "Nyissa meg az **Outlook**ban."), ("tr-TR", "**Kaydet**i ve **Aç**'ı seçin."),
    ])
    func particlesAndEndingsCutNoWord(locale: String, target: String) throws {
        try expect(EmphasisInsideWord.self, "«\(target)|Select **Save** and **Open**.»", locale: locale)
    }

    @Test func aLineBreakBeforeATag() throws {
        try expect(
            EmphasisInsideWord.self,
            "<p>«L'espace\n<strong>Finances</strong> sert ici.|\n<strong>Finances</strong> is the place.»</p>")
    }

    @Test(arguments: [("ko-KR", "새⟦**저장**⟧"), ("he-IL", "⟦**שמ**⟧ור"), ("fi-FI", "⟦**Tall**⟧enna")])
    func halfAWordInTheseLanguages(locale: String, target: String) throws {
        try expect(
            EmphasisInsideWord.self, "«\(target)|**Save**»", locale: locale, finds: ["the emphasis cuts a word"])
    }

    @Test func aPageThatDoesItAgainAndAgainHasOneFinding() throws {
        let line = "«Wählen Sie **Ja**aus.|Select **Yes**.»\n\n"
        let found = try findings(of: EmphasisInsideWord.self, in: String(repeating: line, count: 7), locale: "de-DE")
        #expect(found.count == 1)
        #expect(found.first?.message.contains("6 times more") == true)
    }

    @Test func boldThatIsLost() throws {
        try expect(
            LostEmphasis.self, "«⟦Cliquez sur Oui et **Fermer**.⟧|Click **Yes** and **Close**.»",
            finds: ["source has 2 bold parts, target has 1"])
        try expect(
            LostEmphasis.self,
            """
            «Cliquez sur « Oui ».|Click **Yes**.»
            «Cliquez sur `Oui`.|Click **Yes**.»
            «Le **menu Outils**|The **Tools** **menu**»
            """)
        try expect(LostEmphasis.self, "«Le bouton (**...**) ici|The button (**…**) here»")
        try expect(LostEmphasis.self, "«[保存] をクリックします。|Click **Save**.»", locale: "ja-JP")
    }

    @Test func aLabelInBracketsOnAPageThatKeepsBoldIsANote() throws {
        let bold = String(repeating: "«[**保存**] をクリックします。|Click **Save**.»\n\n", count: 5)
        let found = try findings(
            of: LostEmphasis.self, in: bold + "«[閉じる] をクリックします。|Click **Close**.»", locale: "ja-JP")
        #expect(found.map(\.severity) == [.note])
        #expect(found.first?.evidence.source == "Close")
    }

    /// Markdown takes the underscores of the source as markers.
    @Test func underscoresOfANameThatWasTornApart() throws {
        let source = "**\\<Relay\\>_Log_\\<Day\\>.txt** - The log"
        try expect(UnrenderedEmphasis.self, "«**Relais\\>__ Jour\\>. txt - Le journal\\< \\<**|\(source)»")
        try expect(
            UnrenderedEmphasis.self, "«Relais\\>__ Jour ⟦**⟧ Le journal|\(source)»", finds: ["`**`"])
        try expect(
            UnrenderedEmphasis.self, "«Cliquez sur ⟦__⟧ Oui __ dans a_b.|Click __Yes__ in a_b.»", finds: ["`__`"])
        try expect(UnrenderedEmphasis.self, "«Cliquez sur ⟦__⟧ Oui.|Click [**Yes**](a_b_c.md).»", finds: ["`__`"])
    }

    @Test func aKoreanParticleInsideTheEmphasis() throws {
        try expect(
            EmphasisInsideWord.self, "«⟦**저장을**⟧클릭합니다. ⟦**저**⟧장|Click **Save**. **Store**»", locale: "ko-KR",
            finds: ["a blank is missing between the emphasis and “클릭합니다”", "the emphasis cuts a word"])
        try expect(
            EmphasisInsideWord.self, "«⟦**목록이**⟧열립니다. ⟦**사용자 이**⟧름|The **list** opens. **User name**»",
            locale: "ko-KR", finds: ["a blank is missing", "the emphasis cuts a word"])
        let line = "«**저장을**클릭합니다.|Click **Save**.»\n\n"
        let found = try findings(of: EmphasisInsideWord.self, in: String(repeating: line, count: 6), locale: "ko-KR")
        #expect(found.count == 1)
        #expect(found.first?.message.hasSuffix("“클릭합니다”, here and 5 times more on this page") == true)
    }

    @Test func onlyTheSignOfALabelIsBold() throws {
        let found = try findings(of: LostEmphasis.self, in: "«Choisissez **+** le relais.|Select **+ Add** relay.»")
        #expect(found.map(\.severity) == [.note])
        try expect(
            LostEmphasis.self, "«⟦Choisissez Ajouter**.**⟧|Select **Add**.»",
            finds: ["source has 1 bold part, target has 0"])
        try expect(
            LostEmphasis.self, "«⟦Choisissez **+** puis Oui.⟧|Select **+ Add**, then **Yes**.»",
            finds: ["source has 2 bold parts, target has 0"])
    }
}
