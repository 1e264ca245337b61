import Testing

@testable import Checks

@Suite struct InvisibleCharacterTests {
    @Test func zeroWidthCharacters() throws {
        try expect(InvisibleCharacter.self, "«ser⟦\u{200B}⟧veur|server»", finds: ["U+200B (zero-width space)"])
        try expect(
            InvisibleCharacter.self, "«le ⟦\u{FEFF}⟧serveur et le re⟦\u{AD}⟧lais|the server and the relay»",
            finds: ["U+FEFF", "U+00AD"])
    }

    @Test func severalAreOneFault() throws {
        try expect(InvisibleCharacter.self, "«操作⟦\u{200B}\u{200B}⟧|Operation»", locale: "ja-JP", finds: ["U+200B"])
    }

    @Test func overridesEverywhere() throws {
        try expect(InvisibleCharacter.self, "«ser⟦\u{202E}⟧veur|server»", finds: ["U+202E"])
        try expect(InvisibleCharacter.self, "«שר⟦\u{202E}⟧ת|server»", locale: "he-IL", finds: ["U+202E"])
    }

    @Test func joinersAndMarksWhereTheyBelong() throws {
        try expect(InvisibleCharacter.self, "«می\u{200C}شود|becomes»", locale: "fa-IR")
        try expect(InvisibleCharacter.self, "«השרת \u{200F}(חדש)|the server (new)»", locale: "he-IL")
        try expect(InvisibleCharacter.self, "«Une \u{1F469}\u{200D}\u{1F4BB} travaille.|She works.»")
        try expect(InvisibleCharacter.self, "«ser⟦\u{200D}⟧veur|server»", finds: ["U+200D"])
    }

    @Test func directionMarksInLeftToRightText() throws {
        for (locale, page) in [
            ("tr-TR", "«Relay⟦\u{200E}⟧ seçin.|Select Relay.»"), ("fr-FR", "«⟦\u{200F}⟧Le relais.|The relay.»"),
            ("de-DE", "«Wählen Sie **Relay**⟦\u{61C}⟧ aus.|Select **Relay**.»"),
            ("ja-JP", "«Relay⟦\u{200E}⟧ を選択します。|Select Relay.»"),
        ] {
            try expect(InvisibleCharacter.self, page, locale: locale, finds: ["mark)"])
            #expect(try findings(of: InvisibleCharacter.self, in: page, locale: locale).allSatisfy { $0.fix != nil })
        }
        try expect(InvisibleCharacter.self, "«Le nom\u{200E} עברית\u{200F}.|The name in Hebrew.»")
        try expect(InvisibleCharacter.self, "«Le relais\u{200E}.|The relay\u{200E}.»")
        try expect(InvisibleCharacter.self, "«Relay\u{200E}, עברית|Relay, Hebrew»", locale: "he-IL")
    }

    @Test func isolatesThatAreClosed() throws {
        try expect(InvisibleCharacter.self, "«השרת \u{2066}Contoso\u{2069} פועל|Contoso runs»", locale: "he-IL")
        try expect(
            InvisibleCharacter.self, "«השרת ⟦\u{2066}⟧Contoso פועל|Contoso runs»", locale: "he-IL", finds: ["U+2066"])
    }

    @Test func embeddingsThatAreClosed() throws {
        for locale in ["ar-SA", "he-IL", "fa-IR", "ur-PK"] {
            try expect(
                InvisibleCharacter.self, "«\u{202B}א \u{202A}Relay\u{202C} ב\u{202C} \u{200F}Relay\u{61C}|Relay»",
                locale: locale)
        }
        try expect(
            InvisibleCharacter.self, "«א ⟦\u{202B}⟧ב|A b»\n\n«א⟦\u{202C}⟧ ב|A b»\n\n«⟦\u{202E}⟧א⟦\u{202C}⟧|A»",
            locale: "he-IL", finds: ["U+202B", "U+202C", "U+202E", "U+202C"])
        try expect(
            InvisibleCharacter.self, "«le ⟦\u{202A}⟧relais⟦\u{202C}⟧|the relay»", finds: ["U+202A", "U+202C"])
    }

    @Test func whereItSeparatesWords() throws {
        let page = "«เปิด\u{200B}รีเลย์|Open the relay»"
        try expect(InvisibleCharacter.self, page, locale: "th-TH")
        try expect(InvisibleCharacter.self, "«ouv⟦\u{200B}⟧rir|open»", finds: ["U+200B"])
    }

    @Test func theSourceHasItToo() throws {
        try expect(InvisibleCharacter.self, "«contoso.\u{200B}com, le site|contoso.\u{200B}com, the site»")
    }
}
