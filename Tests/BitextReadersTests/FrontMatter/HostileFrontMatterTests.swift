import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// Pages made to crash a reader or to keep it busy.
@Suite struct HostileFrontMatterTests {
    @Test(
        .timeLimit(.minutes(10)),
        arguments: ["[", "{", "[\n", "{a: ", "- ", "? ", "[\u{85}", "[\u{FEFF}", "!t [", "&a "])
    func deepNesting(piece: String) {
        let many = String(repeating: piece, count: 20_000)
        for page in ["---\nk: \(many)\n---\nbody", "---\nk:\n  \(many)\n---\nbody", "---\nk: v\n\(many)"] {
            let (frontMatter, problems) = readFrontMatter(page)
            #expect(frontMatter?.entries.first?.key == "k")
            #expect(!problems.isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(10))) func deepIndentation() {
        let lines = (0..<800).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
        #expect(readFrontMatter("---\n\(lines)---\n").problems.count == 1)
        let breaks = (0..<800).map { "k:\u{2028}" + String(repeating: " ", count: $0) }.joined()
        #expect(readFrontMatter("---\n\(breaks)\n---\n").problems.count == 1)
    }

    /// As deep as the guard lets through.
    @Test func nestingThatIsAllowed() {
        let lists = YAMLGuard.maxBrackets
        let page =
            "---\nk: " + String(repeating: "[", count: lists) + "x" + String(repeating: "]", count: lists) + "\n---\n"
        let (frontMatter, problems) = readFrontMatter(page)
        #expect(problems.isEmpty)
        #expect(frontMatter?.value("k")?.summary.hasPrefix("[[[") == true)
        let many = (0..<500).map { "k\($0): [a, {b: c}]\n" }.joined()
        #expect(readFrontMatter("---\n\(many)---\n").problems.isEmpty)
    }

    @Test(.timeLimit(.minutes(10))) func billionLaughs() {
        let laughs = (1..<60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        let (frontMatter, problems) = readFrontMatter("---\na0: &a0 [lol]\n\(laughs)---\n")
        #expect(frontMatter?.entries.count == 60)
        #expect(frontMatter?["a59"] == "&a59 [*a58, *a58]")
        #expect(!problems.isEmpty)
    }

    @Test(.timeLimit(.minutes(10))) func manyEntries() {
        let keys = (0..<20_000).map { "k\($0): v\n" }.joined()
        #expect(readFrontMatter("---\n\(keys)---\n").frontMatter?.entries.count == 20_000)
        #expect(readFrontMatter("---\n\(keys)z: @\n---\n").frontMatter?.entries.count == 20_001)
        let damaged = (0..<20_000).map { "k\($0): @\n" }.joined()
        let (frontMatter, problems) = readFrontMatter("---\n\(damaged)---\n")
        #expect(frontMatter?.entries.count == 20_000)
        #expect(problems.count < 2000)
        let twins = String(repeating: "k: v\n", count: 20_000)
        #expect(readFrontMatter("---\n\(twins)---\n").problems.count == 19_999)
    }

    @Test(arguments: 0..<4) func anythingIsAPage(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let pieces =
            FrontMatterDifferentialTests.pieces + [
                "\n", "\n", "\n", "\n---\n", "\nk: ", "\nl:\n- ", "<span data-ttu-id",
            ]
        for _ in 0..<1500 {
            var page = ["---\n", "---\na: b\n", "\u{FEFF}---\r\n"].randomElement(using: &random)!
            for _ in 0..<Int.random(in: 0..<24, using: &random) { page += pieces.randomElement(using: &random)! }
            let (frontMatter, problems) = readFrontMatter(page)
            let size = page.utf8.count
            #expect(problems.allSatisfy { (0...size).contains($0.offset) && !$0.message.isEmpty })
            guard let frontMatter else {
                #expect(problems.isEmpty)
                continue
            }
            let start = page.hasPrefix("\u{FEFF}") ? 3 : 0
            #expect(frontMatter.range.values.lowerBound == start && frontMatter.range.values.upperBound <= size)
            #expect(Set(frontMatter.entries.map(\.key)).count == frontMatter.entries.count)
            let lastLine = line(of: frontMatter.range.upperBound.value, in: page)
            #expect(frontMatter.entries.allSatisfy { (2...lastLine).contains($0.line) }, "\(page.debugDescription)")
        }
    }
}
