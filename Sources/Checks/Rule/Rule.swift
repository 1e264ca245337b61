import ParsedBitext

/// One kind of fault, and how to find it.
///
/// Each rule is a small value in its own file in `Rules/`. ``RuleSet/all`` lists them. CONTRIBUTING.md says how to add
/// one.
package protocol Rule: Sendable {
    static var description: RuleDescription { get }

    init()

    /// Reports all faults of this kind in a bitext.
    func check(_ tokenized: TokenizedBitext, _ report: inout Report)
}

/// A rule that looks at one segment at a time.
package protocol SegmentRule: Rule {
    /// What a segment must contain, on either side, for the rule to check it.
    static var looksFor: SegmentTraits { get }

    /// Reports the faults of one segment. It has both variants, and they differ.
    func check(_ pair: SegmentPair, _ report: inout Report)
}

extension SegmentRule {
    package func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard !tokenized.allTraits.isDisjoint(with: Self.looksFor) else { return }
        for index in tokenized.traits.indices {
            let traits = tokenized.traits[index]
            // In a segment whose variants are equal, nothing is lost or changed.
            guard traits.contains(.isPaired), !traits.contains(.isSame), !traits.isDisjoint(with: Self.looksFor) else {
                continue
            }
            // Long segments get only the rules that compare no parts: comparing would take too long.
            if traits.contains(.isLong), Self.looksFor.isDisjoint(with: [.any, .blankEdges]) { continue }
            check(SegmentPair(tokenized, index: index), &report)
        }
    }
}
