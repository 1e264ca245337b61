import Bitext
import TestSupport
import Testing

@testable import Checks

@Suite struct FrontMatterRuleTests {
    private func found(_ frontMatter: String, path: String = "docs/fr-FR/page.md", _ rule: any Rule.Type) throws
        -> [Finding]
    {
        let page =
            "---\n\(frontMatter)\n---\n# «Configurer le relais|Set up the relay»\n\n«Oui, bien sûr.|Yes, of course.»\n"
        return Checker(rules: [.init(rule)]).check(try MarkedPage(page).tokenized(path: path, locale: nil))
    }

    @Test func titles() throws {
        let bad = try found("title: Set up the relay\nms.contentlocale: fr-FR", UntranslatedTitle.self)
        #expect(bad.map(\.start.line) == [2])
        #expect(try found("title: Configurer le relais\nms.contentlocale: fr-FR", UntranslatedTitle.self).isEmpty)
    }

    /// The title of a page about a name is that name, whatever its heading became.
    @Test func namesAsTitles() throws {
        for name in ["about_Relay", "Get-FabRelay", "Contoso.Relay"] {
            let page = "---\ntitle: \(name)\nms.contentlocale: fr-FR\n---\n# «à propos de relais|\(name)»\n"
            #expect(Checker(rules: [.init(UntranslatedTitle.self)]).check(try MarkedPage(page).tokenized()).isEmpty)
        }
    }

    @Test func descriptions() throws {
        let bad = try found(
            "ms.contentlocale: fr-FR\ndescription: Learn how to set up the relay that you need.",
            UntranslatedDescription.self)
        #expect(bad.map(\.start.line) == [3])
        #expect(
            try found(
                "ms.contentlocale: de-DE\ndescription: Erfahren Sie, wie Sie Skype for Business in Windows einrichten.",
                UntranslatedDescription.self
            ).isEmpty)
    }

    @Test(arguments: [
        ("title: Relais en C # et F #", " C”"), ("title: # plus tard", "“”"),
        ("description: Le relais\t# 5", "relais”"),
    ])
    func commentsThatCutOffAText(line: String, kept: String) throws {
        let bad = try found("ms.contentlocale: fr-FR\n\(line)", FrontMatterComment.self)
        #expect(bad.map(\.start.line) == [3])
        #expect(bad.first?.message.contains(kept) == true)
        #expect(bad.first?.evidence.target?.hasPrefix("#") == true)
    }

    @Test(arguments: [
        "title: \"Relais en C # et F #\"", "title: 'C # 5'", "title: C# et F#",
        "title: Le relais #5 # x".replacing(" #", with: "#"),
        "ms.date: 01/02/2026 # plus tard", "title: >\n  Relais en C # et F #", "# title: x",
    ])
    func commentsThatCutOffNothing(line: String) throws {
        #expect(try found("ms.contentlocale: fr-FR\n\(line)", FrontMatterComment.self).isEmpty)
    }

    @Test func locales() throws {
        #expect(try found("ms.contentlocale: de-DE", ContentLocale.self).map(\.severity) == [.warning])
        #expect(try found("title: x", ContentLocale.self).map(\.severity) == [.warning])
        #expect(try found("title: x", path: "page.md", ContentLocale.self).map(\.severity) == [.note])
        #expect(try found("ms.contentlocale: fr-FR", ContentLocale.self).isEmpty)
        #expect(try found("ms.contentlocale: fr", ContentLocale.self).map(\.severity) == [.note])
    }
}
