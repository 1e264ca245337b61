import TestSupport
import Testing

@testable import MarkdownSyntax

/// The content of `:::` directives is Markdown, however far it is indented.
@Suite struct DirectiveIndentationTests {
    @Test func stepsInAColumn() {
        let page = """
            :::row:::
               :::column span="2":::
                  To open it:

                  1. Open the log.
                  2. Run this:

                     ```powershell
                     Get-Log
                       -All
                     ```
                     - a
                       - b
               :::column-end:::
               :::column:::
                  Beside it.
               :::column-end:::
            :::row-end:::

            After it.

            """
        #expect(
            tree(page).blocks == """
                paragraph ":::row:::"
                  directive ":::row:::"
                paragraph ":::column span="2":::"
                  directive ":::column span="2":::"
                paragraph "To open it:"
                list 1. loose "1. Open the log.⏎      2. Ru … ⏎         - a⏎           - b"
                  item 1. "1. Open the log."
                    paragraph "Open the log."
                  item 2. "2. Run this:⏎⏎         ```po … ⏎         - a⏎           - b"
                    paragraph "Run this:"
                    codeBlock fenced <powershell> {Get-Log⏎  -All⏎} "```powershell⏎         Get-Log⏎           -All⏎         ```"
                    list - tight "- a⏎           - b"
                      item - "- a⏎           - b"
                        paragraph "a"
                        list - tight "- b"
                          item - "- b"
                            paragraph "b"
                paragraph ":::column-end:::"
                  directive ":::column-end:::"
                paragraph ":::column:::"
                  directive ":::column:::"
                paragraph "Beside it."
                paragraph ":::column-end:::"
                  directive ":::column-end:::"
                paragraph ":::row-end:::"
                  directive ":::row-end:::"
                paragraph "After it."
                """)
    }

    /// The same blocks, whatever the indentation is made of.
    @Test(arguments: ["", "  ", "   ", "    ", "        ", "\t", "\t\t", " \t"])
    func everyIndentation(indentation: String) {
        let lines = ["- a", "", "  - b", "", "    ```sh", "    c", "      d", "    ```", "", "e", "", "    f"]
        let content = lines.map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: "\n")
        for name in ["zone pivot=\"x\"", "column", " moniker range=\">=y\"", "row"] {
            let word = name.split(separator: " ")[0]
            let page = tree(":::\(name)\n\(content)\n:::\(word)-end\n")
            let plain = tree(lines.joined(separator: "\n") + "\n")
            #expect(kinds(page).filter { !$0.contains("directive") }.count == kinds(plain).count + 2, "\(name)")
            #expect(
                page.nodes(.codeBlock).map { page.codeBlock($0)?.bytes } == [
                    Array("c\n  d\n".utf8), Array("f\n".utf8),
                ])
            #expect(page.nodes(.item).map { page.plainText(of: $0).prefix(1) } == ["a", "b"])
            // Every text is where the tree says.
            for id in page.nodes(.text) { #expect(!page.text(of: id).contains(" ")) }
        }
    }

    @Test func columnsDoNotShareTheirLists() {
        let page = tree(
            ":::row:::\n   :::column:::\n   - a\n   :::column-end:::\n   :::column:::\n   - b\n   :::column-end:::\n:::row-end:::\n"
        )
        #expect(page.nodes(.list).map { page.text(of: $0) } == ["- a", "- b"])
    }

    /// On real pages, columns of one row are indented differently.
    @Test(arguments: [
        ":::row:::\n    :::column:::\n        - a\n    :::column-end:::\n        :::column:::\n            - b\n    :::column-end:::\n:::row-end:::\n",
        ":::row:::\n  :::column:::\n        - a\n        :::column-end:::\n          :::column:::\n       - b\n   :::column-end:::\n    :::row-end:::\n",
        ":::row:::\n:::column:::\n\n- a\n\n      :::column-end:::\n      :::column:::\n\n      - b\n\n:::column-end:::\n:::row-end:::\n",
    ])
    func columnsThatAreIndentedDifferently(page: String) {
        let tree = tree(page + "\nText\n")
        #expect(tree.nodes(.codeBlock).isEmpty)
        #expect(tree.nodes(.list).map { tree.text(of: $0) } == ["- a", "- b"])
        #expect(tree.nodes(.directive).count == 6)
        #expect(tree.children(of: 0).map { tree[$0].kind }.last == .paragraph)
    }

    /// A directive that is indented less than what is before it in the outer one. Both have their own content.
    @Test(arguments: ["  ", "    ", "      ", "        ", "\t", "\t\t", " \t", "\t  "])
    func indentedLessThanOuterContent(indentation: String) {
        let list = ["1. Open it", "   - a", "", "     b", "2. Close it"]
        let content = list.map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: "\n")
        for before in ["      first", "\t\tfirst", "      :::column:::\n        - first\n      :::column-end:::"] {
            let page = tree(":::row:::\n\(before)\n  :::column:::\n\(content)\n  :::column-end:::\n:::row-end:::\n")
            #expect(page.nodes(.codeBlock).isEmpty)
            #expect(page.nodes(.directive).count == (before.contains(":") ? 6 : 4))
            let items = page.nodes(.item).map { page.plainText(of: $0) }.filter { $0 != "first" }
            #expect(items.count == 3, "\(page.blocks)")
            #expect(items.last == "Close it", "\(page.blocks)")
            #expect(page.nodes(.list).count == (before.contains(":") ? 3 : 2), "\(page.blocks)")
        }
    }

    /// Each directive may be indented less than all around it. No text is lost, and none is copied.
    @Test func everyIndentationOfNestedDirectives() {
        let indentations = ["", "  ", "      ", "\t\t", " \t"]
        let lines = ["before", ":::column:::", "first", ":::zone", "inner", ":::zone-end", "after"]
        var choice = [Int](repeating: 0, count: lines.count)
        var random = SeededGenerator(seed: 5)
        for round in 0..<Mutator.rounds(4000) {
            for index in choice.indices { choice[index] = random.below(indentations.count) }
            let isInItem = round % 3 == 0
            let nested = zip(lines, choice).map { indentations[$1] + $0 }.joined(separator: "\n")
            let source = (isInItem ? "- item\n\n  " : "") + ":::row:::\n\(nested)\n:::column-end:::\n:::row-end:::\n"
            let text = String(decoding: copy(of: source), as: UTF8.self)
            #expect(words(text) == words(source), "\(source)")
        }
    }

    /// The copy without the indentation.
    private func copy(of page: String) -> [UInt8] {
        Array(page.utf8).withUnsafeBufferPointer { DirectiveIndentation($0, from: 0)?.bytes ?? Array($0) }
    }

    private func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }

    @Test func aTableRightBelow() {
        let page = tree(":::column:::\n      | a | b |\n      |---|---|\n      | c | d |\n:::column-end:::\n")
        #expect(page.nodes(.tableCell).map { page.text(of: $0) } == ["a", "b", "c", "d"])
    }

    /// In an item only what exceeds the directive's own indentation is taken off.
    @Test func inAnItem() {
        let page = tree(
            "1. a\n\n   :::zone pivot=\"x\"\n\n   b\n\n   - c\n\n   :::zone-end\n\n   :::zone pivot=\"y\"\n\n       d\n\n   :::zone-end\n\n2. e\n"
        )
        #expect(page.nodes(.list).count == 2)
        #expect(page.nodes(.codeBlock).isEmpty)
        #expect(page.children(of: page.nodes(.list)[0]).map { page.plainText(of: $0).suffix(1) } == ["d", "e"])
    }

    @Test func columnsThatAreNeverClosed() {
        let page = tree(
            ":::row:::\n    :::column:::\n        - a\n    :::column:::\n        - b\n:::row-end:::\n\n    code\n")
        #expect(page.nodes(.list).map { page.text(of: $0) } == ["- a", "- b"])
        #expect(page.nodes(.codeBlock).map { page.codeBlock($0)?.bytes } == [Array("code\n".utf8)])
    }

    /// Without any end, a directive ends where its indentation does.
    @Test func aRowThatIsNeverClosed() {
        let page = tree(":::row:::\n    - a\n    - b\n\nText\n\n    code\n")
        #expect(page.nodes(.item).count == 2)
        #expect(page.nodes(.codeBlock).map { page.codeBlock($0)?.bytes } == [Array("code\n".utf8)])
    }

    @Test(arguments: [
        "```\n:::row:::\n    a\n:::row-end:::\n```\n", "    :::row:::\n        a\n    :::row-end:::\n",
        "- a\n\n  ~~~\n  :::zone\n      b\n  :::zone-end\n  ~~~\n",
    ])
    func inCode(page: String) {
        let tree = tree(page)
        #expect(tree.nodes(.codeBlock).count == 1)
        #expect(tree.nodes(.directive).isEmpty)
        #expect(
            tree.codeBlock(tree.nodes(.codeBlock)[0])?.bytes.split(separator: 0x0A)[1].prefix(4)
                == Array("    ".utf8)[...])
    }

    /// Images are no wrappers, and an end without a beginning is none.
    @Test(arguments: [
        ":::image type=\"icon\" source=\"a.png\":::\n\n    code\n", ":::zone-end\n\n    code\n",
        ":::note\n\n    code\n",
    ])
    func notAWrapper(page: String) {
        #expect(tree(page).nodes(.codeBlock).count == 1)
    }

    @Test func admonitions() {
        let page = tree("Text\n:::note Title\n  - a\n:::\nMore\n")
        #expect(page.nodes(.item).map { page.plainText(of: $0) } == ["a"])
        #expect(page.plainText(of: 0).hasPrefix("Text"))
    }

    @Test func lineBreaksOfWindows() {
        let page = tree(":::column:::\r\n      - a\r\n\r\n        b\r\n:::column-end:::\r\n")
        #expect(page.nodes(.paragraph).map { page.plainText(of: $0) }.filter { !$0.isEmpty } == ["a", "b"])
    }

    @Test func manyDirectivesAreRead() {
        let open = String(repeating: ":::zone\n:::column\n", count: 20_000)
        let close = String(repeating: ":::zone-end\n:::x-end\n", count: 20_000)
        #expect(tree(open + "    - a\n" + close).nodes(.directive).count == 80_000)
    }

    private func kinds(_ tree: MarkdownTree) -> [String] {
        tree.blocks.split(separator: "\n").map { String($0.drop { $0 == " " }.prefix { $0 != " " }) }
    }
}
