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

    /// The first end tag ends it, and what looks like a tag or a reference stays. Without an end tag, it is no code.
    @Test(arguments: [
        ("<pre></b>", "<pre>"), ("<pre>", "<pre>"), ("&", "&"), ("<b ", "<b "), ("<b x=\"", "<b x=\""), ("<!--", nil),
    ])
    func preformattedCodeOfManyPieces(piece: String, code: String?) {
        let text = "<pre>a" + String(repeating: piece, count: 300)
        let expected = code.map { ["a" + String(repeating: $0, count: 300) + "\n"] } ?? []
        #expect(tree(text + "</pre>\n").codes == expected)
        #expect(tree(text + "\n").codes == [])
    }

    /// libxml2 closes `<pre>` before these elements. They are code all the same, and what follows is none.
    @Test(arguments: [
        "<ul><li>b</li></ul>", "<table><tr><td>b</td></tr></table>", "<dl><dt>b</dl>", "<form>b</form>", "<div>b",
        "<h2>b</h2>", "<p>b",
    ])
    func blocksInPreformattedCode(block: String) {
        let tree = tree("<div>\n<pre>\nSample &lt;x&gt;\n\(block)\nafter\n</pre>\n<ul><li>c</li></ul>\nd</div>\n")
        #expect(tree.codes == ["Sample <x>\n\(block)\nafter\n"])
        #expect(tree.nodes(.item).map { tree.text(of: $0) } == ["<li>c"])
        #expect(tree.nodes(.text).map { tree.text(of: $0) }.joined().filter { $0 != "\n" } == "cd")
    }

    /// Comments, tags and the line break after `<pre>` are not shown.
    @Test(arguments: [
        ("<!-- x > y -->a\n", "a\n"), ("a<!-- </pre> -->b", "ab\n"),
        ("<span\n class=\"k\">if</span> a\n", "if a\n"), ("<a title=\"x > y\"\n>b</a>\n", "b\n"),
        ("a <b\nc\n", "a <b\nc\n"), ("\n\na\n", "\na\n"), ("\r\na\r\nb\r\n", "a\nb\n"),
    ])
    func hiddenPartsOfPreformattedCode(content: String, code: String) {
        #expect(tree("<pre>\(content)</pre>\n").codes == [code])
    }

    /// The second line of the tag begins with the marker of the quote.
    @Test func aTagOfTwoLinesInAQuote() {
        #expect(tree("> <pre>\n> a <b\n> class=\"k\">c</b>\n> d</pre>\n").codes == ["a c\nd\n"])
    }

    @Test func piecesOfPreformattedCode() throws {
        for before in ["\n", "\r\n", "<br>", "<!-- x -->\n", "&#10;"] {
            let tree = tree("<pre>\(before)ab&lt;\n</pre>\n")
            let block = try #require(tree.nodes(.codeBlock).first.flatMap { tree.codeBlock($0) })
            let start = "<pre>\(before)".utf8.count
            #expect(block.pieces.map(\.start) == [0, 2, 3])
            #expect(block.pieces.map(\.sideStart) == [start, start + 2, start + 6])
        }
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
