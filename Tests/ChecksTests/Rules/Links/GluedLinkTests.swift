import Testing

@testable import Checks

@Suite struct GluedLinkTests {
    @Test func aSignWithoutABlank() throws {
        try expect(
            GluedLink.self,
            """
            «Voir ceci⟦:⟧[le mât](a.md)⟦,⟧[la parabole](b.md).|See this: [the mast](a.md), [the dish](b.md).»

            «Montez⟦.⟧[Plus](a.md)|Climb. [More](a.md)»

            «Le mât (ici⟦)⟧[la parabole](b.md)|The mast (here) [the dish](b.md)»
            """,
            finds: ["between “:” and the link", "between “,” and the link", "“.”", "“)”"])
        try expect(
            GluedLink.self, "«См⟦.⟧[мачту](a.md).|See [the mast](a.md).»", locale: "ru-RU", finds: ["“.”"])
    }

    /// The source has no blank either, only signs are before the link, and a language without blanks.
    @Test func signsThatNeedNoBlank() throws {
        try expect(GluedLink.self, "«Voir ceci:[le mât](a.md) ici.|See this:[the mast](a.md) here.»")
        try expect(GluedLink.self, "«Voir (le mât/[ici](a.md)).|See (the mast/ [here](a.md)).»")
        try expect(GluedLink.self, "«1.[le mât](a.md)|1. [the mast](a.md)»")
        try expect(GluedLink.self, "«请参阅:[桅杆](a.md)。|See: [the mast](a.md).»", locale: "zh-CN")
    }

    @Test func wordsOfCompounds() throws {
        func messages(_ target: String, _ locale: String) throws -> [String] {
            try findings(of: GluedLink.self, in: "«\(target)|See the [mast](a.md) signal.»", locale: locale).map(
                \.message)
        }
        #expect(
            try messages("Siehe [Mast](a.md)Signal.", "de-DE") == [
                "a blank or a hyphen is missing between the link and “Signal”"
            ])
        #expect(
            try messages("Zie [certificerings](a.md)instanties.", "nl-NL") == [
                "the link ends inside a word, or a blank is missing between it and “instanties”"
            ])
        #expect(try messages("Zie [mast](a.md)voor.", "nl-NL") == ["a blank is missing between the link and “voor”"])
        #expect(
            try messages("Voir [mât](a.md)Signal.", "fr-FR") == ["a blank is missing between the link and “Signal”"])
    }

    @Test func aWordWithoutABlank() throws {
        try expect(
            GluedLink.self,
            """
            «Exécutez la [New-Job](a.md)⟦commande⟧.|Run the [New-Job](a.md) command.»

            «⟦Voir⟧[le plan](plan.md) ici.|See [the plan](plan.md) here.»
            """, finds: ["“commande”", "“Voir”"])
        try expect(
            GluedLink.self, "«Siehe [Plan](a.md)⟦für⟧ mehr.|See [the plan](a.md) for more.»", locale: "de-DE",
            finds: ["“für”"])
    }

    /// The links to the notes of a page, and links with other numbers.
    @Test func numbersOfNotes() throws {
        try expect(
            GluedLink.self,
            """
            «Un mât.[1](#fn1)|A mast. [1](#fn1)»

            «Un mât [(1)](#fn1),[(2)](#fn2) ici|A mast [(1)](#fn1), [(2)](#fn2) here»

            «Un mât[1](#fn1) ici|A mast [1](#fn1) here»
            """)
        try expect(GluedLink.self, "«Un mât⟦.⟧[1](a.md)|A mast. [1](a.md)»", finds: ["“.”"])
        try expect(GluedLink.self, "«Un mât⟦.⟧[Note 1](#fn1)|A mast. [Note 1](#fn1)»", finds: ["“.”"])
    }

    @Test func particlesElisionsAndScriptsWithoutBlanks() throws {
        try expect(GluedLink.self, "«Voir l’[option](a.md), ici.|See the [option](a.md) here.»")
        try expect(GluedLink.self, "«[저장](a.md)을 선택합니다.|Select [Save](a.md).»", locale: "ko-KR")
        try expect(GluedLink.self, "«לחץ ב[שמור](a.md) עכשיו.|Click [Save](a.md) now.»", locale: "he-IL")
        try expect(GluedLink.self, "«[保存](a.md)をクリックします。|Click [Save](a.md).»", locale: "ja-JP")
        try expect(GluedLink.self, "«Les [relais](a.md)s ici|The [relay](a.md)s»")
    }

    /// The reader sees the blank, although it is inside of the link.
    @Test func blanksInsideOfALink() throws {
        try expect(GluedLink.self, "«Weitere [Pläne ](a.md)sehen.|See [plans](a.md) here.»", locale: "de-DE")
        try expect(GluedLink.self, "«Weitere [Pläne &#x200B;](a.md)sehen.|See [plans](a.md) here.»", locale: "de-DE")
        try expect(
            GluedLink.self, "«Weitere [Pläne&#x200B;](a.md)⟦sehen⟧.|See [plans](a.md) here.»", locale: "de-DE",
            finds: ["“sehen”"])
    }

    /// Of two links to one place, the source glues the second one.
    @Test func theSecondOfTwoEqualLinks() throws {
        let source = "Takes [relay](a.md) and (x,[relay](a.md))"
        try expect(GluedLink.self, "«Prend [relais](a.md) et (x,[relais](a.md))|\(source)»")
        try expect(GluedLink.self, "«Prend x⟦,⟧[relais](a.md) et (x,[relais](a.md))|\(source)»", finds: ["“,”"])
    }
}
