import Bitext
import Checks
import Hashing

/// A segment as it goes out to a tool.
struct ExchangeSegment {
    /// Whether somebody must still translate or review it.
    enum State {
        case untranslated, needsReview, translated
    }

    /// The index in ``Bitext/segments``.
    let index: Int
    let codes: CodedSegment
    /// What is wrong with it, the worst first.
    let findings: [Finding]
    let state: State
    /// Whether the page has a place for a target. A page pair has none for what only the source has.
    let hasPlace: Bool
    /// The hash of the target.
    let targetHash: String

    /// What a translator is told of a segment without a place.
    static let noPlace =
        "the translation has no place for this text, so an import cannot add it; add it to the page itself"

    /// The hash of a target, by which an import sees whether it changed.
    static func hash(ofTarget text: UnsafeBufferPointer<UInt8>) -> String { KeyHash.of(text).hexDigits() }

    /// The hash of a target, by which an import sees whether it changed.
    static func hash(ofTarget text: String) -> String {
        var text = text
        return text.withUTF8 { hash(ofTarget: $0) }
    }
}

/// Which segments of a page go out.
public struct ExchangeSelection: Sendable {
    /// Only segments with findings of at least ``severity``.
    public var onlyFindings = false
    /// Only segments without a translation.
    public var onlyUntranslated = false
    /// Only segments whose source changed after they were translated.
    package var onlyStale = false
    /// The least severity that counts.
    public var severity = Finding.Severity.warning

    /// All segments.
    public init() {}
}
