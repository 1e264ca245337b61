import Testing

@testable import MarkdownSyntax

/// Links and images, with the place of a destination that is written in them.
@Suite struct LinkTests {
    @Test func titles() {
        let markdown = "[a](b \"c\") [d](<e f> 'g') [h]( i )\n"
        #expect(
            outline(markdown) == """
                paragraph "[a](b "c") [d](<e f> 'g') [h]( i )"
                  link (b 'c') "[a](b "c")"
                    text "a"
                  text " "
                  link (e f 'g') "[d](<e f> 'g')"
                    text "d"
                  text " "
                  link (i) "[h]( i )"
                    text "h"
                """)
    }

    @Test func references() {
        let markdown = "[a][b] [b][] [b]\n\n[b]: c.md 'd'\n"
        #expect(
            outline(markdown) == """
                paragraph "[a][b] [b][] [b]"
                  link (c.md 'd') "[a][b]"
                    text "a"
                  text " "
                  link (c.md 'd') "[b][]"
                    text "b"
                  text " "
                  link (c.md 'd') "[b]"
                    text "b"
                """)
    }

    @Test func definitionsHaveNoNode() {
        let markdown = "[a]: b\n\n[//]: # (a comment)\n"
        #expect(
            outline(markdown) == """

                """)
    }

    @Test func autolinks() {
        let markdown = "<https://a.b> https://c.d/e?f=g. (www.h.i) j@k.l, <m@n.o>\n"
        #expect(
            outline(markdown) == """
                paragraph "<https://a.b> https://c.d/e?f=g. (www.h.i) j@k.l, <m@n.o>"
                  link (https://a.b) "<https://a.b>"
                    text "https://a.b"
                  text " "
                  link (https://c.d/e?f=g) "https://c.d/e?f=g"
                    text "https://c.d/e?f=g"
                  text ". ("
                  link (http://www.h.i) "www.h.i"
                    text "www.h.i"
                  text ") "
                  link (mailto:j@k.l) "j@k.l"
                    text "j@k.l"
                  text ", "
                  link (mailto:m@n.o) "<m@n.o>"
                    text "m@n.o"
                """)
    }

    @Test func noAutolinks() {
        let markdown = "http://localhost/x https://\\<server> http://a_b xhttp://c.d a@b `e@f.g`\n"
        #expect(
            outline(markdown) == #"""
                paragraph "http://localhost/x https://\ … /a_b xhttp://c.d a@b `e@f.g`"
                  text "http://localhost/x https://"
                  text "<"
                  text "server> http://a_b xhttp://c.d a@b "
                  codeSpan "`e@f.g`"
                    text "e@f.g"
                """#)
    }

    @Test func anAddressInsideALinkIsText() {
        let markdown = "[https://a.b/.](https://a.b/.) ![c@d.e](f.png)\n"
        #expect(
            outline(markdown) == """
                paragraph "[https://a.b/.](https://a.b/.) ![c@d.e](f.png)"
                  link (https://a.b/.) "[https://a.b/.](https://a.b/.)"
                    text "https://a.b/."
                  text " "
                  image (f.png) "![c@d.e](f.png)"
                    text "c@d.e"
                """)
    }

    @Test func anAddressEndsWithItsLink() {
        let markdown = "[a](https://b.c/d)*e* **[f](https://g.h)**, i\n"
        #expect(
            outline(markdown) == """
                paragraph "[a](https://b.c/d)*e* **[f](https://g.h)**, i"
                  link (https://b.c/d) "[a](https://b.c/d)"
                    text "a"
                  emphasis "*e*"
                    text "e"
                  text " "
                  strong "**[f](https://g.h)**"
                    link (https://g.h) "[f](https://g.h)"
                      text "f"
                  text ", i"
                """)
    }

    @Test func images() {
        let markdown = "![](a.png) ![b *c*](<d e.png> \"f\") [![g](h.png)](i.md)\n"
        #expect(
            outline(markdown) == """
                paragraph "![](a.png) ![b *c*](<d e.png> "f") [![g](h.png)](i.md)"
                  image (a.png) "![](a.png)"
                  text " "
                  image (d e.png 'f') "![b *c*](<d e.png> "f")"
                    text "b "
                    emphasis "*c*"
                      text "c"
                  text " "
                  link (i.md) "[![g](h.png)](i.md)"
                    image (h.png) "![g](h.png)"
                      text "g"
                """)
    }

    @Test func bracketsInTheText() {
        let markdown = "[[a]](b) [c [d](e) f](g)\n"
        #expect(
            outline(markdown) == """
                paragraph "[[a]](b) [c [d](e) f](g)"
                  link (b) "[[a]](b)"
                    text "[a]"
                  text " [c "
                  link (e) "[d](e)"
                    text "d"
                  text " f](g)"
                """)
    }

    @Test func overLines() {
        let markdown = "[a\nb](\nc.md)\n"
        #expect(
            outline(markdown) == """
                paragraph "[a⏎b](⏎c.md)"
                  link (c.md) "[a⏎b](⏎c.md)"
                    text "a"
                    softBreak ""
                    text "b"
                """)
    }

    @Test func encodedDestinations() {
        let markdown = "[a](b%20c\\)&amp;d)\n"
        #expect(
            outline(markdown) == #"""
                paragraph "[a](b%20c\)&amp;d)"
                  link (b%20c)&d) "[a](b%20c\)&amp;d)"
                    text "a"
                """#)
    }

    /// A keyword in brackets is no label of a definition, which would not be shown.
    @Test func keywordsAreNoLabels() {
        #expect(outline("[!UICONTROL Ziel]:Text\n").hasPrefix("paragraph"))
        #expect(outline("* [!DNL a b]:c\n").contains("item"))
        #expect(!outline("[b]:c\n").contains("text"))
    }
}
