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
    func check(_ page: TokenizedBitext, _ report: inout Report)
}

/// A rule that looks at one segment at a time.
package protocol SegmentRule: Rule {
    /// What a segment must have on either side for the rule to look at it.
    static var appliesTo: SegmentContents { get }

    /// Reports the faults of a segment that has both variants, different ones.
    func check(_ pair: SegmentPair, _ report: inout Report)
}

extension SegmentRule {
    package func check(_ page: TokenizedBitext, _ report: inout Report) {
        guard !page.allContents.isDisjoint(with: Self.appliesTo) else { return }
        for index in page.contents.indices {
            let contents = page.contents[index]
            // A segment that is the same on both sides has nothing lost or changed.
            guard contents.contains(.isPaired), !contents.contains(.isSame), !contents.isDisjoint(with: Self.appliesTo) else {
                continue
            }
            // Rules that look for no part of a segment look at it as a whole, and at nothing twice.
            if contents.contains(.isLong), Self.appliesTo.isDisjoint(with: [.any, .blankEdges]) { continue }
            check(SegmentPair(page: page, index: index), &report)
        }
    }
}
