import Bitext
import TestSupport
import Testing

@testable import Checks

@Suite struct PairRuleTests {
    private func rules(_ page: String) throws -> [String] {
        Checker().check(try read(page).tokenized()).map(\.rule)
    }

    @Test func damageOfPairs() throws {
        #expect(try rules(targetHalf("101", "Oui") + sourceHalf("102", "Yes")) == ["unequal-ids"])
        #expect(try rules(sourceHalf("101", "Yes") + "\n") == ["missing-target"])
        #expect(try rules(pair("101", "Oui.", "Yes.") + " " + pair("101", "Non.", "No.")) == ["duplicate-id"])
        #expect(
            try rules(pair("101", "Oui", "Yes").replacing("\"><span data-stu", with: "&quot;><span data-stu")).contains(
                "damaged-attribute"))
    }

    @Test func aDashIsSomethingAndWideBlanksAreNothing() throws {
        #expect(try rules(pair("101", "–", "N/A")) == [])
        #expect(try rules(pair("101", "\u{2003}\u{A0}\u{3000}", "N/A")) == ["empty-target"])
    }

    @Test func gapsAndFallingNumbersAreNormal() throws {
        #expect(try rules(pair("150", "Oui.", "Yes.") + " " + pair("103", "Non.", "No.")) == [])
    }

    @Test func codeThatAWordProcessorTouched() throws {
        let page = try read("```powershell\nSet-Job -Name “a”\n```\n").tokenized(locale: nil)
        let found = Checker(rules: [.init(TypographicCode.self)]).check(page)
        #expect(found.map(\.message) == ["typographic quote in code, and 1 more in this block"])
    }
}
