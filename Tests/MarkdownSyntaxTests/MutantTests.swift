import Bitext
import TestSupport
import Testing

@testable import MarkdownSyntax

/// Any bytes are Markdown: no crash, ranges inside the page and inside their parents' lines, the same tree twice.
@Suite struct MarkdownMutantTests {
    static let fixtures = [
        "# a\n\n1. b `c` **d**\n\n   ```ps\n   e\n   ```\n\n   > [!NOTE]\n   > f\n\n2. [g](h \"i\")\n",
        "|a||b|\n|-|-|-|\n|c|`d|e`|\n\n<table>\n<tr><td>f &amp; g\n<img src=\"h\" alt=\"i\"></td></tr></table>\n",
        "> - a\n>   - b\n>\n>     c\n\n    d\n\n***\n[e][f] https://g.h <i@j.k>\n\n[f]: l 'm'\n",
        ":::image source=\"a\" alt-text=\"b\":::\n[!INCLUDE [c](d)]\n# [e](#tab/f)\n<div>\ng\n\n</div>\n~~~\nh\n",
        ":::row:::\n      a\n  :::column:::\n\t\t1. b\n\n\t\t   c\n  :::column-end:::\n    :::column:::\n- d\n:::row-end:::\n",
    ]
    private static let mutator = Mutator(pieces: [
        "\n", "\n\n", "- ", "1. ", "> ", "```", "    ", "|", "|-|-|\n", "[", "](", ")", "`", "**", "*", "<", ">", "</",
        "<!--", "-->",
        "&", ";", "\\", "\r\n", "\t", ":::", "[!NOTE]", "[!", "<td>", "\"", "é", "http://", "www.", "@", "#", "===\n",
        "<style>", "\n:::row:::\n", "\n  :::column:::\n", "\n:::column-end:::\n", "\t\t", "      ",
    ])

    @Test(arguments: fixtures.indices)
    func areTrees(fixture: Int) throws {
        var random = SeededGenerator(seed: fixture + 7)
        let original = Array(Self.fixtures[fixture].utf8)
        for _ in 0..<Mutator.rounds(1500) {
            let bytes = Self.mutator.mutant(of: original, &random)
            let page = MarkdownTree(parsing: bytes)
            let again = MarkdownTree(parsing: bytes)
            try #require(page.ids.count == again.ids.count)
            // Each node is met once, below its parent; what a directive hides is not met at all.
            var met: Set<Int> = []
            for id in page.descendants(of: 0) {
                try #require(met.insert(id).inserted && page.parent(of: id).map { met.contains($0) } ?? (id == 0))
            }
            for id in page.ids {
                let node = page[id]
                try #require(node.lower >= 0 && node.lower <= node.upper && Int(node.upper) <= bytes.count)
                try #require(node.range == again[id].range && node.kind == again[id].kind)
                guard let code = page.codeBlock(id) else { continue }
                for offset in code.bytes.indices {
                    if let place = code.sideOffset(of: offset) { try #require(place.value <= bytes.count) }
                }
            }
            _ = page.plainText(of: 0)
        }
    }
}
