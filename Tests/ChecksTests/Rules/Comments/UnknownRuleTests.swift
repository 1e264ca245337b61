import Testing

@testable import Checks

@Suite struct UnknownRuleTests {
    @Test func aNameThatNobodyHas() throws {
        try expect(
            UnknownRule.self, "<!-- diptych-disable ⟦numbers⟧ number -->\n",
            finds: ["no rule is called “numbers”; did you mean `number`?"])
    }

    @Test func aNameThatIsNearToNone() throws {
        try expect(
            UnknownRule.self, "<!-- diptych-disable-line ⟦nubmer⟧ ⟦zzzzzzzzzzzz⟧ -->\n",
            finds: ["no rule is called “nubmer”; did you mean `number`?", "no rule is called “zzzzzzzzzzzz”"])
    }
}
