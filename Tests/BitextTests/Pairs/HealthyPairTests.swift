import Testing

@testable import Bitext

/// Docs/markup.md, "The pair": what is healthy, however odd it looks.
@Suite struct HealthyPairTests {
    @Test func aPairHasAnIDAndTwoHalves() throws {
        let page = try read("# " + pair("103", "Bonjour", "Hello") + "\n")
        #expect(page.pairs == ["103: Bonjour | Hello"])
        #expect(page.target == "# Bonjour\n")
        #expect(page.source == "# Hello\n")
        #expect(page.report == [])
        #expect(page.markup(of: 0) == pair("103", "Bonjour", "Hello"))
    }

    @Test func anIDEndsInANumberOrInPAndANumber() throws {
        let page = try read(pair("106", "un", "one") + "\n\n" + pair("p102", "deux", "two"))
        #expect(page.pairs == ["106: un | one", "p102: deux | two"])
        #expect(page.segments.map { page.text($0.id) } == ["0a1b2-106", "0a1b2-p102"])
        #expect(page.report == [])
    }

    @Test func theSpaceBetweenTwoPairsBelongsToBothSides() throws {
        let page = try read(pair("104", "Un.", "One.") + " " + pair("105", "Deux.", "Two."))
        #expect(page.target == "Un. Deux.")
        #expect(page.source == "One. Two.")
    }

    @Test func numbersMayHaveGapsAndGoDown() throws {
        let page = try read(pair("109", "a", "b") + "\n" + pair("104", "c", "d") + "\n" + pair("104", "e", "f"))
        #expect(page.pairs == ["109: a | b", "104: c | d", "104: e | f"])
        #expect(page.report == [])
    }

    @Test func bothSidesMayBeTheSameOrEmpty() throws {
        let page = try read(pair("104", "`PATH`", "`PATH`") + "\n" + pair("105", "", "Hello") + pair("106", " ", ""))
        #expect(page.pairs == ["104: `PATH` | `PATH`", "105:  | Hello", "106:   | "])
        #expect(page.report == [])
    }

    @Test func aPageWithoutPairsIsTheSameOnBothSides() throws {
        let markdown = "# Title\n\n<span>text</span>, `data-ttu-id`\n"
        let page = try read(markdown)
        #expect(page.segments.isEmpty)
        #expect(page.target == markdown)
        #expect(page.source == markdown)
        #expect(page.report == [])
    }

    @Test func anEmptyPageHasNothing() throws {
        let page = try Page([])
        #expect(page.segments.isEmpty)
        #expect(page.target == "")
        #expect(page.split(into: .source).pageOffset(of: 0) == 0)
        #expect(page.split(into: .source).segment(at: 0) == nil)
        #expect(page.place(of: 0) == Place(line: 1, column: 1, offset: 0))
    }

    @Test func anAnchorBeforeTheHeadingBelongsToBothSides() throws {
        let page = try read("## <a name=\"see-also\"></a>" + pair("107", "Voir aussi", "See also"))
        #expect(page.target == "## <a name=\"see-also\"></a>Voir aussi")
        #expect(page.source == "## <a name=\"see-also\"></a>See also")
    }

    @Test func frontMatterIsShared() throws {
        let page = try read("---\ntitle: <span data-ttu-id=\"x\">\n---\n" + pair("103", "a", "b"))
        #expect(page.pairs == ["103: a | b"])
        #expect(page.source == "---\ntitle: <span data-ttu-id=\"x\">\n---\nb")
        #expect(page.bodyStart == page.source.utf8.count - 1)
        #expect(page.split(into: .target).bodyStart == page.bodyStart)
    }
}
