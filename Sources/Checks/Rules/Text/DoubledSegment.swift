import Bitext
import ParsedBitext

/// A target that is equal to the previous one, though the sources differ.
struct DoubledSegment: Rule {
    static let description = RuleDescription(
        "doubled-segment", .warning, .mistranslation,
        "The target is equal to the previous one, though the sources differ.",
        discussion: """
            One of the two targets is probably wrong. Compare both. Sources that differ only in case, punctuation,
            markup or function words may have the same translation, and so may short ones (“On” and “Yes” are “Oui”).
            """,
        bad: .init(
            "Start the relay on the first server. Then check the log.", "Démarrez le relais. Démarrez le relais."),
        good: .init(
            "Start the relay on the first server. Then check the log.", "Démarrez le relais. Consultez le journal."),
        precision: "1 of 1 (de-DE)",
        coversSegment: true)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        // On a page pair, a sentence is not cut out of its page: it can be said twice.
        guard !tokenized.bitext.isPagePair else { return }
        for (previous, pair) in equalTargets(tokenized) where haveDifferentSources(pair, previous) {
            let other = previous.excerpt(.source, limit: 60)
            report.add(
                "the previous segment has the same target, but its source is “\(other)”", in: pair, .target,
                evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)))
        }
    }

    /// The segments with the target of the one before them, if that is not too short.
    private func equalTargets(_ tokenized: TokenizedBitext) -> [(previous: SegmentPair, pair: SegmentPair)] {
        var found: [(previous: SegmentPair, pair: SegmentPair)] = []
        let bitext = tokenized.bitext
        var previous: (index: Int, range: SideRange)?
        for index in tokenized.contents.indices where tokenized.contents[index].contains(.isPaired) {
            guard let range = bitext.variant(of: index, .target)?.range else { continue }
            defer { previous = (index, range) }
            guard let previous, range.count >= 12, range.count == previous.range.count,
                bitext[.target][range] == bitext[.target][previous.range]
            else { continue }
            found.append((SegmentPair(tokenized, index: previous.index), SegmentPair(tokenized, index: index)))
        }
        return found
    }

    /// Whether two sources have few words in common.
    private func haveDifferentSources(_ one: SegmentPair, _ other: SegmentPair) -> Bool {
        let left = contentWords(one)
        let right = contentWords(other)
        let common = left.intersection(right).count
        let most = max(left.count, right.count)
        return most >= 4 ? common * 2 < most : most == 3 && common == 0
    }

    /// The stems of the words that are not function words.
    private func contentWords(_ pair: SegmentPair) -> Set<UInt32> {
        Set(pair.tokens(.source).filter { !FunctionWords.contains(hash: $0.hash) }.map(\.stem))
    }
}
