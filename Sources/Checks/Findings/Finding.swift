import Bitext

/// A fault that a rule has found: what, where, how bad, and the evidence.
public struct Finding: Sendable, Equatable {
    /// How much it matters.
    public enum Severity: String, Sendable, CaseIterable, Comparable {
        /// For whoever polishes the page; never a reason to stop.
        case note
        /// A reviewer would fix it.
        case warning
        /// The reader is misled, or the page is damaged.
        case error

        private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    }

    /// The error types of MQM 2.0 (https://themqm.org) that the rules speak of, by MQM's names.
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

    /// What the two sides show of the fault, as written; nil where a side has nothing to show.
    public struct Evidence: Sendable, Equatable {
        public var source: String?
        public var target: String?

        public init(source: String? = nil, target: String? = nil) {
            self.source = source
            self.target = target
        }
    }

    /// A change of a file that is mechanical and safe.
    public struct Fix: Sendable, Equatable {
        /// The bytes to replace.
        public let location: Location
        public let replacement: String

        public init(_ location: Location, _ replacement: String) {
            self.location = location
            self.replacement = replacement
        }
    }

    /// The name of the rule.
    public let rule: String
    public var severity: Severity
    public let category: Category
    /// In plain words, with the evidence, without the place.
    public let message: String
    /// The id of the segment, or nil where no segment is concerned.
    public let segment: String?
    /// Its index in ``Bitext/segments``.
    public let segmentIndex: Int?
    /// The side that the fault is on, or nil where it is on neither or both.
    public let side: Side?
    public let location: Location
    public let start: Position
    /// After the last character.
    public let end: Position
    public let evidence: Evidence
    public let fix: Fix?
    /// What names the fault while segments are renumbered and lines move: made of the rule, the segment's source text, the
    /// evidence, and a count where all these are equal on one page. 16 hexadecimal digits.
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
        self.start = start
        self.end = end
        self.evidence = evidence
        self.fix = fix
        self.fingerprint = fingerprint
    }
}
