import TestSupport
import Testing

@testable import Checks

@Suite struct RuleSetTests {
    @Test func namesAreKebabCaseAndStandOnce() {
        let names = RuleSet.names
        #expect(Set(names).count == names.count)
        #expect(
            names.allSatisfy {
                $0.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39) }
            })
        #expect(RuleSet["number"] != nil)
        #expect(RuleSet["numbers"] == nil)
    }

    @Test func everyRuleExplainsItself() {
        for rule in RuleSet.all {
            let description = rule.description
            #expect(description.summary.hasSuffix("."), "\(description.name)")
            #expect(description.discussion.count > 40, "\(description.name)")
        }
    }

    /// A rule whose example is no fault, or whose remedy is one, teaches the wrong thing.
    @Test func examplesAreFoundAndRemediesAreNot() throws {
        for rule in RuleSet.all where rule is any SegmentRule.Type && rule != Terminology.self {
            let description = rule.description
            for (example, isBad) in [(description.bad, true), (description.good, false)] {
                let page = "«\(example.target)|\(example.source)»\n"
                let found = Checker(rules: [.init(rule)]).check(
                    try MarkedPage(page).tokenized())
                #expect(found.isEmpty != isBad, "\(description.name): \(example.target)")
            }
        }
    }
}
