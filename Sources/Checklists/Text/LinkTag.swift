import Bitext
import MarkdownSyntax

/// Links that a paragraph of Markdown has as tags of HTML: `<a href="relays.md">relays</a>`. In the tree, the tags and the text
/// between them are siblings.
extension MarkdownTree {
    /// Whether a node is a link: one of Markdown or of an HTML block, or the opening tag of one.
    func isLink(_ id: ID) -> Bool {
        switch self[id].kind {
        case .link: true
        case .htmlInline: isLinkTag(id) && linkTagURL(id) != nil
        default: false
        }
    }

    /// Whether an inline is a tag `<a …>`.
    func isLinkTag(_ id: ID) -> Bool {
        self[id].kind == .htmlInline && has("<a", at: id)
    }

    /// Whether an inline is a tag `</a>`.
    func isLinkEnd(_ id: ID) -> Bool {
        self[id].kind == .htmlInline && has("</a", at: id)
    }

    private func has(_ tag: StaticString, at id: ID) -> Bool {
        bytes.withUnsafeBufferPointer { $0.hasTag(tag, at: self[id].range.lowerBound.value) }
    }

    /// The destination of a link.
    func linkURL(_ id: ID) -> String? { self[id].kind == .htmlInline ? linkTagURL(id) : destination(of: id)?.url }

    /// What a reader sees of a link.
    func linkText(_ id: ID) -> String {
        guard self[id].kind == .htmlInline else { return plainText(of: id) }
        var text = PlainText()
        var next = nextSibling(of: id)
        // Up to the next opening tag, so that many tags without an end take linear time.
        while let node = next, !isLinkEnd(node), !isLinkTag(node) {
            text.append(all: node, of: self)
            next = nextSibling(of: node)
        }
        return text.string
    }

    /// The value of `href` in a tag. nil for an anchor without a destination.
    private func linkTagURL(_ id: ID) -> String? {
        bytes.withUnsafeBufferPointer { bytes in
            let range = self[id].range.values
            guard let value = Self.attribute("href", in: range, bytes) else { return nil }
            var url: [UInt8] = []
            var start = value.lowerBound
            while let reference = Entity.firstReference(in: bytes, from: start, to: value.upperBound) {
                url += bytes[start..<reference.lowerBound]
                url += Entity.resolved(Bytes(rebasing: bytes[reference]))
                start = reference.upperBound
            }
            url += bytes[start..<value.upperBound]
            return url.isEmpty ? nil : String(decoding: url, as: UTF8.self)
        }
    }

    /// The value of an attribute, with or without quotes.
    private static func attribute(_ name: StaticString, in tag: Range<Int>, _ bytes: Bytes) -> Range<Int>? {
        var offset = tag.lowerBound + 1
        var quote: UInt8?
        while offset < tag.upperBound {
            let byte = bytes[offset]
            defer { offset += 1 }
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                continue
            }
            guard bytes[offset - 1].isASCIIBlank || bytes[offset - 1] == UInt8(ascii: "/"),
                bytes.hasIgnoringCase(name, at: offset)
            else { continue }
            var start = offset + name.utf8CodeUnitCount
            while start < tag.upperBound, bytes[start].isASCIIBlank { start += 1 }
            guard start < tag.upperBound, bytes[start] == UInt8(ascii: "=") else { continue }
            start += 1
            while start < tag.upperBound, bytes[start].isASCIIBlank { start += 1 }
            guard start < tag.upperBound else { return nil }
            let first = bytes[start]
            if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
                return bytes.firstOffset(of: first, from: start + 1, to: tag.upperBound).map {
                    bytes.trimmed(start + 1..<$0)
                }
            }
            var end = start
            while end < tag.upperBound, !bytes[end].isASCIIBlank, bytes[end] != UInt8(ascii: ">") { end += 1 }
            return start..<end
        }
        return nil
    }
}
