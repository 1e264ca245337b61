import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// Docs/markup.md, "The pair": the places where pairs stand. Split first, parse after: Markdown does not matter here.
@Suite struct PairPlaceTests {
    @Test func inListsQuotesAndAlerts() throws {
        let page = try read(
            """
            1. \(pair("104", "Ouvrez.", "Open."))
               > [!NOTE]
               > \(pair("105", "Lisez.", "Read."))

            """)
        #expect(page.string(.target) == "1. Ouvrez.\n   > [!NOTE]\n   > Lisez.\n")
        #expect(page.string(.source) == "1. Open.\n   > [!NOTE]\n   > Read.\n")
        #expect(page.report == [])
    }

    @Test func inTableCells() throws {
        let page = try read("|" + pair("104", "Nom", "Name") + "|" + pair("105", "Rôle", "Role") + "|\n|---|---|\n")
        #expect(page.string(.target) == "|Nom|Rôle|\n|---|---|\n")
        #expect(page.string(.source) == "|Name|Role|\n|---|---|\n")
    }

    @Test func inHTMLTablesAndDefinitionLists() throws {
        let page = try read(
            "<td>" + pair("104", "Oui", "Yes") + "</td>\n<dl><dt>" + pair("105", "a", "b") + "</dt></dl>")
        #expect(page.string(.target) == "<td>Oui</td>\n<dl><dt>a</dt></dl>")
        #expect(page.string(.source) == "<td>Yes</td>\n<dl><dt>b</dt></dl>")
    }

    @Test func insideAFence() throws {
        let page = try read("```powershell\n# " + pair("104", "Démarre", "Starts") + "\nGet-Item\n```\n")
        #expect(page.pairs == ["104: Démarre | Starts"])
        #expect(page.string(.target) == "```powershell\n# Démarre\nGet-Item\n```\n")
    }

    @Test func aroundAnImageOrAWholeLink() throws {
        let page = try read(
            "![" + pair("104", "Écran", "Screen") + "](a.png) " + pair("105", "[Aide](b.md)", "[Help](b.md)"))
        #expect(page.string(.target) == "![Écran](a.png) [Aide](b.md)")
        #expect(page.string(.source) == "![Screen](a.png) [Help](b.md)")
    }

    @Test func overSeveralLinesAndItems() throws {
        let page = try read(
            "- " + pair("104", "[Get-A](a.md)\n- [Get-B](b.md)", "[Get-A](a.md)\n- [Get-B](b.md)\n- [Get-C](c.md)")
                + "\n")
        #expect(page.pairs == ["104: [Get-A](a.md)⏎- [Get-B](b.md) | [Get-A](a.md)⏎- [Get-B](b.md)⏎- [Get-C](c.md)"])
        #expect(page.string(.source) == "- [Get-A](a.md)\n- [Get-B](b.md)\n- [Get-C](c.md)\n")
        #expect(page.report == [])
    }
}
