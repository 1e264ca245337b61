import Bitext
import ParsedBitext
import TranslationModel

/// Part of the source that is missing in the target.
struct Omission: ContentRule {
    static let description = RuleDescription(
        "omission", .warning, .omission, "The target leaves out part of the source.",
        discussion: """
            The lexicon finds no translation of some words of the source in the target. A free translation may leave out
            what the reader knows, so look at the words in the message, and translate what is missing. See
            Docs/lexicons.md.
            """,
        bad: .init("Stop the service, then delete the old log files.", "Arrêtez le service."),
        good: .init(
            "Stop the service, then delete the old log files.",
            "Arrêtez le service, puis supprimez les anciens journaux."),
        precision:
            "10 of 19 warnings on pages of nine locales (30 November 2026; of those that are still warnings, 9 of 13)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let content = report.context.content else { return }
        for index in content.faulty {
            guard let score = content.scores[index], score.fault == .omission else { continue }
            let pair = SegmentPair(tokenized, index: index)
            let words = score.stretch.map { pair.string($0, .source).removingMarkupBytes() } ?? pair.excerpt(.source)
            report.add(
                "the target seems to leave out “\(words.shortened)”", score, in: pair, .source,
                isUncertain: isLongEnough(pair, score),
                evidence: .init(source: words, target: pair.excerpt(.target)))
        }
    }

    /// Whether most words seem to be missing, but the target has nearly as many: then they are said in another way. Not asked of languages
    /// without spaces between words.
    private func isLongEnough(_ pair: SegmentPair, _ score: ContentAlignment.Score) -> Bool {
        guard !pair.language.isUnspaced else { return false }
        let length = pair.text(.source).count
        guard let stretch = score.stretch, stretch.count * 10 >= length * 6 else { return false }
        func words(_ side: Side) -> Int { pair.tokens(side).count { $0.kind == .word } }
        return words(.target) * 10 >= words(.source) * 6
    }
}
