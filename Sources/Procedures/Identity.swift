import Crypto

/// Makes ids that survive what does not change the thing itself.
///
/// An id is the beginning of a SHA-256 of the thing's own source text: what a reader sees, so without markup and with
/// blanks collapsed. Segment ids, lines, neighbours and the translation have no part in it, so it is the same in every
/// locale and in every revision that leaves the text alone. Things with the same text on one page are told apart by their
/// order: `9f86d081884c`, `9f86d081884c-2`.
package struct Identity {
    private var taken: [String: Int] = [:]

    /// An id that this page has not used yet.
    ///
    /// - Parameters:
    ///   - kind: what the thing is, so that an item and a code block with the same text have nothing in common.
    ///   - texts: what identifies it.
    mutating func id(_ kind: String, _ texts: String?...) -> String {
        let id = Self.contentID(kind, texts)
        let count = taken[id, default: 0] + 1
        taken[id] = count
        return count == 1 ? id : "\(id)-\(count)"
    }

    /// The id of the first thing on a page that says this.
    static func contentID(_ kind: String, _ texts: [String?]) -> String {
        var identifying = Array(kind.utf8)
        for text in texts {
            identifying.append(0)
            if let text { identifying += text.utf8 }
        }
        return hex(digest(identifying).prefix(6))
    }

    /// Whether an id is one that a fresh extraction could give to an item with this text, or was kept over an edit.
    static func isID(_ id: String, ofItem text: String) -> Bool { isID(id, of: contentID("item", [text])) }

    /// Whether an id is a content id, or that of a duplicate of it.
    static func isID(_ id: String, of contentID: String) -> Bool {
        guard id.hasPrefix(contentID) else { return false }
        let rest = id.dropFirst(contentID.count)
        return rest.isEmpty || (rest.first == "-" && rest.dropFirst().allSatisfy(\.isNumber))
    }

    /// The SHA-256 of a file, 64 hexadecimal digits.
    package static func sha256(_ bytes: [UInt8]) -> String { hex(digest(bytes)) }

    private static func digest(_ bytes: [UInt8]) -> SHA256.Digest {
        bytes.withUnsafeBytes { buffer in
            var hash = SHA256()
            hash.update(bufferPointer: buffer)
            return hash.finalize()
        }
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in bytes {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
