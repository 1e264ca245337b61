import Testing

@testable import MarkdownSyntax

/// Items that begin with something else than text.
@Suite struct ItemTests {
    @Test func anEmptyLine() {
        let markdown = "-\n  a\n\n1.\n   ```\n   b\n   ```\n"
        #expect(
            tree(markdown).blocks == """
                list - tight "-⏎  a"
                  item - "-⏎  a"
                    paragraph "a"
                list 1. tight "1.⏎   ```⏎   b⏎   ```"
                  item 1. "1.⏎   ```⏎   b⏎   ```"
                    codeBlock fenced {b⏎} "```⏎   b⏎   ```"
                """)
    }

    @Test func nothingAtAll() {
        let markdown = "- a\n-\n- b\n"
        #expect(
            tree(markdown).blocks == """
                list - tight "- a⏎-⏎- b"
                  item - "- a"
                    paragraph "a"
                  item - "-"
                  item - "- b"
                    paragraph "b"
                """)
    }

    @Test func anEmptyLineAndASecondOneEndTheItem() {
        let markdown = "1. \n\n   a\n"
        #expect(
            tree(markdown).blocks == """
                list 1. tight "1."
                  item 1. "1."
                paragraph "a"
                """)
    }

    @Test func aFence() {
        let markdown = "- ```\n  a\n  ```\n- ~~~ x\n"
        #expect(
            tree(markdown).blocks == """
                list - tight "- ```⏎  a⏎  ```⏎- ~~~ x"
                  item - "- ```⏎  a⏎  ```"
                    codeBlock fenced {a⏎} "```⏎  a⏎  ```"
                  item - "- ~~~ x"
                    codeBlock fenced <x> {} "~~~ x"
                """)
    }

    @Test func aLinkOrAnImageWithoutText() {
        let markdown = "- [](a.md)\n- ![](b.png)\n"
        #expect(
            outline(markdown) == """
                list - tight "- [](a.md)⏎- ![](b.png)"
                  item - "- [](a.md)"
                    paragraph "[](a.md)"
                      link (a.md) "[](a.md)"
                  item - "- ![](b.png)"
                    paragraph "![](b.png)"
                      image (b.png) "![](b.png)"
                """)
    }

    @Test func aMarkerOnTheSameLine() {
        let markdown = "- - a\n- 1. b\n- > c\n- # d\n"
        #expect(
            tree(markdown).blocks == """
                list - tight "- - a⏎- 1. b⏎- > c⏎- # d"
                  item - "- - a"
                    list - tight "- a"
                      item - "- a"
                        paragraph "a"
                  item - "- 1. b"
                    list 1. tight "1. b"
                      item 1. "1. b"
                        paragraph "b"
                  item - "- > c"
                    blockQuote "> c"
                      paragraph "c"
                  item - "- # d"
                    heading 1 "# d"
                """)
    }

    @Test func anEmptyQuoteLine() {
        let markdown = ">\n> - a\n\n- >\n  > b\n"
        #expect(
            tree(markdown).blocks == """
                blockQuote ">⏎> - a"
                  list - tight "- a"
                    item - "- a"
                      paragraph "a"
                list - tight "- >⏎  > b"
                  item - "- >⏎  > b"
                    blockQuote ">⏎  > b"
                      paragraph "b"
                """)
    }

    @Test func anEmptyHeadingBelowTheMarker() {
        let markdown = "1.\n   ##\n"
        #expect(
            tree(markdown).blocks == """
                list 1. tight "1.⏎   ##"
                  item 1. "1.⏎   ##"
                    heading 2 "##"
                """)
    }

    @Test func aTable() {
        let markdown = "- | a |\n  |---|\n  | b |\n"
        #expect(
            tree(markdown).blocks == """
                list - tight "- | a |⏎  |---|⏎  | b |"
                  item - "- | a |⏎  |---|⏎  | b |"
                    table "| a |⏎  |---|⏎  | b |"
                      tableRow "| a |"
                        tableCell header "a"
                      tableRow "| b |"
                        tableCell "b"
                """)
    }
}
