import Testing

@testable import Markdown

/// Any bytes are Markdown: no crash, ranges inside the page and inside their parents' lines, the same tree twice.
@Suite struct MutantTests {
    #if ADDRESS_SANITIZER || THREAD_SANITIZER
        // `Scripts/sanitize` looks for other things, and is slow.
        private static let mutants = 400
    #else
        private static let mutants = 4000
    #endif

    static let fixtures = [
        "# a\n\n1. b `c` **d**\n\n   ```ps\n   e\n   ```\n\n   > [!NOTE]\n   > f\n\n2. [g](h \"i\")\n",
        "|a||b|\n|-|-|-|\n|c|`d|e`|\n\n<table>\n<tr><td>f &amp; g\n<img src=\"h\" alt=\"i\"></td></tr></table>\n",
        "> - a\n>   - b\n>\n>     c\n\n    d\n\n***\n[e][f] https://g.h <i@j.k>\n\n[f]: l 'm'\n",
        ":::image source=\"a\" alt-text=\"b\":::\n[!INCLUDE [c](d)]\n# [e](#tab/f)\n<div>\ng\n\n</div>\n~~~\nh\n",
    ]
    static let pieces = [
        "\n", "\n\n", "- ", "1. ", "> ", "```", "    ", "|", "|-|-|\n", "[", "](", ")", "`", "**", "*", "<", ">", "</",
        "<!--", "-->",
        "&", ";", "\\", "\r\n", "\t", ":::", "[!NOTE]", "[!", "<td>", "\"", "é", "http://", "www.", "@", "#", "===\n",
        "<style>",
    ]

    @Test(arguments: fixtures.indices)
    func areTrees(fixture: Int) throws {
        var random = Generator(state: UInt64(fixture) + 7)
        let original = Array(Self.fixtures[fixture].utf8)
        for _ in 0..<Self.mutants {
            var bytes = original
            for _ in 0...random.below(6) {
                let at = random.below(bytes.count + 1)
                let end = min(bytes.count, at + random.below(8))
                switch random.below(4) {
                case 0: bytes.removeSubrange(at..<end)
                case 1: bytes.insert(contentsOf: bytes[at..<end], at: random.below(bytes.count + 1))
                case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next() | 1), at: at)
                default: bytes.insert(contentsOf: Array(Self.pieces[random.below(Self.pieces.count)].utf8), at: at)
                }
            }
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
                for offset in page.codeBlock(id)?.bytes.indices ?? [].indices {
                    if let place = page.codeBlock(id)?.sideOffset(of: offset) { try #require(place <= bytes.count) }
                }
            }
            _ = page.plainText(of: 0)
        }
    }
}

/// A small deterministic generator (SplitMix64).
struct Generator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { bound <= 0 ? 0 : Int(next() % UInt64(bound)) }
}
