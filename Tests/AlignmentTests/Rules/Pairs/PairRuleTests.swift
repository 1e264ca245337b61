import Bitext
import Testing

@testable import Alignment

@Suite struct PairRuleTests {
    private func rules(_ page: String) throws -> [String] {
        Checker().check(BilingualPage(try Page(Array(page.utf8)), path: "page.md", locale: "fr-FR")).map(\.rule)
    }

    private func pair(_ target: String, _ source: String, _ id: String = "1a2b3-101", _ other: String? = nil) -> String
    {
        "<span data-ttu-id=\"\(id)\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"\(other ?? id)\">\(source)</span></span>"
    }

    @Test func damageOfPairs() throws {
        #expect(try rules(pair("Oui", "Yes", "1a2b3-101", "1a2b3-102")) == ["unequal-ids"])
        #expect(
            try rules("<span class=\"sxs-lookup\"><span data-stu-id=\"1a2b3-101\">Yes</span></span>\n") == [
                "missing-target"
            ])
        #expect(try rules(pair("Oui.", "Yes.") + " " + pair("Non.", "No.")) == ["duplicate-id"])
        #expect(
            try rules(pair("Oui", "Yes").replacing("\"><span data-stu", with: "&quot;><span data-stu")).contains(
                "damaged-attribute"))
    }

    @Test func aDashIsSomethingAndWideBlanksAreNothing() throws {
        #expect(try rules(pair("–", "N/A")) == [])
        #expect(try rules(pair("\u{2003}\u{A0}\u{3000}", "N/A")) == ["empty-target"])
    }

    @Test func gapsAndFallingNumbersAreNormal() throws {
        #expect(try rules(pair("Oui.", "Yes.", "1a2b3-150") + " " + pair("Non.", "No.", "1a2b3-103")) == [])
    }

    @Test func codeThatAWordProcessorTouched() throws {
        let found = Checker(rules: [.init(TypographicCode.self)]).check(
            BilingualPage(try Page(Array("```powershell\nSet-Job -Name “a”\n```\n".utf8)), path: "page.md"))
        #expect(found.map(\.message) == ["typographic quote in code, and 1 more in this block"])
    }
}
