import Foundation
import Testing

@testable import MarkdownSyntax

/// The structure inside raw HTML. An element ends behind its last text; its end tag has no place.
@Suite struct HTMLBlockTests {
    @Test func aTable() {
        let markdown = """
            <table>
            <tr><th>A</th></tr>
            <tr><td>b &amp; <a href="c.md">d</a></td></tr>
            </table>

            """
        #expect(
            outline(markdown) == """
                htmlBlock "<table>⏎<tr><th>A</th></tr>⏎ … md">d</a></td></tr>⏎</table>"
                  table! "<table>⏎<tr><th>A</th></tr>⏎<tr><td>b &amp; <a href="c.md">d"
                    tableRow! "<tr><th>A"
                      tableCell! header "<th>A"
                        text! "A"
                    tableRow! "<tr><td>b &amp; <a href="c.md">d"
                      tableCell! "<td>b &amp; <a href="c.md">d"
                        text! "b &amp; "
                        link! (c.md) "<a href="c.md">d"
                          text! "d"
                """)
    }

    /// The numbers of the items and what is in them.
    private func items(_ markdown: String) -> [String] {
        outline(markdown).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.hasPrefix("item") }
    }

    /// Of a quote, the markers are no part of the code.
    @Test func preformattedCode() {
        let codes = tree("> <pre>\n> a &lt; <b>b</b>\n> </pre>\n\n<pre>c\n").codes
        #expect(codes == ["a < b\n"])
    }

    @Test(arguments: ["<pre></b>", "<pre>", "&", "<b ", "&amp"])
    func preformattedCodeTakesLinearTime(piece: String) {
        _ = tree("<pre>" + String(repeating: piece, count: 50_000) + "</pre>\n")
        _ = tree("<pre>" + String(repeating: piece, count: 50_000) + "\n")
    }

    @Test func aBlankBetweenItemsIsNoItem() {
        #expect(
            items("<ol start=\"3\"> <li>a</li> <li>b</li>\n<li>c</li></ol>\n").map { String($0.prefix(8)) } == [
                "item! 3.", "item! 4.", "item! 5.",
            ])
    }

    /// A quote opens a value only after `=`.
    @Test func anApostropheInAnAttribute() {
        #expect(items("<ol><li title=don't>a</li><li>b</li><li>c</li></ol>\n").count == 3)
        #expect(items("<ol><li title = '>'>a</li><li title=\n\">\">b</li></ol>\n").count == 2)
    }

    @Test func aTagThatBeginsLikeAStyleSheet() {
        #expect(outline("<div><styled-box>a</styled-box>b</div>\n").contains("text! \"a\""))
        #expect(!outline("<div><style>a</style>b</div>\n").contains("text! \"a"))
    }

    @Test func listsAndTheirNumbers() {
        let markdown = "<ul>\n<li>a\n<ol start=\"3\"><li>b</li><li>c</ol>\n</li>\n</ul>\n"
        #expect(
            outline(markdown) == """
                htmlBlock "<ul>⏎<li>a⏎<ol start="3"><li>b</li><li>c</ol>⏎</li>⏎</ul>"
                  list! - "<ul>⏎<li>a⏎<ol start="3"><li>b</li><li>c"
                    item! - "<li>a⏎<ol start="3"><li>b</li><li>c"
                      text! "a⏎"
                      list! 3. "<ol start="3"><li>b</li><li>c"
                        item! 3. "<li>b"
                          text! "b"
                        item! 4. "<li>c"
                          text! "c"
                """)
    }

    @Test func definitionLists() {
        let markdown = "<dl><dt>a</dt>\n<dd>b</dd></dl>\n"
        #expect(
            outline(markdown) == """
                htmlBlock "<dl><dt>a</dt>⏎<dd>b</dd></dl>"
                  htmlContainer! "<dl><dt>a</dt>⏎<dd>b"
                    htmlContainer! "<dt>a"
                      text! "a"
                    htmlContainer! "<dd>b"
                      text! "b"
                """)
    }

    @Test func comments() {
        let markdown = "<!-- a\n\nb --> c\n"
        #expect(
            outline(markdown) == """
                htmlBlock "<!-- a⏎⏎b --> c"
                  text! " c⏎"
                """)
    }

    @Test func headings() {
        let markdown = "<h1>a</h1>\n\n<h2>b</h2>\n\n<H6>c</H6>\n"
        #expect(
            outline(markdown) == """
                htmlBlock "<h1>a</h1>"
                  heading! 1 "<h1>a"
                    text! "a"
                htmlBlock "<h2>b</h2>"
                  heading! 2 "<h2>b"
                    text! "b"
                htmlBlock "<H6>c</H6>"
                  heading! 6 "<H6>c"
                    text! "c"
                """)
    }

    @Test func unclosedTags() {
        let markdown = "<div><p>a <b>b\n"
        #expect(
            outline(markdown) == """
                htmlBlock "<div><p>a <b>b"
                  htmlContainer! "<div><p>a <b>b"
                    paragraph! "<p>a <b>b"
                      text! "a "
                      strong! "<b>b"
                        text! "b⏎"
                """)
    }

    @Test func attributesOverLines() {
        let markdown = "<div\n  class=\"x > y\"\n  id=z>\na</div>\n"
        #expect(
            outline(markdown) == """
                htmlBlock "<div⏎  class="x > y"⏎  id=z>⏎a</div>"
                  htmlContainer! "<div⏎  class="x > y"⏎  id=z>⏎a"
                    text! "a"
                """)
    }

    @Test func imagesAndLineBreaks() {
        let markdown = "<p><img src=\"a.png\" alt=\"b\"><br/>c</p>\n"
        #expect(
            outline(markdown) == """
                htmlBlock "<p><img src="a.png" alt="b"><br/>c</p>"
                  paragraph! "<p><img src="a.png" alt="b"><br/>c"
                    image! (a.png) "<img src="a.png" alt="b"
                      text! "b"
                    lineBreak! ""
                    text! "c"
                """)
    }

    @Test func inItemsAndQuotes() {
        let markdown = "- <div>a</div>\n\n> <p>b\n> c</p>\n"
        #expect(
            outline(markdown) == """
                list - tight "- <div>a</div>"
                  item - "- <div>a</div>"
                    htmlBlock "<div>a</div>"
                      htmlContainer! "<div>a"
                        text! "a"
                blockQuote "> <p>b⏎> c</p>"
                  htmlBlock "<p>b⏎> c</p>"
                    paragraph! "<p>b⏎> c"
                      text! "b⏎"
                      text! "c"
                """)
    }

    @Test func wrappersAroundMarkdown() {
        let markdown = "<div>\n\n# a\n\n</div>\n"
        #expect(
            outline(markdown) == """
                htmlBlock "<div>"
                heading 1 "# a"
                  text "a"
                htmlBlock "</div>"
                """)
    }

    @Test func scriptsAndStylesAreNoText() {
        let markdown = "<style>\na { b: c }\n</style><div>d<script>\"<p>e\"</script>f</div>\n"
        #expect(
            outline(markdown) == """
                htmlBlock "<style>⏎a { b: c }⏎</style>< … cript>"<p>e"</script>f</div>"
                  htmlContainer! "<div>d<script>"<p>e"</script>f"
                    text! "d"
                    text! "f"
                """)
    }
}

extension MarkdownTree {
    fileprivate var codes: [String] {
        nodes(.codeBlock).compactMap { codeBlock($0).map { String(decoding: $0.bytes, as: UTF8.self) } }
    }
}
