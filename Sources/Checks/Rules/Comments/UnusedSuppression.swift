import Bitext
import ParsedBitext

/// A comment that turns off a rule where it finds nothing.
///
/// It is known only when all rules have run, so ``Checker`` asks for it at the end.
struct UnusedSuppression: Rule {
    static let description = RuleDescription(
        "unused-suppression", .note, .markup, "A comment turns off a rule where the rule finds nothing.",
        discussion: """
            The fault was repaired, or the comment is in the wrong place. Remove the comment, or the name: otherwise it
            hides the next fault of this kind. Only rules that are on are looked at. Those that need a lexicon, a
            glossary or other pages are not looked at where these are missing.
            """,
        bad: .init("<!-- diptych-disable-line number --> Wait 15 minutes.", "Patientez 15 minutes."),
        good: .init("Wait 15 minutes.", "Patientez 15 minutes."))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {}

    /// The findings for comments that turned nothing off.
    static func findings(
        in bitext: Bitext, _ unused: [(location: Location, rule: String?)], _ rule: PreparedRule
    ) -> [Finding] {
        unused.map { location, name in
            let what = name.map { "“\($0)”" } ?? "all rules"
            return rule.finding(
                "this comment turns off \(what), but hides no finding; remove it", in: bitext, segment: nil, side: nil,
                at: location, evidence: .init(target: name))
        }
    }
}
