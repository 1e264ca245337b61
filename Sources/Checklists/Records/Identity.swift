import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Makes ids that survive what does not change the thing itself.
///
/// An id is the beginning of a SHA-256 of the thing's own source text: what a reader sees, so without markup and with
/// blanks collapsed. Segment ids, lines, neighbours and the translation have no part in it, so it is the same in every
/// locale and in every revision that leaves the text alone. Things with the same text on one page are told apart by their
/// order: `9f86d081884c`, `9f86d081884c-2`.
package struct Identity {
    /// How many things have each id, by the six bytes that the id shows.
    private var taken: [UInt64: Int] = [:]
    /// What is hashed; kept from one id to the next.
    private var identifying: [UInt8] = []

    /// An id that this page has not used yet.
    ///
    /// - Parameters:
    ///   - kind: what the thing is, so that an item and a code block with the same text have nothing in common.
    ///   - texts: what identifies it.
    mutating func id(_ kind: StaticString, _ texts: SharedText?...) -> String {
        let shown = Self.shown(kind, texts, using: &identifying)
        let id = Self.hex(shown)
        let count = taken[shown, default: 0] + 1
        taken[shown] = count
        return count == 1 ? id : "\(id)-\(count)"
    }

    /// The id of the first thing on a page that says this.
    package static func contentID(_ kind: StaticString, _ texts: [String?]) -> String {
        var identifying: [UInt8] = []
        return hex(shown(kind, texts.map { $0.map { SharedText($0) } }, using: &identifying))
    }

    /// The bytes that an id shows, as one number.
    private static func shown(
        _ kind: StaticString, _ texts: [SharedText?], using identifying: inout [UInt8]
    ) -> UInt64 {
        identifying.removeAll(keepingCapacity: true)
        identifying.append(contentsOf: UnsafeBufferPointer(start: kind.utf8Start, count: kind.utf8CodeUnitCount))
        for text in texts {
            identifying.append(0)
            text?.withUTF8 { identifying.append(contentsOf: $0) }
        }
        return SHA256Digest(of: identifying).bytes.prefix(bytesShown).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static let bytesShown = 6

    /// Whether an id is one that a fresh extraction could give to an item with this text, or was kept over an edit.
    package static func isID(_ id: String, ofItem text: String) -> Bool { isID(id, of: contentID("item", [text])) }

    /// Whether an id is a content id, or that of a duplicate of it.
    package static func isID(_ id: String, of contentID: String) -> Bool {
        guard id.hasPrefix(contentID) else { return false }
        let rest = id.dropFirst(contentID.count)
        return rest.isEmpty || (rest.first == "-" && rest.dropFirst().allSatisfy(\.isNumber))
    }

    /// The digits of the bytes that an id shows.
    private static func hex(_ prefix: UInt64) -> String {
        String(unsafeUninitializedCapacity: 2 * bytesShown) { digits in
            for index in 0..<2 * bytesShown {
                digits[index] = SHA256Digest.digit(
                    UInt8(truncatingIfNeeded: prefix >> UInt64(4 * (2 * bytesShown - 1 - index))) & 15)
            }
            return 2 * bytesShown
        }
    }
}
