import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A comment that switches a rule off that does not exist.
struct UnknownRule: Rule {
    static let description = RuleDescription(
        "unknown-rule", .note, .markup, "A comment names a rule that does not exist.",
        discussion: "The comment switches nothing off. `diptych rules` lists the names.",
        bad: .init("<!-- diptych-disable numbers -->", ""), good: .init("<!-- diptych-disable number -->", ""))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        for comment in report.context.suppressions.comments {
            for (name, place) in zip(comment.rules, comment.places) where !report.context.ruleNames.contains(name) {
                report.add("no rule is called “\(name)”", at: place, evidence: .init(target: name))
            }
        }
    }
}
