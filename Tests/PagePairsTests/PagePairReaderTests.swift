import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import PagePairs

@Suite struct PagePairReaderTests {
    @Test func segmentsOfTwoFiles() throws {
        let bitext = try readPair(
            """
            ---
            title: Cars
            ---
            # Cars

            Open the door. Get in.

            - Start
            - Drive to [work](work.md)
            """,
            """
            ---
            title: Autos
            ms.locale: de-de
            ---
            # Autos

            Öffnen Sie die Tür. Steigen Sie ein.

            - Starten
            - Fahren Sie zur [Arbeit](work.md)
            """)
        #expect(
            bitext.pairs == [
                "Cars | Autos", "Open the door. | Öffnen Sie die Tür.", "Get in. | Steigen Sie ein.",
                "Start | Starten", "Drive to [work](work.md) | Fahren Sie zur [Arbeit](work.md)",
            ])
        #expect(bitext.unpairedBlocks.isEmpty)
        #expect(bitext.defects.isEmpty)
        #expect(bitext.files.map(\.path) == ["en/page.md", "de/page.md"])
        #expect(bitext.source.frontMatter?["title"] == "Cars")
        #expect(bitext.target?.frontMatter?["title"] == "Autos")
        #expect(bitext.targetLocale == "de-de")
    }

    /// A finding about a segment is shown in the translation.
    @Test func placesAreThoseOfTheFiles() throws {
        let bitext = try readPair("One.\n\nTwo.\n", "Eins.\n\n\nZwei.\n\nDrei.\n")
        let second = bitext.segments[1]
        #expect(second.location.file == 1)
        #expect(bitext.position(of: second.location).line == 4)
        #expect(second.source.map { bitext.position(of: $0.origin).line } == 3)
    }

    @Test func aRangeOfTheSourceHasItsTranslation() throws {
        let code = "```sh\nls -l # all\n```"
        let bitext = try readPair(
            "One.\n\n\(code)\n\nTwo.\n", "Eins.\n\n\(code.replacing("all", with: "alle"))\n\nZwei.\n")
        func target(_ text: String) throws -> String {
            let source = String(decoding: bitext.source.bytes, as: UTF8.self)
            let start = try #require(source.range(of: text)).lowerBound.utf16Offset(in: source)
            let range = SideOffset(start)..<SideOffset(start + text.utf8.count)
            return bitext[.target].text(bitext.targetRange(of: range))
        }
        #expect(try target("Two.") == "Zwei.")
        #expect(try target(code) == code.replacing("all", with: "alle"))
        #expect(try target("ls -l") == "ls -l")
    }

    @Test func textsThatAreOnlyALink() throws {
        // The same address: the text of the link is the segment.
        #expect(try readPair("- [Cars](cars.md)\n", "- [Autos](cars.md)\n").pairs == ["Cars | Autos"])
        // Another address is translated.
        #expect(
            try readPair("- [Cars](/en/cars)\n", "- [Autos](/de/cars)\n").pairs
                == ["[Cars](/en/cars) | [Autos](/de/cars)"])
        #expect(
            try readPair("See [Cars](cars.md)\n", "Siehe [Autos](cars.md)\n").pairs
                == ["See [Cars](cars.md) | Siehe [Autos](cars.md)"])
    }

    @Test func cellsAreSegments() throws {
        let bitext = try readPair(
            "| Name | Meaning |\n|---|---|\n| `a` | The first. It is short. |\n",
            "| Name | Bedeutung |\n|---|---|\n| `a` | Der erste. Er ist kurz. |\n")
        #expect(
            bitext.pairs == [
                "Name | Name", "Meaning | Bedeutung", "`a` | `a`", "The first. | Der erste.",
                "It is short. | Er ist kurz.",
            ])
    }

    @Test func tagsInCells() throws {
        let page = """
            | A | B |
            |---|---|
            | One.<br>Two | <ul><li>Three. Four</li><li>Five <b>six</b></li></ul> |

            <table><tr><td><a href="x"><strong>Seven</strong></a></td></tr></table>

            \\* Eight.
            """
        #expect(
            try readPair(page, page).pairs.map { $0.split(separator: " | ")[0] } == [
                "A", "B", "One.", "Two", "Three.", "Four", "Five <b>six</b>",
                "<a href=\"x\"><strong>Seven</strong></a>",
                "\\* Eight.",
            ])
    }

    @Test func markupIsNoSegment() throws {
        let page = """
            > [!NOTE]
            > One.

            [!INCLUDE [x](x.md)]

            <!-- a comment -->

            ***

            """
        #expect(try readPair(page, page.replacing("One", with: "Eins")).pairs == ["One. | Eins."])
        let components = "import A from 'a'\n\n<Tabs items={['A. B', 'c']}>\n\nOne.\n\n</Tabs>\n\n{/* x */}\n"
        #expect(
            try readPair(components, components.replacing("One", with: "Eins"), suffix: "mdx").pairs == ["One. | Eins."]
        )
        let shortcodes = "{{< alert title=\"A. B\" >}}\n\nOne.\n\n{{< /alert >}}\n"
        #expect(try readPair(shortcodes, shortcodes.replacing("One", with: "Eins")).pairs == ["One. | Eins."])
    }

    /// A shortcode needs no empty lines around it.
    @Test func shortcodesInAParagraph() throws {
        let source = "{{% alert title=\"Note\" %}}\nOne {{< param x >}}. Two.\n{{% /alert %}}\n\n- {{< y >}}\n"
        let target = "{{% alert title=\"Note\" %}}\n\nEins {{< param x >}}. Zwei.\n\n{{% /alert %}}\n\n- {{< y >}}\n"
        let bitext = try readPair(source, target)
        #expect(bitext.pairs == ["One {{< param x >}}. | Eins {{< param x >}}.", "Two. | Zwei."])
        #expect(bitext.unpaired == [])
        let wrapped = try readPair(
            source.replacing("\n{{% /", with: " {{% /").replacing("%}\nOne", with: "%} One"), target)
        #expect(wrapped.pairs == bitext.pairs)
        #expect(wrapped.unpaired == [])
        // A formatter breaks lines inside of it, too.
        let broken = try readPair(source.replacing("\n{{% /alert", with: " {{%\n/alert"), target)
        #expect(broken.pairs == bitext.pairs)
        #expect(broken.unpaired == [])
    }

    /// The reader's trees are those that a second parse makes, also where a target begins with the marker of a list.
    @Test func treesAreParsedOnce() throws {
        let files = ["December 31\n\n- One\n", "31. Dezember\n\n- Eins\n"].map {
            InputFile(path: "a.md", bytes: $0.utf8)
        }
        let (bitext, trees) = try PagePairReader(targetLocale: "de-DE").readParsed(files)
        let (reused, fresh) = (ParsedBitext(bitext, trees: trees), ParsedBitext(bitext))
        #expect(reused.unintendedMarkers == fresh.unintendedMarkers)
        for side in Side.allCases {
            let (left, right) = (reused[side].tree, fresh[side].tree)
            #expect(left.ids.map { left[$0].kind } == right.ids.map { right[$0].kind })
            #expect(left.ids.map { left[$0].range } == right.ids.map { right[$0].range })
        }
    }

    @Test func twoFilesAreNeeded() throws {
        let file = InputFile(path: "a.md", bytes: [])
        #expect(throws: BitextReadingError.fileCount(1, expected: 2)) { try PagePairReader().read([file]) }
    }

    /// What the page says, then what the caller says.
    @Test func locales() throws {
        let source = InputFile(path: "a.md", bytes: "---\nms.locale: es-es\n---\na\n".utf8)
        let target = InputFile(path: "b.md", bytes: "---\nms.contentlocale: fr-fr\n---\nb\n".utf8)
        let named = try PagePairReader().read([source, target])
        #expect(named.sourceLocale == "es-es" && named.targetLocale == "fr-fr")
        let both = try PagePairReader(sourceLocale: "de", targetLocale: "it").read([source, target])
        #expect(both.sourceLocale == "es-es" && both.targetLocale == "fr-fr")
        let plain = [InputFile(path: "a.md", bytes: []), InputFile(path: "b.md", bytes: [])]
        let given = try PagePairReader(sourceLocale: "es", targetLocale: "fr").read(plain)
        #expect(given.sourceLocale == "es" && given.targetLocale == "fr")
        let unnamed = try PagePairReader().read(plain)
        #expect(unnamed.sourceLocale == "en-US" && unnamed.targetLocale == nil)
    }

    @Test func damageOfBothFiles() throws {
        let files = [
            InputFile(path: "a.md", bytes: Array("a\n".utf8) + [0xFF]),
            InputFile(path: "b.md", bytes: [0xFE] + Array("a\n".utf8)),
        ]
        let bitext = try PagePairReader().read(files)
        #expect(bitext.defects.map(\.kind) == [.invalidUTF8, .invalidUTF8])
        #expect(bitext.defects.map(\.location.file) == [0, 1])
    }
}
