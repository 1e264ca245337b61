import Bitext

/// The attributes at the end of a heading, which are not shown: `## Set up {#set-up}`, `# Law {.notranslate lang=en}`,
/// `## Set up { #set-up }`. Hugo, Docusaurus, kramdown, Pandoc, MkDocs and others have them.
extension TreeBuilder {
    /// Makes the attributes at the end of a heading a directive of its own.
    mutating func recogniseAttributes(_ heading: Int) {
        let last = Int(nodes[heading].lastChildIndex)
        guard last >= 0, nodes[last].kind == .text else { return }
        let range = nodes[last].range.values
        var end = range.upperBound
        while end > range.lowerBound, buffer[end - 1].isASCIIBlank { end -= 1 }
        guard end > range.lowerBound, buffer[end - 1] == UInt8(ascii: "}"),
            let brace = opening(of: range.lowerBound..<end), brace == range.lowerBound || buffer[brace - 1].isASCIIBlank
        else { return }
        var textEnd = brace
        while textEnd > range.lowerBound, buffer[textEnd - 1].isASCIIBlank { textEnd -= 1 }
        nodes[last].upper = Int32(textEnd)
        let current = current
        self.current = heading
        append(.directive, brace..<end)
        self.current = current
    }

    /// Where the braces begin that a text ends with; nil where what they hold is no attribute.
    private func opening(of range: Range<Int>) -> Int? {
        var offset = range.upperBound - 2
        while offset >= range.lowerBound, buffer[offset] != UInt8(ascii: "{") {
            guard buffer[offset].isASCIIAlphanumeric || buffer[offset] >= 0x80 || buffer[offset].isOne(of: "-_.:#= \"'")
            else { return nil }
            offset -= 1
        }
        var first = offset + 1
        while first < range.upperBound, buffer[first] == 0x20 { first += 1 }
        guard offset >= range.lowerBound, first + 2 < range.upperBound, buffer[first].isOne(of: "#.:"),
            buffer[first + 1] != 0x20 || buffer[first] == UInt8(ascii: ":")
        else { return nil }
        return offset
    }
}
