import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// Docs/markup.md, "The pair": what is healthy, however odd it looks.
@Suite struct HealthyPairTests {
    @Test func aPairHasAnIDAndTwoHalves() throws {
        let page = try read("# " + pair("103", "Bonjour", "Hello") + "\n")
        #expect(page.pairs == ["103: Bonjour | Hello"])
        #expect(page.string(.target) == "# Bonjour\n")
        #expect(page.string(.source) == "# Hello\n")
        #expect(page.report == [])
        #expect(page.files[0].text(page.segments[0].location.range) == pair("103", "Bonjour", "Hello"))
    }

    @Test func anIDEndsInANumberOrInPAndANumber() throws {
        let page = try read(pair("106", "un", "one") + "\n\n" + pair("p102", "deux", "two"))
        #expect(page.pairs == ["106: un | one", "p102: deux | two"])
        #expect(page.segments.map(\.id) == ["0a1b2-106", "0a1b2-p102"])
        #expect(
            page.segments.map { $0.idLocation.map { page.files[0].text($0.range) } } == ["0a1b2-106", "0a1b2-p102"])
        #expect(page.report == [])
    }

    @Test func theSpaceBetweenTwoPairsBelongsToBothSides() throws {
        let page = try read(pair("104", "Un.", "One.") + " " + pair("105", "Deux.", "Two."))
        #expect(page.string(.target) == "Un. Deux.")
        #expect(page.string(.source) == "One. Two.")
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
        #expect(page.target == nil)
        #expect(page.string(.target) == markdown)
        #expect(page.string(.source) == markdown)
        #expect(page.report == [])
    }

    @Test func anEmptyPageHasNothing() throws {
        let page = try read([])
        #expect(page.segments.isEmpty)
        #expect(page.string(.target) == "")
        #expect(page.source.origin(of: SideOffset(0)) == FileOffset(0))
        #expect(page.source.segment(at: SideOffset(0)) == nil)
        #expect(page.files[0].position(of: FileOffset(0)) == Position(line: 1, column: 1, offset: 0))
    }

    @Test func anAnchorBeforeTheHeadingBelongsToBothSides() throws {
        let page = try read("## <a name=\"see-also\"></a>" + pair("107", "Voir aussi", "See also"))
        #expect(page.string(.target) == "## <a name=\"see-also\"></a>Voir aussi")
        #expect(page.string(.source) == "## <a name=\"see-also\"></a>See also")
    }

    @Test func frontMatterIsShared() throws {
        let page = try read("---\ntitle: <span data-ttu-id=\"x\">\n---\n" + pair("103", "a", "b"))
        #expect(page.pairs == ["103: a | b"])
        #expect(page.string(.source) == "---\ntitle: <span data-ttu-id=\"x\">\n---\nb")
        #expect(page.source.bodyStart.value == page.string(.source).utf8.count - 1)
        #expect(page.target?.bodyStart == page.source.bodyStart)
    }
}
