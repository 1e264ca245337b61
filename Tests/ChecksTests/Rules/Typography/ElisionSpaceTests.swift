import Testing

@testable import Checks

@Suite struct ElisionSpaceTests {
    @Test func aBlankAfterAnApostrophe() throws {
        try expect(
            ElisionSpace.self,
            "«Avant ⟦l' ⟧**option** et ⟦d’ ⟧[un](a.md), ⟦l' ⟧`x`|Before the **option**, [one](a.md), `x`»",
            finds: ["a blank after “l'”", "“d’”", "“l'”"])
        try expect(
            ElisionSpace.self, "«Apri ⟦dell' ⟧**opzione**.|Open the **option**.»", locale: "it-IT",
            finds: ["a blank after “dell'”"])
    }

    @Test func whatIsNoElision() throws {
        try expect(ElisionSpace.self, "«L’option d'aide et 'l' puis la fin'|The option 'l' then»")
        try expect(ElisionSpace.self, "«Die d' Alembert|The d' Alembert one»", locale: "de-DE")
    }
}
