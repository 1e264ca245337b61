import Bitext

/// A fault that a rule found.
public struct Finding: Sendable, Equatable {
    /// How serious a fault is.
    public enum Severity: String, Sendable, CaseIterable, Comparable {
        /// A matter of polish; never a reason to stop.
        case note
        /// A reviewer would fix it.
        case warning
        /// The reader is misled, or the page is damaged.
        case error

        private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    }

    /// The error types of MQM 2.0 (https://themqm.org) that the rules use, with MQM's names.
    public enum Category: String, Sendable, CaseIterable {
        case mistranslation = "Mistranslation"
        case omission = "Omission"
        case addition = "Addition"
        case untranslated = "Untranslated"
        case doNotTranslate = "Do not translate"
        case terminology = "Inconsistent with terminology resource"
        case inconsistency = "Inconsistency"
        case numberFormat = "Number format"
        case spelling = "Spelling"
        case punctuation = "Punctuation"
        case typography = "Typography"
        case whitespace = "Whitespace"
        case markup = "Markup tag"
        case characterEncoding = "Character encoding"
        case link = "Link/cross-reference"
        case localeConvention = "Locale convention"
        case duplication = "Duplication"
    }

    /// The text of each side that shows the fault, as written; nil where a side has none.
    public struct Evidence: Sendable, Equatable {
        public var source: String?
        public var target: String?

        public init(source: String? = nil, target: String? = nil) {
            self.source = source
            self.target = target
        }
    }

    /// A change of a file that repairs the fault.
    public struct Fix: Sendable, Equatable {
        /// The bytes to replace.
        public let location: Location
        public let replacement: String
        /// Whether it is certainly right. Only then `check --fix` makes it; `--unsafe` makes the others, too.
        public let isSafe: Bool

        public init(_ location: Location, _ replacement: String, isSafe: Bool = true) {
            self.location = location
            self.replacement = replacement
            self.isSafe = isSafe
        }
    }

    /// A range of the page.
    public struct Mark: Sendable, Equatable {
        public let location: Location
        public let start: Position
        /// After the last character.
        public let end: Position

        package init(_ location: Location, in file: SourceFile) {
            self.location = location
            start = file.position(of: location.range.lowerBound)
            end = file.position(of: location.range.upperBound, after: start)
        }
    }

    /// One of the places of a fault that repeats on a page.
    public struct Place: Sendable, Equatable {
        /// The id of the segment; nil if the place is not in a segment.
        public let segment: String?
        public let location: Location
        public let start: Position
        /// After the last character.
        public let end: Position
        public let fix: Fix?
        /// That of the finding of this place alone, as baselines have it.
        public let fingerprint: String
    }

    /// The name of the rule.
    public let rule: String
    public var severity: Severity
    public let category: Category
    /// What is wrong, with the evidence and without the location.
    public let message: String
    /// The id of the segment; nil if the fault is not in a segment.
    public let segment: String?
    /// Its index in ``Bitext/segments``.
    public let segmentIndex: Int?
    /// The side that the fault is on; nil for neither or both.
    public let side: Side?
    public let location: Location
    public let start: Position
    /// After the last character.
    public let end: Position
    public let evidence: Evidence
    /// Where the segment's other side has what the finding is about; nil where that is not known.
    package(set) public var counterpart: Mark?
    /// The range that the finding takes up, so that less serious findings in it are not reported. That of something lost is
    /// the whole target, wherever its place is shown.
    package var extent: Location
    public let fix: Fix?
    /// All places of a fault that repeats on the page, in order; the finding's own is the first. Empty where it is the
    /// only one.
    package(set) public var places: [Place] = []
    /// How a translation memory translates the source; nil where none was looked in, or it has nothing like the source.
    package var memory: MemoryMatch?
    /// Identifies the fault when segments are renumbered and lines move. A hash of the rule, the segment's source text
    /// (without a segment, the message) and the evidence, with a count if these are equal for several findings of a
    /// page. 16 hexadecimal digits.
    package(set) public var fingerprint: String

    package init(
        rule: String, severity: Severity, category: Category, message: String, segment: String?, segmentIndex: Int?,
        side: Side?, location: Location, start: Position, end: Position, evidence: Evidence, fix: Fix? = nil,
        fingerprint: String = ""
    ) {
        self.rule = rule
        self.severity = severity
        self.category = category
        self.message = message
        self.segment = segment
        self.segmentIndex = segmentIndex
        self.side = side
        self.location = location
        extent = location
        self.start = start
        self.end = end
        self.evidence = evidence
        self.fix = fix
        self.fingerprint = fingerprint
    }
}

extension [Finding] {
    /// The findings in the order of their places. Those of one place keep their order.
    func inPageOrder() -> [Finding] {
        // Findings are large, so their indices are sorted.
        indices.sorted { (self[$0].location.start, $0) < (self[$1].location.start, $1) }.map { self[$0] }
    }
}
