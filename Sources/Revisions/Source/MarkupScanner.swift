import Bitext
import MarkdownSyntax

/// Finds what tags, components and shortcodes show to a reader: `title="…"`, `alt="…"`, the names of tabs.
///
/// Everything else in them is markup. A shortcode that encloses text is a frame around it, like a box. The name of any other
/// one counts: something is in its place on the page.
struct MarkupScanner {
    struct Text {
        let text: String
        let start: Int
    }

    /// The values of attributes that a reader sees.
    private(set) var values: [Text] = []
    /// The names of shortcodes without an end, with what they are given.
    private(set) var names: [Text] = []
    /// Markup that the parser takes for text: shortcodes, attributes of headings.
    private var masks: [Range<Int>] = []

    private static let shownAttributes: Set<String> = [
        "title", "alt", "label", "caption", "summary", "description", "header", "heading", "alt-text", "aria-label",
        "tooltip",
        "placeholder",
    ]
    /// The titles of boxes that say what kind of a box it is, as `> [!NOTE]` does.
    private static let boxTitles: Set<String> = ["note", "tip", "important", "caution", "warning", "info"]
    /// The longest tag or shortcode, so that one without an end is not looked for on the whole page.
    private static let maxLength = 1024

    init(_ tree: MarkdownTree, _ bytes: Bytes) {
        let code = Self.codeRanges(tree)
        var ends: Set<String> = []
        var next = 0
        var offset = tree[MarkdownTree.root].range.lowerBound.value
        while offset < bytes.count {
            while next < code.count, code[next].upperBound <= offset { next += 1 }
            if next < code.count, code[next].contains(offset) {
                offset = code[next].upperBound
                continue
            }
            switch bytes[offset] {
            case UInt8(ascii: "{"): offset = brace(at: offset, bytes, &ends)
            case UInt8(ascii: "["): offset = alertMark(at: offset, bytes)
            case UInt8(ascii: "<"): offset = tag(at: offset, bytes)
            case UInt8(ascii: ":") where bytes.has(":::", at: offset):
                let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: offset) ?? bytes.count
                readAttributes(in: offset..<end, bytes)
                offset = end
            default: offset += 1
            }
        }
        names.removeAll { name in ends.contains(String(name.text.prefix { $0 != " " })) }
    }

    private static func codeRanges(_ tree: MarkdownTree) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var walk = tree.descendants(of: MarkdownTree.root)
        while let id = walk.next() {
            guard tree[id].kind == .codeBlock || tree[id].kind == .codeSpan else { continue }
            walk.skipChildren(of: id)
            let range = tree[id].range.values
            if !range.isEmpty, range.lowerBound >= ranges.last?.upperBound ?? 0 { ranges.append(range) }
        }
        return ranges
    }

    /// The shortcodes that begin in a range.
    func names(in range: Range<Int>) -> ArraySlice<Text> {
        func first(from offset: Int) -> Int { names.partitioningIndex { $0.start >= offset } }
        guard !names.isEmpty else { return [] }
        let start = first(from: range.lowerBound)
        return names[start..<max(start, first(from: range.upperBound))]
    }

    /// The parts of a range that are no markup.
    func unmasked(_ range: Range<Int>) -> [Range<Int>] {
        guard !masks.isEmpty else { return [range] }
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for mask in masks[masks.partitioningIndex { $0.upperBound > range.lowerBound }...] {
            guard mask.lowerBound < range.upperBound else { break }
            if mask.lowerBound > start { parts.append(start..<mask.lowerBound) }
            start = max(start, mask.upperBound)
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    /// A shortcode, or the attributes of a heading: `{#id}`, `{: .class}`.
    ///
    /// - Returns: where to go on.
    private mutating func brace(at start: Int, _ bytes: Bytes, _ ends: inout Set<String>) -> Int {
        let limit = min(bytes.count, start + Self.maxLength)
        if bytes.has("{{", at: start) || bytes.has("{%", at: start) {
            let isDouble = bytes.has("{{", at: start)
            guard let close = bytes.firstOffset(of: isDouble ? "}}" : "%}", from: start + 2, to: limit) else {
                return start + 2
            }
            masks.append(start..<close + 2)
            readShortcode(start..<close, bytes, &ends)
            return close + 2
        }
        var offset = start + 1
        while offset < limit, bytes[offset] == 0x20 { offset += 1 }
        guard offset < limit, bytes[offset].isOne(of: "#.:"),
            let close = bytes.firstOffset(of: UInt8(ascii: "}"), from: offset, to: min(limit, start + 200)),
            bytes.firstOffset(of: UInt8(ascii: "\n"), from: start, to: close) == nil
        else { return start + 1 }
        masks.append(start..<close + 1)
        return close + 1
    }

    private mutating func readShortcode(_ range: Range<Int>, _ bytes: Bytes, _ ends: inout Set<String>) {
        var name = ""
        var offset = range.lowerBound
        while offset < range.upperBound, bytes[offset].isOne(of: "{%<- ") { offset += 1 }
        // Comments are for authors.
        if bytes.has("/*", at: offset) { return }
        let endMark = bytes.has("/", at: offset) ? 1 : bytes.has("end", at: offset) ? 3 : 0
        if endMark > 0 {
            let name = bytes.string(offset + endMark..<range.upperBound)
            ends.insert(String(name.drop { $0.isWhitespace }.prefix { !$0.isWhitespace && $0 != "%" && $0 != ">" }))
            return
        }
        var isFirst = true
        while offset < range.upperBound {
            while offset < range.upperBound, bytes[offset].isASCIIBlank || bytes[offset].isOne(of: ">%-") {
                offset += 1
            }
            let wordStart = offset
            var quote: UInt8?
            while offset < range.upperBound {
                if let open = quote {
                    if bytes[offset] == open { quote = nil }
                } else if bytes[offset].isASCIIBlank {
                    break
                } else if bytes[offset].isOne(of: "\"'`") {
                    quote = bytes[offset]
                }
                offset += 1
            }
            guard wordStart < offset else { break }
            let word = bytes.string(wordStart..<offset)
            if isFirst {
                name = word
            } else if !word.contains("=") {
                // A value without a name: a tab's name, a page to include.
                name += " " + word.filter { $0 != "\"" && $0 != "'" }
            }
            isFirst = false
        }
        names.append(Text(text: name, start: range.lowerBound))
        readAttributes(in: range, bytes)
    }

    /// `[!NOTE]`, also with a title after it, and of a kind that only some generators know.
    private mutating func alertMark(at start: Int, _ bytes: Bytes) -> Int {
        guard bytes.has("[!", at: start) else { return start + 1 }
        var end = start + 2
        while end < bytes.count, bytes[end].isASCIIAlphanumeric, end - start < 32 { end += 1 }
        guard end > start + 2, bytes.has("]", at: end), !bytes.has("(", at: end + 1) else { return start + 1 }
        masks.append(start..<end + 1)
        return end + 1
    }

    private mutating func tag(at start: Int, _ bytes: Bytes) -> Int {
        if bytes.has("<!--", at: start) {
            return bytes.firstOffset(of: "-->", from: start).map { $0 + 3 } ?? bytes.count
        }
        guard start + 1 < bytes.count, bytes[start + 1].isASCIIAlphanumeric else { return start + 1 }
        let limit = min(bytes.count, start + Self.maxLength)
        guard let close = bytes.firstOffset(of: UInt8(ascii: ">"), from: start, to: limit) else { return start + 1 }
        readAttributes(in: start..<close, bytes)
        return close
    }

    /// Reads `name="value"` and `name='value'`.
    private mutating func readAttributes(in range: Range<Int>, _ bytes: Bytes) {
        var offset = range.lowerBound
        while let equals = bytes.firstOffset(of: UInt8(ascii: "="), from: offset, to: range.upperBound) {
            offset = equals + 1
            guard offset < range.upperBound, bytes[offset].isOne(of: "\"'"),
                let close = bytes.firstOffset(of: bytes[offset], from: offset + 1, to: range.upperBound)
            else { continue }
            var name = equals
            while name > range.lowerBound, bytes[name - 1].isASCIIAlphanumeric || bytes[name - 1] == UInt8(ascii: "-") {
                name -= 1
            }
            if Self.shownAttributes.contains(bytes.string(name..<equals).lowercased()) {
                let value = bytes.string(offset + 1..<close).withoutTags
                if !Self.boxTitles.contains(value.lowercased()) { values.append(Text(text: value, start: offset + 1)) }
            }
            offset = close + 1
        }
    }
}
