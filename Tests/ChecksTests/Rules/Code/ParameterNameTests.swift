import Testing

@testable import Checks

/// Segments that are only a parameter, and names inside code blocks.
@Suite struct ParameterNameTests {
    @Test(arguments: [
        ("### ", "-Weiterleiten", "-Forward", ""), ("", "-Inkludera:", "-Include:", ""),
        ("| A |\n|---|\n| ", "-包括", "-Include", " |"), ("", "-転送", "-Forward", ""),
        ("<table><tr><td>", "-تضمين", "-Include", "</td></tr></table>"), ("- ", "--sortie", "--output", ""),
    ])
    func oneThatIsTranslated(before: String, target: String, source: String, after: String) throws {
        let name = target.replacing(":", with: "")
        let page = "\(before)«\(target.replacing(name, with: "⟦\(name)⟧"))|\(source)»\(after)"
        try expect(ParameterName.self, page, finds: ["the parameter differs"])
        let found = try findings(of: ParameterName.self, in: page)
        #expect(found.map(\.severity) == [.warning])
    }

    @Test func withAliasesAndMarkup() throws {
        try expect(
            ParameterName.self,
            """
            «⟦-Commande⟧ &#124; -c|-Command &#124; -c»

            «**⟦-Commande⟧**, **-c**|**-Command**, **-c**»

            «`⟦-Commande⟧`|`-Command`»

            «⟦-Titre⟧ [\\<PSTitle>]|-Title [\\<PSTitle>]»
            """, finds: ["-Commande", "-Commande", "-Commande", "-Titre"])
        try expect(
            ParameterName.self, "«-Command &#124; -c :|-Command &#124; -c:»\n\n«**-Include**|-Include»")
    }

    @Test(arguments: [
        "«- Inclure|- Include»", "«Ouvrez une session|Sign-in»", "«-5 degrés|-5 degrees»", "«/mois|/month»",
        "«- Commander le relais|-Order the relay»",
    ])
    func dashesWordsAndNumbersAreNone(page: String) throws {
        #expect(try findings(of: ParameterName.self, in: page).allSatisfy { $0.severity == .note })
    }

    @Test func inBoldBeforeItsDescription() throws {
        let found = try findings(of: ParameterName.self, in: "«**-Inclure** : inclut.|**-Include**: includes.»")
        #expect(found.map(\.severity) == [.warning])
    }

    @Test func namesInCodeBlocks() throws {
        let page = "```powershell\n«⟦Neu-FabRelay⟧ ⟦-Bezeichner⟧ r1|New-FabRelay -Identity r1»\n```\n"
        #expect(
            try findings(of: CommandName.self, in: page).map(\.message) == [
                "the command differs: source has New-FabRelay, target has Neu-FabRelay"
            ])
        #expect(
            try findings(of: ParameterName.self, in: page).map(\.message) == [
                "the parameter differs: source has -Identity, target has -Bezeichner"
            ])
        try expect(
            CommandName.self, "1. Then\n\n   ```\n   «Get-FabRelay r1 # un|Get-FabRelay r1 # one»\n   ```\n")
    }
}
