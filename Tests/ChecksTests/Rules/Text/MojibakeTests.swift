import Testing

@testable import Checks

@Suite struct MojibakeTests {
    @Test func accentsReadAsTwoCharacters() throws {
        try expect(Mojibake.self, "«s⟦Ã©⟧lectionnÃ©|selected»", finds: ["“Ã©”"])
        try expect(Mojibake.self, "«l⟦â€™⟧outil|the tool»", finds: ["“â€™”"])
        try expect(Mojibake.self, "«f⟦Ã¼⟧r|for»", locale: "de-DE", finds: ["“Ã¼”"])
    }

    @Test func otherScriptsInTheirOwnLanguages() throws {
        try expect(Mojibake.self, "«⟦Ð¿⟧Ñ€Ð¸|at»", locale: "ru-RU", finds: ["“Ð¿”"])
        try expect(Mojibake.self, "«⟦ã‚µ⟧|server»", locale: "ja-JP", finds: ["“ã‚µ”"])
    }

    @Test func lettersThatOnlyLookLikeIt() throws {
        // Read as bytes, the last three characters are a Chinese one.
        try expect(Mojibake.self, "«l'accès refus&eacute;, puis refusé\u{A0}\u{BB}\u{A0}.|access denied.»")
        try expect(Mojibake.self, "«ÂNGULO, NÃO, ÇA|angle, no, that»", locale: "pt-BR")
    }

    @Test func theSourceShowsItToo() throws {
        try expect(Mojibake.self, "«Le texte Ã© est faux.|The text Ã© is wrong.»")
    }
}
