import Testing

@testable import Checks

@Suite struct CodeSpanTests {
    /// The title of a reference is translated, its target is not.
    @Test func referencesOfMyST() throws {
        try expect(CodeSpan.self, "«Voir {ref}`mâts <mast-setup>`.|See {ref}`masts <mast-setup>`.»")
        try expect(
            CodeSpan.self, "«Voir {ref}⟦`mâts <mats>`⟧.|See {ref}`masts <mast-setup>`.»", finds: ["the code differs"])
    }

    @Test func codeThatIsLostOrChanged() throws {
        try expect(
            CodeSpan.self, "«⟦Exécutez le programme.⟧|Run `setup`.»\n\n«Exécutez ⟦`setpu`⟧.|Run `setup`.»",
            finds: ["the code `setup` is lost", "source has `setup`, target has `setpu`"])
    }

    @Test func codeThatOnlyTheTargetHas() throws {
        try expect(CodeSpan.self, "«Exécutez ⟦`setup`⟧.|Run the program.»", finds: ["the source does not"])
    }

    /// A full stop or a quote that one side took into the code is not a part of it.
    @Test func punctuationOfTheSentence() throws {
        try expect(CodeSpan.self, "«Tapez `otel`.|Type `otel.`»\n\n«Le nom `span`|The name `span\"`»")
        try expect(CodeSpan.self, "«Tapez ⟦`..`⟧|Type `.`»", finds: ["source has `.`"])
        try expect(CodeSpan.self, "«Tapez ⟦`a.b`⟧|Type `a.b.`»", finds: ["source has `a.b.`"])
    }

    /// A reader replaces `<name>`; a program reads these.
    @Test(arguments: [
        ("{1}", "{0}"), ("{% si %}", "{% if %}"), ("${nom}", "${name}"), ("{{ site.produit }}", "{{ site.product }}"),
    ])
    func whatAProgramReplaces(target: String, source: String) throws {
        let found = try findings(of: CodeSpan.self, in: "«Tapez `\(target)`.|Type `\(source)`.»")
        #expect(found.map(\.severity) == [.warning])
    }

    /// The backticks are outside of the pair.
    @Test func segmentsThatAreInTheCode() throws {
        for page in ["`⟦«Obtenir-Relais|Get-Relay»⟧`", "| «Nom|Name» |\n|---|\n| **`⟦«Obtenir-Relais|Get-Relay»⟧`** |"]
        {
            #expect(
                try findings(of: CodeSpan.self, in: page.replacing(/[⟦⟧]/, with: "")).map(\.message) == [
                    "the code differs: source has `Get-Relay`, target has `Obtenir-Relais`"
                ])
        }
        #expect(
            try findings(of: CodeSpan.self, in: "`Get-Help «Obtenir|Get» -Full` `«-Nom|-Name»`").map(\.severity) == [
                .warning, .warning,
            ])
        #expect(
            try findings(of: CodeSpan.self, in: "`«nom du serveur|server name»`").map(\.severity) == [.note])
        try expect(CodeSpan.self, "`«Get-Relay|Get-Relay»` `« a  b|a b»`")
    }

    @Test func orderAndBlanksDoNotMatter() throws {
        try expect(CodeSpan.self, "«`b` puis ` a`|`a ` then `b`»")
    }

    @Test func codeWithoutBackticksCaseAndProseAreNotes() throws {
        let page = """
            «Exécutez setup.|Run `setup`.»

            «Exécutez `Setup`.|Run `setup`.»

            «Tapez `nom du serveur`.|Type `server name`.»

            «Tapez `<nom>@contoso.com`.|Type `<name>@contoso.com`.»
            """
        let findings = try findings(of: CodeSpan.self, in: page)
        #expect(findings.map(\.severity) == [.note, .note, .note, .note])
    }
}
