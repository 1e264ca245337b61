import Bitext

/// What users are told of a rule: in lists, in `explain` and in the documentation.
public struct RuleDescription: Sendable {
    /// In kebab case; what stands in findings, configuration and comments.
    public let name: String
    public let severity: Finding.Severity
    public let category: Finding.Category
    /// One sentence: what is wrong when the rule speaks.
    public let summary: String
    /// Why it matters, what the rule leaves alone, and what to do about a finding. Markdown.
    public let discussion: String
    /// Source and target of a segment (or, where the rule is about more than one, the Markdown) that the rule flags.
    public let bad: Example
    /// The same, right.
    public let good: Example
    /// How often the rule was right on real pages, measured by reading: "47 of 50 (fr-FR)". Nil while nobody has counted.
    public let precision: String?
    /// Whether the fault is the whole segment's, so that smaller faults in it need no mention.
    public let coversSegment: Bool
    /// Whether `--fix` can repair it.
    public let isFixable: Bool
    /// Whether the rule is on without being asked for.
    public let isOnByDefault: Bool

    /// A segment's two sides as Markdown.
    public struct Example: Sendable {
        public let source: String
        public let target: String

        public init(_ source: String, _ target: String) {
            self.source = source
            self.target = target
        }
    }

    public init(
        _ name: String, _ severity: Finding.Severity, _ category: Finding.Category, _ summary: String,
        discussion: String, bad: Example, good: Example, precision: String? = nil, coversSegment: Bool = false,
        isFixable: Bool = false, isOnByDefault: Bool = true
    ) {
        self.name = name
        self.severity = severity
        self.category = category
        self.summary = summary
        self.discussion = discussion
        self.bad = bad
        self.good = good
        self.precision = precision
        self.coversSegment = coversSegment
        self.isFixable = isFixable
        self.isOnByDefault = isOnByDefault
    }
}

/// One kind of fault, and how to find it on a page.
///
/// A rule is a small value in a file of its own in `Rules/`; ``RuleSet/all`` lists it. To add one, write the file, name it
/// in the list, and write a test with marked places.
public protocol Rule: Sendable {
    static var description: RuleDescription { get }

    init()

    /// Reports every fault of this kind on the page.
    func check(_ page: BilingualPage, _ report: inout Report)
}

/// A rule that looks at one pair of halves at a time.
public protocol SegmentRule: Rule {
    /// What a segment must have on either side for the rule to look at it.
    static var looksFor: SegmentTraits { get }

    /// Reports the faults of a segment that has both halves, different ones.
    func check(_ pair: SegmentPair, _ report: inout Report)
}

extension SegmentRule {
    public func check(_ page: BilingualPage, _ report: inout Report) {
        guard !page.traits.isDisjoint(with: Self.looksFor) else { return }
        for index in page.pairs.indices {
            let traits = page.pairs[index].traits
            // A segment that is the same on both sides has nothing lost or changed.
            guard traits.contains(.isPaired), !traits.contains(.isSame), !traits.isDisjoint(with: Self.looksFor) else {
                continue
            }
            // Rules that look for no part of a segment look at it as a whole, and at nothing twice.
            if traits.contains(.isLong), Self.looksFor.isDisjoint(with: [.any, .blankEdges]) { continue }
            check(SegmentPair(page: page, index: index), &report)
        }
    }
}
