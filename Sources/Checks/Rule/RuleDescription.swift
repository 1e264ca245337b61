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
    package let coversSegment: Bool
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
