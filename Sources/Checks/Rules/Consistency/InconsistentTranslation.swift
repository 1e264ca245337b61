import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

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

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let consistency = report.context.consistency else { return }
        Self.each(tokenized.bitext, tokenized.language, consistency) {
            report.add($0, segment: $1, side: .target, at: $2, evidence: $3)
        }
    }

    /// The same for a bitext whose sides need not be parsed.
    static func findings(
        in bitext: Bitext, _ language: Language, _ consistency: Consistency, _ rule: PreparedRule
    ) -> [Finding] {
        var findings: [Finding] = []
        each(bitext, language, consistency) {
            findings.append(rule.finding($0, in: bitext, segment: $1, side: .target, at: $2, evidence: $3))
        }
        return findings
    }

    private static func each(
        _ bitext: Bitext, _ language: Language, _ consistency: Consistency,
        _ body: (_ message: String, _ segment: Int, _ location: Location, Finding.Evidence) -> Void
    ) {
        let seed = TranslationKey.seed(language)
        let found = bitext.withSides { sourceBytes, targetBytes in
            bitext.segments.indices.compactMap { index -> (Int, Consistency.Standard)? in
                guard let source = bitext.segments[index].source, let target = bitext.segments[index].target,
                    !target.range.isEmpty
                else { return nil }
                return consistency.standard(
                    .init(rebasing: sourceBytes[source.range.values]),
                    .init(rebasing: targetBytes[target.range.values]), seed: seed
                ).map { (index, $0) }
            }
        }
        for (index, standard) in found {
            guard let target = bitext.segments[index].target else { continue }
            let difference = TextDifference(
                bitext.text(of: target, .target), standard.text, isWhole: standard.isWhole)
            let times = standard.count == 1 ? "once" : "\(standard.count) times"
            let source = bitext.segments[index].source.map { bitext.text(of: $0, .source) } ?? []
            body(
                "elsewhere \(times) “\(difference.elsewhere)”, here “\(difference.here)”", index,
                bitext.location(of: SideRange(difference.range), on: .target),
                .init(source: SegmentPair.excerpt(source), target: difference.here))
        }
    }
}
