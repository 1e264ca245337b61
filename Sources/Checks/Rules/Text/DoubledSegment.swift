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
        var previous: SegmentPair?
        for pair in tokenized.pairs() {
            defer { previous = pair }
            guard let previous, haveSameTarget(pair, previous), haveDifferentSources(pair, previous) else { continue }
            let other = previous.excerpt(.source, limit: 60)
            report.add(
                "the previous segment has the same target, but its source is “\(other)”", in: pair, .target,
                evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)))
        }
    }

    /// Whether two targets are equal, and not too short.
    private func haveSameTarget(_ one: SegmentPair, _ other: SegmentPair) -> Bool {
        let bitext = one.tokenized.bitext
        // Nearly all targets end here.
        guard let range = bitext.variant(of: one.index, .target)?.range, range.count >= 12,
            range.count == bitext.variant(of: other.index, .target)?.range.count
        else { return false }
        return one.markdown(.target) == other.markdown(.target)
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
