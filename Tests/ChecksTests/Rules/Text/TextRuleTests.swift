import Testing

@testable import Checks

@Suite struct TextRuleTests {
    @Test func doubledWords() throws {
        try expect(
            DoubledWord.self, "«Redémarrez ⟦le le⟧ serveur.|Restart the server.»", finds: ["repeated word: “le le”"])
        try expect(
            DoubledWord.self,
            "«Nous nous connectons.|We connect.»\n\n«Le le|The the»\n\n«Cliquez sur **Tout lire** lire.|Click **Read all** now.»"
        )
        try expect(DoubledWord.self, "«Alle, die die Seite lesen|All who read the page»", locale: "de-DE")
    }

    @Test func doubledSegments() throws {
        try expect(
            DoubledSegment.self,
            "«Démarrez le premier relais.|Start the first relay.» «⟦Démarrez le premier relais.⟧|Then delete all old log files.»",
            finds: ["the previous segment has the same target"])
        try expect(
            DoubledSegment.self,
            "«Démarrez le premier relais.|Start the first relay.» «Démarrez le premier relais.|**Start** the first relay!»"
        )
    }

    @Test func garbage() throws {
        try expect(
            Garbage.self, "«⟦xxxxxxx xxxxxxx⟧|Restart the server.»\n\n«⟦?? !!⟧|Restart the server.»",
            finds: ["repeats “xxxxxxx”", "no word"])
        try expect(Garbage.self, "«-|N/A»\n\n«`a` `b`|Use `a` and `b`»\n\n«42|Forty two»")
    }

    @Test func lostAndControlCharacters() throws {
        try expect(
            ControlCharacter.self, "«Utilisateurs s⟦\u{FFFD}⟧lectionnés\u{FFFD}|Selected users»",
            finds: ["U+FFFD (replacement character) and 1 more"])
        try expect(ControlCharacter.self, "«a\u{FFFD}b|c\u{FFFD}d»")
    }

    @Test func mojibake() throws {
        try expect(Mojibake.self, "«s⟦Ã©⟧lectionnés|selected»", finds: ["“Ã©”"])
        try expect(Mojibake.self, "«l⟦â€™⟧option|the option»", finds: ["“â€™”"])
        try expect(Mojibake.self, "«São Paulo, ÂGE, Ã|Sao Paulo»", locale: "pt-BR")
    }

    @Test func invisibleCharacters() throws {
        try expect(InvisibleCharacter.self, "«ser⟦\u{200B}⟧veur|server»", finds: ["U+200B"])
        try expect(InvisibleCharacter.self, "«ser⟦\u{202E}⟧veur|server»", finds: ["U+202E"])
        try expect(InvisibleCharacter.self, "«می\u{200C}روم|I go»", locale: "fa-IR")
    }

    @Test func bracketsAndQuotes() throws {
        try expect(
            UnbalancedBrackets.self, "«Patientez ⟦(⟧une minute.|Wait (a minute).»", finds: ["“(” has no partner"])
        try expect(UnbalancedBrackets.self, "«Le mot ⟦“⟧ oui.|The word \"yes\".»", finds: ["““”"])
        try expect(
            UnbalancedBrackets.self,
            "«a) Patientez|a) Wait»\n\n«Un écran de 19\"|A 19 inch screen»\n\n«Le “mot”|The \"word\"»\n\n«soit A) oui, soit B) non|either A) yes or B) no»"
        )
        try expect(
            UnbalancedBrackets.self, "«Der Bericht „so\" und „so“|The report \"so\" and \"so\"»", locale: "de-DE")
    }

    @Test func ends() throws {
        try expect(
            EndPunctuation.self, "«Exécutez cette command⟦e⟧|Run this command:»",
            finds: ["source ends in “:”, target does not"])
        try expect(EndPunctuation.self, "«Exécutez cette commande :|Run this command:»\n\n«Est-ce tout ?|Is that all?»")
        try expect(EndPunctuation.self, "«再起動します。|Restart the server.»", locale: "ja-JP")
    }

    @Test func blanks() throws {
        try expect(SurroundingSpace.self, "«⟦ ⟧Redémarrez-le.⟦ ⟧|Restart it.»", finds: ["begins", "ends"])
        try expect(DoubleSpace.self, "«Cliquez sur⟦  ⟧le bouton.|Click the button.»", finds: ["2 spaces"])
        try expect(DoubleSpace.self, "«Cliquez  ici.|Click  here.»")
    }
}
