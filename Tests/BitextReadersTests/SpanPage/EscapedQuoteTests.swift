import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// Docs/markup.md, "Damage that is really there": quotes escaped from one attribute up to the next real quote.
@Suite struct EscapedQuoteTests {
    @Test func oneSegmentIsRepairedAndEachPlaceIsTheFiles() throws {
        let damaged =
            "- <span data-ttu-id=\"0a1b2-104&quot;>Oui</span><span class=&quot;sxs-lookup&quot;>"
            + "<span data-stu-id=&quot;0a1b2-104&quot;>Yes</span></span> and <a href=\"x\">x</a>\n"
        let page = try read(damaged)
        #expect(page.pairs == ["104: Oui | Yes"])
        #expect(page.string(.target) == "- Oui and <a href=\"x\">x</a>\n")
        #expect(page.string(.source) == "- Yes and <a href=\"x\">x</a>\n")
        #expect(page.report == ["damaged-attribute 1:21"])
        #expect(page.defects.first?.severity == .warning)
        // In the file, five `&quot;` stand in front of `Yes`; here, five quotes.
        let source = try #require(page.segments[0].source)
        #expect(page.position(of: source.origin) == Position(line: 1, column: 123, offset: 122))
        #expect(page.files[0].text(source.origin.range) == "Yes")
        #expect(Array(damaged.utf8)[122..<125].elementsEqual("Yes".utf8))
    }

    @Test func severalSegmentsAndTheCodeBetweenThem() throws {
        let escaped =
            "104&quot;>Un</span>" + sourceHalf("104", "One").replacing("\"", with: "&quot;")
            + "\n\n`a = &quot;b&quot;`\n\n"
        let page = try read(
            "<span data-ttu-id=\"0a1b2-" + escaped + "<span data-ttu-id=\"0a1b2-105\">Deux</span>"
                + sourceHalf("105", "Two"))
        #expect(page.pairs == ["104: Un | One", "105: Deux | Two"])
        #expect(page.string(.target) == "Un\n\n`a = \"b\"`\n\nDeux")
        #expect(page.string(.source) == "One\n\n`a = \"b\"`\n\nTwo")
        #expect(page.report == ["damaged-attribute 1:19"])
        let id = page.position(of: try #require(page.segments[1].idLocation))
        #expect((id.line, id.column) == (5, 20))
    }

    @Test func theNameOfAnAnchor() throws {
        let page = try read("## <a name=\"help&quot;></a>" + pair("104", "Aide", "Help"))
        #expect(page.string(.target) == "## <a name=\"help\"></a>Aide")
        #expect(page.report == ["damaged-attribute 1:12"])
    }

    @Test(arguments: ["Use &quot;x&quot;>y", "<b title=\"a&quot;>b\">c</b>", "`a=\"b&quot;>`"])
    func anHonestReferenceStays(text: String) throws {
        let page = try read(text + " " + pair("104", "Oui", "Yes"))
        #expect(page.string(.target) == text + " Oui")
        #expect(page.report == [])
    }
}
