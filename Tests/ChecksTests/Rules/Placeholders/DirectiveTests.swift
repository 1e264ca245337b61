import Testing

@testable import Checks

@Suite struct DirectiveTests {
    /// Hugo reads `{{<` and `>}}` only without blanks inside.
    @Test(arguments: ["{{< ref \"mast.md\" > }}", "{{ < ref \"mast.md\" >}}", "{{ < ref \"mast.md\" > }}"])
    func shortcodesWithBlanksInTheirBrackets(broken: String) throws {
        let found = try findings(of: Directive.self, in: "«Voir \(broken) ici.|See {{< ref \"mast.md\" >}} here.»")
        #expect(found.map(\.message) == ["{{< ref \"mast.md\" >}} is broken"])
        try expect(Directive.self, "«Voir {{<ref \"mast.md\">}} ici.|See {{< ref \"mast.md\" >}} here.»")
    }

    @Test func pairedShortcodesWithBlanksInTheirBrackets() throws {
        let found = try findings(
            of: Directive.self, in: "«{{% note % }}Attendez.{{% /note %}}|{{% note %}}Wait.{{% /note %}}»")
        #expect(found.count == 1)
    }

    @Test func namesOfAdmonitions() throws {
        try expect(
            Directive.self, "«⟦:::remarque⟧|:::note»\n\n«Un|One»\n\n:::\n", finds: [":::note is lost"])
        try expect(Directive.self, "«:::note[Remarque]|:::note[Note]»\n\n«Un|One»\n\n:::\n")
        try expect(Directive.self, "«:::note Remarque|:::note Take note»\n\n«Un|One»\n\n:::\n")
    }

    @Test func variablesThatDifferInCase() throws {
        for (target, source) in [("%(Name)s", "%(name)s"), ("${Name}", "${name}"), ("{{ Name }}", "{{ name }}")] {
            let found = try findings(of: Directive.self, in: "«\(target) est là.|\(source) is here.»")
            #expect(found.map(\.severity) == [.warning])
        }
    }

    @Test func namesThatAreNotLocalized() throws {
        try expect(
            Directive.self, "«Ouvrez ⟦[!DNL Cible]⟧.|Open [!DNL Goal].»",
            finds: ["source has [!DNL Goal], target has [!DNL Cible]"])
        try expect(Directive.self, "«Ouvrez [!DNL  Goal] ici.|Open [!DNL Goal] and [!DNL ] here.»")
    }

    /// Markdown reads no link because of the blanks.
    @Test func destinationsThatBeginWithAVariable() throws {
        try expect(
            Directive.self, "«Voir [ici](⟦{{ site.base }}/mats/⟧).|See [here]({{ site.base }}/masts/).»",
            finds: ["differs"])
        try expect(
            Directive.self, "«Voir [ici]({{ site.base }}/fr/masts/#le-mat).|See [here]({{ site.base }}/masts/#mast).»")
        try expect(Directive.self, "«Voir {{ site.base }}/mats/.|See {{ site.base }}/masts/.»")
    }

    @Test func oneThatIsLost() throws {
        try expect(
            Directive.self, "«⟦Utilisez maintenant.⟧|Use [!INCLUDE [relay](../includes/relay.md)] now.»",
            finds: ["[!INCLUDE [relay](../includes/relay.md)] is lost"])
        try expect(
            Directive.self, "«Ouvrez [! INCLUDE [x](⟦../a/relay.md⟧)].|Open [!INCLUDE [x](../a/relay.md)].»",
            finds: ["is broken"])
    }

