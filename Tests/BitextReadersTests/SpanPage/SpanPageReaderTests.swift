import Bitext
import BitextReaders
import TestSupport
import Testing

/// What a page of spans is as a bitext (Docs/markup.md).
@Suite struct SpanPageReaderTests {
    private static let body = "# " + pair("103", "Titre", "Title") + "\n"

    // MARK: The page around the pairs

    @Test func aPageIsOneFileAndBothSidesAreInIt() throws {
        let page = try SpanPageReader().read([InputFile(path: "docs/a.md", bytes: Array(Self.body.utf8))])
        #expect(page.files.map(\.path) == ["docs/a.md"])
        #expect(page.files[0].bytes == Array(Self.body.utf8))
        #expect(page.source.file == 0 && page.target?.file == 0)
        #expect(page.source.isVerbatim && page.target?.isVerbatim == true)
        #expect(page.source.side == .source && page.target?.side == .target)
        #expect(throws: BitextReadingError.fileCount(0, expected: 1)) { try SpanPageReader().read([]) }
    }

    @Test(arguments: [
        ("ms.contentlocale: fr-FR", "fr-FR"), ("ms.locale: de-DE", "de-DE"),
        ("ms.locale: de\nms.contentlocale: fr", "fr"),
        ("title: x", nil),
    ])
    func theFrontMatterNamesTheTarget(yaml: String, locale: String?) throws {
        let page = try read("---\n\(yaml)\n---\n" + Self.body)
        #expect(page.targetLocale == locale)
        #expect(page.sourceLocale == "en-US")
        let other = try SpanPageReader(sourceLocale: "en-GB").read([
            InputFile(path: "a.md", bytes: Array(Self.body.utf8))
        ])
        #expect(other.sourceLocale == "en-GB")
        #expect(other.targetLocale == nil)
    }

    /// It is translated without a pair, so it is the target's.
    @Test func theFrontMatterIsTheTargets() throws {
        let page = try read("---\ntitle: Le titre\n---\n" + Self.body)
        #expect(page.target?.frontMatter?["title"] == "Le titre")
        #expect(page.source.frontMatter == nil)
        #expect(page.string(.source) == "---\ntitle: Le titre\n---\n# Title\n")
        #expect(page.source.bodyStart == SideOffset(24) && page.target?.bodyStart == SideOffset(24))
    }

    @Test func aPageWithoutPairsIsASource() throws {
        let page = try read("---\ntitle: Seite\nms.locale: de-DE\n---\n# Titel\n")
        #expect(page.target == nil)
        #expect(page.segments.isEmpty)
        #expect(page.sourceLocale == "de-DE" && page.targetLocale == nil)
        #expect(page.source.frontMatter?["title"] == "Seite")
        #expect(page.anchors == [Anchor(source: page.source.range, target: page.source.range, segment: nil)])
    }

    @Test func frontMatterThatIsNoYAMLIsADefectAndThePageAPage() throws {
        let page = try read("---\ntitle: Deploy: the guide\nms.contentlocale: fr-FR\n---\n" + Self.body)
        #expect(page.report == ["front-matter 2:14"])
        #expect(page.target?.frontMatter?["title"] == "Deploy: the guide")
        #expect(page.targetLocale == "fr-FR")
        #expect(page.pairs == ["103: Titre | Title"])
    }

    // MARK: The pair

    /// One page with the shapes that Docs/markup.md names; what each side is, is the page that its readers get.
    @Test func bothSidesAreThePagesThatReadersGet() throws {
        let page = try read(
            """
            ## <a name="see-also"></a>\(pair("107", "Voir aussi", "See also"))

            \(pair("p102", "Un. Deux.", "One. Two.")) \(pair("109", "`PATH`", "`PATH`"))

              - \(pair("104", "Ouvrez\n  - Fermez", "Open\n  - Close"))

                > [!Important]
                > \(pair("105", "contoso.<span>com", "contoso.<span>com"))

            |\(pair("111", "Nom", "Name"))|\(pair("112", "Rôle", "Role"))|
            |---|---|

            <dl><dt>\(pair("113", "[lien](a.md)", "[link](a.md)"))</dt></dl>
            ![\(pair("114", "Écran", "Screen"))](a.png)

            ```powershell
            # \(pair("115", "Démarre", "Starts"))
            ```

            """)
        #expect(
            page.string(.target) == """
                ## <a name="see-also"></a>Voir aussi

                Un. Deux. `PATH`

                  - Ouvrez
                  - Fermez

                    > [!Important]
                    > contoso.<span>com

                |Nom|Rôle|
                |---|---|

                <dl><dt>[lien](a.md)</dt></dl>
                ![Écran](a.png)

                ```powershell
                # Démarre
                ```

                """)
        #expect(
            page.string(.source) == """
                ## <a name="see-also"></a>See also

                One. Two. `PATH`

                  - Open
                  - Close

                    > [!Important]
                    > contoso.<span>com

                |Name|Role|
                |---|---|

                <dl><dt>[link](a.md)</dt></dl>
                ![Screen](a.png)

                ```powershell
                # Starts
                ```

                """)
        #expect(
            page.segments.map(\.id).map { $0.dropFirst(6) } == [
                "107", "p102", "109", "104", "105", "111", "112", "113", "114", "115",
            ])
        #expect(page.defects.isEmpty)
        try BitextInvariants.check(page)
    }

    @Test func anchorsAreSegmentsAndWhatIsBetweenThem() throws {
        let page = try read("- " + pair("104", "Oui.", "Yes.") + " " + pair("105", "Non.", "No.") + "\n")
        #expect(
            page.anchors == [
                Anchor(source: SideRange(0..<2), target: SideRange(0..<2), segment: nil),
                Anchor(source: SideRange(2..<6), target: SideRange(2..<6), segment: 0),
                Anchor(source: SideRange(6..<7), target: SideRange(6..<7), segment: nil),
                Anchor(source: SideRange(7..<10), target: SideRange(7..<11), segment: 1),
                Anchor(source: SideRange(10..<11), target: SideRange(11..<12), segment: nil),
            ])
    }

    @Test func aSegmentKnowsItsPlacesInTheFile() throws {
        let text = "# T\n\n- " + pair("104", "Oui", "Yes") + "!\n"
        let page = try read(text)
        let segment = page.segments[0]
        #expect(page.files[0].text(segment.location.range) == pair("104", "Oui", "Yes"))
        #expect(page.files[0].text(try #require(segment.idLocation).range) == "0a1b2-104")
        let target = page.position(of: try #require(segment.target).origin)
        #expect((target.line, target.column) == (3, 33))
        let source = page.position(of: try #require(segment.source).origin)
        #expect((source.line, source.column) == (3, 98))
        #expect(text.split(separator: "\n")[1].dropFirst(97).hasPrefix("Yes"))
    }

    @Test func aHalfThatIsMissingHasNoVariant() throws {
        let page = try read(targetHalf("104", "Oui") + "\n\n" + sourceHalf("105", "No") + "\n")
        #expect(page.segments.map { $0.source == nil } == [true, false])
        #expect(page.segments.map { $0.target == nil } == [false, true])
        #expect(page.defects.map(\.kind) == [.missingSource, .missingTarget])
        try BitextInvariants.check(page)
    }
}
