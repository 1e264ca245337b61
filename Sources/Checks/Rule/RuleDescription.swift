/// The description of a rule for users: in lists, in `explain` and in the documentation.
public struct RuleDescription: Sendable {
    /// In kebab case, as in findings, configurations and comments.
    public let name: String
    public let severity: Finding.Severity
    public let category: Finding.Category
    /// One sentence: what is wrong.
    public let summary: String
    /// Why it matters, what the rule ignores, and what to do about a finding. Markdown.
    public let discussion: String
    /// A segment with the fault. For a rule about more than one segment, its Markdown.
    public let bad: Example
    /// The same segment without the fault.
    public let good: Example
    /// How many findings on real pages were right, counted by reading them: "47 of 50 (fr-FR)". Nil if not counted yet.
    public let precision: String?
    /// Whether the fault concerns the whole segment, so that smaller faults in it are not reported.
    package let coversSegment: Bool
    /// Whether another translation of the source is evidence.
    package let usesMemory: Bool
    /// Whether `--fix` can repair it.
    public let isFixable: Bool
    /// Whether the rule is on unless a configuration turns it off.
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

    /// - Parameter usesMemory: nil for what most rules of the category do.
    public init(
        _ name: String, _ severity: Finding.Severity, _ category: Finding.Category, _ summary: String,
        discussion: String, bad: Example, good: Example, precision: String? = nil, coversSegment: Bool = false,
        usesMemory: Bool? = nil, isFixable: Bool = false, isOnByDefault: Bool = true
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
        self.usesMemory = usesMemory ?? category.isAboutWords
        self.isFixable = isFixable
        self.isOnByDefault = isOnByDefault
    }
}
