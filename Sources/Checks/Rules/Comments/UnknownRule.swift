import ParsedBitext

/// A comment that turns off a rule that does not exist.
struct UnknownRule: Rule {
    static let description = RuleDescription(
        "unknown-rule", .note, .markup, "A comment names a rule that does not exist.",
        discussion: "The comment has no effect for this name. `diptych rules` lists the names.",
        bad: .init("<!-- diptych-disable numbers -->", ""), good: .init("<!-- diptych-disable number -->", ""))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        let ruleNames = report.context.ruleNames
        for comment in report.context.suppressions.comments {
            for (name, location) in zip(comment.rules, comment.ruleLocations) where !ruleNames.contains(name) {
                let near = Suggestion.nearest(to: name, among: ruleNames.sorted(), limit: 1, share: 3).first
                let hint = near.map { "; did you mean `\($0)`?" } ?? ""
                report.add("no rule is called “\(name)”\(hint)", at: location, evidence: .init(target: name))
            }
        }
    }
}
