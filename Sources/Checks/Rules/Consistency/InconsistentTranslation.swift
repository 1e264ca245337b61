import Bitext
import ParsedBitext

/// A segment whose source has another translation elsewhere.
struct InconsistentTranslation: Rule {
    static let description = RuleDescription(
        "inconsistent-translation", .note, .inconsistency, "The same source has another translation elsewhere.",
        discussion: """
            When several pages are checked, the rule compares the translations of each source of three words or more. It
            reports a translation that is not the most frequent one. Spaces, quotes, emphasis, the case of the first
            letter, the final punctuation and the destinations of links make no difference. Both translations may be
            right, but readers may think that they mean different things. Use one translation. In the examples, “Restart
            the server.” is “Redémarrez le serveur.” elsewhere.
            """,
        bad: .init("Restart the server.", "Relancez le serveur."),
        good: .init("Restart the server.", "Redémarrez le serveur."))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let consistency = report.context.consistency else { return }
        Self.eachInconsistency(tokenized.bitext, tokenized.language, consistency) {
            report.add($0, segment: $1, side: .target, at: $2, evidence: $3)
        }
    }

    /// The same for a bitext that is not parsed.
    static func findings(
        in bitext: Bitext, _ language: Language, _ consistency: Consistency, _ rule: PreparedRule
    ) -> [Finding] {
        var findings: [Finding] = []
        eachInconsistency(bitext, language, consistency) {
            findings.append(rule.finding($0, in: bitext, segment: $1, side: .target, at: $2, evidence: $3))
        }
        return findings
    }

    private static func eachInconsistency(
        _ bitext: Bitext, _ language: Language, _ consistency: Consistency,
        _ body: (_ message: String, _ segment: Int, _ location: Location, Finding.Evidence) -> Void
    ) {
        let seed = TranslationKey.seed(language)
        let found = bitext.withSides { sourceBytes, targetBytes in
            bitext.segments.indices.compactMap { index -> (Int, Consistency.PreferredTranslation)? in
                guard let source = bitext.segments[index].source, let target = bitext.segments[index].target,
                    !target.range.isEmpty
                else { return nil }
                return consistency.preferredTranslation(
                    .init(rebasing: sourceBytes[source.range.values]),
                    .init(rebasing: targetBytes[target.range.values]), seed: seed
                ).map { (index, $0) }
            }
        }
        for (index, preferred) in found {
            guard let target = bitext.segments[index].target else { continue }
            let difference = TextDifference(
                bitext.text(of: target, .target), preferred.text, isWhole: preferred.isComplete)
            let times = preferred.count == 1 ? "once" : "\(preferred.count) times"
            let source = bitext.segments[index].source.map { bitext.text(of: $0, .source) } ?? []
            body(
                "elsewhere \(times) “\(difference.other)”, here “\(difference.text)”", index,
                bitext.location(of: SideRange(difference.range), on: .target),
                .init(source: SegmentPair.excerpt(source), target: difference.text))
        }
    }
}
