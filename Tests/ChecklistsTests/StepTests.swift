import Bitext
import TestSupport
import Testing

@testable import Checklists

/// Steps and tasks that are no list.
@Suite struct StepTests {
    private func outlines(_ body: String, _ side: Side = .source) throws -> [[String]] {
        try content("# «Titre|Title»\n\n" + body + "\n").checklists.map { outline($0.items, side) }
    }

    @Test func aTableWithBoxesIsAChecklist() throws {
        let body = """
            |||
            |---|---|
            |☐|«Caméra|The camera works» [«ici|here»](a.md)|
            |☐<br/>|«Câble|The cable is fixed»|
            """
        #expect(try outlines(body) == [["- The camera works here", "- The cable is fixed"]])
        #expect(try outlines(body, .target) == [["- Caméra ici", "- Câble"]])
        let page = try content("# «T|T»\n\n" + body + "\n")
        #expect(page.checklists[0].kind == .procedure)
        #expect(page.checklists[0].items[0].links.map(\.url.source) == ["a.md"])
    }

    @Test func aTableOfTasksWithAColumnForWhatIsDoneIsAChecklist() throws {
        let page = try content(
            """
            # «T|T»

            | «Tâche|Task» | «Référence|Reference» | «Fait|Done?» |
            |---|---|---|
            | «Plan|Make a plan» | [«Guide|Guide»](g.md) | |
            | «Budget|Budget» | | <input type="checkbox"> |
            """)
        #expect(page.checklists.map { outline($0.items) } == [["- Make a plan", "- Budget"]])
        #expect(page.checklists[0].items[0].details.map(\.text.source) == ["Guide"])
    }

    @Test func numberedRowsThatAreInstructionsAreSteps() throws {
        #expect(
            try outlines("|Step|«Quoi|What»|\n|---|---|\n|1|«Ouvrez|Open it.»|\n|2|«Fermez|Close it.»|")
                == [["1. Open it.", "2. Close it."]])
    }

    @Test(arguments: [
        "|No|«Nom|Name»|\n|---|---|\n|1|«Rouge|Red»|\n|2|«Vert|Green»|",
        "|«Nom|Name»|«Valeur|Value»|\n|---|---|\n|«a|Open»|☐ «Oui|Yes» ☐ «Non|No»|\n|«b|Close»|☐ «Oui|Yes» ☐ «Non|No»|",
        "|«Tâche|Task»|«État|Status»|\n|---|---|\n|«a|Legal review»|«Fini|Completed»|\n|«b|Plan»|«Non|Open»|",
    ])
    func otherTablesAreNone(table: String) throws {
        #expect(try outlines(table) == [])
    }

    @Test func numberedParagraphsAreSteps() throws {
        let body = """
            «Pour cela :|To do it:»

            5.1. «Ouvrez|Open the box.»

            ```powershell
            Open-Box
            ```

            5.2. «Fermez|Close the box.»

            > [!NOTE]
            > «Doucement|Slowly.»

            «Voilà|That is all.»
            """
        let page = try content("# «T|T»\n\n" + body + "\n")
        #expect(page.checklists.map { outline($0.items) } == [["5.1. Open the box.", "5.2. Close the box."]])
        let checklist = page.checklists[0]
        #expect(checklist.kind == .procedure)
        #expect(checklist.leadIn?.text.source == "To do it:")
        #expect(checklist.items.map(\.codeBlocks.count) == [1, 0])
        #expect(checklist.items[1].notes.map(\.text.source) == ["Slowly."])
    }

    @Test func theNumberIsNoWordOfTheStepInEitherLanguage() throws {
        #expect(
            try outlines("**«1. Créez|1. Create it.»**\n\n**«2. Testez|2. Test it.»**", .target) == [
                ["1. Créez", "2. Testez"]
            ])
    }

    @Test func headingsThatNameStepsAreSteps() throws {
        let page = try content(
            """
            # «T|T»

            ## «Étape 1 : Créer|Step 1: Create it»

            «Exécutez :|Run it.»

            ## «Étape 2 : Lancer|Step 2: Start it»

            ```powershell
            Start-It
            ```
            """)
        #expect(page.checklists.map { outline($0.items) } == [["1. Step 1: Create it", "2. Step 2: Start it"]])
        #expect(page.checklists[0].title?.source == "T")
        #expect(page.checklists[0].items.map { $0.content.count } == [2, 2])
    }

    @Test func numberedHeadingsThatAreInstructionsAreSteps() throws {
        #expect(
            try outlines("### «1. Ouvrir|1. Open it»\n\n«a|Text»\n\n### «2. Fermer|2. Close it»\n\n«b|Text»", .target)
                == [["1. Ouvrir", "2. Fermer"]])
        #expect(try outlines("### «1. a|1. Introduction»\n\n### «2. b|2. Requirements»") == [])
        // A number that is there twice.
        #expect(
            try outlines(
                "### «1. a|1. Open it»\n\n### «2. b|2. Fill it»\n\n### «2. c|2. Stir it»\n\n### «3. d|3. Close it»")
                == [["1. Open it", "2. Fill it", "2. Stir it", "3. Close it"]])
    }

    @Test func aStepThatBecameAParagraphLeavesAGap() throws {
        #expect(
            try outlines("1. «a|Click A.»\n2. «b|Click B.»\n\n«c|There is more.»\n\n4. «d|Click D.»")
                == [["1. Click A.", "2. Click B.", "4. Click D."]])
    }

    @Test func aDashMayFollowTheNumber() throws {
        #expect(
            try outlines("**«Étape 1|Step 1 – Open the file.»**\n\n«a|Text»\n\n**«Étape 2|Step 2 — Close the file.»**")
                .count == 1)
    }

    @Test func headingsOverListsAreTitlesOfTheLists() throws {
        #expect(
            try outlines(
                "## «Un|Step 1: Create it»\n\n1. «a|Click A.»\n\n## «Deux|Step 2: Start it»\n\n1. «b|Click B.»")
                == [["1. Click A."], ["1. Click B."]])
    }

    @Test func termsThatAreInstructionsAreSteps() throws {
        #expect(
            try outlines(
                "<dl>\n<dt>«Un|Open it.»</dt>\n<dd>«Ainsi|With the key.»</dd>\n<dt>«Deux|Close it.»</dt>\n</dl>")
                == [["- Open it.", "- Close it."]])
    }

    @Test func oneStepIsNoProcedure() throws {
        #expect(try outlines("**«Étape 1|Step 1: Open it.»**\n\n«Texte|Text»") == [])
        #expect(try outlines("**«10.0.9|10.0.9 and later»**\n\n**«10.0.8|10.0.8 and later»**") == [])
    }

    @Test func aListInsideANoteOfAStepIsAChecklistToo() throws {
        #expect(
            try outlines(
                "1. «Un|Open it.»\n\n   > [!NOTE]\n   > «Il faut :|You need:»\n   > - «Clé|A key»\n2. «Deux|Close it.»")
                == [["1. Open it.", "2. Close it."], ["- A key"]])
    }
}
