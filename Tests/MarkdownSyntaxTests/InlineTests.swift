import Testing

@testable import MarkdownSyntax

/// Code spans, emphasis, breaks, references and raw tags.
@Suite struct InlineTests {
    @Test func codeSpans() {
        let markdown = "`a` `` b`c `` `d\ne` ` f `\n"
        #expect(
            outline(markdown) == """
                paragraph "`a` `` b`c `` `d⏎e` ` f `"
                  codeSpan "`a`"
                    text "a"
                  text " "
                  codeSpan "`` b`c ``"
                    text "b`c"
                  text " "
                  codeSpan "`d⏎e`"
                    text "d"
                    softBreak ""
                    text "e"
                  text " "
                  codeSpan "` f `"
                    text "f"
                """)
    }

    @Test func emphasis() {
        let markdown = "*a* __b__ ***c*** ~~d~~ e*f*g\n"
        #expect(
            outline(markdown) == """
                paragraph "*a* __b__ ***c*** ~~d~~ e*f*g"
                  emphasis "*a*"
                    text "a"
                  text " "
                  strong "__b__"
                    text "b"
                  text " "
                  emphasis "***c***"
                    strong "**c**"
                      text "c"
                  text " "
                  strikethrough "~~d~~"
                    text "d"
                  text " e"
                  emphasis "*f*"
                    text "f"
                  text "g"
                """)
    }

    @Test func emphasisThatMarkdownDoesNotRender() {
        let markdown = "** a ** \\*\\*b\\*\\* snake_case_name\n"
        #expect(
            outline(markdown) == #"""
                paragraph "** a ** \*\*b\*\* snake_case_name"
                  text "** a ** "
                  text "*"
                  text "*"
                  text "b"
                  text "*"
                  text "*"
                  text " snake_case_name"
                """#)
    }

    @Test func lineBreaks() {
        let markdown = "a  \nb\\\nc<br>d\ne\n"
        #expect(
            outline(markdown) == #"""
                paragraph "a  ⏎b\⏎c<br>d⏎e"
                  text "a"
                  lineBreak ""
                  text "b"
                  lineBreak ""
                  text "c"
                  lineBreak "<br>"
                  text "d"
                  softBreak ""
                  text "e"
                """#)
    }

    @Test func references() {
        let markdown = "&nbsp;a&amp;b&#233;&nope;\n"
        #expect(
            outline(markdown) == """
                paragraph "&nbsp;a&amp;b&#233;&nope;"
                  entity "&nbsp;"
                  text "a"
                  entity "&amp;"
                  text "b"
                  entity "&#233;"
                  entity "&nope;"
                """)
    }

    @Test func rawTags() {
        let markdown = "<a name=\"b\"></a><!-- c --><span>d\n"
        #expect(
            outline(markdown) == """
                paragraph "<a name="b"></a><!-- c --><span>d"
                  htmlInline "<a name="b">"
                  htmlInline "</a>"
                  htmlInline "<!-- c -->"
                  htmlInline "<span>"
                  text "d"
                """)
    }

    @Test func deepButReal() {
        let markdown = "**a *b `c` [d](e)* f**\n"
        #expect(
            outline(markdown) == """
                paragraph "**a *b `c` [d](e)* f**"
                  strong "**a *b `c` [d](e)* f**"
                    text "a "
                    emphasis "*b `c` [d](e)*"
                      text "b "
                      codeSpan "`c`"
                        text "c"
                      text " "
                      link (e) "[d](e)"
                        text "d"
                    text " f"
                """)
    }
}
