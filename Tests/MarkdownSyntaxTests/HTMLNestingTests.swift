import Testing

@testable import MarkdownSyntax

/// libxml2 stops at a nesting of 256; the text behind that is still text of the block.
@Suite struct HTMLNestingTests {
    @Test(arguments: [10, 255, 256, 300, 5000])
    func noTextIsLost(depth: Int) {
        let page = tree(String(repeating: "<div>x", count: depth) + "\n")
        #expect(page.nodes(.text).count == depth)
        #expect(page.plainText(of: 0).filter { $0 == "x" }.count == depth)
    }

    @Test func textsStayInTheOrderOfThePage() {
        let page = tree("<div>" + (0..<400).map { "<p>\($0) <b>b</i>" }.joined() + "</div>\n")
        let places = page.nodes(.text).map { page[$0].range.lowerBound }
        #expect(places == places.sorted())
        #expect(places.count == 800)
    }

    @Test func aTagWithManyAttributesIsStillATag() {
        let attributes = (0..<5000).map { "a\($0)=\"<p>\"" }.joined(separator: " ")
        let page = tree("<table \(attributes)><tr><td>x</td></tr></table>\n")
        #expect(page.nodes(.tableCell).count == 1)
        #expect(page.plainText(of: 0) == "x")
    }
}
