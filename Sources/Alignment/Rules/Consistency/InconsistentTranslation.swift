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
        let translations = Consistency.Page(page)
        Self.each(page.page, translations, consistency.deviations(of: translations.keys)) {
            report.add($0, segment: $1, side: .target, at: $2, evidence: $3)
        }
    }

    /// The same for a page that was compared already, whose sides nobody needs.
    static func findings(
        _ page: Page, _ language: Language, _ deviations: [Consistency.Deviation], _ rule: PreparedRule
    ) -> [Finding] {
        guard !deviations.isEmpty else { return [] }
        var findings: [Finding] = []
        each(page, Consistency.Page(page, language), deviations) {
            findings.append(rule.finding($0, on: page, segment: $1, side: .target, at: $2, evidence: $3))
        }
        return findings
    }

    private static func each(
        _ page: Page, _ translations: Consistency.Page, _ deviations: [Consistency.Deviation],
        _ body: (_ message: String, _ segment: Int, _ range: Range<Int>, Finding.Evidence) -> Void
    ) {
        let bytes = page.bytes
        for deviation in deviations where translations.entries.indices.contains(deviation.index) {
            let index = translations.entries[deviation.index].segment
            guard let target = page.segments[index].target else { continue }
            let standard = deviation.standard
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
