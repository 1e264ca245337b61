import Testing

@testable import Checks

@Suite struct PlaceholderTests {
    @Test func formatPlaceholders() throws {
        try expect(
            FormatPlaceholder.self, "«⟦{0} pages⟧|{0} of {1} pages»\n\n«⟦%2⟧ pages|%1 pages»",
            finds: ["{1} is lost", "source has %1, target has %2"])
    }

    @Test func formatPlaceholdersInAnotherOrder() throws {
        try expect(FormatPlaceholder.self, "«Sur {1}, {0}|{0} of {1}»\n\n«Gain de 50 %|A gain of 50%»")
    }

    @Test func namesInBrackets() throws {
        try expect(
            Placeholder.self, "«⟦Remplacez le nom.⟧|Replace <TenantName>.»\n\n«Tapez \\⟦<nom>⟧ ici.|Type here.»",
            finds: ["<TenantName> is lost", "the target has the placeholder <nom>"])
    }

    @Test func wordsMayBeTranslatedAndTagsAreNone() throws {
        try expect(
            Placeholder.self,
            """
            «Tapez \\<nom du serveur>.|Type \\<server name>.»
            «Eau<br/>H<sub>2</sub>|Water H<sub>2</sub>O»
            «[facultatif] Le protocole [UPN]|[optional] The protocol»
            """)
    }

    /// Six words are a placeholder, seven are none; what was translated may have more of them.
    @Test func longPlaceholdersMayBeSeenOnOneSideOnly() throws {
        try expect(
            Placeholder.self,
            "«Tapez \\<adresse du serveur de votre site>.|Type \\<the address of the server of your site>.»")
        try expect(
            Placeholder.self, "«⟦Tapez l'adresse du serveur⟧.|Type \\<the address of your own server>.»",
            finds: ["is lost"])
    }

    @Test func aNameThatWasChangedAndAWordThatWas() throws {
        let pair = "«Tapez <NomClient>.|Type <TenantName>.»"
        // The page translates it wherever it occurs.
        #expect(try findings(of: Placeholder.self, in: pair).map(\.severity) == [.note])
        #expect(try findings(of: Placeholder.self, in: pair + "\n\n    a <TenantName>").map(\.severity) == [.warning])
        #expect(try findings(of: Placeholder.self, in: "«Tapez <nom>.|Type <name>.»").map(\.severity) == [.note])
    }
}
