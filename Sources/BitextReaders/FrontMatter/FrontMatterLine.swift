import Bitext

/// One line of a page, and the few questions that finding and repairing front matter asks of it.
struct FrontMatterLine {
    /// Its first byte.
    let start: Int
    /// After its last byte that is not part of the line break (`\n` or `\r\n`).
    let end: Int
    /// Where the next line starts, or the limit.
    let next: Int

    /// The line that starts at `start`. `start` must be at most `limit`, and `limit` at most the page's size.
    init(_ page: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) {
        var i = start
        while i < limit, page[i] != UInt8(ascii: "\n") { i += 1 }
        self.start = start
        next = i < limit ? i + 1 : i
        end = i < limit && i > start && page[i - 1] == UInt8(ascii: "\r") ? i - 1 : i
    }

    /// The spaces it begins with.
    func indentation(_ page: UnsafeBufferPointer<UInt8>) -> Int {
        var i = start
        while i < end, page[i] == UInt8(ascii: " ") { i += 1 }
        return i - start
    }

    /// Whether it holds nothing but spaces, tabs and carriage returns.
    func isBlank(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        page[start..<end].allSatisfy { $0.isYAMLBlank || $0 == UInt8(ascii: "\r") }
    }

    /// Whether it is exactly `---`, or `...`, and blanks.
    func isMarker(_ character: Unicode.Scalar, _ page: UnsafeBufferPointer<UInt8>) -> Bool {
        let byte = UInt8(ascii: character)
        guard end - start >= 3, page[start] == byte, page[start + 1] == byte, page[start + 2] == byte else {
            return false
        }
        return page[(start + 3)..<end].allSatisfy { $0.isYAMLBlank || $0 == UInt8(ascii: "\r") }
    }

    /// Whether its first word ends in a colon, as `title: x`, `ms:assetid: x` and `keywords:` do. A sentence hardly does.
    func beginsWithKey(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start < end, page[start].canBeginPlainScalar else { return false }
        var i = start
        while i < end, !page[i].isYAMLBlank { i += 1 }
        return i - start > 1 && page[i - 1] == UInt8(ascii: ":")
    }

    /// Whether it is `- item` or `-`, after `indentation` spaces.
    func isListItem(_ page: UnsafeBufferPointer<UInt8>, indentation: Int) -> Bool {
        let i = start + indentation
        guard i < end, page[i] == UInt8(ascii: "-") else { return false }
        return i + 1 == end || page[i + 1].isYAMLBlank
    }

    /// Whether it holds the beginning of a segment, which only a page's body does.
    func holdsSegment(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        let sign: StaticString = "<span data-ttu-id"
        var i = start
        while i + sign.utf8CodeUnitCount <= end {
            if page[i] == UInt8(ascii: "<"),
                (0..<sign.utf8CodeUnitCount).allSatisfy({ page[i + $0] == sign.utf8Start[$0] })
            {
                return true
            }
            i += 1
        }
        return false
    }
}

extension UInt8 {
    /// A space or a tab: what YAML calls a blank.
    var isYAMLBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// Whether a plain (unquoted) scalar can begin with this byte whatever follows it: not an indicator (YAML 1.1,
    /// section 5.3), no blank, no line break, no control character.
    var canBeginPlainScalar: Bool {
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"),
            UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
            UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), 0...0x20, 0x7F:
            false
        default: true
        }
    }
}
