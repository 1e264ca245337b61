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

    /// - Parameter rules: nil for those that are on by default.
    public init(rules: [ActiveRule]? = nil) {
        self.rules = rules ?? RuleSet.all.filter { $0.description.isOnByDefault }.map { ActiveRule($0) }
    }

    /// What is wrong with a page, in the page's order.
    public func check(_ page: BilingualPage) -> [Finding] {
        guard let first = rules.first else { return [] }
        var report = Report(page, rule: first.rule.description)
        for active in rules {
            report.rule = active.rule.description
            report.severity = active.severity
            active.rule.init().check(page, &report)
        }
        return Selection.mostTelling(report.findings, on: page)
    }
}
