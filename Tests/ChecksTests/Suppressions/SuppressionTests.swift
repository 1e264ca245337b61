import Bitext
import TestSupport
import Testing

@testable import Checks

@Suite struct SuppressionTests {
    private func lines(_ page: String, _ rules: [any Rule.Type] = [Number.self, EmptyTarget.self]) throws -> [Int] {
        Checker(rules: rules.map { .init($0) }).check(
            try MarkedPage(page).tokenized()
        ).map(\.start.line)
    }

    private let fault = "«Patientez 50 minutes.|Wait 15 minutes.»\n"

    @Test func fromACommentToTheNextOne() throws {
        let page = fault + "<!-- diptych-disable number -->\n" + fault + "<!-- diptych-enable number -->\n" + fault
        #expect(try lines(page) == [1, 5])
    }

    @Test func withoutANameAllRules() throws {
        let page =
            "<!-- diptych-disable -->\n" + fault + "«|Stop.»\n<!-- diptych-enable number -->\n" + fault + "«|Go.»\n"
        #expect(try lines(page) == [5])
    }

    @Test func onlyTheNextLine() throws {
        let page = "<!-- diptych-disable-next-line number -->\n" + fault + fault
        #expect(try lines(page) == [3])
    }

    @Test func onlyTheLineOfTheComment() throws {
        let line = "«Patientez 50 minutes.|Wait 15 minutes.» <!-- diptych-disable-line number -->\n"
        #expect(try lines(line + fault) == [2])
        #expect(try lines("<!-- diptych-disable-line --> " + fault + fault) == [2])
    }

    /// Editors put empty lines around comments, and one line can need several.
    @Test func theNextLineIsNeitherEmptyNorAComment() throws {
        let number = "<!-- diptych-disable-next-line number -->\n"
        #expect(try lines(number + "\n" + fault + fault) == [4])
        #expect(try lines(number + "<!-- diptych-disable-next-line empty-target -->\n\n" + fault + fault) == [5])
        #expect(try lines("«Un.|One.» " + number + fault) == [])
        #expect(try lines(number.dropLast() + " " + fault + fault) == [1])
    }

    /// What is said of unused comments: the line, and the name of the rule.
    private func unused(_ page: String, _ rules: [any Rule.Type] = [Number.self, EmptyTarget.self]) throws -> [String] {
        Checker(rules: (rules + [UnusedSuppression.self]).map { .init($0) })
            .check(try MarkedPage(page).tokenized())
            .filter { $0.rule == "unused-suppression" }
            .map { "\($0.start.line) \($0.evidence.target ?? "all")" }
    }

    @Test(arguments: [
        // Used.
        ("<!-- diptych-disable number -->\nFAULT", []),
        ("<!-- diptych-disable -->\nFAULT", []),
        ("<!-- diptych-disable-next-line number -->\nFAULT", []),
        ("<!-- diptych-disable-line --> FAULT", []),
        ("<!-- diptych-disable number -->\nFAULT<!-- diptych-enable -->\n", []),
        // Not used.
        ("<!-- diptych-disable number -->\n«Un.|One.»\n", ["1 number"]),
        ("«Un.|One.»\n<!-- diptych-disable -->\n", ["2 all"]),
        ("FAULT<!-- diptych-disable-next-line number empty-target -->\nFAULT", ["2 empty-target"]),
        ("<!-- diptych-disable-line number -->\nFAULT", ["1 number"]),
        ("<!-- diptych-disable number -->\n<!-- diptych-enable -->\nFAULT", ["1 number"]),
        ("<!-- diptych-disable number -->\n<!-- diptych-disable number -->\nFAULT", ["2 number"]),
        ("<!-- diptych-disable number -->\n<!-- diptych-disable-next-line number -->\nFAULT", ["1 number"]),
        // Not known: the rule does not exist, is not on, or needs a lexicon or other pages.
        ("<!-- diptych-disable numbers link omission terminology inconsistent-translation -->\nFAULT", []),
        // Meant.
        ("<!-- diptych-disable unused-suppression -->\n<!-- diptych-disable number -->\n", []),
    ])
    func unusedCommentsAreSaid(_ page: String, _ expected: [String]) throws {
        let page = page.replacing("FAULT", with: fault)
        #expect(try unused(page, [Number.self, EmptyTarget.self, InconsistentTranslation.self]) == expected)
    }

    @Test func aCommentForAllRulesIsNotJudgedWithoutALexicon() throws {
        let page = "<!-- diptych-disable -->\n«Un.|One.»\n"
        #expect(try unused(page, [Number.self, Omission.self]) == [])
        #expect(try unused(page, [Number.self]) == ["1 all"])
    }

    @Test func otherRulesGoOn() throws {
        #expect(try lines("<!-- diptych-disable number -->\n«|Stop.»\n" + fault) == [2])
    }

    @Test func manyCommentsAreReadOnce() throws {
        let page = String(repeating: "<!-- diptych-disable number -->", count: 5_000) + "\n" + fault
        #expect(try lines(page).isEmpty)
        let next = String(repeating: "<!-- diptych-disable-next-line number -->\n\n", count: 5_000) + fault
        #expect(try lines(next).isEmpty)
        #expect(try unused(next).count == 4_999)
    }
}
