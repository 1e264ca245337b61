import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A target that is its neighbour's, though the sources differ.
struct DoubledSegment: Rule {
    static let description = RuleDescription(
        "doubled-segment", .warning, .mistranslation,
        "The target is the same as its neighbour's, though the sources differ.",
        discussion: """
            One of the two targets is most likely the other's: compare both. Sources that differ only in case, punctuation, markup or small
            words have the same translation rightly, and so do short ones ("On" and "Yes" are "Oui").
            """,
        bad: .init(
            "Start the relay on the first server. Then check the log.", "Démarrez le relais. Démarrez le relais."),
        good: .init(
            "Start the relay on the first server. Then check the log.", "Démarrez le relais. Consultez le journal."),
        precision: "1 of 1 (de-DE)",
        coversSegment: true)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var previous: Int?
        for index in tokenized.traits.indices where tokenized.traits[index].contains(.isPaired) {
            defer { previous = index }
            guard let previous, let target = tokenized.bitext.segments[index].target?.range,
                let other = tokenized.bitext.segments[previous].target?.range, target.count >= 12,
                target.count == other.count,
                tokenized.bitext[.target][target] == tokenized.bitext[.target][other]
            else { continue }
            let pair = SegmentPair(tokenized, index: index)
            let before = SegmentPair(tokenized, index: previous)
            guard differs(pair, before) else { continue }
            report.add(
                "the target is also that of the segment before, whose source says “\(before.excerpt(.source, limit: 60))”",
                in: pair, .target,
                evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)))
        }
    }

    /// Whether two sources say different things: few words in common, of several.
    private func differs(_ one: SegmentPair, _ other: SegmentPair) -> Bool {
        let left = content(one)
        let right = content(other)
        let common = left.intersection(right).count
        let most = max(left.count, right.count)
        return most >= 4 ? common * 2 < most : most == 3 && common == 0
    }

    private func content(_ pair: SegmentPair) -> Set<UInt32> {
        Set(pair.tokens(.source).filter { !FunctionWords.contains(hash: $0.hash) }.map(\.stem))
    }
}
