import ParsedBitext

/// Part of the target that is not in the source.
struct Addition: ContentRule {
    static let description = RuleDescription(
        "addition", .warning, .addition, "The target says more than the source.",
        discussion: """
            The lexicon finds nothing in the source that some words of the target translate: a sentence that was copied
            by mistake, a remark of the translator, nonsense by a machine. Remove them, or add them to the source. See
            Docs/lexicons.md.
            """,
        bad: .init("Stop the service.", "Arrêtez le service. Les utilisateurs reçoivent un message."),
        good: .init("Stop the service.", "Arrêtez le service."),
        precision:
            "2 of 10 warnings (de-DE, es-ES, fr-FR, ja-JP; two of the three where another source of the page says it)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let content = report.context.content else { return }
        for index in faulty(content, tokenized) {
            guard let score = content.scores[index], score.fault == .addition else { continue }
            let pair = SegmentPair(tokenized, index: index)
            let words = score.stretch.map { pair.string($0, .target).removingMarkupBytes() } ?? pair.excerpt(.target)
            let origin = pair.origin(score).map { "; another source of the page says it, “\($0)”" } ?? ""
            report.add(
                "the source does not seem to say “\(words.shortened)”\(origin)", score, in: pair, .target,
                evidence: .init(source: pair.excerpt(.source), target: words))
        }
    }
}
