import Bitext

/// The line that opens an admonition or a tab of MkDocs: `!!! note "Before you begin"`, `??? tip`, `???+ tip`,
/// `=== "Windows"`. Its content is what is indented by four more columns.
struct MkDocsMarker {
    /// The title, without its quotes; nil without one.
    let title: Range<Int>?

    /// How much more than the marker the content is indented.
    static let indentation = 4

    /// - Parameter line: a line without the blanks around it.
    /// - Returns: nil for other text: `!!!`, `=====`, `??? Is it so?`.
    init?(_ line: Range<Int>, in side: Bytes) {
        let isTab = side.has("===", at: line.lowerBound)
        guard isTab || side.has("!!!", at: line.lowerBound) || side.has("???", at: line.lowerBound) else { return nil }
        var offset = line.lowerBound + 3
        // `???+` is open at first, `===!` begins another group of tabs.
        if offset < line.upperBound, isTab && side[offset] == UInt8(ascii: "!") || side[offset] == UInt8(ascii: "+") {
            offset += 1
        }
        let words = offset
        while offset < line.upperBound, side[offset] == 0x20 || !isTab && Self.isInWord(side[offset]) { offset += 1 }
        guard offset > words, side[words] == 0x20 else { return nil }
        guard offset < line.upperBound else {
            title = nil
            return
        }
        let last = line.upperBound - 1
        guard side[offset] == UInt8(ascii: "\""), side[offset - 1] == 0x20, last > offset,
            side[last] == UInt8(ascii: "\"")
        else { return nil }
        title = offset + 1..<last
    }

    /// Whether a byte may be in the kind of an admonition, `note` or `note inline end`.
    private static func isInWord(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte.isOne(of: "-_") || byte >= 0x80
    }

    /// Whether a line of the side may be a marker. Nearly no page has one.
    static func mayBe(in side: Bytes, from bodyStart: Int) -> Bool {
        for signs: StaticString in ["!!!", "???", "==="] {
            var offset = bodyStart
            while let found = side.firstOffset(of: signs, from: offset) {
                let end = side.firstOffset(of: UInt8(ascii: "\n"), from: found) ?? side.count
                if side.beginsLine(found, from: bodyStart), MkDocsMarker(side.trimmed(found..<end), in: side) != nil {
                    return true
                }
                offset = end
            }
        }
        return false
    }
}
