import TestSupport
import Testing

@testable import Checks

@Suite struct ControlCharacterTests {
    @Test func aCharacterThatWasLost() throws {
        try expect(
            ControlCharacter.self, "«Utilisateurs s⟦\u{FFFD}⟧lectionnés|Selected users»",
            finds: ["U+FFFD (replacement character) in the text"])
    }

    @Test func aControl() throws {
        try expect(
            ControlCharacter.self, "«Redé⟦\u{8}⟧marrez.|Restart.»\n\n«Sauve⟦\u{8F}⟧r|Save»",
            finds: ["U+0008", "U+008F"])
    }

    @Test func allOfATextIsOneFinding() throws {
        try expect(ControlCharacter.self, "«⟦a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}⟧|Tool»", finds: ["and 3 more"])
    }

    /// Nothing else can be said of a text that is lost.
    @Test func aRuinedTextHasNoOtherFinding() throws {
        let page = try MarkedPage("«\u{FFFD}\u{FFFD}\u{FFFD} 5 \u{FFFD}\u{FFFD}|See **the 7 relays** of `x`.»")
            .tokenized()
        #expect(Checker().check(page).map(\.rule) == ["control-character"])
    }

    @Test func theSourceHasItToo() throws {
        try expect(ControlCharacter.self, "«Le signe \u{FFFD}|The sign \u{FFFD}»\n\n«a\tb|a\tc»")
    }
}
