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

    @Test func aCommentThatIsNone() throws {
        try expect(
            UnknownRule.self, "<!-- diptych-⟦disble⟧ number -->\n\n<!--diptych-⟦disable-nextline⟧-->\n",
            finds: [
                "no comment is called “diptych-disble”; did you mean `diptych-disable`?",
                "no comment is called “diptych-disable-nextline”; did you mean `diptych-disable-next-line`?",
            ])
        try expect(
            UnknownRule.self, "<!--diptych-disable-->\n\n<!-- diptych-disable-line: number -->\n\ndiptych-disble\n")
    }

    /// Rules of other linters.
    @Test(arguments: ["line-length", "no-inline-html"]) func aNameThatIsLikeNone(name: String) throws {
        try expect(
            UnknownRule.self, "<!-- diptych-disable ⟦\(name)⟧ -->\n", finds: ["no rule is called “\(name)”"])
    }

    /// Without its name, the comment would be about all rules.
    @Test func aNameThatIsNotASCII() throws {
        try expect(
            UnknownRule.self, "<!-- diptych-disable ⟦中文⟧，number、⟦été-2⟧ -->\n",
            finds: ["no rule is called “中文”", "no rule is called “été-2”"])
    }
}
