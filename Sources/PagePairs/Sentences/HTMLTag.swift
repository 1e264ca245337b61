import Bitext

/// Tags in a text.
enum HTMLTag {
    /// The names of elements between which sentences end (HTML Living Standard, 4.3, 4.4 and 4.9).
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
        "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol",
        "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]
    private static let inlines: Set<String> = [
        "a", "b", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike",
        "strong", "sub", "sup", "tt", "u", "var",
    ]
    private static let maxLength = 10

    /// Whether the tag at an offset begins or ends a block.
    static func isBlock(at offset: Int, in bytes: Bytes) -> Bool {
        guard bytes.has("<", at: offset) else { return false }
        let start = bytes.has("/", at: offset + 1) ? offset + 2 : offset + 1
        return name(at: start, in: bytes).map { blocks.contains($0) } ?? false
    }

    /// The end of the end tags of inlines at an offset. In blocks of HTML, end tags are no part of their element.
    static func endOfEndTags(from start: Int, in bytes: Bytes) -> Int {
        var end = start
        while bytes.has("</", at: end), let name = name(at: end + 2, in: bytes), inlines.contains(name),
            bytes.has(">", at: end + 2 + name.utf8.count)
        {
            end += name.utf8.count + 3
        }
        return end
    }

    private static func name(at start: Int, in bytes: Bytes) -> String? {
        var end = start
        while end < bytes.count, end - start <= maxLength, bytes[end].isASCIIAlphanumeric { end += 1 }
        guard end > start, end - start <= maxLength else { return nil }
        return bytes.string(start..<end).lowercased()
    }
}
