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
    /// The names of the rules that need a lexicon.
    private let contentRules: Set<String>
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
        contentRules = Set(rules.filter { $0.rule.needsLexicon }.map { $0.rule.description.name })
    }

    /// Whether a rule is on that compares bitexts, so that ``consistency`` must be filled before the check.
    public var comparesPages: Bool { rules.contains { $0.rule == InconsistentTranslation.self } }

    /// What is wrong with a bitext, in the order of its files.
    public func check(_ tokenized: TokenizedBitext) -> [Finding] {
        let inspection = inspect(tokenized)
        return select(
            inspection.candidates, in: tokenized.bitext, inspection.suppressions,
            hasContent: inspection.alignment != nil)
    }

    /// What the rules find in a bitext.
    package struct Inspection: Sendable {
        /// Also where several rules find one fault, or a comment switches them off.
        package let candidates: [Finding]
        /// How well the sides fit: ``ContentAlignment/alignment``; nil where there is no rule of content or no lexicon.
        package let alignment: Double?
        /// The comments of the bitext.
        package let suppressions: Suppressions
    }

    /// - Parameter staleParts: what is known to be out of date, for ``StaleSegment``.
    package func inspect(_ tokenized: TokenizedBitext, staleParts: [StalePart] = []) -> Inspection {
        let suppressions = Suppressions(tokenized.bitext)
        guard let first = prepared.first else {
            return Inspection(candidates: [], alignment: nil, suppressions: suppressions)
        }
        var context = RuleContext(suppressions: suppressions)
        if !contentRules.isEmpty, let lexicon = lexicons[tokenized.language] {
            context.content = ContentAlignment(tokenized, lexicon, helpedBy: lexicons.general)
        }
        context.glossary = glossary
        context.consistency = consistency
        context.staleParts = staleParts
        context.differences = StructureDifference.all(tokenized.parsed)
        context.ruleNames = RuleSet.nameSet
        var report = Report(tokenized, rule: first, context: context)
        for rule in prepared {
            report.rule = rule
            rule.rule.check(tokenized, &report)
        }
        var candidates = report.findings
        if tokenized.bitext.isPagePair {
            let rewritten = context.content?.rewrittenSegments ?? []
            for index in candidates.indices {
                guard let segment = candidates[index].segmentIndex else { continue }
                if tokenized.bitext.segments[segment].isDoubtful || rewritten.contains(segment)
                    || contentRules.contains(candidates[index].rule)
                {
                    candidates[index].severity = .note
                }
            }
        }
        return Inspection(
            candidates: candidates, alignment: context.content?.alignment, suppressions: suppressions)
    }

    /// The findings among what the rules found: one for each fault, and none that a comment switches off. Comments that
    /// switch nothing off are findings, too.
    ///
    /// - Parameters:
    ///   - suppressions: the comments of the bitext; nil to find them.
    ///   - hasContent: whether the rules that need a lexicon had one.
    package func select(
        _ candidates: [Finding], in bitext: Bitext, _ suppressions: Suppressions? = nil, hasContent: Bool
    ) -> [Finding] {
        let suppressions = suppressions ?? Suppressions(bitext)
        if candidates.isEmpty, suppressions.comments.isEmpty { return [] }
        var use = Suppressions.Use()
        let findings = suppressions.filter(Selection.byPrecedence(candidates, in: bitext), in: bitext, &use)
        guard !suppressions.comments.isEmpty, let rule = prepared.first(where: { $0.rule is UnusedSuppression }) else {
            return findings
        }
        let unused = suppressions.unused(
            use, judged: judgedRules(hasContent: hasContent), judgesAll: hasContent || contentRules.isEmpty)
        guard !unused.isEmpty else { return findings }
        // A comment for all rules would hide the finding about itself.
        let own = Suppressions(comments: suppressions.comments.filter { !$0.rules.isEmpty })
        let added = own.filter(
            Selection.byPrecedence(UnusedSuppression.findings(in: bitext, unused, rule), in: bitext), in: bitext)
        return (findings + added).inPageOrder()
    }

    /// The rules of which it is known that they find nothing where they report nothing.
    private func judgedRules(hasContent: Bool) -> Set<String> {
        Set(
            prepared.lazy.filter { rule in
                switch rule.rule {
                case is InconsistentTranslation, is StaleSegment, is UnusedSuppression: false
                case is Terminology: glossary != nil
                default: hasContent || !type(of: rule.rule).needsLexicon
                }
            }.map(\.description.name))
    }

    /// The same with what other bitexts say, which was not known when the bitext was checked.
    package func select(
        _ candidates: [Finding], in bitext: Bitext, comparedBy deviations: [Consistency.Deviation], hasContent: Bool
    ) -> [Finding] {
        let rule = prepared.first { $0.rule is InconsistentTranslation }
        let compared = rule.map { InconsistentTranslation.findings(in: bitext, deviations, $0) } ?? []
        return select(candidates + compared, in: bitext, hasContent: hasContent)
    }
}

extension ContentAlignment {
    /// What is less likely a translation than this was probably rewritten.
    private static let rewritten = 0.6

    /// The segments of a page pair whose sides do not say the same. One page was probably rewritten since, so what differs in
    /// such a segment is no fault of the translation by itself.
    fileprivate var rewrittenSegments: Set<Int> {
        Set(
            faulty.filter { index in
                guard let score = scores[index], score.probability <= Self.rewritten else { return false }
                switch score.fault {
                case .content, .neighbour: return true
                default: return false
                }
            })
    }
}
