/// A rule that is on, and the severity of its findings.
public struct ActiveRule: Sendable {
    package let rule: any Rule.Type
    public var severity: Finding.Severity

    /// The description of the rule.
    public var description: RuleDescription { rule.description }

    /// - Parameter severity: nil for the rule's own.
    package init(_ rule: any Rule.Type, severity: Finding.Severity? = nil) {
        self.rule = rule
        self.severity = severity ?? rule.description.severity
    }
}

/// A rule ready to run. A class, so that passing it on copies no description.
package final class PreparedRule: Sendable {
    package let rule: any Rule
    package let description: RuleDescription
    package let severity: Finding.Severity

    package init(_ active: ActiveRule) {
        rule = active.rule.init()
        description = active.rule.description
        severity = active.severity
    }
}
