import Bitext
import ParsedBitext

/// One kind of fault, and how to find it on a page.
///
/// A rule is a small value in a file of its own in `Rules/`; ``RuleSet/all`` lists it. To add one, write the file, name it
/// in the list, and write a test with marked places.
package protocol Rule: Sendable {
    static var description: RuleDescription { get }

    init()

    /// Reports every fault of this kind in the bitext.
    func check(_ tokenized: TokenizedBitext, _ report: inout Report)
}

/// A rule that looks at one segment at a time.
package protocol SegmentRule: Rule {
    /// What a segment must have on either side for the rule to look at it.
    static var looksFor: SegmentTraits { get }

    /// Reports the faults of a segment that has both variants, different ones.
    func check(_ pair: SegmentPair, _ report: inout Report)
}

extension SegmentRule {
    package func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard !tokenized.allTraits.isDisjoint(with: Self.looksFor) else { return }
        for index in tokenized.traits.indices {
            let traits = tokenized.traits[index]
            // A segment that is the same on both sides has nothing lost or changed.
            guard traits.contains(.isPaired), !traits.contains(.isSame), !traits.isDisjoint(with: Self.looksFor) else {
                continue
            }
            // Rules that look for no part of a segment look at it as a whole, and at nothing twice.
            if traits.contains(.isLong), Self.looksFor.isDisjoint(with: [.any, .blankEdges]) { continue }
            check(SegmentPair(tokenized, index: index), &report)
        }
    }
}
