import Testing

/// Negations that one half of a short sentence has alone, in languages with and without a lexicon.
@Suite struct PlainNegationTests {
    private func warnings(_ source: String, _ target: String, _ locale: String) throws -> [String] {
        try ShippedLexicons.findings([(source, target)], locale: locale)
            .filter { $0.rule == "polarity" && $0.severity > .note }.map(\.message)
    }

    @Test(arguments: [
        ("Restart the relay.", "Nie uruchamiaj ponownie przekaźnika.", "pl-PL"),
        ("Restart the relay.", "Älä käynnistä välityspalvelinta uudelleen.", "fi-FI"),
        ("Restart the relay.", "Genstart ikke relæet.", "da-DK"),
        ("Restart the relay.", "Ikke start reléet på nytt.", "nb-NO"),
        ("Restart the relay.", "لا تقم بإعادة تشغيل المرحل.", "ar-SA"),
        ("Restart the relay.", "אל תפעיל מחדש את הממסר.", "he-IL"),
        ("Remove the relay.", "Neodstraňujte prenos.", "sk-SK"),
        ("Remove the relay.", "रिले न हटाएँ।", "hi-IN"),
        ("Remove the relay.", "อย่าลบรีเลย์", "th-TH"),
        ("You can change this policy.", "不能更改此策略。", "zh-CN"),
        ("You can change this policy.", "Bu ilkeyi değiştiremezsiniz.", "tr-TR"),
        ("You can change this policy.", "Ez a házirend nem módosítható.", "hu-HU"),
        ("You can change this policy.", "Ви не можете змінити цю політику.", "uk-UA"),
        ("This relay is supported.", "不支援此轉送。", "zh-TW"),
        ("The relay is available.", "Välityspalvelin ei ole käytettävissä.", "fi-FI"),
        ("You must restart the relay.", "无需重新启动中继。", "zh-CN"),
        ("You must restart the relay.", "No es necesario reiniciar la retransmisión.", "es-ES"),
        ("The relay is required.", "Le relais n’est pas obligatoire.", "fr-FR"),
        ("With restart", "Ohne Neustart", "de-DE"),
    ])
    func anAddedNegationIsFound(source: String, target: String, locale: String) throws {
        #expect(try warnings(source, target, locale).count == 1)
    }

    @Test(arguments: [
        // Not a command, or one that the target says the other way round.
        ("You forgot your password", "Nie pamiętasz hasła", "pl-PL"),
        ("Keep the window open.", "Nie zamykaj okna.", "pl-PL"),
        ("Leave the window open.", "Schließen Sie das Fenster nicht.", "de-DE"),
        ("Keep the window open.", "Sluit het venster niet.", "nl-NL"),
        ("Keep the window open.", "Pencereyi kapatmayın.", "tr-TR"),
        ("Clear the check box.", "Nie zaznaczaj pola wyboru.", "pl-PL"),
        ("Only administrators can change it.", "Du kan ikke ændre det uden rettigheder.", "da-DK"),
        ("This policy is optional.", "Tätä käytäntöä ei vaadita.", "fi-FI"),
        ("You cannot change this policy.", "Tätä käytäntöä ei voi muuttaa.", "fi-FI"),
        ("You can change it. The relay is new.", "Du kan ændre det. Det kan ikke slettes.", "da-DK"),
        // Two negations that make a "must" or an "only".
        ("You must restart the server.", "서버를 다시 시작하지 않으면 안 됩니다.", "ko-KR"),
        ("You can add only one relay.", "릴레이는 하나밖에 추가할 수 없습니다.", "ko-KR"),
        ("The change takes effect only after you restart the server.", "サーバーを再起動しないと変更は反映されません。", "ja-JP"),
        ("You must sign in to use the server.", "サインインしないとサーバーを使用できません。", "ja-JP"),
    ])
    func whatSaysTheSameIsLeftAlone(source: String, target: String, locale: String) throws {
        #expect(try warnings(source, target, locale) == [])
    }

    /// The lead-in of a list may have the negation.
    @Test func anItemOfAListThatNegatesIsLeftAlone() throws {
        let found = try ShippedLexicons.findings(
            [
                ("The relay does not:", "Relæet gør ikke følgende:"),
                ("Change the policy of the server.", "Ændrer ikke serverens politik."),
            ], locale: "da-DK")
        #expect(found.allSatisfy { $0.severity == .note }, "\(found.map(\.message))")
    }

    @Test(arguments: [
        ("Do not remove the relay.", "Poista välityspalvelin.", "fi-FI"),
        ("Do not delete the folder.", "Törölje a mappát.", "hu-HU"),
        ("Don't delete the folder.", "Slet mappen.", "da-DK"),
        ("Never delete the folder.", "Διαγράψτε το φάκελο.", "el-GR"),
    ])
    func aLostNegationIsFound(source: String, target: String, locale: String) throws {
        #expect(try warnings(source, target, locale).count == 1)
    }

    @Test(arguments: [
        ("Do not remove the relay.", "Vältä välityspalvelimen poistamista.", "fi-FI"),
        ("Do not delete the folder.", "A mappa törlése tilos.", "hu-HU"),
        ("Don't forget the folder.", "Husk mappen.", "da-DK"),
        ("Do not close the window until you restart.", "Κλείστε το παράθυρο μετά την επανεκκίνηση.", "el-GR"),
    ])
    func aNegationThatIsKeptIsLeftAlone(source: String, target: String, locale: String) throws {
        #expect(try warnings(source, target, locale) == [])
    }
}
