import Testing

@testable import Checks

@Suite struct UnknownRuleTests {
    @Test func aNameThatNobodyHas() throws {
        try expect(
            UnknownRule.self, "<!-- diptych-disable ⟦numbers⟧ number -->\n", finds: ["no rule is called “numbers”"])
    }
}
