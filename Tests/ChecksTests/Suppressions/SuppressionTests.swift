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

    @Test func otherRulesGoOn() throws {
        #expect(try lines("<!-- diptych-disable number -->\n«|Stop.»\n" + fault) == [2])
    }

    @Test func manyCommentsAreReadOnce() throws {
        let page = String(repeating: "<!-- diptych-disable number -->", count: 5_000) + "\n" + fault
        #expect(try lines(page).isEmpty)
    }
}
