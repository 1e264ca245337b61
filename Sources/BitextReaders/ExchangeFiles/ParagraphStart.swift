import Bitext

/// The beginning of a unit's text, which a Markdown parser may take for the beginning of something larger.
enum ParagraphStart {
    /// Whether the text would hide the units after it, or itself: a fence that nothing closes (CommonMark 0.31, 4.5), an HTML
    /// block that no empty line ends (4.6, kinds 1 to 5), or a link reference definition (4.7). A backslash before it makes
    /// it text.
    static func needsBackslash(_ line: String) -> Bool {
        var line = line
        return line.withUTF8 { line in
            guard let start = line.firstIndex(where: { $0 != UInt8(ascii: " ") }), start < 4 else { return false }
            switch line[start] {
            case UInt8(ascii: "`"):
                guard line.has("```", at: start) else { return false }
                // The name of a language has no backquotes; with one the fence is inline code.
                return !line[start...].drop { $0 == UInt8(ascii: "`") }.contains(UInt8(ascii: "`"))
            case UInt8(ascii: "~"): return line.has("~~~", at: start)
            case UInt8(ascii: "["): return line.firstOffset(of: "]:", from: start) != nil
            case UInt8(ascii: "<"): return opensHTML(line, at: start)
            default: return false
            }
        }
    }

    private static func opensHTML(_ line: Bytes, at start: Int) -> Bool {
        if line.has("<!--", at: start) { return line.firstOffset(of: "-->", from: start) == nil }
        if line.has("<?", at: start) { return line.firstOffset(of: "?>", from: start) == nil }
        if line.has("<![CDATA[", at: start) { return line.firstOffset(of: "]]>", from: start) == nil }
        if line.has("<!", at: start) { return line.firstOffset(of: ">", from: start) == nil }
        guard elements.contains(where: { line.hasElement($0.opening, at: start) }) else { return false }
        var offset = start
        while let end = line.firstOffset(of: "</", from: offset) {
            // The end of any of them ends all of them.
            if elements.contains(where: { line.hasIgnoringCase($0.end, at: end) }) { return false }
            offset = end + 2
        }
        return true
    }

    /// The elements of kind 1.
    private static let elements: [(opening: StaticString, end: StaticString)] = [
        ("<pre", "</pre>"), ("<script", "</script>"), ("<style", "</style>"), ("<textarea", "</textarea>"),
    ]
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether an opening tag, in any case, is at an offset.
    fileprivate func hasElement(_ tag: StaticString, at offset: Int) -> Bool {
        let end = offset + tag.utf8CodeUnitCount
        guard hasIgnoringCase(tag, at: offset) else { return false }
        return end == count || self[end] == UInt8(ascii: ">") || self[end].isASCIIBlank
    }
}
