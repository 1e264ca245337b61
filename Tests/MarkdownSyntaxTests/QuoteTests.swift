import Testing

@testable import MarkdownSyntax

/// Quotes, alerts of all five kinds in any case, and quotes in items.
@Suite struct QuoteTests {
    @Test func aQuoteGoesOnWithoutMarker() {
        let markdown = "> a\nb\n>\n> c\n"
        #expect(
            outline(markdown) == """
                blockQuote "> a⏎b⏎>⏎> c"
                  paragraph "a⏎b"
                    text "a"
                    softBreak ""
                    text "b"
                  paragraph "c"
                    text "c"
                """)
    }

    @Test func aQuoteThatBeginsAndEndsWithEmptyLines() {
        let markdown = ">\n>\n> a\n>\n"
        #expect(
            tree(markdown).blocks == """
                blockQuote ">⏎>⏎> a"
                  paragraph "a"
                """)
    }

    @Test func nestedQuotes() {
        let markdown = "> a\n> > b\n"
        #expect(
            tree(markdown).blocks == """
                blockQuote "> a⏎> > b"
                  paragraph "a"
                  blockQuote "> b"
                    paragraph "b"
                """)
    }

    @Test func theFiveAlerts() {
        let markdown = """
            > [!NOTE]
            > a

            > [!tip]
            > b

            > [!Important]
            > c

            > [!CAUTION]
            > d

            > [!WARNING]
            > e

            """
        #expect(
            outline(markdown) == """
                alert note "> [!NOTE]⏎> a"
                  paragraph "[!NOTE]⏎> a"
                    directive "[!NOTE]"
                    directive ""
                    text "a"
                alert tip "> [!tip]⏎> b"
                  paragraph "[!tip]⏎> b"
                    directive "[!tip]"
                    directive ""
                    text "b"
                alert important "> [!Important]⏎> c"
                  paragraph "[!Important]⏎> c"
                    directive "[!Important]"
                    directive ""
                    text "c"
                alert caution "> [!CAUTION]⏎> d"
                  paragraph "[!CAUTION]⏎> d"
                    directive "[!CAUTION]"
                    directive ""
                    text "d"
                alert warning "> [!WARNING]⏎> e"
                  paragraph "[!WARNING]⏎> e"
                    directive "[!WARNING]"
                    directive ""
                    text "e"
                """)
    }

    @Test func textOnTheKeywordsLine() {
        let markdown = "> [!NOTE] a\n"
        #expect(
            outline(markdown) == """
                alert note "> [!NOTE] a"
                  paragraph "[!NOTE] a"
                    text "a"
                """)
    }

    @Test func anAlertWithoutText() {
        let markdown = "> [!NOTE]\n"
        #expect(
            outline(markdown) == """
                alert note "> [!NOTE]"
                  paragraph "[!NOTE]"
                    directive "[!NOTE]"
                """)
    }

    @Test func noAlert() {
        let markdown = "> [!NOTE\n\n> x [!NOTE]\n\n[!NOTE]\n\n> [!OTHER]\n> a\n"
        #expect(
            tree(markdown).blocks == """
                blockQuote "> [!NOTE"
                  paragraph "[!NOTE"
                blockQuote "> x [!NOTE]"
                  paragraph "x [!NOTE]"
                paragraph "[!NOTE]"
                blockQuote "> [!OTHER]⏎> a"
                  paragraph "[!OTHER]⏎> a"
                """)
    }

    @Test func anAlertInAnItem() {
        let markdown = "1. a\n\n   > [!NOTE]\n   > b\n   > - c\n\n2. d\n"
        #expect(
            tree(markdown).blocks == """
                list 1. loose "1. a⏎⏎   > [!NOTE]⏎   > b⏎   > - c⏎⏎2. d"
                  item 1. "1. a⏎⏎   > [!NOTE]⏎   > b⏎   > - c"
                    paragraph "a"
                    alert note "> [!NOTE]⏎   > b⏎   > - c"
                      paragraph "[!NOTE]⏎   > b"
                        directive "[!NOTE]"
                        directive ""
                      list - tight "- c"
                        item - "- c"
                          paragraph "c"
                  item 2. "2. d"
                    paragraph "d"
                """)
    }

    @Test func aTableOrAListDirectlyBehindTheKeyword() {
        let markdown = "> [!NOTE]\n> | a |\n> |---|\n> | b |\n\n> [!TIP]\n> 2. c\n"
        #expect(
            tree(markdown).blocks == """
                alert note "> [!NOTE]⏎> | a |⏎> |---|⏎> | b |"
                  paragraph "[!NOTE]"
                    directive "[!NOTE]"
                  table "| a |⏎> |---|⏎> | b |"
                    tableRow "| a |"
                      tableCell header "a"
                    tableRow "| b |"
                      tableCell "b"
                alert tip "> [!TIP]⏎> 2. c"
                  paragraph "[!TIP]"
                    directive "[!TIP]"
                  list 2. tight "2. c"
                    item 2. "2. c"
                      paragraph "c"
                """)
    }
}
