import Bitext
import PagePairs
import ParsedBitext
import TestSupport
import Testing
import TranslationModel

@testable import Checks

/// Rules on a page and its translation in two files.
@Suite struct PagePairRuleTests {
    private func findings(_ rule: any Rule.Type, _ source: String, _ target: String) throws -> [String] {
        let files = [
            InputFile(path: "en.md", bytes: Array(source.utf8)), InputFile(path: "fr.md", bytes: Array(target.utf8)),
        ]
        let bitext = try PagePairReader(sourceLocale: "en-US", targetLocale: "fr-FR").read(files)
        let page = TokenizedBitext(ParsedBitext(bitext), path: "fr.md")
        return Checker(rules: [.init(rule)]).check(page).map { finding in
            let counterpart =
                finding.counterpart.map { " (\($0.location.file) \($0.start.line):\($0.start.column))" } ?? ""
            #expect(finding.location.file == 1)
            return "\(finding.start.line):\(finding.start.column) \(finding.severity) \(finding.message)\(counterpart)"
        }
    }

    private static let page =
        "# A title\n\nOne paragraph.\n\n- An item of a list\n- Another item there\n\n```sh\nls -l\n```\n"
    private static let translation =
        "# Un titre\n\nUn paragraphe.\n\n- Un élément de liste\n- Un autre élément\n\n```sh\nls -l\n```\n"

    @Test func nothingIsMissing() throws {
        #expect(try findings(MissingBlock.self, Self.page, Self.translation) == [])
        #expect(try findings(AddedBlock.self, Self.page, Self.translation) == [])
    }

    @Test(arguments: [
        (
            "One paragraph.\n", "One paragraph.\n\n## Another part\n\nWith `code` in it.\n", "a section",
            "Another part", 5
        ),
        ("```sh\nls -l\n```\n", "```sh\nls -l\n```\n\n```json\n{\"a\": 1}\n```\n", "a block of code", "{\"a\": 1}", 13),
        (
            "- Another item there\n", "- Another item there\n- See `Get-FabRelay -Name a` as well\n", "an item",
            "See `Get", 7
        ),
        (
            "One paragraph.\n",
            "One paragraph. This one has the parameter `-Force`, and is as long as two of the others.\n", "a sentence",
            "This one", 3
        ),
    ])
    func missingAndAdded(old: String, new: String, what: String, text: String, line: Int) throws {
        let longer = Self.page.replacing(old, with: new)
        let missing = try findings(MissingBlock.self, longer, Self.translation)
        #expect(missing.count == 1, "\(missing)")
        #expect(missing.first?.contains("the target lacks \(what) of the source: “\(text)") == true, "\(missing)")
        #expect(missing.first?.contains("(0 \(line):") == true, "\(missing)")
        #expect(try findings(AddedBlock.self, longer, Self.translation) == [])
        let added = try findings(AddedBlock.self, Self.translation, longer)
        #expect(added.count == 1, "\(added)")
        #expect(added.first?.hasPrefix("\(line):") == true, "\(added)")
        #expect(added.first?.contains("the source lacks \(what) of the target: “\(text)") == true, "\(added)")
    }

    @Test func aSentenceIsANote() throws {
        let target = Self.translation.replacing(
            "Un paragraphe.", with: "Un paragraphe. Celui-ci a le paramètre `-Force`, et il est long comme deux autres."
        )
        #expect(try findings(AddedBlock.self, Self.page, target).map { $0.contains(" note ") } == [true])
    }

    @Test func filmsOfALanguage() throws {
        let source = Self.page + "\nSee [it](https://video.example.com/v/17399).\n"
        let target = Self.translation + "\nVoyez-[le](https://video.example.com/v/29396).\n"
        #expect(try findings(Link.self, source, target).map { $0.contains(" note ") } == [true])
    }

    @Test func aMarkInTheQuery() throws {
        let source = Self.page + "\nSee [it](services/relay/).\n"
        let target = Self.translation + "\nVoyez-[le](services/relay/?i18n-patch).\n"
        #expect(try findings(Link.self, source, target).map { $0.contains(" note ") } == [true])
    }

    @Test func aNumberInTheSentenceBefore() throws {
        let source = Self.page + "\nWe ran relays for 20 years. And we never opened one.\n"
        let target = Self.translation + "\nNous avons des relais. Jamais en 20 ans nous n'en avons ouvert.\n"
        #expect(try findings(Number.self, source, target).allSatisfy { $0.contains(" note ") })
        let lost = target.replacing("20 ans", with: "tout ce temps")
        #expect(try findings(Number.self, source, lost).map { $0.contains(" warning ") } == [true])
    }

