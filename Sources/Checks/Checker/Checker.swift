import Bitext
import ParsedBitext
import TranslationModel

/// Runs rules over bitexts.
///
///     let bitext = try SpanPageReader().read([InputFile(path: "page.md", bytes: bytes)])
///     let findings = Checker().check(TokenizedBitext(ParsedBitext(bitext), path: "page.md"))
public struct Checker: Sendable {
    public let rules: [ActiveRule]
    /// The same, made once for all pages.
    private let prepared: [PreparedRule]
    private let hasContentRules: Bool
    /// What the rules of content go by; without a lexicon of the page's language, or one for all, they are silent.
    private let lexicons: Lexicons
    /// How terms are to be translated; without it, ``Terminology`` is silent.
    private let glossary: Glossary?
    /// How the pages translate what they have in common; without it, ``InconsistentTranslation`` is silent.
    public var consistency: Consistency?

    /// - Parameters:
    ///   - rules: nil for those that are on by default.
    ///   - lexicons: for the rules of content.
    ///   - glossary: for the rule of terms.
    public init(rules: [ActiveRule]? = nil, lexicons: Lexicons = Lexicons(), glossary: Glossary? = nil) {
        self.lexicons = lexicons
        self.glossary = glossary
        let rules = rules ?? RuleSet.all.filter { $0.description.isOnByDefault }.map { ActiveRule($0) }
        self.rules = rules
        prepared = rules.map(PreparedRule.init)
        hasContentRules = rules.contains { $0.rule is any ContentRule.Type }
    }

    /// Whether a rule is on that compares pages with one another, so that ``consistency`` must be filled before the check.
    public var comparesPages: Bool { rules.contains { $0.rule == InconsistentTranslation.self } }

    /// What is wrong with a bitext, in the order of its files.
    public func check(_ tokenized: TokenizedBitext) -> [Finding] { inspect(tokenized).findings }

    /// What is wrong with a bitext, and how well its sides fit: ``ContentAlignment/alignment``, nil where no rule of content
    /// or no lexicon was there to ask.
    package func inspect(_ tokenized: TokenizedBitext) -> (findings: [Finding], alignment: Double?) {
        let candidates = candidates(of: tokenized)
        return (select(candidates.findings, in: tokenized.bitext, candidates.suppressions), candidates.alignment)
    }

    /// What the rules find, also where several find one fault, or a comment switches them off.
    package struct Candidates: Sendable {
        package let findings: [Finding]
        /// How well the sides fit; nil where nobody was asked.
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

    /// What is reported of the candidates.
    ///
    /// - Parameter suppressions: the comments of the bitext, where they are known already.
    package func select(
        _ candidates: [Finding], in bitext: Bitext, _ suppressions: Suppressions? = nil
    ) -> [Finding] {
        guard !candidates.isEmpty else { return [] }
        return (suppressions ?? Suppressions(bitext)).filter(Selection.byPrecedence(candidates, in: bitext), in: bitext)
    }

    /// The same with what other bitexts say, where they were not known when the bitext was checked.
    package func select(
        _ candidates: [Finding], in bitext: Bitext, _ language: Language, comparedBy consistency: Consistency
    ) -> [Finding] {
        let rule = prepared.first { $0.rule is InconsistentTranslation }
        let compared = rule.map { InconsistentTranslation.findings(in: bitext, language, consistency, $0) } ?? []
        return select(candidates + compared, in: bitext)
    }
}
