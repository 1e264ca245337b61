import ParsedBitext

/// One kind of fault, and how to find it.
///
/// Each rule is a small value in its own file in `Rules/`. ``RuleSet/all`` lists them. CONTRIBUTING.md says how to add
/// one.
package protocol Rule: Sendable {
    static var description: RuleDescription { get }
    /// Whether it is a ``ContentRule``. Asking whether a type conforms to a protocol takes long where it does not: for all rules,
    /// as long as a check of six pages.
    static var needsLexicon: Bool { get }

    init()

    /// Reports all faults of this kind in a bitext.
    func check(_ tokenized: TokenizedBitext, _ report: inout Report)
}

extension Rule {
    package static var needsLexicon: Bool { false }
}

/// A rule that looks at one segment at a time.
package protocol SegmentRule: Rule {
    /// What a segment must contain, on either side, for the rule to check it.
    static var appliesTo: SegmentContents { get }

    /// Reports the faults of one segment. It has both variants, and they differ.
    func check(_ pair: SegmentPair, _ report: inout Report)
}

extension SegmentRule {
    package func check(_ tokenized: TokenizedBitext, _ report: inout Report) { checkSegments(tokenized, &report) }

    /// Runs the rule on each segment that contains what it looks for.
    package func checkSegments(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard !tokenized.allContents.isDisjoint(with: Self.appliesTo) else { return }
        // One for all segments, as making one counts references.
        var pair = SegmentPair(tokenized, index: 0)
        for index in tokenized.contents.indices {
            let contents = tokenized.contents[index]
            // In a segment whose variants are equal, nothing is lost or changed.
            guard contents.contains(.isPaired), !contents.contains(.isSame), !contents.isDisjoint(with: Self.appliesTo)
            else {
                continue
            }
            // Long segments get only the rules that compare no parts: comparing would take too long.
            if contents.contains(.isLong), Self.appliesTo.isDisjoint(with: [.any, .blankEdges]) { continue }
            pair.index = index
            check(pair, &report)
        }
    }
}
