import Testing

@testable import Checks

@Suite struct GluedLinkTests {
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
}
