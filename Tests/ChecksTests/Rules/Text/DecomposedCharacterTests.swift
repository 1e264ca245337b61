import Testing

@testable import Checks

@Suite struct DecomposedCharacterTests {
    @Test func onceAPage() throws {
        try expect(
            DecomposedCharacter.self, "«Autom⟦a\u{301}⟧tico|Automatic»\n\n«cafe\u{301} y te\u{301}|coffee and tea»",
            locale: "es-ES", finds: ["2 more on this page"])
        try expect(
            DecomposedCharacter.self, "«サー⟦ハ\u{3099}⟧ー|Server»", locale: "ja-JP",
            finds: ["is two characters, a letter and an accent"])
    }

    @Test func composedAndMarksOfOtherScripts() throws {
        try expect(DecomposedCharacter.self, "«Automático|Automatic»\n\n«e\u{301}|e\u{301}»", locale: "es-ES")
        try expect(DecomposedCharacter.self, "«שָׁלוֹם|peace»", locale: "he-IL")
    }
}
