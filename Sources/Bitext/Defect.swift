/// Damage in a file's bytes, markup or front matter. The rest of the file is read as usual.
public struct Defect: Sendable, Equatable {
    /// What is damaged. The raw value is the name that users see.
    public enum Kind: String, Sendable, CaseIterable {
        /// Bytes that are not UTF-8, or not of the declared encoding; each sequence is read as one U+FFFD.
        case invalidUTF8 = "invalid-utf8"
        /// A page in UTF-16, read as UTF-8; positions are those of the UTF-8 form.
        case utf16 = "utf16"
        /// An exchange file that declares another encoding, read as UTF-8; offsets are those of the UTF-8 form.
        case otherEncoding = "other-encoding"
        /// Front matter that is not valid YAML, or that is never closed.
        case frontMatter = "front-matter"
        /// `&quot;` where an attribute's quote belongs (Docs/markup.md, "Damage that is really there"); repaired.
        case damagedAttribute = "damaged-attribute"
        /// A `data-ttu-id` or `data-stu-id` that is not part of a well-formed `<span>`.
        case malformedMarker = "malformed-marker"
        /// A source without a target.
        case missingTarget = "missing-target"
        /// A target without a source.
        case missingSource = "missing-source"
        /// The source and the target of a pair have different ids.
        case unequalIDs = "unequal-ids"
        /// A span of a pair that is never closed.
        case unclosedSpan = "unclosed-span"
        /// A pair inside a span of another pair.
        case nestedPair = "nested-pair"
        /// A unit of an exchange file that cannot be read, or a damaged place after which nothing can be read.
        case damagedUnit = "damaged-unit"
    }

    /// Whether the damage could be repaired.
    public enum Severity: String, Sendable {
        /// Something could not be read as its author meant it.
        case error
        /// Repaired without guessing; nothing is lost.
        case warning
    }

    /// What is damaged.
    public let kind: Kind
    /// Where the damage is.
    public let location: Location
    /// What is wrong, with the evidence and without the location. Outside of segments it is part of the finding's
    /// fingerprint, so a changed message invalidates baselines.
    public let message: String

    /// - Parameter message: what is wrong, with the evidence and without the location.
    public init(_ kind: Kind, _ location: Location, _ message: String) {
        self.kind = kind
        self.location = location
        self.message = message
    }

    /// Whether the damage could be repaired.
    public var severity: Severity {
        switch kind {
        case .damagedAttribute, .utf16, .otherEncoding: .warning
        default: .error
        }
    }
}
