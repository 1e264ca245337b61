import Bitext
import TestSupport
import Testing

@testable import PagePairs

/// Pairs that no author writes: no crash, and nothing that takes quadratic time or memory.
@Suite struct HostilePairTests {
    private let equal = String(repeating: "The same text.\n\n", count: 1500)

    @Test func manyEqualBlocks() throws {
        let translated = String(repeating: "Derselbe Text.\n\n", count: 1400)
        let bitext = try readPair(equal, translated)
        #expect(bitext.segments.count { $0.source != nil && $0.target != nil } == 1400)
        #expect(bitext.unpairedBlocks.count == 100)
    }

    @Test func theSameFileTwice() throws {
        let bitext = try readPair(equal, equal)
        #expect(bitext.segments.count == 1500)
        #expect(bitext.unpairedBlocks.isEmpty)
        #expect(bitext.anchors.allSatisfy { $0.source == $0.target })
    }

    @Test func anEmptySide() throws {
        #expect(try readPair(equal, "").unpairedBlocks.count == 1500)
        #expect(try readPair("", equal).unpairedBlocks.count == 1500)
        #expect(try readPair("", "").segments.isEmpty)
        #expect(try readPair(equal, "Einer.\n").segments.count { $0.target != nil } == 1)
    }

    @Test func oneBlockOfManySentences() throws {
        let source = String(repeating: "The same text. ", count: 1500)
        let target = String(repeating: "Derselbe Text. ", count: 1400)
        #expect(try readPair(source, target).unpairedBlocks.isEmpty)
        #expect(try readPair("One.", target).unpairedBlocks.isEmpty)
    }

    @Test(arguments: [
        "`{{ [a](", "``{% ", "# A\n## B\n", "- ", "> ", "<div>", "|a", "\\", "<a name=\"", "é", "。", ". ", "*a.* ",
        "```\n",
        "{#", "a.b", "{", "{%",
    ])
    func oneStringOverAndOver(text: String) throws {
        let page = String(repeating: text, count: 2000)
        _ = try readPair(page, "a\n\n" + page)
        _ = try readPair("|a|b|\n|-|-|\n" + page, page)
    }

    @Test func sectionsInSections() throws {
        let source = (0..<1500).map { "\(String(repeating: "#", count: $0 % 6 + 1)) A\($0)\n\n" }.joined()
        let bitext = try readPair(source, "# B\n")
        #expect(bitext.segments.count == 1500)
    }

    private static let fixtures = [
        (
            "---\na: b\n---\n# A\n\n1. b `c` d.\n2. e [f](g.md).\n\n   ```\n   h\n   ```\n\n|i|j|\n|-|-|\n|k|l. M|\n",
            "---\na: c\n---\n# Ä\n\n1. n `c` o.\n2. p [q](g.md).\n\n   ```\n   h\n   ```\n\n|r|s|\n|-|-|\n|t|u. V|\n"
        ),
        (
            "> [!NOTE]\n> a. B\n\n<table><tr><td>c<ul><li>d</li></ul></td></tr></table>\n\n**e.** F [g](h)\n",
            "> [!NOTE]\n> ä。B\n\n<table><tr><td>ç<ul><li>ð</li></ul></td></tr></table>\n\n**é.** F [ĝ](h)\n"
        ),
    ]
    private static let mutator = Mutator(pieces: [
        "\n\n", "\n", "- ", "1. ", "|", "```", "`", "[", "](", "<td>", "</table>", "<div>", "**", ". ", "。", "{{",
        "---\n", "\r\n",
        "> ", "# ", "\u{FEFF}", "<a name=\"x\"></a>",
    ])

    @Test(arguments: fixtures.indices)
    func damagedPages(fixture: Int) throws {
        var random = SeededGenerator(seed: fixture + 18)
        let (source, target) = (Array(Self.fixtures[fixture].0.utf8), Array(Self.fixtures[fixture].1.utf8))
        for round in 0..<Mutator.rounds(1500) {
            let files = [
                InputFile(path: "a.md", bytes: round % 3 == 0 ? source : Self.mutator.mutant(of: source, &random)),
                InputFile(path: "b.md", bytes: round % 3 == 1 ? target : Self.mutator.mutant(of: target, &random)),
            ]
            guard let bitext = try? PagePairReader(sourceLocale: "en", targetLocale: "de").read(files) else { continue }
            try BitextInvariants.check(bitext, of: files[0].bytes + files[1].bytes)
            for block in bitext.unpairedBlocks {
                try #require(block.source.upperBound <= bitext.source.range.upperBound)
                try #require(block.target.upperBound <= bitext[.target].range.upperBound)
                try #require(block.source.isEmpty != block.target.isEmpty)
            }
        }
    }
}
