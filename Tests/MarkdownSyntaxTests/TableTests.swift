import Testing

@testable import MarkdownSyntax

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

    /// md4c gives each row as many cells as the head has.
    @Test func shortRowsBelowAWideHeadTakeLittle() {
        let head = "|" + String(repeating: "a|", count: 120) + "\n|" + String(repeating: "-|", count: 120) + "\n"
        let bytes = Array((head + String(repeating: "x\n", count: 20_000)).utf8)
        let tree = MarkdownTree(parsing: bytes)
        #expect(tree.ids.count < 3 * bytes.count)
        let rows = tree.ids.filter { tree[$0].kind == .tableRow }
        #expect(rows.count == 20_001)
        #expect(rows.last.map { row in tree.children(of: row).map { tree.plainText(of: $0) } } == ["x"])
        #expect(tree.children(of: rows[0]).count(where: { _ in true }) == 120)
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

/// Lists in the cells of pipe tables, which can only be written as HTML. A list and its items end behind their last child.
@Suite struct CellListTests {
    /// The second row's only cell, of a table that holds `cell`.
    private func cell(_ cell: String) -> String {
        let lines = tree("|a|\n|-|\n|\(cell)|\n").blocks.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { !$0.hasPrefix("    tableCell \"") }.map { $0.dropFirst(4) }.joined(separator: "\n")
    }

    @Test func itemsNeedNoEndTags() {
        #expect(
            cell("Choose:<br><ol><li>b <li>**c**</ol>d") == """
                tableCell "Choose:<br><ol><li>b <li>**c**</ol>d"
                  paragraph! "Choose:<br>"
                  list! 1. "<ol><li>b <li>**c**</ol>"
                    item! 1. "<li>b "
                    item! 2. "<li>**c**"
                  paragraph! "d"
                """)
    }

    @Test func listsInItems() {
        #expect(
            cell("<ul><li>b<ul><li>c</li> <li>d</li></ul></li> <li>e</li></UL>") == """
                tableCell "<ul><li>b<ul><li>c</li> <li>d</li></ul></li> <li>e</li></UL>"
                  list! - "<ul><li>b<ul><li>c</li> <li>d</li></ul></li> <li>e</li></UL>"
                    item! - "<li>b<ul><li>c</li> <li>d</li></ul></li> "
                      list! - "<ul><li>c</li> <li>d</li></ul>"
                        item! - "<li>c</li> "
                        item! - "<li>d</li>"
                    item! - "<li>e</li>"
                """)
    }

    @Test func aListRightInAListBelongsToTheItemBeforeIt() {
        #expect(
            cell("<ul><li>b</li> <ol><li>c</ol></ul>") == """
                tableCell "<ul><li>b</li> <ol><li>c</ol></ul>"
                  list! - "<ul><li>b</li> <ol><li>c</ol></ul>"
                    item! - "<li>b</li> <ol><li>c</ol>"
                      list! 1. "<ol><li>c</ol>"
                        item! 1. "<li>c"
                """)
    }

    @Test func endTagsWithoutABeginning() {
        #expect(
            cell("</li>b</ul><li>c<ul><li>d") == """
                tableCell "</li>b</ul><li>c<ul><li>d"
                  paragraph! "b</ul><li>c"
                  list! - "<ul><li>d"
                    item! - "<li>d"
                """)
    }

    @Test func anyDepthOfThem() {
        let depth = 20_000
        let parsed = tree("|a|\n|-|\n|" + String(repeating: "<ul><li>b</li></li>", count: depth) + "|\n")
        #expect(parsed.ids.count { parsed[$0].kind == .list } == 64)
        #expect(parsed.ids.count { parsed[$0].kind == .text } == depth + 1)
    }

    @Test func otherTagsAreLeftAsTheyAre() {
        #expect(cell("<ulx>b<liz>") == "tableCell \"<ulx>b<liz>\"")
        #expect(cell("b <li>c</li>") == "tableCell \"b <li>c</li>\"")
    }
}
