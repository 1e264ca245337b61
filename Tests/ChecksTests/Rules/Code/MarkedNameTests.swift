import Testing

@testable import Checks

@Suite struct MarkedNameTests {
    @Test func aNameWithCapitalsInside() throws {
        try expect(
            MarkedName.self, "«Définissez ⟦**distarget**⟧ ici.|Set **OutTarget** here.»",
            finds: ["the name OutTarget is lost"])
        try expect(MarkedName.self, "«Définissez `OutTarget` ici, et **IP**.|Set **OutTarget** here, and **IDs**.»")
    }

    @Test func aWordThatIsAParameterOfThePage() throws {
        let page = "«⟦**Chemin d'accès**⟧ : le dossier|**Path**: the folder»\n"
        try expect(MarkedName.self, page + "\n```\nGet-Job -Path C:\\\n```\n", finds: ["the name Path is lost"])
        let found = try findings(of: MarkedName.self, in: page + "\n```\nGet-Job -Path C:\\\n```\n")
        #expect(found.map(\.severity) == [.note])
        try expect(MarkedName.self, "«**Chemin d'accès** : le dossier|**Path**: the folder»\n")
    }
}
