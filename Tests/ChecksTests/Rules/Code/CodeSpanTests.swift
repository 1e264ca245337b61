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