    @Test(arguments: [
        ("[!INCLUDE[a](../b/old.md)]", "[!INCLUDE[a](../b/new.md)]"),
        ("[!code-csharp[Main](a.cs?range=1-6)]", "[!code-csharp[Main](a.cs?range=1-5)]"),
        ("[!VIDEO https://contoso.com/2]", "[!VIDEO https://contoso.com/1]"),
        ("[!div classe=\"a\"]", "[!div class=\"a\"]"),
        (":::no-loc text=\"Moniteur\":::", ":::no-loc text=\"Monitor\":::"),
        (":::zone pivot=\"fenêtres\"", ":::zone pivot=\"windows\""),
        (
            ":::image type=\"contenu\" source=\"a.png\" alt-text=\"A\":::",
            ":::image type=\"content\" source=\"a.png\" alt-text=\"A\":::"
        ),
        ("::: moniker range=\"a-7\"", "::: moniker range=\"a-8\""),
        ("{{< réf \"page\" >}}", "{{< ref \"page\" >}}"), ("{{% remarque %}}", "{{% note %}}"),
        ("{% inclure note.html %}", "{% include note.html %}"), ("{{ nom }}", "{{ name }}"),
        ("%(nom)s", "%(name)s"), ("${nom}", "${name}"),
    ])
    func oneThatChanged(target: String, source: String) throws {
        try expect(Directive.self, "«Voir ⟦\(target)⟧|See \(source) now»", finds: ["the directive differs"])
        try expect(
            Directive.self, "<table><tr><td>«Voir ⟦\(target)⟧|See \(source) now»</td></tr></table>",
            finds: ["the directive differs"])
    }

    @Test(arguments: [
        ("[!INCLUDE [titre](../b/a.md)]", "[!INCLUDE[title](../b/a.md)]"),
        ("[!VIDEO https://contoso.com/fr-fr/1]", "[!VIDEO https://contoso.com/en-us/1]"),
        (":::image source=\"a.png\" alt-text=\"Le menu\":::", ":::image source=\"a.png\" alt-text=\"The menu\":::"),
        ("{{<figure src=\"a.png\" alt=\"Le menu\">}}", "{{< figure src=\"a.png\" alt=\"The menu\" >}}"),
        ("{{name}}", "{{ name }}"), ("`[!INCLUDE [a](c.md)]`", "`[!INCLUDE [a](b.md)]`"),
        ("{% octicon \"gear\" aria-label=\"Roue\" %}", "{% octicon \"gear\" aria-label=\"The gear\" %}"),
        ("\\[!DNL Relais]", "\\[!DNL Relay]"),
        ("[^1] [! 5] 50 %(de)", "[^1] [! 5] 50 %(of)"), ("[!NOTE]", "[!NOTE]"),
    ])
    func whatIsTheSame(target: String, source: String) throws {
        try expect(Directive.self, "«Voir \(target)|See \(source) now»")
    }

    /// A directive between two segments belongs to the sentence, and words are reordered.
    @Test func oneThatIsBesideTheSegment() throws {
        try expect(
            Directive.self, "[!INCLUDE [a](a.md)]«'daki yetenekler|capabilities in [!INCLUDE [a](a.md)] are»",
            locale: "tr-TR")
    }

    /// Markdown shows what is behind a backslash.
    @Test(arguments: [
        ("\\[!DNL Fabrikam]", "[!DNL Fabrikam]"), ("\\:::no-loc text=\"Relay\":::", ":::no-loc text=\"Relay\":::"),
        ("\\[!INCLUDE [a](relay.md)]", "[!INCLUDE [a](relay.md)]"),
    ])
    func oneThatIsEscaped(target: String, source: String) throws {
        let found = try findings(of: Directive.self, in: "«Voir \(target)|See \(source) now»")
        #expect(found.map(\.message).allSatisfy { $0.hasSuffix("is broken") } && found.count == 1)
    }

    @Test func oneThatOnlyTheTargetHas() throws {
        try expect(
            Directive.self, "«Voir ⟦[!INCLUDE [a](b.md)]⟧.|See it.»", finds: ["the source does not"])
    }

    @Test func caseOnlyIsANote() throws {
        let found = try findings(of: Directive.self, in: "«Voir [!INCLUDE [a](B.md)]|See [!INCLUDE [a](b.md)]»")
        #expect(found.map(\.severity) == [.note])
    }

    /// A dollar sign ends one formula, and a brace begins what was torn out of another.
    @Test func aFormulaIsNoVariable() throws {
        try expect(Directive.self, "«Voir $ x ${\\ sum_k} ici|See $x\\sum_k$ here»")
    }
}
