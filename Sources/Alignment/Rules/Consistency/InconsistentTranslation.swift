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
        Self.each(page.page, page.language, consistency) {
            report.add($0, segment: $1, side: .target, at: $2, evidence: $3)
        }
    }

    /// The same for a page whose sides nobody needs.
    static func findings(
        _ page: Page, _ language: Language, _ consistency: Consistency, _ rule: PreparedRule
    ) -> [Finding] {
        var findings: [Finding] = []
        each(page, language, consistency) {
            findings.append(rule.finding($0, on: page, segment: $1, side: .target, at: $2, evidence: $3))
        }
        return findings
    }

    private static func each(
        _ page: Page, _ language: Language, _ consistency: Consistency,
        _ body: (_ message: String, _ segment: Int, _ range: Range<Int>, Finding.Evidence) -> Void
    ) {
        let seed = TranslationKey.seed(language)
        let bytes = page.bytes
        let found = bytes.withUnsafeBufferPointer { buffer in
            page.segments.indices.compactMap { index -> (Int, Consistency.Standard)? in
                guard let source = page.segments[index].source, let target = page.segments[index].target,
                    !target.content.isEmpty
                else { return nil }
                return consistency.standard(
                    .init(rebasing: buffer[source.content]), .init(rebasing: buffer[target.content]), seed: seed
                ).map { (index, $0) }
            }
        }
        for (index, standard) in found {
            guard let target = page.segments[index].target else { continue }
            let difference = TextDifference(bytes[target.content], standard.text, isWhole: standard.isWhole)
            let times = standard.count == 1 ? "once" : "\(standard.count) times"
            body(
                "elsewhere \(times) “\(difference.elsewhere)”, here “\(difference.here)”", index, difference.range,
                .init(
                    source: SegmentPair.excerpt(bytes[page.segments[index].source?.content ?? 0..<0]),
                    target: difference.here))
        }
    }
}
