import TestSupport
import Testing

@testable import Checklists

@Suite struct ChecklistTests {
    @Test func aListHasTitleLeadInSectionAndItemsInBothLanguages() throws {
        let page = try content(
            """
            # «Avant la migration|Before the migration»

            ## «Conditions|Conditions»

            «Vérifiez tout ceci :|Check that all of the following are true:»

            - «Le relais tourne.|The relay runs.» «Il est à jour.|It is up to date.»
            - «Vous avez [un compte](/fr-fr/compte).|You have [an account](/en-us/account).»
            """)
        let checklist = try #require(page.checklists.first)
        #expect(page.checklists.count == 1)
        #expect(checklist.kind == .prerequisites)
        #expect(checklist.title == BilingualText(source: "Conditions", target: "Conditions"))
        #expect(checklist.section.map(\.source) == ["Before the migration", "Conditions"])
        #expect(checklist.leadIn?.text.target == "Vérifiez tout ceci :")
        #expect(checklist.leadIn?.segments == ["1a2b3-103"])
        #expect(checklist.line == 7)
        #expect(outline(checklist.items) == ["- The relay runs. It is up to date.", "- You have an account."])
        #expect(
            outline(checklist.items, .target) == ["- Le relais tourne. Il est à jour.", "- Vous avez un compte."])
        #expect(checklist.items[0].segments == ["1a2b3-104", "1a2b3-105"])
        #expect(
            checklist.items[1].links == [
                Item.Link(
                    text: BilingualText(source: "an account", target: "un compte"),
                    url: BilingualText(source: "/en-us/account", target: "/fr-fr/compte"))
            ])
    }

    @Test func nestedListsAreItemsOfTheirItem() throws {
        let page = try content(
            """
            # «Titre|Title»

            1. «Ouvrez.|Open the console.»
               - «Gauche|Left»
               - «Droite|Right»
                 1. «Haut|Up»
            2. «Fermez.|Close the console.»
            """)
        #expect(
            outline(page.checklists[0].items) == [
                "1. Open the console.", "  - Left", "  - Right", "    1. Up", "2. Close the console.",
            ])
        #expect(page.checklists[0].items.totalCount == 5)
        #expect(page.checklists[0].items[0].items.map(\.position) == [1, 2])
    }

    @Test func aNoteAtTheMarginDoesNotEndAProcedure() throws {
        let page = try content(
            """
            # «Titre|Title»

            1. «Un|Open A.»
            2. «Deux|Open B.»

            > [!Important]
            > «Attention|Beware.»

            ![«schéma|diagram»](a.png)

            ```powershell
            Get-Relay
            ```

            3. «Trois|Open C.»
            """)
        let checklist = try #require(page.checklists.first)
        #expect(page.checklists.count == 1)
        #expect(outline(checklist.items) == ["1. Open A.", "2. Open B.", "3. Open C."])
        let second = checklist.items[1]
        #expect(second.notes.map(\.kind) == [.important])
        #expect(second.notes[0].text == BilingualText(source: "Beware.", target: "Attention"))
        #expect(second.details.map(\.kind) == [.image])
        #expect(second.details[0].text == BilingualText(source: "diagram", target: "schéma"))
        #expect(second.details[0].url == BilingualText(source: "a.png", target: "a.png"))
        #expect(second.codeBlocks == page.codeBlocks.map(\.id))
        #expect(page.codeBlocks[0].item == second.id)
    }

    /// A comment at the margin ends a list in CommonMark.
    @Test(arguments: [
        ("1. ", "2. ", "3. "), ("1. ", "1. ", "1. "), ("- ", "- ", "- "), ("- [ ] ", "- [ ] ", "- [ ] "),
    ])
    func aCommentAtTheMarginDoesNotEndAList(_ marks: (String, String, String)) throws {
        let page = try content(
            """
            # «Titre|Title»

            \(marks.0)«Ouvrez.|Open the console.»
            <!-- diptych-disable number -->
            \(marks.1)«Gauche|Turn left.»

            <!-- diptych-enable number
                 and a second line --> <!-- another -->

            <!-- and one more -->

            \(marks.2)«Fermez.|Close the console.»
            """)
        #expect(page.checklists.count == 1)
        #expect(
            page.checklists.first?.items.map(\.text.source) == [
                "Open the console.", "Turn left.", "Close the console.",
            ])
    }

    @Test(arguments: [
        // Not a comment, not only a comment, or not the same list.
        ("- A step", "<br>", "- Another step"), ("- A step", "<!-- c --> text", "- Another step"),
        ("- A step", "<!-- c -->", "* Another step"), ("- A step", "<!-- c -->", "1. Another step"),
        ("1. A step\n2. A step", "<!-- c -->", "1. Another step"), ("1. A step", "<!-- c -->", "1. One\n2. Two"),
        ("<ul><li>A step</li></ul>", "<!-- c -->", "<ul><li>Another step</li></ul>"),
    ])
    func whatIsNotOnlyACommentEndsAList(_ parts: (String, String, String)) throws {
        let page = try content("\(parts.0)\n\n\(parts.1)\n\n\(parts.2)\n")
        #expect(page.checklists.count == 2)
    }

    @Test func stepsThatAllBeginWithOneGoOnBehindCode() throws {
        let page = try content(
            """
            # «Titre|Title»

            1. «Un|Run this:»

            ```powershell
            Get-Relay
            ```

            1. «Deux|Run that:»

            ```powershell
            Stop-Relay
            ```
            """)
        #expect(page.checklists.count == 1)
        #expect(page.checklists[0].items.map(\.marker) == ["1.", "1."])
        #expect(page.checklists[0].items.map(\.position) == [1, 2])
        #expect(page.checklists[0].items.map(\.codeBlocks.count) == [1, 1])
    }

    @Test func twoProceduresWithAParagraphBetweenStayTwo() throws {
        let page = try content(
            """
            # «Titre|Title»

            «Pour ouvrir :|To open it:»

            1. «Un|Click A.»

            «Pour fermer :|To close it:»

            1. «Deux|Click B.»
            """)
        #expect(page.checklists.map { $0.leadIn?.text.source } == ["To open it:", "To close it:"])
    }

    @Test func choicesAtTheMarginBelongToTheStepThatAnnouncesThem() throws {
        let page = try content(
            """
            # «Titre|Title»

            1. «Un|Do one of the following:»
            - «Gauche|Click Left.»
            - «Droite|Click Right.»
            2. «Deux|Click OK.»
            """)
        #expect(
            outline(page.checklists[0].items) == [
                "1. Do one of the following:", "  - Click Left.", "  - Click Right.", "2. Click OK.",
            ])
    }

    @Test func aLineToDoSomethingIsTheTitle() throws {
        let page = try content(
            """
            # «Titre|Title»

            **«Pour créer un relais|To create a relay»**

            1. «Un|Click New.»
            """)
        #expect(page.checklists[0].title?.source == "To create a relay")
        #expect(page.checklists[0].leadIn == nil)
        #expect(page.checklists[0].kind == .procedure)
        #expect(page.checklists[0].section.map(\.source) == ["Title"])
    }

    @Test func paragraphsTablesAndPicturesOfAnItemAreItsDetails() throws {
        let page = try content(
            """
            # «Titre|Title»

            1. «Un|Fill in the form.»

               «Puis vérifiez.|Then check it.»

               |«Champ|Field»|«Valeur|Value»|
               |---|---|
               |«Nom|Name»|`relay`|

               ![«Formulaire|Form»](form.png)
            """)
        let item = page.checklists[0].items[0]
        #expect(item.text == BilingualText(source: "Fill in the form.", target: "Un"))
        #expect(item.details.map(\.kind) == [.paragraph, .table, .image])
        #expect(item.details.map(\.text.source) == ["Then check it.", "Field Value\nName relay", "Form"])
        #expect(item.details.map(\.text.target) == ["Puis vérifiez.", "Champ Valeur\nNom relay", "Formulaire"])
        #expect(item.details.map(\.line) == [5, 7, 11])
    }

    @Test func listsOfHTMLAreChecklists() throws {
        let page = try content(
            """
            # «Titre|Title»

            <ol start="4">
            <li>«Un|Click A.»</li>
            <li><p>«Deux|Click B.»</p><ul><li>«Trois|Left»</li></ul></li>
            </ol>
            """)
        #expect(outline(page.checklists[0].items) == ["4. Click A.", "5. Click B.", "  - Left"])
        #expect(outline(page.checklists[0].items, .target) == ["4. Un", "5. Deux", "  - Trois"])
    }

    @Test func aListInsideAnAlertOrAQuoteIsFound() throws {
        let page = try content(
            """
            # «Titre|Title»

            > [!NOTE]
            > «Vous avez besoin de :|You need the following:»
            > - «Un|A relay»

            > - «Deux|Two»
            """)
        #expect(page.checklists.map { outline($0.items) } == [["- A relay"], ["- Two"]])
        #expect(page.checklists[0].kind == .prerequisites)
    }

    @Test func aSegmentThatHoldsTheNextItemsMarkerIsDividedByItems() throws {
        let page = try content(
            """
            # «Titre|Title»

            - «Un
            - Deux|One
            - Two»
            - «Trois|Three»
            """)
        #expect(outline(page.checklists[0].items) == ["- One", "- Two", "- Three"])
        #expect(outline(page.checklists[0].items, .target) == ["- Un", "- Deux", "- Trois"])
        #expect(page.checklists[0].items.map(\.segments) == [["1a2b3-102"], ["1a2b3-102"], ["1a2b3-103"]])
    }

    @Test func aPageInOneLanguageHasNoTarget() throws {
        let page = try content("---\ntitle: Seite\nms.locale: de-DE\n---\n# Titel\n\n- eins\n- zwei\n")
        #expect(
            page.checklists[0].items.map(\.text) == [
                BilingualText(source: "eins", target: nil), BilingualText(source: "zwei", target: nil),
            ])
    }
}

/// Checklists in the cells of pipe tables, where lists are written as HTML.
@Suite struct CellChecklistTests {
    @Test func aCellHasALeadInAndItems() throws {
        let page = try content(
            """
            |«Étape|Step»|«Conditions|Conditions»|
            |---|---|
            |1|«Vérifiez les points suivants :|Make sure that you have the following:»<ul><li>«Un compte|An account»</li><li>«Une **clé**|A **key**»</li></ul>|

            """)
        let checklist = try #require(page.checklists.first)
        #expect(checklist.kind == .prerequisites)
        #expect(checklist.leadIn?.text.target == "Vérifiez les points suivants :")
        #expect(outline(checklist.items) == ["- An account", "- A key"])
        #expect(outline(checklist.items, .target) == ["- Un compte", "- Une clé"])
        #expect(checklist.items.map(\.segments) == [["1a2b3-104"], ["1a2b3-105"]])
    }
}
