import Bitext
import TestSupport
import Testing

@testable import Checklists

/// What an item is made of, in the order of the page.
@Suite struct ItemContentTests {
    /// Each part of the first item in a word: its kind and its text.
    private func parts(_ body: String, _ side: Side = .source, item index: Int = 0) throws -> [String] {
        let page = try content("# «Titre|Title»\n\n" + body + "\n")
        let item = try #require(page.checklists.first?.items[index])
        return item.content.map { part in
            switch part.content {
            case .text(let text): "text \(text[side] ?? "")"
            case .note(let kind, let text): "\(kind.rawValue) \(text[side] ?? "")"
            case .code(let id, let isAlternative):
                (isAlternative ? "or code " : "code ") + (page.codeBlocks.first { $0.id == id }?.code ?? "?")
            case .items(let range, let isChoice):
                (isChoice ? "choice " : "items ")
                    + item.items[range].map { $0.text[side] ?? "" }.joined(separator: ", ")
            case .table(let table): "table " + (table.text[side] ?? "").replacing("\n", with: " / ")
            case .image(let text, let url): "image \(text[side] ?? "") \(url[side] ?? "")"
            }
        }
    }

    @Test func partsAreInTheOrderOfThePage() throws {
        let body = """
            1. «Tapez ceci :|Type this:»

               ```powershell
               Get-Relay
               ```

               > [!TIP]
               > «Patience|Be patient.»

               «Puis ceci :|Then this:»

               ```powershell
               Stop-Relay
               ```

               - «Un|One»
               - «Deux|Two»

               |«Champ|Field»|
               |---|
               |«Nom|Name»|

               ![«Écran|Screen»](s.png)

               «Fin.|The end.»
            """
        #expect(
            try parts(body) == [
                "text Type this:", "code Get-Relay", "tip Be patient.", "text Then this:", "code Stop-Relay",
                "items One, Two", "table Field / Name", "image Screen s.png", "text The end.",
            ])
        #expect(
            try parts(body, .target) == [
                "text Tapez ceci :", "code Get-Relay", "tip Patience", "text Puis ceci :", "code Stop-Relay",
                "items Un, Deux", "table Champ / Nom", "image Écran s.png", "text Fin.",
            ])
    }

    @Test(arguments: [
        ("Dans cet exemple :|In this example:", "or code relay start r1"),
        ("Ici, le relais.|In this example, we start a relay:", "code relay start r1"),
    ])
    func anExampleReplacesTheCodeBeforeItUnlessItIsWhatThePageDoes(text: String, part: String) throws {
        let body = """
            1. «Tapez :|Type:»

               ```bash
               relay start NAME
               ```

               «\(text)»

               ```bash
               relay start r1
               ```
            """
        #expect(try parts(body).last == part)
    }

    @Test func everyPartHasItsPlace() throws {
        let page = try content("# «Titre|Title»\n\n1. «Un|One»\n\n   ```\n   x\n   ```\n\n   «Deux|Two»\n")
        let item = try #require(page.checklists.first?.items.first)
        #expect(item.content.map(\.line) == [3, 5, 9])
        #expect(item.content[1].column == 4)
        #expect(item.content.map(\.segments) == [["1a2b3-102"], [], ["1a2b3-103"]])
    }

    @Test(arguments: [
        ("**«Remarque|Note»** «Texte|Text»", "note Text", "note Texte"),
        ("**«Remarque :|Note:»** «Texte|Text»", "note Text", "note Texte"),
        ("**«Important|Important»**: «Texte|Text»", "important Text", "important Texte"),
        ("<strong>«Conseil|Tip»</strong> «Texte|Text»", "tip Text", "tip Texte"),
        ("«**Avertissement** : texte|**Warning**: text»", "warning text", "warning texte"),
        ("«Remarque : texte|Note: text»", "note text", "note texte"),
        ("«Remarque\u{A0}: texte|Note: text»", "note text", "note texte"),
        ("![](note.gif) **«Attention|Caution»** – «Texte|Text»", "caution Text", "caution Texte"),
        ("**«Remarque|Note»**\n\n   «Texte|Text»", "note Text", "note Texte"),
        ("> **«Remarque|Note»**<br>\n   > «Texte|Text»", "note Text", "note Texte"),
    ])
    func aParagraphWithTheLabelOfANoteIsANote(paragraph: String, source: String, target: String) throws {
        let body = "1. «Un|One»\n\n   \(paragraph)\n2. «Deux|Two»"
        #expect(try parts(body).filter { !$0.hasPrefix("image") } == ["text One", source])
        #expect(try parts(body, .target).filter { !$0.hasPrefix("image") } == ["text Un", target])
    }

    @Test(arguments: [
        ("note", "REMARQUE, HINWEIS, NOTA, ПРИМЕЧАНИЕ, NOT, OPMERKING, ΣΗΜΕΊΩΣΗ, ΣΗΜΕΙΩΣΗ, À NOTER, NB, 注"),
        ("tip", "CONSEIL, TIPP, DICA, İPUCU, SUGGERIMENTO, PORADA, TRUCO, ヒント"),
        ("important", "IMPORTANT, WICHTIG, IMPORTANTE, ÖNEMLİ, ВАЖНО, VIKTIGT, 重要"),
        ("caution", "ATTENTION, VORSICHT, PRECAUCIÓN, ATENCIÓN, DİKKAT, LET OP, ВНИМАНИЕ, ΠΡΟΣΟΧΗ, 注意"),
        ("warning", "AVERTISSEMENT, WARNUNG, AVVISO, UYARI, OSTRZEŻENIE, ПРЕДУПРЕЖДЕНИЕ, 警告"),
    ])
    func labelsInCapitals(kind: String, labels: String) throws {
        for label in labels.split(separator: ",").map({ $0.drop { $0 == " " } }) {
            for written in ["**\(label):** ", "**\(label)**: ", "**\(label) :** ", "\(label): "] {
                let body = "1. «Un|One»\n\n   «\(written)Texte|\(written)Text»"
                #expect(try parts(body).last == "\(kind) Text", "\(written)")
                #expect(try parts(body, .target).last == "\(kind) Texte", "\(written)")
            }
        }
    }

    @Test(arguments: [
        "«Notez ceci|Note the number.»", "**«Nom|Name»** «Texte|Text»", "**«Remarques|Notes view»** «Texte|Text»",
        "«Important|Important settings: all»", "«说明：显示名称|Description: the name»", "«備註：無|Remarks: none»",
    ])
    func otherParagraphsAreNone(paragraph: String) throws {
        let kinds = try parts("1. «Un|One»\n\n   \(paragraph)").map { $0.prefix { $0 != " " } }
        #expect(kinds == ["text", "text"])
    }

    @Test func aLabelInASentenceStays() throws {
        #expect(
            try parts("1. «Un|One»\n\n   **«Notez|Note»** «que ceci|that this»").last == "note Note that this")
    }

    @Test func codeAfterOrIsAnAlternative() throws {
        let code = { (name: String) in "   ```powershell\n   \(name)\n   ```" }
        #expect(
            try parts(
                "1. «Un|Run:»\n\n\(code("Get-A"))\n\n   «Ou|Or»\n\n\(code("Get-B"))\n\n   «Puis|Then»\n\n\(code("Get-C"))"
            )
                == ["text Run:", "code Get-A", "text Or", "or code Get-B", "text Then", "code Get-C"])
        #expect(
            try parts("1. «Un|Do one of the following:»\n   - «A|A»\n   - «B|B»")
                == ["text Do one of the following:", "choice A, B"])
    }

    @Test(arguments: ["-or-", "*- or -*", "Alternately, you can run this:", "For example:", "Otherwise, run:"])
    func whatElseAnnouncesAnAlternative(words: String) throws {
        #expect(
            try parts("1. «Un|Run:»\n\n   ```\n   a\n   ```\n\n   «Ou|\(words)»\n\n   ```\n   b\n   ```").last
                == "or code b")
    }

    @Test func oneOfSeveralCommandsIsAnAlternative() throws {
        #expect(
            try parts("1. «Un|Run one of the following commands:»\n\n   ```\n   a\n   ```\n\n   ```\n   b\n   ```")
                .suffix(2)
                == ["code a", "or code b"])
    }

    @Test func bulletsThatCodeAtTheMarginDividesAreOneChoice() throws {
        let page = try content(
            """
            # «T|T»

            1. «Un|Do one of the following:»

               - «A|Start it:»

            ```powershell
            Start-A
            ```

               - «B|Stop it:»

            ```powershell
            Stop-A
            ```

            2. «Deux|Go on.»
            """)
        let item = page.checklists[0].items[0]
        #expect(outline(page.checklists[0].items).count == 4)
        #expect(item.content.count == 2)
        #expect(item.content[1].content == .items(0..<2, isChoice: true))
        #expect(item.items.map(\.codeBlocks.count) == [1, 1])
    }

    @Test func theExampleOfTheLastStepBelongsToIt() throws {
        let example = "«Par exemple :|For example:»\n\n  ```\n  x\n  ```"
        #expect(
            try parts("1. «Un|A»\n2. «Deux|B»\n\n\(example)\n\n3. «Trois|C»\n\n4. «Quatre|D»\n\n\(example)", item: 3)
                == ["text D", "text For example:", "code x"])
    }

    // MARK: The item's text

    @Test func anAlternativeTextIsNoWordOfTheStep() throws {
        let page = try content("# «T|T»\n\n1. «Cliquez sur|Click» ![«roue|gear»](g.png) «ici|here».\n")
        let item = page.checklists[0].items[0]
        #expect(item.text == BilingualText(source: "Click here.", target: "Cliquez sur ici."))
        #expect(item.details.map(\.text) == [BilingualText(source: "gear", target: "roue")])
    }

    @Test func anItemWithoutWordsTakesThoseOfWhatItHolds() throws {
        let page = try content(
            """
            # «T|T»

            1. «Un|Begin.»
            2. - 6. «Suite|Go on.»
            3.
            4. ```powershell
               Get-Relay -Name a
               Get-Relay -Name b
               ```
            5. ![«Schéma|Diagram»](d.png)
            6. ![](e.png)
            7. |«Nom|Name»|«Valeur|Value»|
               |---|---|
               |a|b|
            8. > [!NOTE]
               > «Attendez.|Wait.»
            9. ## «Titre|Heading»
            """)
        let items = page.checklists[0].items
        #expect(
            outline(items) == [
                "1. Begin.", "6. Go on.", "4. Get-Relay -Name a", "5. Diagram", "7. Name Value", "8. Wait.",
                "9. Heading",
            ])
        #expect(items.map(\.position) == Array(1...7))
        #expect(items[3].details.map { $0.url?.source } == ["d.png", "e.png"])
    }

    @Test func codeBeforeTheFirstParagraphIsNotItsText() throws {
        #expect(
            try parts("1. ```\n   code\n   ```\n   «Puis|Then read.»") == ["code code", "text Then read."])
    }

    @Test func theWordsOfACardAreTheItems() throws {
        let page = try content(
            "# «T|T»\n\n<ul>\n<li><a href=\"a.md\"><div><img src=\"a.png\" alt=\"icon\"/></div><div><h3>«Un|One»</h3></div></a></li>\n</ul>\n"
        )
        #expect(page.checklists[0].items.map(\.text) == [BilingualText(source: "One", target: "Un")])
    }

    @Test(arguments: ["> [!NOTE]", "&#xA0;", "&#8203;", "```\n   ```"])
    func anItemThatShowsNothingIsNone(item: String) throws {
        #expect(
            try content("# «T|T»\n\n1. «Un|One»\n2. \(item)\n3. «Trois|Three»\n").checklists.map { outline($0.items) }
                == [
                    ["1. One", "3. Three"]
                ])
    }

    @Test func anEmptyCodeBlockHidesNoNote() throws {
        #expect(try parts("1. ```\n   ```\n   > [!WARNING]\n   > «Gare|Beware.»").last == "warning Beware.")
    }

    @Test func anIconBeforeALabelIsNotItsText() throws {
        #expect(
            try parts("1. «Un|One»\n\n   ![«icône|icon»](x.png) **«Remarque|Note»**\n\n   «Texte|Text»").filter {
                !$0.hasPrefix("image")
            } == ["text One", "note Text"])
    }

    @Test func aTableEndsWhatIsAnnounced() throws {
        #expect(
            try parts(
                "1. «Un|Do one of the following:»\n   - «A|A»\n\n   |«x|x»|\n   |---|\n   |y|\n\n   - «B|B»\n   - «C|C»"
            )
                == ["text Do one of the following:", "choice A", "table x / y", "items B, C"])
    }

    @Test func manyImagesInOneParagraphTakeLinearTime() throws {
        let page = try content("# T\n\n1. a<br>" + String(repeating: "![](x)<br>a<br>", count: 4000) + "\n")
        #expect(page.checklists[0].items[0].content.count == 8001)
    }

    // MARK: After the last step

    @Test(arguments: [
        ("  > [!NOTE]\n  > «Fin|End»", "note End"), ("  ```\n  x\n  ```", "code x"), ("  «Fin|End»", "text End"),
        ("  |a|\n  |---|\n  |b|", "table a / b"),
    ])
    func whatIsIndentedLessBelongsToTheLastStep(block: String, part: String) throws {
        #expect(try parts("1.  «Un|One»\n2.  «Deux|Two»\n\n\(block)", item: 1) == ["text Two", part])
    }

    @Test(arguments: [("> [!NOTE]\n> «Fin|End»", "note End"), ("```\nx\n```", "code x")])
    func whatEarlierStepsHaveAtTheMarginBelongsToTheLastStepToo(block: String, part: String) throws {
        let body = "1. «Un|One»\n\n\(block)\n\n2. «Deux|Two»\n\n\(block)\n\n«Fini|Finished.»"
        #expect(try parts(body, item: 1) == ["text Two", part])
    }

    @Test func codeThatTheLastStepMeansBelongsToIt() throws {
        #expect(
            try parts("1. «Un|One»\n2. «Deux|Add the following lines to the file»\n\n```\nx\n```", item: 1)
                == ["text Add the following lines to the file", "code x"])
        #expect(try parts("1. «Un|One»\n2. «Deux|Add it»\n```\nx\n```", item: 1) == ["text Add it", "code x"])
        #expect(try parts("1. «Un|One»\n2. «Deux|Add it»\n\n```\nx\n```", item: 1) == ["text Add it"])
    }

    @Test func stepsAtTheMarginBelongToTheBulletThatAnnouncesThem() throws {
        #expect(
            try parts("- «Un|Adjust it, using these steps:»\n\n1. «a|A»\n2. «b|B»")
                == ["text Adjust it, using these steps:", "items A, B"])
    }

    @Test func anImageOnItsOwnLineDividesTheText() throws {
        #expect(
            try parts("1. «Un|One»<br>\n   ![](a.png)<br>\n   *«Légende|Caption»*")
                == ["text One", "image  a.png", "text Caption"])
    }

    @Test(arguments: ["  **«Plus|More»**", "  [«Suite|Next step»](b.md)", " «Un blanc|One blank»"])
    func aTitleALinkAndASlipBelongToTheSection(block: String) throws {
        #expect(try parts("1.  «Un|One»\n2.  «Deux|Two»\n\n\(block)", item: 1) == ["text Two"])
    }

    @Test func aNoteAtTheMarginAfterTheLastStepIsTheSections() throws {
        #expect(try parts("1. «Un|One»\n2. «Deux|Two»\n\n> [!NOTE]\n> «Fin|End»", item: 1) == ["text Two"])
    }

    @Test(arguments: ["- 1.", "* 12)", "1. 1.", "- **1.**"])
    func aNumberThatIsAloneInItsParagraphIsNoText(number: String) throws {
        let indent = String(repeating: " ", count: number.hasPrefix("1") ? 3 : 2)
        let body = """
            \(number)

            \(indent)«Sélectionnez A.|Select A.»

            \(number)

            \(indent)«Sélectionnez B.|Select B.»

            \(indent)«Attendez.|Wait.»
            """
        #expect(try parts(body) == ["text Select A."])
        #expect(try parts(body, .target) == ["text Sélectionnez A."])
        #expect(try parts(body, item: 1) == ["text Select B.", "text Wait."])
    }

    @Test func aNumberWithoutMoreIsNoItem() throws {
        let page = try content("# «T|T»\n\n- 1.\n\n- «A|A»\n- «B|B»\n")
        #expect(page.checklists.flatMap(\.items).map(\.text.source) == ["A", "B"])
    }

    // MARK: Links

    @Test func tagsOfHTMLAreLinks() throws {
        let page = try content(
            """
            # «Titre|Title»

            1. «Ouvrez <a target="_blank" href="/fr-fr/a?b=1&amp;c=2">le **guide**</a> et <a href='x.md'>x</a>.|Open <A HREF="/en-us/a?b=1&amp;c=2" class=y>the **guide**</A> and <a href=x.md>x</a>.»
            2. «Voir <a name="here"></a>[y](y.md).|See <a name="here"></a>[y](y.md).»
            3. «Le <a href="z.md">[z](z.md)</a>.|The <a href="z.md">[z](z.md)</a>.»
            """)
        func links(_ item: Int) -> [String] {
            page.checklists[0].items[item].links.map {
                "\($0.text.source ?? "")|\($0.text.target ?? "")|\($0.url.source ?? "")|\($0.url.target ?? "")"
            }
        }
        #expect(links(0) == ["the guide|le guide|/en-us/a?b=1&c=2|/fr-fr/a?b=1&c=2", "x|x|x.md|x.md"])
        #expect(links(1) == ["y|y|y.md|y.md"])
        #expect(links(2) == ["z|z|z.md|z.md"])
    }

    @Test(.timeLimit(.minutes(10))) func manyTagsTakeLinearTime() throws {
        let tags = String(repeating: "<a href=\"x.md\">", count: 20_000)
        let page = try content("# «T|T»\n\n1. «A \(tags)|A \(tags)»\n2. «B|B»\n")
        #expect(page.checklists[0].items.contains { $0.links.count == 20_000 })
    }
}
