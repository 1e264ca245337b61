import Testing

@testable import MarkdownSyntax

/// Microsoft's extensions.
@Suite struct ExtensionTests {
    @Test func includes() {
        let markdown = "See [!INCLUDE [a](../b.md)] and c.\n\n[!include[d](e.md)]\n"
        #expect(
            outline(markdown) == """
                paragraph "See [!INCLUDE [a](../b.md)] and c."
                  text "See "
                  include (../b.md) "[a](../b.md)"
                    text "a"
                  text " and c."
                paragraph "[!include[d](e.md)]"
                  text ""
                  include (e.md) "[d](e.md)"
                    text "d"
                """)
    }

    @Test func codeFromAFile() {
        let markdown = "[!code-powershell[a](b.ps1)]\n"
        #expect(
            tree(markdown).blocks == """
                paragraph "[!code-powershell[a](b.ps1)]"
                  directive ""
                  include (b.ps1) "[a](b.ps1)"
                """)
    }

    @Test func wrappersAndVideos() {
        let markdown = "[!div class=\"a\"]\n\n> [!div class=\"b\"]\n> - c\n\n[!VIDEO https://d.e/f]\n"
        #expect(
            outline(markdown) == """
                paragraph "[!div class="a"]"
                  directive "[!div class="a"]"
                blockQuote "> [!div class="b"]⏎> - c"
                  paragraph "[!div class="b"]"
                    directive "[!div class="b"]"
                  list - tight "- c"
                    item - "- c"
                      paragraph "c"
                        text "c"
                paragraph "[!VIDEO https://d.e/f]"
                  directive "[!VIDEO "
                  directive "https://d.e/f]"
                """)
    }

    @Test func textThatIsNotTranslated() {
        let markdown = "Open **:::no-loc text=\"Azure Monitor\":::** :::no-loc text=\"A:::.\n"
        #expect(
            outline(markdown) == """
                paragraph "Open **:::no-loc text="Azure … ":::** :::no-loc text="A:::."
                  text "Open "
                  strong "**:::no-loc text="Azure Monitor":::**"
                    directive ":::no-loc text=""
                    text "Azure Monitor"
                    directive "":::"
                  text " :::no-loc text="A:::."
                """)
    }

    @Test func anImageInASentence() {
        let markdown = "Select :::image type=\"icon\" source=\"a_b_c.png\" alt-text=\"Save\"::: now.\n"
        #expect(
            outline(markdown) == """
                paragraph "Select :::image type="icon"  … png" alt-text="Save"::: now."
                  text "Select "
                  image (a_b_c.png) ":::image type="icon" source="a_b_c.png" alt-text="Save":::"
                    text "Save"
                  text " now."
                """)
    }

    @Test func anImageOnOneLine() {
        let markdown = ":::image type=\"content\" source=\"a.png\" alt-text=\"B *c*.\":::\n"
        #expect(
            outline(markdown) == """
                paragraph ":::image type="content" source="a.png" alt-text="B *c*.":::"
                  image (a.png) ":::image type="content" source="a.png" alt-text="B *c*.":::"
                    text "B *c*."
                  directive "*c*"
                  directive ".":::"
                """)
    }

    @Test func anImageOverLines() {
        let markdown = ":::image type=\"complex\" source=\"a.png\"\n   alt-text=\"B\n   c.\":::\n"
        #expect(
            outline(markdown) == """
                paragraph ":::image type="complex" sour … ng"⏎   alt-text="B⏎   c.":::"
                  image (a.png) ":::image type="complex" sour … ng"⏎   alt-text="B⏎   c.":::"
                    text "B⏎   c."
                  directive ""
                  directive "alt-text="B"
                  directive ""
                  directive "c.":::"
                """)
    }

    @Test func rowsAndColumns() {
        let markdown = """
            :::row:::
               :::column span="2":::
                  a
               :::column-end:::
            :::row-end:::

            """
        #expect(
            outline(markdown) == """
                paragraph ":::row:::"
                  directive ":::row:::"
                paragraph ":::column span="2":::"
                  directive ":::column span="2":::"
                paragraph "a"
                  text "a"
                paragraph ":::column-end:::"
                  directive ":::column-end:::"
                paragraph ":::row-end:::"
                  directive ":::row-end:::"
                """)
    }

    @Test func zones() {
        let markdown = "::: zone pivot=\"a\"\n\nb\n\n::: zone-end\n"
        #expect(
            outline(markdown) == """
                paragraph "::: zone pivot="a""
                  directive "::: zone pivot="a""
                paragraph "b"
                  text "b"
                paragraph "::: zone-end"
                  directive "::: zone-end"
                """)
    }

    @Test func tabs() {
        let markdown = "# [Windows](#tab/win)\n\na\n\n# [Linux](#tab/linux)\n\n## [No tab](#x)\n\n***\n"
        #expect(
            outline(markdown) == """
                tab (#tab/win) "# [Windows](#tab/win)"
                  link (#tab/win) "[Windows](#tab/win)"
                    text "Windows"
                paragraph "a"
                  text "a"
                tab (#tab/linux) "# [Linux](#tab/linux)"
                  link (#tab/linux) "[Linux](#tab/linux)"
                    text "Linux"
                heading 2 "## [No tab](#x)"
                  link (#x) "[No tab](#x)"
                    text "No tab"
                thematicBreak "***"
                """)
    }
}