    @Test(arguments: [
        "| Type |\n|---|\n| list of strings |\n", "[![The badge of relays]][relays of it]\n",
        "{{% comment %}}\n\nThis is the text that nobody sees.\n\n{{% /comment %}}\n",
    ])
    func textThatIsLeftOnPurpose(text: String) throws {
        let found = try findings(Untranslated.self, Self.page + "\n" + text, Self.translation + "\n" + text)
        #expect(found.allSatisfy { $0.contains(" note ") }, "\(found)")
    }

    /// A directive on the next line belongs to the sentence, one in the next paragraph does not.
    @Test(arguments: ["\n", "\r\n"])
    func directivesNearTheSentence(lineBreak: String) throws {
        let source = "\nSee the relay {{< ref \"a\" >}} for more.\n"
        let near = "\nVoyez le relais pour plus.\n{{< ref \"a\" >}}\n"
        let far = "\nVoyez le relais pour plus.\n\n{{< ref \"a\" >}}\n"
        func found(_ target: String) throws -> [String] {
            try findings(
                Directive.self, (Self.page + source).replacing("\n", with: lineBreak),
                (Self.translation + target).replacing("\n", with: lineBreak))
        }
        #expect(try found(near) == [])
        #expect(try found(far).count == 1)
    }

    @Test func textThatIsLeft() throws {
        let text = "\nThis is the text that everybody sees.\n"
        let found = try findings(Untranslated.self, Self.page + text, Self.translation + text)
        #expect(found.map { $0.contains(" warning ") } == [true], "\(found)")
    }

    /// One paragraph can say what two of the source say.
    @Test func aParagraphThatMayBeInTheOneBefore() throws {
        let source =
            "# A\n\nOpen the door of the large relay.\n\nThen close the small window of it, too.\n\n- One item of a list\n"
        let target =
            "# A\n\nOuvrez la porte du grand relais, puis fermez aussi la petite fenêtre qu'il a.\n\n- Un élément de liste\n"
        #expect(try findings(MissingBlock.self, source, target).allSatisfy { $0.contains(" note ") })
    }

    @Test func codeIsANote() throws {
        let found = try findings(
            CodeSpan.self, Self.page + "\nIt has `relay-a` in it.\n", Self.translation + "\nIl a `relais-a` en lui.\n")
        #expect(found.map { $0.contains(" note ") } == [true], "\(found)")
        for code in ["Get-FabRelay", "--force"] {
            let found = try findings(
                CodeSpan.self, Self.page + "\nIt has `\(code)` in it.\n", Self.translation + "\nIl a `relais` en lui.\n"
            )
            #expect(found.map { $0.contains(" warning ") } == [true], "\(found)")
        }
    }

    @Test func aNameInTheSentenceBefore() throws {
        let source = Self.page + "\nWe have relays. Set FAB_RELAY to on.\n"
        let target = Self.translation + "\nNous avons FAB_RELAY. Mettez-le en marche.\n"
        #expect(try findings(Identifier.self, source, target).allSatisfy { $0.contains(" note ") })
        let lost = target.replacing("FAB_RELAY", with: "un relais")
        #expect(try findings(Identifier.self, source, lost).map { $0.contains(" warning ") } == [true])
    }

    @Test func aLinkInTheSentenceBefore() throws {
        let source = Self.page + "\nWe have relays. See [it](relay.md) for more.\n"
        let target = Self.translation + "\nNous avons des [relais](relay.md). Lisez pour en savoir plus.\n"
        #expect(try findings(Link.self, source, target).allSatisfy { $0.contains(" note ") })
    }

