import Checks
import ParsedBitext

/// The documentation of all rules: `Docs/rules.md`.
package struct RuleBook {
    package let markdown: String

    package init(_ rules: [RuleDescription]) {
        var lines = [
            "# The rules of `diptych check`", "",
            "Made by `Scripts/rules-document` from the rules themselves. A finding names its rule; where two rules see one",
            "fault, the one that stands further up speaks. Categories are MQM's (https://themqm.org).", "",
            "| rule | severity | category | what is wrong |", "|---|---|---|---|",
        ]
        lines += rules.map { rule in
            let severity = rule.severity.rawValue + (rule.isOnByDefault ? "" : ", off")
            return
                "| [\(rule.name)](#\(rule.name)) | \(severity) | \(rule.category.rawValue) | \(Self.cell(rule.summary)) |"
        }
        for rule in rules {
            lines += ["", "## \(rule.name)", "", "\(rule.summary) (\(Self.facts(rule)))", "", RuleText.markdown(rule)]
        }
        markdown = lines.map { $0 + "\n" }.joined()
    }

    /// `error, Omission`.
    package static func facts(_ rule: RuleDescription) -> String {
        "\(rule.severity.rawValue), \(rule.category.rawValue)\(rule.isOnByDefault ? "" : ", off by default")"
    }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("\n", with: " ") }
}
