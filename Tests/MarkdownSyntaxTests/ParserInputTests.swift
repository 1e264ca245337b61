import Bitext
import Testing

@testable import MarkdownSyntax

/// What md4c 0.4 would read wrong, and what would take it too long.
@Suite struct ParserInputTests {
    /// In an item, at an empty line, md4c takes the end of the code's last line for an item where it is 4 modulo 256.
    @Test(arguments: [260, 516, 772])
    func theSlipBehindAFence(end: Int) {
        let start = "- a\n\n  ```\n  "
        let code = String(repeating: "x", count: end - start.utf8.count)
        let rest = "\n  ```\n\n  b\n- c\n"
        let slipping = tree(start + code + rest)
        let shifted = tree(start + code + "x" + rest)
        #expect(kinds(slipping) == kinds(shifted))
        #expect(slipping.nodes(.list).count == 1)
        #expect(slipping.codeBlock(slipping.nodes(.codeBlock)[0])?.bytes == Array((code + "\n").utf8))
    }

    @Test func theSlipBehindTwoEmptyLinesAtEveryOffset() {
        // Some block's last line ends at every offset once.
        let expected = kinds(tree(page(filler: 0)))
        for filler in 1..<300 {
            #expect(kinds(tree(page(filler: filler))) == expected, "filler \(filler)")
        }
        func page(filler: Int) -> String {
            "p" + String(repeating: "x", count: filler)
                + "\n\n1. a\n\n   # b\n\n\n   c\n\n   | d |\n   |---|\n   | e |\n\n\n   f\n2. g\n"
        }
    }

    @Test func theBodyDoesNotBeginWithThePage() {
        let body = "- a\n\n  ```\n  " + String(repeating: "x", count: 260 - 13) + "\n  ```\n\n  b\n"
        let front = Array("---\nt: x\n---\n".utf8)
        let page = MarkdownTree(parsing: front + Array(body.utf8), from: SideOffset(front.count))
        #expect(kinds(page) == kinds(tree(body)))
        #expect(page[0].range.lowerBound.value == front.count)
        #expect(page.ids.allSatisfy { page[$0].range.lowerBound.value >= front.count })
    }

    @Test func insertionsLeaveNoTrace() {
        let markdown = "|a||b|\n|-|--|:-:|\n|`c||d`|[e](f)||\n# g\n<h3>h</h3>\n"
        let page = tree(markdown)
        #expect(page.nodes(.text).map { page.text(of: $0) } == ["a", "b", "c||d", "e", "g", "h"])
        #expect(page.nodes(.tableRow).map { page.text(of: $0) } == ["|a||b|", "|`c||d`|[e](f)||"])
        #expect(page.nodes(.heading).map { page.text(of: $0) } == ["# g", "<h3>h"])
    }

    @Test func inCodeThatLooksLikeATable() {
        let page = tree("```\n|a||b|\n|-|-|-|\nc || d\n# e\n```\n")
        #expect(page.codeBlock(1)?.bytes == Array("|a||b|\n|-|-|-|\nc || d\n# e\n".utf8))
    }

    /// Beyond the limits markers are text; all of it is still there.
    @Test(arguments: [">", "- ", "1. ", "* ", "  "])
    func hostileNesting(marker: String) {
        let markdown =
            String(repeating: marker, count: 100_000) + "a\n" + String(repeating: "\n", count: 10_000) + "b\n"
        let page = tree(markdown)
        #expect(page.ids.count < 1000)
        #expect(page.plainText(of: 0).hasSuffix("a\nb") || page.codeBlock(1) != nil)
    }

    @Test func aHundredThousandColumns() {
        let row = String(repeating: "|a", count: 100_000)
        let markdown =
            row + "\n" + String(repeating: "|-", count: 100_000) + "\n" + String(repeating: "|x\n", count: 1000)
        #expect(tree(markdown).nodes(.table).isEmpty)
    }

    @Test func linesOfOneParagraph() {
        let page = tree(String(repeating: "[a](b)\n", count: 3000))
        #expect(page.nodes(.link).count == ParserInput.maxPlainLines)
        #expect(page.plainText(of: 0).hasSuffix("[a](b)"))
        let list = tree(String(repeating: "- [a](b)\n", count: 3000))
        #expect(list.nodes(.link).count == 3000)
    }

    @Test(arguments: [
        "*a **b ", "[", "![", "](", "[a](", "`", "``a`", "~~", "_a ", "<", "<a b=\"", "<!--", "&", "&amp;",
        "http://a.b ",
        "a@b", "www.", "[!", "[!INCLUDE [a](b)] ", ":::", ":::image ", "<div>", "<b>", "|", "\\", "\r", "\n>", "\n-\n",
    ])
    func hostileInlines(piece: String) {
        let page = tree(String(repeating: piece, count: 10_000) + "\n")
        #expect(page.ids.allSatisfy { page[$0].range.upperBound.value <= page.bytes.count })
    }

    @Test func deepEmphasisNeedsNoStack() {
        let page = tree(String(repeating: "*a **b ", count: 20_000) + String(repeating: "c** d* ", count: 20_000))
        #expect(page.nodes(.strong).count == 20_000)
        #expect(page.plainText(of: 0).utf8.count == 20_000 * 8 - 1)
    }

    private func kinds(_ page: MarkdownTree) -> [String] {
        page.descendants(of: MarkdownTree.root).map { id in
            "\(page.parent(of: id).map { page[$0].kind } ?? .document) > \(page[id].kind)"
        }
    }
}
