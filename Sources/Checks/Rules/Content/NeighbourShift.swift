import Bitext
import ParsedBitext
import TranslationModel

/// Targets that belong to the next or the previous segment.
struct NeighbourShift: ContentRule {
    static let description = RuleDescription(
        "neighbour-shift", .error, .mistranslation,
        "Targets are in the wrong segments: shifted by one, or swapped.",
        discussion: """
            A target fits the source of the next or the previous segment much better than its own source, and so does
            the target of its neighbour. A sequence of shifted segments is one finding, at the first one. On page pairs it is a
            note. Move the targets to their sources. See Docs/lexicons.md.
            """,
        bad: .init("Start the relay. Check the log.", "Consultez le journal. Démarrez le relais."),
        good: .init("Start the relay. Check the log.", "Démarrez le relais. Consultez le journal."),
        precision:
            """
            14.5 of 18 on pages of eight locales that nobody had read (30 November 2026), then 12 of 14 others \
            when the rule had been improved
            """,
        coversSegment: true)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let content = report.context.content else { return }
        let scores = content.scores
        var end = 0
        for index in faulty(content, tokenized) where index >= end {
            guard let shift = shift(scores[index]) else { continue }
            end = index + 1
            while end < scores.count, shift == self.shift(scores[end]) { end += 1 }
            let pair = SegmentPair(tokenized, index: index)
            let neighbour = SegmentPair(tokenized, index: max(0, min(tokenized.contents.count - 1, index + shift)))
            guard !Self.isSameText(pair, neighbour), !Self.continues(pair, neighbour), !hasOwnLinks(pair)
            else { continue }
            let direction = shift > 0 ? "next" : "previous"
            let count = end - index
            report.add(
                count == 1
                    ? "the target fits the \(direction) segment's source, “\(neighbour.excerpt(.source, limit: 60))”"
                    : "the targets of \(count) segments from here on each fit the \(direction) segment's source",
                in: pair, .target,
                evidence: .init(source: neighbour.excerpt(.source), target: pair.excerpt(.target)))
        }
    }

    /// Whether the sources of two segments differ at most in the forms of their words, so that one target fits both: "Giving customers
    /// permission" and "Give customers permission", "calls that are lost" and "calls that were lost".
    static func isSameText(_ pair: SegmentPair, _ other: SegmentPair) -> Bool {
        let (words, others) = (pair.tokens(.source), other.tokens(.source))
        guard words.count >= 3, words.count == others.count else { return false }
        return zip(words, others).allSatisfy { word, otherWord in
            let (text, otherText) = (pair.text(word.range, .source), other.text(otherWord.range, .source))
            return word.hash == otherWord.hash
                || (auxiliaries.contains { text.elementsEqual($0) }
                    && auxiliaries.contains { otherText.elementsEqual($0) })
                || zip(text.prefix(3), otherText.prefix(3)).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
        }
    }

    private static let auxiliaries = [
        "is", "are", "was", "were", "has", "have", "had", "a", "an", "the", "this", "that",
    ]
    .map { Array($0.utf8) }

    /// Whether one source is the other with more at its end, as paths that go one step deeper. The longer target fits both.
    private static func continues(_ pair: SegmentPair, _ other: SegmentPair) -> Bool {
        let (text, longer) = (pair.text(.source), other.text(.source))
        let common = zip(text, longer).prefix { $0 == $1 }.count
        return common >= 20 && min(text.count, longer.count) - common <= 4
    }

    private func shift(_ score: ContentAlignment.Score?) -> Int? {
        guard let score, score.level > .none, case .neighbour(let shift) = score.fault else { return nil }
        return shift
    }
}
