import Bitext

/// Finds the contents of elements in the bytes of an XML file, one after the other. libxml2's reader reads ahead and does not
/// report where an element is.
struct ElementContents {
    private struct Tag {
        var range: Range<Int>
        /// The name without its namespace.
        var name: Slice<Bytes>
        var isEnd: Bool
        /// `<seg/>`
        var isEmpty: Bool
    }

    private let bytes: Bytes
    private let names: [StaticString]
    private var offset = 0

    /// - Parameter names: of the elements, in any namespace.
    init(_ bytes: Bytes, names: StaticString...) {
        self.bytes = bytes
        self.names = names
    }

    /// The content of the next element, between its tags; an empty range if there is none.
    mutating func next() -> FileRange {
        while let open = nextTag() {
            guard isWanted(open), !open.isEnd else { continue }
            let start = open.range.upperBound
            var ahead = self
            while !open.isEmpty, let tag = ahead.nextTag() {
                if tag.isEnd, tag.name.elementsEqual(open.name) { return FileRange(start..<tag.range.lowerBound) }
            }
            return FileRange(start..<start)
        }
        return FileRange(offset..<offset)
    }

    private func isWanted(_ tag: Tag) -> Bool {
        names.contains { name in
            name.withUTF8Buffer { tag.name.elementsEqual($0) }
        }
    }

    /// The next tag. Comments, CDATA and instructions are skipped, because they may contain text that looks like a tag.
    private mutating func nextTag() -> Tag? {
        while let open = bytes.firstOffset(of: UInt8(ascii: "<"), from: offset) {
            if bytes.has("<!--", at: open) {
                skip(to: "-->", from: open + 4)
            } else if bytes.has("<![CDATA[", at: open) {
                skip(to: "]]>", from: open + 9)
            } else if bytes.has("<?", at: open) {
                skip(to: "?>", from: open + 2)
            } else if bytes.has("<!", at: open) {
                offset = open + 2
            } else {
                let tag = tag(at: open)
                offset = tag.range.upperBound
                return tag
            }
        }
        offset = bytes.count
        return nil
    }

    private mutating func skip(to end: StaticString, from start: Int) {
        offset = bytes.firstOffset(of: end, from: start).map { $0 + end.utf8CodeUnitCount } ?? bytes.count
    }

    private func tag(at open: Int) -> Tag {
        var end = open + 1
        // The values of attributes may contain `>`.
        var quote: UInt8?
        while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
            if bytes[end] == quote {
                quote = nil
            } else if quote == nil, bytes[end].isOne(of: "\"'") {
                quote = bytes[end]
            }
            end += 1
        }
        let isEnd = bytes.has("</", at: open)
        var name = bytes[open + (isEnd ? 2 : 1)..<end].prefix { !$0.isASCIIBlank && $0 != UInt8(ascii: "/") }
        if let colon = name.firstIndex(of: UInt8(ascii: ":")) { name = name[(colon + 1)...] }
        return Tag(
            range: open..<min(end + 1, bytes.count), name: name, isEnd: isEnd,
            isEmpty: end - 1 > open && bytes[end - 1] == UInt8(ascii: "/"))
    }
}
