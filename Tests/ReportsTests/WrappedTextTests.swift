import Testing

@testable import Reports

@Suite struct WrappedTextTests {
    @Test func linesEndAtBlanks() {
        #expect("1. Open the page and close it.".wrapped(to: 16, indent: 3) == "1. Open the page\n   and close it.")
        #expect("  a  b".wrapped(to: 16, indent: 3) == "  a  b")
        #expect("Open the page and close it.".wrapped(to: nil, indent: 3) == "Open the page and close it.")
    }

    /// A path stays whole, so that it can be copied.
    @Test func aLongWordIsNotBroken() {
        let path = "docs/a-very-long-name.md"
        #expect("Open \(path) now.".wrapped(to: 16, indent: 2) == "Open\n  \(path)\n  now.")
    }

    @Test func japaneseIsBrokenBetweenCharacters() {
        #expect("サーバーを再起動する".wrapped(to: 12, indent: 2) == "サーバーを再\n  起動する")
    }

    @Test func coloursTakeNoColumns() {
        #expect(
            "\u{1B}[31mOpen the\u{1B}[0m page now".wrapped(to: 13, indent: 2)
                == "\u{1B}[31mOpen the\u{1B}[0m page\n  now")
    }

    /// A terminal of a few columns gets the text as it is.
    @Test func anIndentThatLeavesNoRoomIsIgnored() {
        #expect("one two three".wrapped(to: 8, indent: 6) == "one two three")
    }

    @Test func theLastColumnOfATableIsWrapped() {
        var table = TextTable(["rule", "what is wrong"])
        table.add(["empty", "The target of a segment is empty."])
        #expect(
            table.text(columns: 24) == """
                rule   what is wrong
                ─────  ─────────────────
                empty  The target of a
                       segment is empty.

                """)
    }
}
