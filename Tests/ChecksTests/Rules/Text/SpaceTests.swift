import Testing

@testable import Checks

@Suite struct SpaceTests {
    @Test func aroundATarget() throws {
        try expect(
            SurroundingSpace.self, "«⟦ ⟧Redémarrez.|Restart.»\n\n«Redémarrez.⟦  ⟧|Restart.»",
            finds: ["begins with a space", "ends with a space"])
        try expect(SurroundingSpace.self, "« Redémarrez. | Restart. »\n\n«Arrêtez.|Stop.»")
    }

    @Test func twoBlanks() throws {
        try expect(DoubleSpace.self, "«Cliquez sur⟦  ⟧le bouton.|Click the button.»", finds: ["2 spaces"])
        try expect(DoubleSpace.self, "«Le bouton.  Puis|The button.  Then»\n\n«une ligne  \nautre|one line  \nother»")
    }

    @Test func inFrontOfPunctuationOnceAPage() throws {
        try expect(
            SpaceBeforePunctuation.self,
            "«Exécutez `setup`⟦ .⟧|Run `setup`.»\n\n«Un relais⟦ ,⟧ puis deux⟦ .⟧|One relay, then two.»",
            finds: ["a space before “.”", "a space before “,”", "a space before “.”"])
        try expect(SpaceBeforePunctuation.self, "«Un relais⟦ ,⟧ puis deux|One relay, then two»", finds: ["“,”"])
    }

    @Test func whatBeginsWithAFullStop() throws {
        try expect(
            SpaceBeforePunctuation.self, "«Installez .NET et un .exe ...|Install .NET and an .exe»\n\n«a . b|c . d»")
    }

    @Test func sentencesWithoutABlank() throws {
        try expect(
            GluedSentence.self, "«C'est fini⟦.⟧Le serveur redémarre.|It is done. The server restarts.»",
            finds: ["a space is missing after “.”"])
    }

    @Test func namesWithDots() throws {
        try expect(
            GluedSentence.self,
            "«Ouvrez contoso.Exemple.Com ou system.Text|Open system.Text»\n\n«L'objet relais.Nom|The object relais.Nom»"
        )
        try expect(GluedSentence.self, "«fini.NET est prêt|done. NET is ready»\n\n«fin.Le reste|end.The rest»")
    }
}
