import Bitext
import PagePairs

/// How long unusual pairs take.
enum SpeedTrial {
    static func run() throws {
        let plain = (0..<10_000).map { "Paragraph \($0 % 97) says something about the thing number \($0).\n\n" }
            .joined()
        let other = (0..<10_000).map { "Absatz \($0 % 97) sagt etwas zu der Sache mit Nummer \($0).\n\n" }.joined()
        try measure("10,000 blocks with numbers", plain, other)
        let words = (0..<10_000).map { "Some text with \(String(repeating: "word ", count: $0 * 7919 % 23)).\n\n" }
            .joined()
        let texts = (0..<10_000).map { "Etwas Text mit \(String(repeating: "Wort ", count: $0 * 7919 % 23)).\n\n" }
            .joined()
        try measure("10,000 blocks without numbers", words, texts)
        let equal = String(repeating: "The same text.\n\n", count: 100_000)
        try measure("100,000 equal blocks, translated", equal, String(repeating: "Derselbe Text.\n\n", count: 99_000))
        try measure("100,000 equal blocks, twice", equal, equal)
        try measure("100,000 blocks, empty target", equal, "")
        try measure("100,000 blocks, empty source", "", equal)
        try measure("100,000 blocks, 10 on the other side", equal, String(repeating: "Derselbe Text.\n\n", count: 10))
        try measure(
            "100,000 sentences in one block", String(repeating: "The same text. ", count: 100_000),
            String(repeating: "Derselbe Text. ", count: 90_000))
        try measure("1 sentence, 100,000 sentences", "One.", String(repeating: "Derselbe Text. ", count: 100_000))
        try measure(
            "a row of 10,000 cells", "|a|b|\n|-|-|\n" + String(repeating: "|x", count: 10_000),
            "|a|b|\n|-|-|\n" + String(repeating: "|y", count: 9_000))
        try measure("100,000 headings", String(repeating: "# A\n## B\n", count: 50_000), "# A\n")
        try measure(
            "unclosed code and shortcodes", String(repeating: "`{{ [a](", count: 100_000),
            String(repeating: "``{% ", count: 100_000))
        try measure(
            "deep lists", String(repeating: "- ", count: 60) + "a\n" + String(repeating: "> - ", count: 30_000), "- a\n"
        )
    }

    private static func measure(_ name: String, _ source: String, _ target: String) throws {
        let files = [
            InputFile(path: "en.md", bytes: Array(source.utf8)), InputFile(path: "de.md", bytes: Array(target.utf8)),
        ]
        let start = ContinuousClock.now
        let bitext = try PagePairReader(sourceLocale: "en", targetLocale: "de").read(files)
        let time = ContinuousClock.now - start
        let pairs = bitext.segments.count { $0.source != nil && $0.target != nil }
        print(
            "\(name): \(time), \(bitext.segments.count) segments, \(pairs) pairs, \(bitext.unpairedBlocks.count) unpaired"
        )
    }
}
