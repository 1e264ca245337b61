import Bitext

/// A segment whose source is translated in another way elsewhere.
struct InconsistentTranslation: Rule {
    static let description = RuleDescription(
        "inconsistent-translation", .note, .inconsistency, "The same source is translated in another way elsewhere.",
        discussion: """
            Where several pages are checked, sources of three words or more that occur again are compared: a translation
            that is not the most frequent one is reported. Blanks, quotes, emphasis, the case of the first letter, the
            final punctuation and where links lead make no difference. Both translations may be right; readers wonder
            all the same whether they mean the same thing. In the examples "Restart the server." is elsewhere
            "Redémarrez le serveur."
            """,
        bad: .init("Restart the server.", "Relancez le serveur."),
        good: .init("Restart the server.", "Redémarrez le serveur."))

    func check(_ page: BilingualPage, _ report: inout Report) {
        guard let consistency = report.consistency else { return }
        let seed = TranslationKey.seed(page.language)
        let bytes = page.page.bytes
        let found = bytes.withUnsafeBufferPointer { buffer in
            page.page.segments.indices.compactMap { index -> (Int, Consistency.Standard)? in
                guard let source = page.page.segments[index].source, let target = page.page.segments[index].target,
                    !target.content.isEmpty
                else { return nil }
                return consistency.standard(
                    .init(rebasing: buffer[source.content]), .init(rebasing: buffer[target.content]), seed: seed
                ).map { (index, $0) }
            }
        }
        for (index, standard) in found {
            guard let target = page.page.segments[index].target else { continue }
            let difference = TextDifference(bytes[target.content], standard.text, isWhole: standard.isWhole)
            let times = standard.count == 1 ? "once" : "\(standard.count) times"
            report.add(
                "elsewhere \(times) “\(difference.elsewhere)”, here “\(difference.here)”", segment: index,
                side: .target,
                at: difference.range,
                evidence: .init(
                    source: SegmentPair(page: page, index: index).excerpt(.source), target: difference.here))
        }
    }
}
