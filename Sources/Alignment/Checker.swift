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
    /// How terms are to be translated; without it, ``Terminology`` is silent.
    public var glossary: Glossary?
    /// How the pages translate what they have in common; without it, ``InconsistentTranslation`` is silent.
    public var consistency: Consistency?

    /// - Parameter rules: nil for those that are on by default.
    public init(rules: [ActiveRule]? = nil, glossary: Glossary? = nil) {
        self.glossary = glossary
        self.rules = rules ?? RuleSet.all.filter { $0.description.isOnByDefault }.map { ActiveRule($0) }
    }

    /// Whether a rule is on that compares pages with one another, so that ``consistency`` must be filled before the check.
    public var comparesPages: Bool { rules.contains { $0.rule == InconsistentTranslation.self } }

    /// What is wrong with a page, in the page's order.
    public func check(_ page: BilingualPage) -> [Finding] {
        guard let first = rules.first else { return [] }
        var report = Report(page, rule: first.rule.description, glossary: glossary, consistency: consistency)
        for active in rules {
            report.rule = active.rule.description
            report.severity = active.severity
            active.rule.init().check(page, &report)
        }
        return Selection.mostTelling(report.findings, on: page)
    }
}
