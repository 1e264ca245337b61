import Testing

@testable import MarkdownSyntax

/// Headings hold their markers; a setext heading holds its underline.
@Suite struct HeadingTests {
    @Test func numberSignsAndUnderlines() {
        let markdown = "# One\n\n### Three ###\n\nTwo\n===\n\nOver two\nlines\n---\n"
        #expect(
            outline(markdown) == """
                heading 1 "# One"
                  text "One"
                heading 3 "### Three ###"
                  text "Three"
                heading 1 "Two⏎==="
                  text "Two"
                heading 2 "Over two⏎lines⏎---"
                  text "Over two"
                  softBreak ""
                  text "lines"
                """)
    }

    @Test func emptyHeadings() {
        let markdown = "#\n\n## \n"
        #expect(
            outline(markdown) == """
                heading 1 "#"
                heading 2 "##"
                """)
    }

    @Test func inlinesAndAnchors() {
        let markdown = "## <a name=\"x\"></a>The `b` *c*\n"
        #expect(
            outline(markdown) == """
                heading 2 "## <a name="x"></a>The `b` *c*"
                  htmlInline "<a name="x">"
                  htmlInline "</a>"
                  text "The "
                  codeSpan "`b`"
                    text "b"
                  text " "
                  emphasis "*c*"
                    text "c"
                """)
    }

    @Test func insideItemsAndQuotes() {
        let markdown = "- # a\n\n> b\n> ---\n"
        #expect(
            outline(markdown) == """
                list - tight "- # a"
                  item - "- # a"
                    heading 1 "# a"
                      text "a"
                blockQuote "> b⏎> ---"
                  heading 2 "b⏎> ---"
                    text "b"
                """)
    }
}
