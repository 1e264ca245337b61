import ParsedBitext

/// A comment that turns off a rule that does not exist, or that begins like such a comment and is none.
struct UnknownRule: Rule {
    static let description = RuleDescription(
        "unknown-rule", .note, .markup, "A comment names a rule that does not exist.",
        discussion: """
            The comment has no effect for this name. `diptych rules` lists the names. Comments that begin with `diptych-` and
            another word than `disable`, `disable-line`, `disable-next-line` and `enable` have no effect at all.
            """,
        bad: .init("<!-- diptych-disable numbers -->", ""), good: .init("<!-- diptych-disable number -->", ""))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        let words = Suppressions.Kind.allCases.map(\.rawValue)
        for unknown in report.context.suppressions.unknownWords {
            report.add(
                "no comment is called “diptych-\(unknown.word)”\(Self.hint(unknown.word, words, before: "diptych-"))",
                at: unknown.location, evidence: .init(target: unknown.word))
        }
        let ruleNames = report.context.ruleNames
        for comment in report.context.suppressions.comments {
            for (name, location) in zip(comment.rules, comment.ruleLocations) where !ruleNames.contains(name) {
                report.add(
                    "no rule is called “\(name)”\(Self.hint(name, ruleNames.sorted()))", at: location,
                    evidence: .init(target: name))
            }
        }
    }

    private static func hint(_ name: String, _ names: [String], before: String = "") -> String {
        let near = Suggestion.nearest(to: name, among: names, limit: 1, share: 3).first
        return near.map { "; did you mean `\(before)\($0)`?" } ?? ""
    }
}
