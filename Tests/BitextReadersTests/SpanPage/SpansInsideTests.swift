import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// Docs/markup.md, "The pair": spans of the page's own inside a segment, so that neither counting `<span>`s nor the first
/// `</span></span>` tells where a half ends.
@Suite struct SpansInsideTests {
    /// One content that both halves of a pair hold.
    @Test(arguments: [
        "contoso.<span>com",
        "contoso.<span></span>com",
        "sip.*<span></span>contoso<span></span>.com*",
        "contoso.<span/>com",
        "<span style=\"color:red\">red</span> text",
        "<span><span>two</span></span> deep",
        "a <span>b</span>",
        "<span>a</span>",
        "a < b and c > d",
        "<spanner> <a name=\"x\"></a> <br/>",
    ])
    func bothHalvesKeepTheirSpans(content: String) throws {
        let page = try read("- " + pair("104", content, content) + " " + pair("105", "fin", "end") + "\n")
        #expect(page.pairs == ["104: \(content) | \(content)", "105: fin | end"])
        #expect(page.string(.target) == "- \(content) fin\n")
        #expect(page.string(.source) == "- \(content) end\n")
        #expect(page.report == [])
    }

    @Test func aHalfThatEndsInASpanEndsInThreeTagsInARow() throws {
        let page = try read(pair("104", "<span>gras</span>", "<span>bold</span>") + "</span> rest")
        #expect(page.pairs == ["104: <span>gras</span> | <span>bold</span>"])
        #expect(page.string(.target) == "<span>gras</span></span> rest")
    }

    @Test func anUnclosedSpanDoesNotReachIntoTheNextPair() throws {
        let page = try read(pair("104", "a<span>b", "c<span>d") + " " + pair("105", "e", "f"))
        #expect(page.pairs == ["104: a<span>b | c<span>d", "105: e | f"])
        #expect(page.report == [])
    }

    @Test func unbalancedClosingTagsStayInTheTarget() throws {
        let page = try read(pair("104", "a</span></span>b", "c"))
        #expect(page.pairs == ["104: a</span></span>b | c"])
        #expect(page.report == [])
    }
}
