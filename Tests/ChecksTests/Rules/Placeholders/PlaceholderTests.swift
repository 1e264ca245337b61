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

    /// What is in brackets is a placeholder, too, with a sign or a blank at its beginning or if it is long.
    @Test(arguments: [
        ("zh-TW", "a = \\<#1 的值\\>\\<規則名稱\\>", "a = \\<value #1\\> \\<rule name\\>"),
        ("fr-FR", "Avis : \\<*nom du relais*\\> arrêté", "Notice: \\<  *relay name*  \\> stopped"),
        ("fr-FR", "Avis : \\< nom du relais \\> arrêté", "Notice: \\<relay name\\> stopped"),
        (
            "ru-RU", "адрес:\\<почтовый сервер, например relay.contoso.com\\>",
            "address:\\<mail server like relay.contoso.com\\>"
        ),
    ])
    func whatHasAnotherForm(locale: String, target: String, source: String) throws {
        try expect(Placeholder.self, "«\(target)|\(source)»", locale: locale)
    }

    @Test func oneOfTwoThatIsLost() throws {
        for target in ["a = \\<規則名稱\\>", "a = \\<#1 的值\\>"] {
            let page = "«\(target)|a = \\<value #1\\> \\<rule name\\>»"
            #expect(try findings(of: Placeholder.self, in: page, locale: "zh-TW").map(\.severity) == [.warning])
        }
    }

    @Test func blanksAtTheBrackets() throws {
        let page = "«Dossier \\< RelayRoot \\> de \\<Build \\>|Folder \\<RelayRoot\\> of \\<Build\\>»"
        let found = try findings(of: Placeholder.self, in: page)
        #expect(found.map(\.message) == ["the placeholder differs: source has <RelayRoot>, target has < RelayRoot >"])
        #expect(found.map(\.severity) == [.note])
    }

    /// Japanese puts brackets around labels that are bold in English.
    @Test func labelsInBrackets() throws {
        try expect(
            Placeholder.self, "«**[RDP接続]** を選びます。|Select **RDP connection**.»", locale: "ja-JP")
        try expect(
            Placeholder.self, "«⟦[RDP接続]⟧ を選びます。|Select the connection.»", locale: "ja-JP",
            finds: ["the target has the placeholder [RDP接続]"])
    }

    @Test func aWordThatIsCalledOut() throws {
        try expect(Placeholder.self, "«[NOTA!] Il relè parte.|[NOTE!] The relay starts.»", locale: "it-IT")
    }

    @Test func whatIsTornIsLost() throws {
        let found = try findings(of: Placeholder.self, in: "«Déplacez <*relais->* ici.|Move <*relay name*> here.»")
        #expect(found.map(\.message) == ["the placeholder <relay name> is lost"])
    }

    /// Machine translation puts a blank after the bracket.
    @Test(arguments: [
        ("sip.< Domäne>", "sip.<domain>", Finding.Severity.note),
        ("&lt; Feld&gt;.&lt;Name &gt;", "&lt;field&gt;.&lt;name&gt;", .note),
        ("http://[Name des Servers]/", "http://[ServerName]/", .note),
        ("http://[Relais]/", "http://[ServerName]/", .warning),
        ("Das Attribut [Relay. Core] hier", "The [Relay.Core] attribute", .warning),
    ])
    func translatedWithABlank(target: String, source: String, severity: Finding.Severity) throws {
        let found = try findings(of: Placeholder.self, in: "«\(target)|\(source)»", locale: "de-DE")
        #expect(!found.isEmpty)
        #expect(
            found.allSatisfy { $0.severity == severity && $0.message.contains("differs") }, "\(found.map(\.message))")
    }

    @Test func mathematics() throws {
        try expect(Placeholder.self, "«Exp ( [PauliX，PauliY]，1)|Exp([PauliX, PauliY], 1)»", locale: "zh-CN")
        let found = try findings(of: Placeholder.self, in: "«par {pi}|given by {𝑝ᵢ}»")
        #expect(found.map(\.severity) == [.note])
    }
}
