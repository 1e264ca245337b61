/// Damage in the page's bytes, markup or front matter: kept with its place, while the rest of the page is read as usual.
public struct Defect: Sendable, Equatable {
    /// What is damaged. The raw value is the name that users see.
    public enum Kind: String, Sendable, CaseIterable {
        /// Bytes that are not UTF-8; each run is read as one U+FFFD.
        case invalidUTF8 = "invalid-utf8"
        /// A page in UTF-16, read as UTF-8; places count in the UTF-8 form.
        case utf16 = "utf16"
        /// Front matter that YAML does not take, or that never ends.
        case frontMatter = "front-matter"
        /// `&quot;` where an attribute's quote belongs (Docs/markup.md, "Damage that is really there"); repaired.
        case damagedAttribute = "damaged-attribute"
        /// A `data-ttu-id` or `data-stu-id` that is not part of a well-formed `<span>`.
        case malformedMarker = "malformed-marker"
        /// A source half without a target half.
        case missingTarget = "missing-target"
        /// A target half without a source half.
        case missingSource = "missing-source"
        /// The two halves of a pair carry different ids.
        case unequalIDs = "unequal-ids"
        /// A half that is never closed.
        case unclosedSpan = "unclosed-span"
        /// A pair inside the half of another pair.
        case nestedPair = "nested-pair"
    }

    /// How much the damage cost.
    public enum Severity: String, Sendable {
        /// Something could not be read as its author meant it.
        case error
        /// Repaired without guessing, nothing lost.
        case warning
    }

    public let kind: Kind
    /// Where, as byte offsets of ``Page/bytes``.
    public let range: Range<Int>
    /// In plain words, with the evidence, without the place.
    public let message: String

    public init(_ kind: Kind, _ range: Range<Int>, _ message: String) {
        self.kind = kind
        self.range = range
        self.message = message
    }

    public var severity: Severity {
        switch kind {
        case .damagedAttribute, .utf16: .warning
        default: .error
        }
    }
}
