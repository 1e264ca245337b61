import Checks
import Hashing
import MarkdownSyntax

/// A segment as it goes out to a tool.
struct ExchangeSegment {
    /// Whether somebody must still translate or review it.
    enum State {
        case untranslated, needsReview, translated
    }

    /// The index in ``Bitext/segments``.
    let index: Int
    private(set) var codes: CodedSegment
    /// What is wrong with it, the worst first.
    let findings: [Finding]
    private(set) var state: State
    /// Whether the page has a place for a target. A page pair has none for what only the source has.
    let hasPlace: Bool
    /// The hash of the target.
    let targetHash: String
    /// A target that an earlier file has, and that the page has no place for.
    private(set) var keptTarget: [UInt8]?

    /// The bytes in which the target's codes are.
    ///
    /// - Parameter side: those of the page.
    func targetBytes(_ side: [UInt8]) -> [UInt8] { keptTarget ?? side }

    /// Keeps a target that an earlier file has.
    ///
    /// - Parameters:
    ///   - text: Markdown.
    ///   - source: the bytes of the source's side.
    mutating func keep(_ text: String, source: [UInt8]) {
        let bytes = Array(text.utf8)
        let marks = InlineMarks(MarkdownTree(parsing: bytes), bytes)
        codes = source.withUnsafeBufferPointer { source in
            bytes.withUnsafeBufferPointer {
                CodedSegment(
                    source: codes.source, source, target: CodedVariant(0..<bytes.count, marks, $0), $0)
            }
        }
        keptTarget = bytes
        // It is not a guess.
        state = .translated
    }

    /// What a translator is told of a segment without a place.
    static let noPlace =
        "the translation lacks this text; an import adds whole blocks, when all their texts are translated; "
        + "add others to the page itself"

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
