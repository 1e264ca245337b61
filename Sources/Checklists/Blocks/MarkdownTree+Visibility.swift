import Bitext
import MarkdownSyntax

extension MarkdownTree {
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

    /// Whether a node or one below it shows more than blanks and no-break spaces.
    func isVisible(_ id: ID) -> Bool {
        var walk = descendants(of: id)
        while let child = walk.next() {
            let node = self[child]
            switch node.kind {
            case .include, .directive: walk.skipChildren(of: child)
            case .codeBlock: return true
            case .entity: if node.range.count != 6 || !self[node.range].elementsEqual("&nbsp;".utf8) { return true }
            case .text:
                let isVisible = bytes.withUnsafeBufferPointer { bytes in
                    var offset = node.range.lowerBound.value
                    while offset < node.range.upperBound.value {
                        if bytes[offset] == 0xC2, offset + 1 < node.range.upperBound.value, bytes[offset + 1] == 0xA0 {
                            offset += 2
                        } else if bytes[offset].isASCIIBlank {
                            offset += 1
                        } else {
                            return true
                        }
                    }
                    return false
                }
                if isVisible { return true }
            default: break
            }
        }
        return false
    }
}
