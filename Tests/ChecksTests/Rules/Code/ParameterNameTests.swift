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

    @Test(arguments: [
        ("## ", "-Nom – Le nom.", "-Name – The name."), ("### ", "-Nom : le nom", "-Name: The name"),
        ("- ", "-Nom — Le nom.", "-Name — The name."), ("1. ", "-Nom - Le nom.", "-Name - The name."),
        ("> * ", "**-Nom** : le nom", "**-Name**: The name"),
        ("* ", "-Nom \\<Texte> : le nom", "-Name \\<Text>: The name"),
    ])
    func oneThatIsDescribed(before: String, target: String, source: String) throws {
        let found = try findings(of: ParameterName.self, in: "\(before)«\(target)|\(source)»")
        #expect(found.map(\.severity) == [.warning])
        try expect(ParameterName.self, "\(before)«\(target.replacing("-Nom", with: "-Name"))|\(source)»")
    }

    /// A hyphen at the start of a paragraph, or a slash far from any command, may be none of a parameter.
    @Test(arguments: [
        "«-Remarque : le nom|-Note: The name»", "- «- Remarque : le nom|- Note: The name»",
        "- «/mois : le prix|/month: The price»", "- «-Commander le relais|-Order the relay»",
    ])
    func aWordAndAColon(page: String) throws {
        #expect(try findings(of: ParameterName.self, in: page).allSatisfy { $0.severity == .note })
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

    /// A blank after the sign makes an operand of the name.
    @Test(arguments: [
        ("Utilisez le paramètre - ComputerName.", "Use the -ComputerName parameter."),
        ("Utilisez Get-Relay avec - ComputerName.", "Use Get-Relay with -ComputerName."),
        ("Le paramètre **- ComputerName** est requis.", "The **-ComputerName** parameter is required."),
        ("Utilisez - - name pour filtrer.", "Use --name to filter."),
        ("Utilisez -- name pour filtrer.", "Use --name to filter."),
    ])
    func aBlankAfterTheSign(target: String, source: String) throws {
        let found = try findings(of: ParameterName.self, in: "«\(target)|\(source)»")
        #expect(found.map(\.severity) == [.warning])
        let lost = try findings(of: ParameterName.self, in: "«Utilisez ComputerName ici.|Use -ComputerName here.»")
        #expect(lost.map(\.severity) == [.note])
    }

    @Test(arguments: [
        "«- Inclure|- Include»", "«Ouvrez une session|Sign-in»", "«-5 degrés|-5 degrees»", "«/mois|/month»",
        "«- Commander le relais|-Order the relay»",
    ])
    func dashesWordsAndNumbersAreNone(page: String) throws {
        #expect(try findings(of: ParameterName.self, in: page).allSatisfy { $0.severity == .note })
    }

    /// A piece of a list of words, which no command is near.
    @Test(arguments: [
        ("fr-FR", "/Filtres", "/Filters"), ("ja-JP", "/フィルター", "/Filters"), ("zh-CN", "/筛选器", "/Filters"),
        ("fr-FR", "/mois", "/month"),
    ])
    func aWordAfterASlash(locale: String, target: String, source: String) throws {
        let page = "## «Onglets|Tabs»\n\n«\(target)|\(source)»\n\n«Un texte ici|Some text here»"
        try expect(ParameterName.self, page, locale: locale)
    }

    @Test func aHeadingThatIsASlashAndAWord() throws {
        for (target, source) in [("/Seite", "/page"), ("/Monat", "/month")] {
            try expect(ParameterName.self, "## «\(target)|\(source)»\n\n«Ein Text|Some text»", locale: "de-DE")
        }
        let found = try findings(of: ParameterName.self, in: "## «/sortie|/out»\n\n«Un texte|Some text»")
        #expect(found.map(\.severity) == [.warning])
        let near = "## «/mois|/month»\n\n«Exécutez setup.exe ainsi :|Run setup.exe like this:»"
        #expect(try findings(of: ParameterName.self, in: near).map(\.severity) == [.warning])
    }

    @Test(arguments: ["«Exécutez setup.exe ainsi :|Run setup.exe like this:»", "## «Commutateur|Switch»"])
    func aWordAfterASlashNearACommand(before: String) throws {
        let found = try findings(of: ParameterName.self, in: "\(before)\n\n«/Silencieux|/Quiet»")
        #expect(found.map(\.message) == ["the parameter differs: source has /Quiet, target has /Silencieux"])
        #expect(found.map(\.severity) == [.warning])
    }

    /// The source lacks the end of a sentence after a parameter.
    @Test func aParameterGluedToAWord() throws {
        try expect(
            ParameterName.self,
            """
            «Exécutez a.exe /CreateStore. Ouvrez-le pour vérifier.|Run a.exe /CreateStoreTo verify it, open it.»

            «Exécutez `a.exe /CreateStore` et vérifiez.|Run a.exe /CreateStoreTo verify it, open it.»
            """)
        try expect(
            ParameterName.self, "«実行：a.exe /CreateStore。確認します。|Run a.exe /CreateStoreTo verify it, open it.»",
            locale: "ja-JP")
        let lost = "«Exécutez a.exe /CreateStore relais ici.|Run a.exe /CreateStoreTo relay here.»"
        #expect(
            try findings(of: ParameterName.self, in: lost).map(\.message) == ["the parameter /CreateStoreTo is lost"])
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

    @Test func aListThatBecameALine() throws {
        try expect(
            ParameterName.self, "«Plan B   -Groupe de relais 1     - Port 3|Plan B   -RelayGroup 1     - Port 3»")
        #expect(try !findings(of: ParameterName.self, in: "«Exécutez-le avec 1|Run it with -RelayGroup 1»").isEmpty)
    }

    /// With a value, with a remark, in a link, as a heading.
    @Test(arguments: [
        ("«⟦-cible⟧:bibliothèque|-target:library»", "source has -target, target has -cible"),
        ("«⟦-avertissement⟧:4|-warn:4»", "source has -warn, target has -avertissement"),
        ("«⟦--sortie⟧ FICHIER|--output FILE»", "source has --output, target has --sortie"),
        ("«⟦-Forcer⟧ (facultatif)|-Force (optional)»", "source has -Force, target has -Forcer"),
        ("«**⟦-référence⟧** (options du compilateur)|**-reference** (compiler options)»", "target has -référence"),
        ("«[⟦-Forcer⟧](a.md)|[-Force](a.md)»", "source has -Force, target has -Forcer"),
        ("## «⟦/sortie⟧|/out»", "source has /out, target has /sortie"),
    ])
    func aloneWithItsValue(page: String, message: String) throws {
        try expect(ParameterName.self, page, finds: [message])
    }

    @Test(arguments: [
        "«-Path (obligatoire)|-Path (required)»", "«-Name (alias : -n)|-Name (alias: -n)»",
        "«--output FICHIER|--output FILE»", "«/mois|/month»", "«\\*/pagemaître|\\*/masterpage»",
        "«-Confirm:$false|-Confirm:$false »",
    ])
    func aloneAndRight(page: String) throws { try expect(ParameterName.self, page) }
}
