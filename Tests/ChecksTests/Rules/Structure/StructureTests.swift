import Bitext
import TestSupport
import Testing

@testable import Checks

@Suite struct StructureTests {
    @Test func aHeadingThatOnlyTheTargetHas() throws {
        try expect(
            HeadingStructure.self, "«⟦# Redémarrez-le.⟧|Restart it.»\n",
            finds: ["source is a paragraph, target a heading of level 1"])
    }

    @Test func textThatBecameCode() throws {
        try expect(CodeStructure.self, "«⟦    Redémarrez-le.⟧|Restart it.»\n\n«Oui|Yes»\n", finds: ["target code"])
    }

    @Test func aFenceChangesAllThatFollowsAndIsOneFinding() throws {
        try expect(
            CodeStructure.self, "«⟦```\nRedémarrez-le.⟧|Restart it.»\n\n«Oui|Yes»\n\n«Non|No»\n", finds: ["target code"]
        )
    }

    @Test func aNumberThatBecameAStep() throws {
        try expect(ListStructure.self, "«⟦2013. Première version.⟧|It came out in 2013.»\n", finds: ["target a step"])
        try expect(ListStructure.self, "- «Un|One»\n- «Deux|Two»\n\n1. «Trois|Three»\n")
    }

    @Test func aBarInATable() throws {
        // The helper takes a bar for the border of the halves, so the page is written out.
        let page = "| A | B |\n|---|---|\n| " + pair("101", "Oui | non", "Yes or no") + " | C |\n"
        let found = Checker(rules: [.init(TableStructure.self)]).check(
            try read(page).tokenized())
        #expect(found.map(\.start.column) == [37])
        #expect(found.first?.message.contains("begins a new cell") == true)
    }

    @Test func anAlertWhoseKeywordWasTranslated() throws {
        try expect(
            AlertStructure.self, "> «⟦[!REMARQUE] Redémarrez-le.⟧|[!NOTE]\n> Restart it.»\n",
            finds: ["source is an alert NOTE"])
    }

    @Test func theSameStructureIsSilent() throws {
        let page = """
            # «Titre|Title»

            > [!NOTE]
            > «Remarque|Note»

            1. «Un|One»
               - «Deux|Two»

            | «A|A» | «B|B» |
            |---|---|
            | «C|C» | «D|D» |
            """
        for rule in [
            HeadingStructure.self, ListStructure.self, CodeStructure.self, AlertStructure.self, BlockStructure.self,
        ] as [any Rule.Type] {
            let found = Checker(rules: [.init(rule)]).check(
                try MarkedPage(page).tokenized())
            #expect(found.isEmpty)
        }
    }
}
