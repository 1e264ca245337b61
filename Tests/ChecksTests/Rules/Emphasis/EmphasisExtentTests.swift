import Testing

@testable import Checks

@Suite struct EmphasisExtentTests {
    @Test func punctuationThatWasPulledIn() throws {
        try expect(
            EmphasisExtent.self, "«Sélectionnez ⟦**Enregistrer,**⟧ puis fermez.|Select **Save**, then close.»",
            finds: ["includes the punctuation"])
        try expect(
            EmphasisExtent.self, "«Lisez ⟦[le plan.](a.md)⟧ Puis|Read [the plan](a.md). Then»", finds: ["the link"])
    }

    @Test func namesWithTheirNeighbours() throws {
        try expect(
            EmphasisExtent.self, "«Ouvrez ⟦**Relay Manager et**⟧ continuez.|Open **Relay Manager** and go on.»",
            finds: ["the source marks only “Relay Manager”"])
    }

    @Test func allPlacesAreNotes() throws {
        let line = "«Sélectionnez **Enregistrer,** puis fermez.|Select **Save**, then close.»\n\n"
        let found = try findings(of: EmphasisExtent.self, in: String(repeating: line, count: 4))
        #expect(found.map(\.severity) == [.note, .note, .note, .note])
    }

    @Test func whatIsRight() throws {
        try expect(
            EmphasisExtent.self,
            """
            «**Enregistrer**, puis **Fermer**.|**Save**, then **Close**.»

            «**Attendez la fin de la tâche.** Puis|**Wait until the task ends.** Then»

            «**Planifier** et **Commit ausführen**|**Plan** and **Commit**»

            «**etc.** et **...**|**and so on** and **…**»
            """)
    }
}
