import Bitext

/// One line of a page, as front matter is read.
struct FrontMatterLine {
    /// The offset of the first byte.
    let start: Int
    /// The offset of the line break (`\n` or `\r\n`).
    let end: Int
    /// The start of the next line, or the limit.
    let next: Int

    /// The line that starts at `start`. `start` must be at most `limit`, and `limit` at most the page's size.
    init(_ page: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) {
        var lineBreak = start
        while lineBreak < limit, page[lineBreak] != UInt8(ascii: "\n") { lineBreak += 1 }
        self.start = start
        next = min(lineBreak + 1, limit)
        let isCRLF = lineBreak < limit && lineBreak > start && page[lineBreak - 1] == UInt8(ascii: "\r")
        end = isCRLF ? lineBreak - 1 : lineBreak
    }

    /// The number of spaces at the beginning.
    func indentation(_ page: UnsafeBufferPointer<UInt8>) -> Int {
        var i = start
        while i < end, page[i] == UInt8(ascii: " ") { i += 1 }
        return i - start
    }

    /// Whether the line has only spaces, tabs and carriage returns.
    func isBlank(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        page[start..<end].allSatisfy { $0.isYAMLBlank || $0 == UInt8(ascii: "\r") }
    }

    /// Whether the line is three of a character, `---` or `...`, then only blanks.
    func isMarker(_ character: Unicode.Scalar, _ page: UnsafeBufferPointer<UInt8>) -> Bool {
        let byte = UInt8(ascii: character)
        guard end - start >= 3, page[start] == byte, page[start + 1] == byte, page[start + 2] == byte else {
            return false
        }
        return page[(start + 3)..<end].allSatisfy { $0.isYAMLBlank || $0 == UInt8(ascii: "\r") }
    }

    /// Whether the first word ends in a colon: `title: x`, `ms:assetid: x`, `keywords:`. Few sentences begin like that.
    func beginsWithKey(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start < end, page[start].canBeginPlainScalar else { return false }
        var i = start
        while i < end, !page[i].isYAMLBlank { i += 1 }
        return i - start > 1 && page[i - 1] == UInt8(ascii: ":")
    }

    /// Whether the line is `- item` or `-`, after `indentation` spaces.
    func isListItem(_ page: UnsafeBufferPointer<UInt8>, indentation: Int) -> Bool {
        let i = start + indentation
        guard i < end, page[i] == UInt8(ascii: "-") else { return false }
        return i + 1 == end || page[i + 1].isYAMLBlank
    }

    /// Whether the line contains the beginning of a segment, so it is part of the body.
    func containsSegment(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        let marker: StaticString = "<span data-ttu-id"
        var i = start
        while i + marker.utf8CodeUnitCount <= end {
            if page[i] == UInt8(ascii: "<"), page.has(marker, at: i) { return true }
            i += 1
        }
        return false
    }
}

extension UInt8 {
    /// A space or a tab, the blanks of YAML.
    var isYAMLBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// Whether a plain (unquoted) scalar can begin with this byte, whatever follows: the byte is no indicator (YAML 1.1,
    /// section 5.3), no blank, no line break and no control character.
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
