import Bitext
import Hashing

/// Makes the ids of the items, checklists and code blocks of one page.
///
/// An id is the beginning of a SHA-256 of the element's own source text as a reader sees it: without markup, with blanks
/// collapsed. Segment ids, lines, neighbours and the translation do not count. So the id is the same in every locale, and
/// in every revision with the same text. Elements with the same text are numbered in the order of the page:
/// `9f86d081884c`, `9f86d081884c-2`.
package struct IDGenerator {
    /// How many elements have each content id so far, by ``prefix(_:_:using:)``.
    private var counts: [UInt64: Int] = [:]
    /// The bytes to hash. Kept between calls to reuse its memory.
    private var buffer: [UInt8] = []

    /// An id that this page has not used yet.
    ///
    /// - Parameters:
    ///   - kind: the kind of element. It is hashed too, so an item and a code block with the same text get different ids.
    ///   - texts: the texts to hash.
    mutating func id(_ kind: StaticString, _ texts: SharedText?...) -> String {
        let prefix = Self.prefix(kind, texts, using: &buffer)
        let id = prefix.hexDigits(Self.digits)
        let count = counts[prefix, default: 0] + 1
        counts[prefix] = count
        return count == 1 ? id : "\(id)-\(count)"
    }

    /// The id of the first element on a page with these texts.
    package static func contentID(_ kind: StaticString, _ texts: [String?]) -> String {
        var buffer: [UInt8] = []
        return prefix(kind, texts.map { $0.map { SharedText($0) } }, using: &buffer).hexDigits(digits)
    }

    /// The first ``digits`` of the hash, as a number.
    private static func prefix(_ kind: StaticString, _ texts: [SharedText?], using buffer: inout [UInt8]) -> UInt64 {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: UnsafeBufferPointer(start: kind.utf8Start, count: kind.utf8CodeUnitCount))
        for text in texts {
            buffer.append(0)
            text?.withUTF8 { buffer.append(contentsOf: $0) }
        }
        return SHA256Digest(of: buffer).beginning >> UInt64(64 - 4 * digits)
    }

    /// How many hexadecimal digits an id consists of.
    private static let digits = 12

    /// Whether an id is made from the text of its item. If not, the item was edited and has kept its earlier id.
    package static func isID(_ id: String, ofItem text: String) -> Bool { isID(id, of: contentID("item", [text])) }

    /// Whether an id is a content id, with or without the number of a duplicate.
    package static func isID(_ id: String, of contentID: String) -> Bool {
        guard id.hasPrefix(contentID) else { return false }
        let rest = id.dropFirst(contentID.count)
        return rest.isEmpty || (rest.first == "-" && rest.dropFirst().allSatisfy(\.isNumber))
    }
}
