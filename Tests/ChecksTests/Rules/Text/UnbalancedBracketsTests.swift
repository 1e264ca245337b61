import Testing

@testable import Checks

@Suite struct UnbalancedBracketsTests {
    @Test func aBracketWithoutItsPartner() throws {
        try expect(
            UnbalancedBrackets.self, "«Patientez ⟦(⟧une minute.|Wait (a minute).»", finds: ["“(” has no partner"])
        try expect(
            UnbalancedBrackets.self, "«Patientez une minute⟦)⟧.|Wait (a minute).»", finds: ["“)” has no partner"])
        try expect(
            UnbalancedBrackets.self, "«お待ちください⟦（⟧1 分。|Wait (a minute).»", locale: "ja-JP",
            finds: ["“（” has no partner"])
    }

    @Test func behindAShortWord() throws {
        try expect(UnbalancedBrackets.self, "«Boucle ms⟦)⟧|Loop (ms)»", finds: ["“)”"])
        try expect(UnbalancedBrackets.self, "«sous douze 12⟦)⟧ mois|within twelve (12) months»", finds: ["“)”"])
        try expect(UnbalancedBrackets.self, "«les clés modifiées⟦)⟧ ici|the keys (changed) here»", finds: ["“)”"])
    }

    /// The mark that has no partner is named, not the bracket around it.
    @Test func aMarkInsideBrackets() throws {
        try expect(
            UnbalancedBrackets.self, "«Öffnen Sie [UI ⟦„⟧Ziele] jetzt.|Open [UI Goals] now.»", locale: "de-DE",
            finds: ["“„” has no partner"])
        try expect(
            UnbalancedBrackets.self, "«Der Wert („mbox-Parameter⟦„⟧) fehlt.|The value (mbox parameter) is missing.»",
            locale: "de-DE", finds: ["“„” has no partner"])
        try expect(
            UnbalancedBrackets.self, "«Attendez [ici ⟦(⟧(deux)] encore.|Wait [here (two)] still.»", finds: ["“(”"])
    }

    @Test func pairsThatCross() throws {
        try expect(
            UnbalancedBrackets.self, "«Öffnen Sie [UI ⟦„⟧Ziele] Einstellungen“ jetzt.|Open [UI Goals] settings now.»",
            locale: "de-DE", finds: ["“„” opens inside “[” and closes outside of it"])
    }

    /// Blanks tell which straight quote has no partner.
    @Test func theStraightQuoteThatIsAlone() throws {
        try expect(
            UnbalancedBrackets.self, "«Le \"nom\"⟦\"⟧ et le \"type\" ici.|The \"name\" and the \"type\" here.»",
            finds: ["“\"”"])
        try expect(
            UnbalancedBrackets.self, "«Le ⟦\"⟧nom et le \"type\" ici.|The \"name\" and the \"type\" here.»",
            finds: ["“\"”"])
    }

    @Test func quotes() throws {
        try expect(UnbalancedBrackets.self, "«Ouvrez ⟦“⟧Options.|Open “Options”.»", finds: ["““” has"])
        try expect(UnbalancedBrackets.self, "«Ouvrez Options⟦\"⟧.|Open \"Options\".»", finds: ["“\"”"])
        try expect(
            UnbalancedBrackets.self, "«Öffnen Sie ⟦„⟧Optionen.|Open \"Options\".»", locale: "de-DE", finds: ["“„”"])
        try expect(
            UnbalancedBrackets.self, "«⟦「⟧オプションを開きます。|Open \"Options\".»", locale: "ja-JP", finds: ["“「”"])
    }

    @Test func pairsOfTheirOwnKind() throws {
        try expect(UnbalancedBrackets.self, "«Öffnen Sie „Optionen“.|Open \"Options\".»", locale: "de-DE")
        try expect(UnbalancedBrackets.self, "«お待ちください（1 分)。|Wait (a minute).»", locale: "ja-JP")
        try expect(UnbalancedBrackets.self, "«Lisez “la page \"Relais\", puis (\"fin\")” ici.|Read “Relays”.»")
    }

    @Test func labelsSmileysAndInches() throws {
        try expect(UnbalancedBrackets.self, "«a) Démarrez le relais|Start the relay»\n\n«Bien :) !|Good!»")
        try expect(UnbalancedBrackets.self, "«un écran de 19\" et l'outil|a screen of 19 inches and the tool»")
    }

    @Test func equalQuotesAndAbbreviations() throws {
        try expect(UnbalancedBrackets.self, "«Öppna ”Alternativ”.|Open \"Options\".»", locale: "sv-SE")
        try expect(UnbalancedBrackets.self, "«Avaa »Asetukset».|Open \"Options\".»", locale: "fi-FI")
        try expect(UnbalancedBrackets.self, "«Öppna ⟦”⟧Alternativ.|Open \"Options\".»", locale: "sv-SE", finds: ["”"])
        try expect(UnbalancedBrackets.self, "«המנכ\"ל כאן.|The manager is here.»", locale: "he-IL")
    }

    @Test func aSentenceThatGoesOnInTheNextSegment() throws {
        try expect(UnbalancedBrackets.self, "«Patientez (ou.|Wait or stop.» «C'est fini).|It is done.»")
        try expect(UnbalancedBrackets.self, "«Patientez (ou arrêtez.|Wait (or stop.» «C'est fini).|It is done).»")
    }

    @Test func aLabelThatBecameAWord() throws {
        try expect(UnbalancedBrackets.self, "«Frage) Wo ist das Relais?|Q) Where is the relay?»", locale: "de-DE")
        try expect(UnbalancedBrackets.self, "«質問）どこですか?|Q) Where is it?»", locale: "ja-JP")
        try expect(UnbalancedBrackets.self, "«Frage⟦)⟧ Wo ist es?|Where is it?»", locale: "de-DE", finds: ["“)”"])
        try expect(UnbalancedBrackets.self, "«Wo ist es⟦)⟧ hier?|Q) Where is it?»", locale: "de-DE", finds: ["“)”"])
    }

    @Test func aQuotationOverSegments() throws {
        try expect(
            UnbalancedBrackets.self,
            "«Il dit : \"Attendez.|It says \"Wait. Go on?\"» «Encore.|Still.» «Continuer ?\"|Go on?»")
        try expect(
            UnbalancedBrackets.self, "«Es sagt: „Warten.|It says \"Wait. Go on?\"» «Weiter?\"|Go on?»", locale: "de-DE")
        try expect(
            UnbalancedBrackets.self, "«Attendez⟦\"⟧.|Wait.» «Continuer ⟦\"⟧ici ?|Go on here?»", finds: ["“\"”", "“\"”"])
    }
}
