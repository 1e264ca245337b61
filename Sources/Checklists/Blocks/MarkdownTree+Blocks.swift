import Bitext
import MarkdownSyntax

extension MarkdownTree {
    /// The items of a list, in order.
    func items(of list: ID) -> [ID] { children(of: list).filter { self[$0].kind == .item } }

    /// The cells of a table row, in order.
    func cells(of row: ID) -> [ID] { children(of: row).filter { self[$0].kind == .tableCell } }

    /// Whether a block has images and no other visible content.
    func isImageOnly(_ id: ID) -> Bool {
        var hasImage = false
        var walk = descendants(of: id)
        while let child = walk.next() {
            switch self[child].kind {
            case .image:
                hasImage = true
                walk.skipChildren(of: child)
            case .text, .entity: if isVisible(child) { return false }
            case .codeSpan: return false
            default: break
            }
        }
        return hasImage
    }

    /// Whether a block is only HTML comments.
    func isComment(_ id: ID) -> Bool {
        let node = self[id]
        guard node.kind == .htmlBlock else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            let end = node.range.upperBound.value
            var offset = node.range.lowerBound.value
            while offset < end {
                if bytes[offset].isASCIIBlank {
                    offset += 1
                } else if bytes.has("<!--", at: offset),
                    let close = bytes.firstOffset(of: "-->", from: offset + 4, to: end)
                {
                    offset = close + 3
                } else {
                    return false
                }
            }
            return true
        }
    }

    /// Whether a node or one below it shows more than blanks, no-break spaces and spaces without width.
    func isVisible(_ id: ID) -> Bool {
        var walk = descendants(of: id)
        while let child = walk.next() {
            let node = self[child]
            switch node.kind {
            case .include, .directive: walk.skipChildren(of: child)
            case .codeBlock: return true
            case .entity:
                if PlainText(of: child, in: self).bytes.withUnsafeBufferPointer(Self.showsMore) { return true }
            case .text:
                let isVisible = bytes.withUnsafeBufferPointer { bytes in
                    Self.showsMore(UnsafeBufferPointer(rebasing: bytes[node.range.values]))
                }
                if isVisible { return true }
            default: break
            }
        }
        return false
    }

    /// Whether a text has more than blanks, no-break spaces (U+00A0) and spaces without width (U+200B).
    private static func showsMore(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = 0
        while offset < text.count {
            if text[offset].isASCIIBlank {
                offset += 1
            } else if text.has("\u{A0}", at: offset) {
                offset += 2
            } else if text.has("\u{200B}", at: offset) {
                offset += 3
            } else {
                return true
            }
        }
        return false
    }
}