    /// Where the target has another paragraph, the source's was perhaps rewritten.
    @Test func aParagraphInThePlaceOfAnother() throws {
        let short = "\nCall `Get-FabRelay -Name a` before you open the relay of 12 volts.\n"
        #expect(
            try findings(MissingBlock.self, Self.page + short, Self.translation).map { $0.contains(" note ") } == [true]
        )
        let missing =
            "\nCall `Get-FabRelay -Name a` before you open the relay of 12 volts, and look for its log in the folder above.\n"
        let source = Self.page + missing
        #expect(try findings(MissingBlock.self, source, Self.translation).map { $0.contains(" warning ") } == [true])
        let target = Self.translation + "\n```sh\nrm -r relais\n```\n"
        #expect(try findings(MissingBlock.self, source, target).map { $0.contains(" note ") } == [true])
    }

    /// Where two pages differ, what is at the same place of both need not belong together.
    @Test func itemsThatAreNoPair() throws {
        let items =
            "- Join us in [#relays](https://chat.example.com/relays)\n- Read the `fabrelay` log of the last 30 days\n"
        let others = "- Prenez part au sondage\n- Un entretien\n- Venez à la réunion du mardi avec vos questions\n"
        let source = Self.page.replacing("- An item of a list\n- Another item there\n", with: items)
        let target = Self.translation.replacing("- Un élément de liste\n- Un autre élément\n", with: others)
        #expect(try findings(Link.self, source, target).allSatisfy { $0.contains(" note ") })
    }

    @Test func alertsInAnotherForm() throws {
        let alert = "> [!NOTE]\n> Close the door.\n"
        let shortcode = "{{% alert title=\"Note\" %}}\nFermez la porte.\n{{% /alert %}}\n"
        #expect(try findings(AlertStructure.self, Self.page + alert, Self.translation + shortcode) == [])
        #expect(
            try findings(AlertStructure.self, Self.page + alert, Self.translation + "Fermez la porte.\n").count == 1)
    }

    @Test func localesOfPagesWithoutKeysOfTheVendor() throws {
        let matter = "---\ntitle: A\n---\n"
        #expect(try findings(ContentLocale.self, matter + Self.page, matter + Self.translation) == [])
        #expect(
            try findings(ContentLocale.self, matter + Self.page, "---\nms.date: 1\n---\n" + Self.translation).count == 1
        )
    }

    @Test(arguments: [
        ("../concepts/signals/", "/docs/concepts/signals/"), ("/en/docs/a", "/fr/docs/a"),
        ("https://a.example/b", "https://a.example/jp/b?captions=jpn"),
        ("https://a.example/b?lang=en", "https://a.example/b?lang=fr"),
        ("https://a.example/b", "https://a.example/fr/b"),
    ])
    func linksToTheSamePage(source: String, target: String) throws {
        #expect(
            try findings(
                Link.self, Self.page + "\nSee [it](\(source)).\n", Self.translation + "\nVoyez-[le](\(target)).\n")
                == [])
        #expect(
            try findings(
                Link.self, Self.page + "\nSee [it](other.md).\n", Self.translation + "\nVoyez-[le](\(target)).\n"
            ).count == 1)
    }

    /// A list of terms, which each language sorts in its own way.
    @Test func movedSections() throws {
        let source =
            "# Terms\n\n## Anchor\n\nA place.\n\n## Bridge\n\nA link of two parts.\n\n## Cable\n\nA thick wire.\n"
        let target =
            "# Termes\n\n## Câble {#cable}\n\nUn fil épais.\n\n## Ancre {#anchor}\n\nUn endroit.\n\n## Pont {#bridge}\n\nUn lien de deux parties.\n"
        #expect(
            try findings(MissingBlock.self, source, target) == [
                "3:4 note the target has a section of the source at another place: “Cable” (0 11:4)"
            ])
        #expect(try findings(AddedBlock.self, source, target) == [])
    }

    @Test func blocksThatFollowEachOther() throws {
        let head = "# A\n\n| Name | Meaning |\n|---|---|\n| `aa` | First |\n"
        let rows = "| `bb`   | Second |\n| `cc` | Third |\n| `dd` | Fourth |\n"
        let translated = "# A\n\n| Nom | Sens |\n|---|---|\n| `aa` | Premier |\n"
        let missing = try findings(MissingBlock.self, head + rows, translated)
        #expect(missing.count == 1)
        #expect(
            missing.first?.contains("the target lacks 3 rows of the source: “bb` Second” to “dd` Fourth”") == true,
            "\(missing)")
    }

    @Test func quotedTexts() throws {
        let source = Self.page.replacing("One paragraph.", with: "One paragraph.\n\n### Call `Get-Fab` {#call .x}")
        let missing = try findings(MissingBlock.self, source, Self.translation)
        #expect(missing.first?.contains("“Call `Get-Fab”") == true, "\(missing)")
    }

    /// What differs in a text that was rewritten is no fault by itself.
    @Test func rewrittenTexts() throws {
        let source = "# Gate\n\nEnable the server 3 with the new relay of the queue and its message.\n"
        let target = "# Gate\n\nRenommez le fenêtre 5 avec le nouveau bouton du passe et son horaire.\n"
        let files = [
            InputFile(path: "en.md", bytes: Array(source.utf8)), InputFile(path: "fr.md", bytes: Array(target.utf8)),
        ]
        let bitext = try PagePairReader(sourceLocale: "en-US", targetLocale: "fr-FR").read(files)
        var lexicons = Lexicons()
        lexicons.add(try Lexicon(SmallLexicon.file))
        let page = TokenizedBitext(ParsedBitext(bitext), path: "fr.md")
        let found = Checker(lexicons: lexicons).check(page)
        #expect(found.map { "\($0.rule) \($0.severity)" } == ["misaligned-content note"])
    }

    /// A row is known by the code that it begins with.
    @Test func rowsOfOtherKeys() throws {
        let head = "# A\n\n| Name | Meaning |\n|---|---|\n"
        let source = head + "| `redis` | A store of keys |\n| `rpc` | A call |\n"
        let target = "# A\n\n| Nom | Sens |\n|---|---|\n| `rpc` | Un appel |\n| `kafka` | Un courtier |\n"
        let missing = try findings(MissingBlock.self, source, target)
        #expect(missing.count == 1 && missing[0].contains("a row of the source: “redis`"), "\(missing)")
        let added = try findings(AddedBlock.self, source, target)
        #expect(added.count == 1 && added[0].contains("a row of the target: “kafka`"), "\(added)")
    }

    @Test func codeThatOnlyTheTargetHas() throws {
        let source = Self.page + "\nSet the name.\n\nType `{verb} {object}`.\n"
        let target = Self.translation + "\nDonnez le `nom`.\n\nTapez `{verbe} {objet}`.\n"
        #expect(try findings(CodeSpan.self, source, target).allSatisfy { $0.contains(" note ") })
    }

    @Test func blocksThatSayNothing() throws {
        #expect(try findings(AddedBlock.self, Self.page, Self.translation + "\n&#x200B;\n") == [])
        #expect(try findings(AddedBlock.self, Self.page, Self.translation + "\nX&#x200B;\n").count == 1)
    }

    @Test func queriesOfLinks() throws {
        let source = Self.page + "\nSee [it](https://a.example/b).\n"
        let target = Self.translation + "\nVoyez-[le](https://a.example/b?i18n-patch).\n"
        #expect(try findings(Link.self, source, target).map { $0.contains(" note ") } == [true])
    }

    @Test func idsOfHeadings() throws {
        func warnings(_ heading: String) throws -> [String] {
            try findings(HeadingStructure.self, "# Climb {#climb}\n\nNow climb.\n", "# \(heading)\n\nMontez enfin.\n")
        }
        #expect(
            try warnings("Monter {#monter}")
                == ["1:10 note the id of the heading differs: source has #climb, target has #monter"])
        #expect(try warnings("Monter").map { $0.contains("is lost") } == [true])
        #expect(try warnings("Monter {# climb}").map { $0.contains("is broken") } == [true])
        #expect(try warnings("Monter {#climb}") == [])
        #expect(try warnings("Monter { #climb }") == [])
        #expect(try warnings("Monter\n\n## Grimper {#climb}").filter { $0.contains("the id") } == [])
    }

    /// Who copies the code gets the quotes, wherever they come from.
    @Test func typographicQuotesThatTheSourceHasToo() throws {
        let code = "```powershell\nSet-Job -Name “a”\n```\n"
        #expect(
            try findings(TypographicCode.self, "# A\n\n\(code)", "# Ä\n\n\(code)")
                == ["4:15 warning typographic quote in code, and 1 more in this block; also in the source"])
        let other = "```powershell\nSet-Job -Name \"a\"\n```\n"
        #expect(
            try findings(TypographicCode.self, "# A\n\n\(other)", "# Ä\n\n\(code)")
                == ["4:15 warning typographic quote in code, and 1 more in this block"])
    }

    /// The title of an article elsewhere is in its language.
    @Test func theTitleOfAnArticleElsewhere() throws {
        let (source, target) = ("- [What the agent of it is for](", "- [What the agent of it is for](")
        #expect(
            try findings(
                Untranslated.self, source + "https://a.example.com/b)\n", target + "https://a.example.com/b)\n"
            )
            .map { $0.contains(" note ") } == [true])
        #expect(
            try findings(Untranslated.self, source + "b.md)\n", target + "b.md)\n").map { $0.contains(" warning ") }
                == [true])
    }

    /// Blocks of two revisions can have other forms.
    @Test func anotherFormIsANote() throws {
        let found = try findings(
            ListStructure.self, "# A\n\n- One thing of it\n\nEnd.\n", "# Ä\n\nUne chose de plus\n\nFin.\n")
        #expect(found.map { $0.contains(" note ") } == [true], "\(found)")
    }

    /// Where the source says it twice, the target does.
    @Test func aSentenceThatIsSaidTwice() throws {
        let target = "# Ä\n\nLa durée est mesurée ici.\n\nLa durée est mesurée ici.\n"
        #expect(
            try findings(DoubledSegment.self, "# A\n\nThe span tracks time.\n\nSome other words are here.\n", target)
                == [])
    }
}
