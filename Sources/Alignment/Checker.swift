import Bitext

/// Runs rules over pages.
///
///     let findings = Checker().check(BilingualPage(try Page(bytes), path: "page.md"))
public struct Checker: Sendable {
    /// A rule that is on, and how grave its findings are.
    public struct ActiveRule: Sendable {
        public let rule: any Rule.Type
        public var severity: Finding.Severity

        public init(_ rule: any Rule.Type, severity: Finding.Severity? = nil) {
            self.rule = rule
            self.severity = severity ?? rule.description.severity
        }
    }

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

    /// What is wrong with a page, in the page's order.
    public func check(_ page: BilingualPage) -> [Finding] { select(inspect(page).candidates, on: page) }

    /// What the rules find on a page, also where several see one fault, or a comment in the page switches them off; and how
    /// well its sides fit: ``ContentAlignment/alignment``, nil where there is no rule of content or no lexicon to ask.
    package func inspect(_ page: BilingualPage) -> (candidates: [Finding], alignment: Double?) {
        guard let first = prepared.first else { return ([], nil) }
        var content: ContentAlignment?
        if hasContentRules, let lexicon = lexicons[page.language] {
            content = ContentAlignment(page, lexicon, helpedBy: lexicons.general)
        }
        var report = Report(page, rule: first, content: content, glossary: glossary, consistency: consistency)
        for rule in prepared {
            report.rule = rule
            rule.rule.check(page, &report)
        }
        return (report.findings, content?.alignment)
    }

    /// The findings among what the rules found on a page: one for each fault, and none that a comment switches off.
    package func select(_ candidates: [Finding], on page: BilingualPage) -> [Finding] {
        select(candidates, on: page.page, page.suppressions)
    }

    /// The same with what other pages say, which was not known when the page was checked.
    package func select(
        _ candidates: [Finding], on page: Page, _ language: Language, comparedBy deviations: [Consistency.Deviation]
    ) -> [Finding] {
        let rule = prepared.first { $0.rule is InconsistentTranslation }
        let compared = rule.map { InconsistentTranslation.findings(page, language, deviations, $0) } ?? []
        return select(candidates + compared, on: page, Suppressions(page))
    }

    private func select(
        _ candidates: [Finding], on page: Page, _ suppressions: @autoclosure () -> Suppressions
    ) -> [Finding] {
        guard !candidates.isEmpty else { return [] }
        return suppressions().filter(Selection.mostTelling(candidates, on: page), on: page)
    }
}

/// A rule ready to run. A class, so that handing it on copies no description.
final class PreparedRule: Sendable {
    let rule: any Rule
    let description: RuleDescription
    let severity: Finding.Severity

    init(_ active: Checker.ActiveRule) {
        rule = active.rule.init()
        description = active.rule.description
        severity = active.severity
    }
}
