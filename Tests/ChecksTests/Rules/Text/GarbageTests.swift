import TestSupport
import Testing

@testable import Checks

@Suite struct GarbageTests {
    @Test func fillerInThePlaceOfWords() throws {
        try expect(Garbage.self, "«⟦xxxxxxx xxxxxxx⟧|Restart the server.»", finds: ["repeats “xxxxxxx”"])
        try expect(Garbage.self, "«⟦ыыыы ыыыы⟧|Restart the server.»", locale: "ru-RU", finds: ["repeats “ыыыы”"])
        try expect(Garbage.self, "«⟦non non non non⟧|Restart the relay server now.»", finds: ["repeats “non”"])
        try expect(Garbage.self, "«⟦Lorem ipsum dolor⟧|Restart the server.»", finds: ["Lorem ipsum"])
    }

    @Test func signsWithoutWords() throws {
        try expect(Garbage.self, "«⟦????? ???⟧|Restart the server.»", finds: ["no word, the source has 3"])
    }

    @Test func whatIsNoFiller() throws {
        try expect(Garbage.self, "«XXXX XXXX|XXXX XXXX (mask)»\n\n«—|n/a»\n\n«`Restart`|Restart the server»")
        try expect(Garbage.self, "«Redémarrez le serveur.|Restart the server.»")
    }

    /// ``UnbalancedBrackets`` does not report them as well.
    @Test func aQuoteInThePlaceOfAWord() throws {
        let page = try MarkedPage("«**“**|**RELAY**»").tokenized()
        let found = Checker(rules: [.init(Garbage.self), .init(UnbalancedBrackets.self)]).check(page)
        #expect(found.map(\.rule) == ["garbage"])
        #expect(found.map(\.severity) == [.warning])
        try expect(Garbage.self, "«**–**|**None**»\n\n«✓|Yes»\n\n«(`a`)|Relay `a`»")
    }
}
