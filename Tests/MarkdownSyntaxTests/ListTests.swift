import Testing

@testable import MarkdownSyntax

/// Lists with markers and numbers, tight and loose, nested by two, three or four columns.
@Suite struct ListTests {
    @Test func markersAndNumbers() {
        let markdown = "- a\n- b\n\n3) c\n4) d\n"
        #expect(
            outline(markdown) == """
                list - tight "- a⏎- b"
                  item - "- a"
                    paragraph "a"
                      text "a"
                  item - "- b"
                    paragraph "b"
                      text "b"
                list 3) tight "3) c⏎4) d"
                  item 3) "3) c"
                    paragraph "c"
                      text "c"
                  item 4) "4) d"
                    paragraph "d"
                      text "d"
                """)
    }

    @Test func stepsThatAllBeginWithOne() {
        let markdown = "1. a\n1. b\n1. c\n"
        #expect(
            tree(markdown).blocks == """
                list 1. tight "1. a⏎1. b⏎1. c"
                  item 1. "1. a"
                    paragraph "a"
                  item 2. "1. b"
                    paragraph "b"
                  item 3. "1. c"
                    paragraph "c"
                """)
    }

    @Test func looseLists() {
        let markdown = "- a\n\n- b\n\n  c\n"
        #expect(
            outline(markdown) == """
                list - loose "- a⏎⏎- b⏎⏎  c"
                  item - "- a"
                    paragraph "a"
                      text "a"
                  item - "- b⏎⏎  c"
                    paragraph "b"
                      text "b"
                    paragraph "c"
                      text "c"
                """)
    }

    @Test func nestedByTwo() {
        let markdown = "- a\n  - b\n    - c\n"
        #expect(
            tree(markdown).blocks == """
                list - tight "- a⏎  - b⏎    - c"
                  item - "- a⏎  - b⏎    - c"
                    paragraph "a"
                    list - tight "- b⏎    - c"
                      item - "- b⏎    - c"
                        paragraph "b"
                        list - tight "- c"
                          item - "- c"
                            paragraph "c"
                """)
    }

    @Test func nestedByThree() {
        let markdown = "1. a\n   - b\n      1. c\n"
        #expect(
            tree(markdown).blocks == """
                list 1. tight "1. a⏎   - b⏎      1. c"
                  item 1. "1. a⏎   - b⏎      1. c"
                    paragraph "a"
                    list - tight "- b⏎      1. c"
                      item - "- b⏎      1. c"
                        paragraph "b"
                        list 1. tight "1. c"
                          item 1. "1. c"
                            paragraph "c"
                """)
    }

    @Test func nestedByFour() {
        let markdown = "1.  a\n    -   b\n        -   c\n"
        #expect(
            tree(markdown).blocks == """
                list 1. tight "1.  a⏎    -   b⏎        -   c"
                  item 1. "1.  a⏎    -   b⏎        -   c"
                    paragraph "a"
                    list - tight "-   b⏎        -   c"
                      item - "-   b⏎        -   c"
                        paragraph "b"
                        list - tight "-   c"
                          item - "-   c"
                            paragraph "c"
                """)
    }

    @Test func theWideMarkersOfConvertedPages() {
        let markdown = "  - a\n    \n      - b\n    \n    c\n"
        #expect(
            tree(markdown).blocks == """
                list - loose "- a⏎    ⏎      - b⏎    ⏎    c"
                  item - "- a⏎    ⏎      - b⏎    ⏎    c"
                    paragraph "a"
                    list - tight "- b"
                      item - "- b"
                        paragraph "b"
                    paragraph "c"
                """)
    }

    @Test func tasks() {
        let markdown = "- [ ] a\n- [x] b\n"
        #expect(
            outline(markdown) == """
                list - tight "- [ ] a⏎- [x] b"
                  item - open "- [ ] a"
                    paragraph "[ ] a"
                      text "a"
                  item - done "- [x] b"
                    paragraph "[x] b"
                      text "b"
                """)
    }

    @Test func aNewMarkerBeginsANewList() {
        let markdown = "- a\n* b\n"
        #expect(
            tree(markdown).blocks == """
                list - tight "- a"
                  item - "- a"
                    paragraph "a"
                list * tight "* b"
                  item * "* b"
                    paragraph "b"
                """)
    }

    @Test func tooFewColumnsEndTheItem() {
        let markdown = "1. a\n\n  b\n\n1. c\n"
        #expect(
            tree(markdown).blocks == """
                list 1. tight "1. a"
                  item 1. "1. a"
                    paragraph "a"
                paragraph "b"
                list 1. tight "1. c"
                  item 1. "1. c"
                    paragraph "c"
                """)
    }
}
