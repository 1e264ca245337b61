import Bitext
import ParsedBitext
import TranslationModel

/// Runs rules over bitexts.
///
///     let bitext = try SpanPageReader().read([InputFile(path: "page.md", bytes: bytes)])
///     let findings = Checker().check(TokenizedBitext(ParsedBitext(bitext), path: "page.md"))
public struct Checker: Sendable {
    public let rules: [ActiveRule]
    private let prepared: [PreparedRule]
    private let hasContentRules: Bool
    /// For the content rules. Without a lexicon for the target's language, or a general one, they find nothing.
    private let lexicons: Lexicons
    /// For ``Terminology``. Without it, that rule finds nothing.
    private let glossary: Glossary?
    /// The translations in all bitexts, for ``InconsistentTranslation``. Without it, that rule finds nothing.
    public var consistency: Consistency?

    /// - Parameters:
    ///   - rules: nil for those that are on by default.
    ///   - lexicons: for the content rules.
    ///   - glossary: for ``Terminology``.
    public init(rules: [ActiveRule]? = nil, lexicons: Lexicons = Lexicons(), glossary: Glossary? = nil) {
        self.lexicons = lexicons
        self.glossary = glossary
        let rules = rules ?? RuleSet.all.filter { $0.description.isOnByDefault }.map { ActiveRule($0) }
        self.rules = rules
        prepared = rules.map(PreparedRule.init)
        hasContentRules = rules.contains { $0.rule is any ContentRule.Type }
    }

    /// Whether a rule is on that compares bitexts, so that ``consistency`` must be filled before the check.
    public var comparesPages: Bool { rules.contains { $0.rule == InconsistentTranslation.self } }

    /// Returns the findings of a bitext, in the order of its files.
    public func check(_ tokenized: TokenizedBitext) -> [Finding] { inspect(tokenized).findings }

    /// Returns the findings of a bitext and ``ContentAlignment/alignment``: how well its sides fit. The latter is nil
    /// without a content rule or a lexicon.
    package func inspect(_ tokenized: TokenizedBitext) -> (findings: [Finding], alignment: Double?) {
        let candidates = candidates(of: tokenized)
        return (select(candidates.findings, in: tokenized.bitext, candidates.suppressions), candidates.alignment)
    }

    /// All that the rules find: several can find the same fault, and comments can turn rules off.
    package struct Candidates: Sendable {
        package let findings: [Finding]
        /// How well the sides fit; nil without a content rule or a lexicon.
        package let alignment: Double?
        let suppressions: Suppressions?
    }

    package func candidates(of tokenized: TokenizedBitext) -> Candidates {
        guard let first = prepared.first else { return Candidates(findings: [], alignment: nil, suppressions: nil) }
        var context = RuleContext(suppressions: Suppressions(tokenized.bitext))
        if hasContentRules, let lexicon = lexicons[tokenized.language] {
            context.content = ContentAlignment(tokenized, lexicon, helpedBy: lexicons.general)
        }
        context.glossary = glossary
        context.consistency = consistency
        context.differences = StructureDifference.all(tokenized.parsed)
        context.ruleNames = RuleSet.nameSet
        var report = Report(tokenized, rule: first, context: context)
        for rule in prepared {
            report.rule = rule
            rule.rule.check(tokenized, &report)
        }
        return Candidates(
            findings: report.findings, alignment: context.content?.alignment, suppressions: context.suppressions)
    }

    /// Returns the candidates to report.
    ///
    /// - Parameter suppressions: the comments of the bitext; nil to find them.
    package func select(
        _ candidates: [Finding], in bitext: Bitext, _ suppressions: Suppressions? = nil
    ) -> [Finding] {
        guard !candidates.isEmpty else { return [] }
        return (suppressions ?? Suppressions(bitext)).filter(Selection.byPrecedence(candidates, in: bitext), in: bitext)
    }

    /// Returns the candidates to report and the inconsistent translations, for a bitext that was checked before the
    /// others were read.
    package func select(
        _ candidates: [Finding], in bitext: Bitext, _ language: Language, comparedBy consistency: Consistency
    ) -> [Finding] {
        let rule = prepared.first { $0.rule is InconsistentTranslation }
        let compared = rule.map { InconsistentTranslation.findings(in: bitext, language, consistency, $0) } ?? []
        return select(candidates + compared, in: bitext)
    }
}
