import Testing

@testable import Markdown

/// A cell is its inlines, without pipes and blanks.
@Suite struct TableTests {
    @Test func aTable() {
        let markdown = "| a | b |\n|---|:-:|\n| c d | *e* |\n"
        #expect(
            outline(markdown) == """
                table "| a | b |⏎|---|:-:|⏎| c d | *e* |"
                  tableRow "| a | b |"
                    tableCell header "a"
                      text "a"
                    tableCell header "b"
                      text "b"
                  tableRow "| c d | *e* |"
                    tableCell "c d"
                      text "c d"
                    tableCell "*e*"
                      emphasis "*e*"
                        text "e"
                """)
    }

    @Test func emptyCells() {
        let markdown = "||a|\n|--|--|\n|b||\n|||\n| |c|\n"
        #expect(
            outline(markdown) == """
                table "||a|⏎|--|--|⏎|b||⏎|||⏎| |c|"
                  tableRow "||a|"
                    tableCell header ""
                    tableCell header "a"
                      text "a"
                  tableRow "|b||"
                    tableCell "b"
                      text "b"
                    tableCell ""
                  tableRow "|||"
                    tableCell ""
                    tableCell ""
                  tableRow "| |c|"
                    tableCell ""
                    tableCell "c"
                      text "c"
                """)
    }

    @Test func oneDashIsEnough() {
        let markdown = "a|b\n-|-\nc|d\n"
        #expect(
            tree(markdown).blocks == """
                table "a|b⏎-|-⏎c|d"
                  tableRow "a|b"
                    tableCell header "a"
                    tableCell header "b"
                  tableRow "c|d"
                    tableCell "c"
                    tableCell "d"
                """)
    }

    @Test func escapedPipesAndPipesInCode() {
        let markdown = "|a|b|\n|-|-|\n|c\\|d|`e|f`|\n"
        #expect(
            outline(markdown) == #"""
                table "|a|b|⏎|-|-|⏎|c\|d|`e|f`|"
                  tableRow "|a|b|"
                    tableCell header "a"
                      text "a"
                    tableCell header "b"
                      text "b"
                  tableRow "|c\|d|`e|f`|"
                    tableCell "c\|d"
                      text "c"
                      text "|"
                      text "d"
                    tableCell "`e|f`"
                      codeSpan "`e|f`"
                        text "e|f"
                """#)
    }

    @Test func missingAndSurplusCells() {
        let markdown = "|a|b|\n|-|-|\n|c|\n|d|e|f|\n"
        #expect(
            tree(markdown).blocks == """
                table "|a|b|⏎|-|-|⏎|c|⏎|d|e|f|"
                  tableRow "|a|b|"
                    tableCell header "a"
                    tableCell header "b"
                  tableRow "|c|"
                    tableCell "c"
                    tableCell ""
                  tableRow "|d|e|f|"
                    tableCell "d"
                    tableCell "e"
                """)
    }

    @Test func lineBreaksInCells() {
        let markdown = "|a|\n|-|\n|b <br/> c|\n"
        #expect(
            outline(markdown) == """
                table "|a|⏎|-|⏎|b <br/> c|"
                  tableRow "|a|"
                    tableCell header "a"
                      text "a"
                  tableRow "|b <br/> c|"
                    tableCell "b <br/> c"
                      text "b "
                      lineBreak "<br/>"
                      text " c"
                """)
    }

    @Test func whatEndsATable() {
        let markdown = """
            |a|
            |-|
            |b|
            # c

            |a|
            |-|
            ```
            d
            ```

            |a|
            |-|
            - e

            |a|
            |-|
            <div>f</div>

            |a|
            |-|
            :::row:::

            """
        #expect(
            tree(markdown).blocks == """
                table "|a|⏎|-|⏎|b|"
                  tableRow "|a|"
                    tableCell header "a"
                  tableRow "|b|"
                    tableCell "b"
                heading 1 "# c"
                table "|a|⏎|-|"
                  tableRow "|a|"
                    tableCell header "a"
                codeBlock fenced {d⏎} "```⏎d⏎```"
                table "|a|⏎|-|"
                  tableRow "|a|"
                    tableCell header "a"
                list - tight "- e"
                  item - "- e"
                    paragraph "e"
                table "|a|⏎|-|"
                  tableRow "|a|"
                    tableCell header "a"
                htmlBlock "<div>f</div>"
                  htmlContainer! "<div>f"
                table "|a|⏎|-|"
                  tableRow "|a|"
                    tableCell header "a"
                paragraph ":::row:::"
                  directive ":::row:::"
                """)
    }

    @Test func theDelimiterRowMayBeNarrower() {
        let markdown = "|a|b|\n|-|\n"
        #expect(
            tree(markdown).blocks == """
                table "|a|b|⏎|-|"
                  tableRow "|a|b|"
                    tableCell header "a"
                """)
    }
}
