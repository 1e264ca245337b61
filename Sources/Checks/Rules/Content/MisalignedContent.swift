import Bitext
import ParsedBitext

/// A target that is not a translation of its source.
struct MisalignedContent: ContentRule {
    static let description = RuleDescription(
        "misaligned-content", .warning, .mistranslation, "The target is not a translation of the source.",
        discussion: """
            The lexicon finds hardly any words of one side that translate words of the other. Most often the target
            belongs to another segment. The message has the probability that it is a translation, up to 50%: with 10%, one
            in ten such targets is correct. If it translates another source of the page, the message shows that source. The rule
            ignores segments of fewer than three words. On page pairs it is a note, and so is all else that is found in the
            segment: one of the pages was probably rewritten. Compare the two sides. See Docs/lexicons.md.
            """,
        bad: .init("Using Windows PowerShell", "Reportez-vous à la rubrique Envoyer un message électronique."),
        good: .init("Using Windows PowerShell", "Utilisation de Windows PowerShell"),
        precision:
            """
            26 of 37 on pages of eleven locales that nobody had read (30 November 2026), then 16.5 of 18 others when \
            the rule had been improved; where \
            another source of the page fits, 42 of 44, read by one of the authors on the pages that its limits were set on
            """,
        coversSegment: true)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let content = report.context.content else { return }
        for index in faulty(content, tokenized) {
            guard let score = content.scores[index], score.fault == .content else { continue }
            let pair = SegmentPair(tokenized, index: index)
            let origin = pair.origin(score).map { "; it fits another source of the page, “\($0)”" } ?? ""
            report.add(
                "the target does not seem to say what the source says\(origin)", score, in: pair, .target,
                isUncertain: repeatsNeighbour(pair) || hasOwnLinks(pair) || isOfNames(pair)
                    || (score.origin == nil && isOfLightWords(pair))
                    || (score.origin == nil && (hasRemark(pair) || isCutAfterAbbreviation(pair))),
                evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)))
        }
    }

    /// Whether the source is names and paths but for a word or two, which are not translated.
    private func isOfNames(_ pair: SegmentPair) -> Bool {
        pair.tokens(.source).count { $0.kind == .word } <= 2
    }

    /// Whether the source has no word that carries content: "Otherwise, do nothing." Any words can say that.
    func isOfLightWords(_ pair: SegmentPair) -> Bool { pair.tokens(.source).allSatisfy(LightWords.contains) }

    /// Whether the segment before ends in an abbreviation in the source ("at least 6 in.", "(i.e") and goes on in the target: one
    /// sentence became two segments, and the target may say its words in the other one.
    private func isCutAfterAbbreviation(_ pair: SegmentPair) -> Bool {
        guard pair.index > 0 else { return false }
        let before = SegmentPair(pair.tokenized, index: pair.index - 1)
        let goesOn = pair.text(.source).first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
        guard before.text(.source).last == UInt8(ascii: ".") || goesOn else { return false }
        return !Self.sentenceEnds.contains { before.text(.target).suffix($0.count).elementsEqual($0) }
    }

    private static let sentenceEnds = [".", "。", "．", "!", "！", "?", "？", ":", "：", ")", "）", "\"", "”", "」"]
        .map { Array($0.utf8) }

    /// Whether the translator added a remark in parentheses at the end: "(in English)". What comes before it may be right.
    private func hasRemark(_ pair: SegmentPair) -> Bool {
        func endsWithParenthesis(_ side: Side) -> Bool {
            let text = pair.text(side)
            return text.last == UInt8(ascii: ")") || text.suffix(3).elementsEqual("）".utf8)
        }
        return endsWithParenthesis(.target) && !endsWithParenthesis(.source)
    }
}
