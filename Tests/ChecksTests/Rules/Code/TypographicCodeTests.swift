import Code
import TestSupport
import Testing

@testable import Checks

@Suite struct TypographicCodeTests {
    @Test func quotesOfAttributes() throws {
        try expect(
            TypographicCode.self, "«Voir <a href=⟦“⟧a.md”>ici</a>.|See <a href=\"a.md\">here</a>.»",
            finds: ["“ around the value of an attribute"])
        try expect(
            TypographicCode.self, "«Le <img src=⟦‘⟧a.png’> mât.|The <img src='a.png'> mast.»",
            finds: ["around the value of an attribute"])
        try expect(
            TypographicCode.self,
            "«Voir <a href=\"a.md\">x=“y”</a>.|See <a href=\"a.md\">x=\"y\"</a>.»\n\n«Le `<a href=“a”>`|The <b>a</b>»")
    }

    /// Nobody runs MOF.
    @Test(arguments: [("mof", Finding.Severity.note), ("bash", .warning)])
    func codeThatIsOnlyRead(language: String, severity: Finding.Severity) throws {
        let found = try findings(
            of: TypographicCode.self, in: "«Tapez :|Type:»\n\n```\(language)\ninstance\u{A0}of MSFT_Mast {};\n```\n")
        #expect(found.map(\.severity) == [severity])
    }

    @Test func aBlockIsReportedOnce() throws {
        let page = "«Tapez :|Type:»\n\n```powershell\nSet-Job -Name “a”\n```\n"
        let found = try findings(of: TypographicCode.self, in: page)
        #expect(found.map(\.message) == ["typographic quote in code, and 1 more in this block"])
        #expect(found.map(\.severity) == [.warning])
    }

    @Test func inlineCommandsAndParametersAreNotes() throws {
        let page = """
            «Exécutez `Set-Relay ⟦–⟧Name “a”`.|Run `Set-Relay -Name "a"`.»

            «Utilisez `⟦–⟧Force`.|Use `-Force`.»

            «Utilisez **`⟦—⟧Force`**.|Use **`-Force`**.»

            «Exécutez `Get-Relay⟦\u{A0}⟧-All`.|Run `Get-Relay -All`.»
            """
        try expect(
            TypographicCode.self, page,
            finds: [
                "en dash in code, and 2 more in this code", "en dash in code", "em dash in code",
                "no-break space in code",
            ])
        #expect(try findings(of: TypographicCode.self, in: page).allSatisfy { $0.severity == .note })
    }

    @Test(arguments: [
        ("Set-Job -Name « a »", "Set-Job -Name \"a\"", 1), ("Set-Job -Name «a»", "Set-Job -Name \"a\"", 1),
        ("Write-Host \"le « a »\"", "Write-Host \"the a\"", 0), ("# Le « a »", "# The \"a\"", 0),
    ])
    func guillemets(target: String, source: String, count: Int) throws {
        let page = "```powershell\n" + pair("101", target, source) + "\n```\n"
        let tokenized = try read(page).tokenized(locale: "fr-FR")
        #expect(Checker(rules: [.init(TypographicCode.self)]).check(tokenized).count == count)
    }

    @Test func otherInlineCodeCanHaveThem() throws {
        try expect(
            TypographicCode.self,
            """
            «Sélectionnez `Nom – Adresse`, `l’adresse` et `“a”`.|Select `Name - Address`, `address` and `"a"`.»

            «De `1–5` ou `–5`, `a – b`.|From `1-5` or `-5`, `a - b`.»
            """)
    }

    /// Comments and texts are for people.
    @Test(arguments: [
        ("js", "let a = 1; // an “apple” – red"), ("json", "{\"a\": \"one — two’s\"}"), ("yaml", "a: 1 # an “apple”"),
        ("bash", "ls # an “apple”"), ("csharp", "/// An “apple” – red."), ("python", "a = \"one – two\" # “three”"),
    ])
    func commentsAndTexts(language: String, code: String) throws {
        #expect(TypographicCharacters.find(in: Array(code.utf8), declared: language) == [])
    }

    @Test(arguments: [
        ("js", "let a = “apple”;"), ("bash", "grep \"a – b\""), ("bash", "curl https://a.example.com –v"),
        ("powershell", "Get-Item –Path a"), ("html", "<div\u{A0}id=\"a\">"),
        ("js", "open(\"http://a.example.com\") – 1"),
        ("js", "a = \"C:\\\\\" – b"),
    ])
    func elsewhere(language: String, code: String) throws {
        #expect(!TypographicCharacters.find(in: Array(code.utf8), declared: language).isEmpty)
    }
}
