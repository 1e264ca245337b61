import Bitext
import TestSupport
import Testing

@testable import Checks

@Suite struct StructureTests {
    @Test func idsOfHeadings() throws {
        try expect(
            HeadingStructure.self, "## «Monter ⟦{#monter}⟧|Climb {#climb}»\n",
            finds: ["source has #climb, target has #monter"]
        )
        try expect(HeadingStructure.self, "## «⟦Monter⟧|Climb {#climb}»\n", finds: ["is lost: source has {#climb}"])
        try expect(HeadingStructure.self, "## «Monter ⟦{# climb}⟧|Climb {#climb}»\n", finds: ["is broken"])
        #expect(
            try findings(of: HeadingStructure.self, in: "## «Monter|Climb {#climb}»\n").map(\.severity) == [.warning])
    }

    @Test func headingsWithTheirIds() throws {
        try expect(HeadingStructure.self, "## «Monter {#climb .large}|Climb {#climb}»\n\n## «Un {#un}|One»\n")
        try expect(HeadingStructure.self, "«Monter|Climb {#climb}»\n")
        for id in ["{ #climb }", "<a id=\"climb\"></a>", "<a name='climb'></a>", "{: #climb}"] {
            try expect(HeadingStructure.self, "## «Monter \(id)|Climb {#climb}»\n")
        }
        // Two headings that changed places.
        try expect(
            HeadingStructure.self,
            "## «Un {#two .wide}|One {#one}»\n\n## «Deux {: #one}|Two {#two}»\n")
    }

    @Test func idsOfManyHeadings() throws {
        let page = (0..<300).map { "## «Un {#r\($0)}|One {#s\($0)}»\n\n" }.joined()
        #expect(try findings(of: HeadingStructure.self, in: page).count == 300)
    }

    @Test(arguments: [
        ("⟦Montez le mât.⟧", "[ ] Climb the mast.", "the box [ ] is lost"),
        ("⟦[]⟧ Montez le mât.", "[ ] Climb the mast.", "write `[ ]`"),
        ("⟦[ x ]⟧ Montez le mât.", "[x] Climb the mast.", "write `[x]`"),
        ("⟦[x]⟧ Montez le mât.", "[ ] Climb the mast.", "source has [ ], target has [x]"),
    ])
    func boxesOfTasks(target: String, source: String, message: String) throws {
        try expect(ListStructure.self, "- «\(target)|\(source)»\n", finds: [message])
        try expect(ListStructure.self, "1. «[X] Montez.|[x] Climb.»\n2. «[ ] Montez.|[ ] Climb.»\n")
    }

    /// Brackets in a sentence are no box.
    @Test func bracketsThatAreNoBoxes() throws {
        try expect(ListStructure.self, "«[ ] signifie non|[ ] means no»\n\n«Vide|[ ] empty»\n")
        try expect(ListStructure.self, "- «Le [mât](a.md)|[x](a.md) is the mast»\n")
    }

    @Test func aHeadingThatOnlyTheTargetHas() throws {
        try expect(
            HeadingStructure.self, "«⟦#⟧ Redémarrez-le.|Restart it.»\n",
            finds: ["source is a paragraph, target a heading of level 1: “#” is read as markup; write `\\#`"])
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
        try expect(
            ListStructure.self, "«⟦2013.⟧ Première version.|It came out in 2013.»\n",
            finds: ["target a step in a list of level 1: “2013.” is read as markup; write `2013\\.`"])
        try expect(ListStructure.self, "- «Un|One»\n- «Deux|Two»\n\n1. «Trois|Three»\n")
    }

    /// Each of them is a fault of its own, also where they follow each other.
    @Test func ordinalsInAList() throws {
        try expect(
            ListStructure.self,
            """
            1. «Wählen Sie eines.|Select one.»
            2. «⟦1.⟧ Schritt wiederholen.|Repeat step 1.»
            3. «⟦31.⟧ Dezember: Ende.|December 31: End.»
            4. «Ende.|End.»

            """, locale: "de-DE", finds: ["write `1\\.`", "write `31\\.`"])
    }

    /// Only a number that the source has, too, is certainly text.
    @Test func fixes() throws {
        func fixes(_ page: String) throws -> [String?] {
            try findings(of: ListStructure.self, in: page, locale: "de-DE").map { $0.fix?.replacement }
        }
        #expect(try fixes("- «31. Mai|May 31»\n") == ["31\\."])
        #expect(try fixes("- «31) Mai|May (31)»\n") == ["31\\)"])
        #expect(try fixes("- «1. Mai|May 31»\n") == [nil])
        #expect(try fixes("- «- Mai|May»\n") == [nil])
    }

    /// A number other than 1 cannot interrupt a paragraph, and nothing can be a block in a heading.
    @Test func markersThatAreText() throws {
        try expect(ListStructure.self, "«Bis zum|Until»\n«31. Dezember.|December 31.»\n", locale: "de-DE")
        try expect(ListStructure.self, "# «31. Dezember|December 31»\n", locale: "de-DE")
        try expect(ListStructure.self, "«31\\. Dezember|December 31»\n", locale: "de-DE")
    }

    @Test func aQuoteThatIsNone() throws {
        try expect(
            BlockStructure.self, "«⟦>⟧ 3 Go|More than 3 GB»\n", finds: ["target a quote: “>” is read as markup"])
    }

    /// The source's marker lost its blank; the target's has it.
    @Test func aMarkerThatTheSourceBroke() throws {
        try expect(
            ListStructure.self,
            """
            - «Arrêter le relais|Stop the relay»

            «- Ouvrir le port.|-Open the port.» «Puis attendre.|Then wait.»

            «- [Le plan](a.md)|-[The plan](a.md)»

            «1. Fermer le port|1.Close the port»

            """)
        try expect(HeadingStructure.self, "«## Aperçu|##Overview»\n\n«Texte|Text»\n")
        // Numbers, parameters and hashtags.
        try expect(ListStructure.self, "«⟦-⟧ 5 au port|-5 at the port»\n", finds: ["target an item"])
        try expect(ListStructure.self, "«⟦-⟧ Port est là|-Port is there»\n", finds: ["target an item"])
        try expect(ListStructure.self, "«⟦-⟧ orienté objet|-oriented to objects»\n", finds: ["target an item"])
        try expect(ListStructure.self, "«⟦*⟧ Pas partout|*Not at all places»\n", finds: ["target an item"])
        try expect(HeadingStructure.self, "«⟦#⟧ Relais|#Relay»\n", finds: ["target a heading"])
    }

    /// `# of` counts, and `> 500` compares.
    @Test func signsOfTheSourceThatAreText() throws {
        try expect(HeadingStructure.self, "«Nombre de relais|# of relays»\n")
        try expect(HeadingStructure.self, "«⟦Des relais⟧|# Of relays»\n", finds: ["source is a heading of level 1"])
        try expect(
            HeadingStructure.self, "«Nombre de relais|# of relays»\n\n«⟦Relais⟧|# Relays»\n",
            finds: ["source is a heading of level 1"])
        for source in ["> 500", ">500 ms", "> = 3.5 GB", "> $5 a month"] {
            try expect(BlockStructure.self, "«Plus de cela|\(source)»\n")
        }
        try expect(
            BlockStructure.self, "«⟦5 relais se sont arrêtés hier.⟧|> 5 relays stopped working yesterday.»\n",
            finds: ["source is a quote"])
        try expect(BlockStructure.self, "«⟦Attendez.⟧|> Wait.»\n", finds: ["source is a quote"])
    }

    @Test func aTextThatIsReadAsALinkDefinition() throws {
        try expect(
            BlockStructure.self,
            """
            - «⟦[**保存**]:⟧ 変更を保存します。|**Save**: saves the changes.»
            - «[**Fermer**]: ferme la page.|**Close**: closes the page.»

            """, locale: "ja-JP",
            finds: ["source is an item, target a link definition, which is not shown: “[**保存**]:” is read as markup"])
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

    @Test func anAlertWhoseKeywordIsEscaped() throws {
        try expect(
            AlertStructure.self, "> «⟦\\[!NOTE] Redémarrez-le.⟧|[!NOTE] Restart it.»\n",
            finds: ["source is an alert NOTE"])
    }

    /// The full stop makes a list of it, and the number is wrong.
    @Test func aWrongNumberThatIsAMarker() throws {
        let page = "«3. adımda açın.|Open it in step 2.»"
        let found = Checker(rules: [.init(ListStructure.self), .init(Number.self)]).check(
            try MarkedPage(page).tokenized(locale: "tr-TR"))
        #expect(found.map(\.rule) == ["number", "list-item"])
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

    @Test func aNumberAsALabel() throws {
        try expect(ListStructure.self, "«3. Comment démarre-t-il ?|3 - How does it start?»")
        #expect(try !findings(of: ListStructure.self, in: "«4. Comment ?|3 - How?»").isEmpty)
    }

    @Test func dashesAroundAWord() throws {
        try expect(ListStructure.self, "«Ou bien :|- OR -»")
        #expect(try !findings(of: ListStructure.self, in: "«Ou bien :|- OR»").isEmpty)
    }

    /// The end of an inner quote ends its code.
    @Test func aFenceThatIsNeverClosed() throws {
        func severities(_ page: String) throws -> [Finding.Severity] {
            try findings(of: UnclosedFence.self, in: page).map(\.severity)
        }
        #expect(try severities("> «Un|One»\n>\n> > ```\n> > Get-Relay\n>\n> «Deux|Two»\n") == [.note])
        #expect(try severities("> «Un|One»\n>\n> > ```\n> > Get-Relay\n") == [.warning])
        #expect(try severities("«Un|One»\n\n```\nGet-Relay\n") == [.warning])
    }
}
