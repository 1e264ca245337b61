import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// The blocks of a page in reading order, with the wrappers around them gone: quotes, `<div>`s and directives that only
/// group what a reader sees as one stream.
struct Flow {
    /// One stretch that is read on its own: the page, an alert, or a table's cell.
    struct Stream {
        var blocks: [MarkdownTree.ID] = []
    }

    private(set) var streams: [Stream] = []
    private let tree: MarkdownTree

    init(_ tree: MarkdownTree) {
        self.tree = tree
        // Streams found inside a stream are read after it; nesting costs no stack.
        var pending = [MarkdownTree.root]
        while let root = pending.popLast() {
            var stream = Stream()
            collect(root, &stream, &pending)
            streams.append(stream)
        }
    }

    private func collect(_ root: MarkdownTree.ID, _ stream: inout Stream, _ pending: inout [MarkdownTree.ID]) {
        var walk = tree.descendants(of: root)
        while let id = walk.next() {
            guard id != root else { continue }
            let node = tree[id]
            switch node.kind {
            case .blockQuote:
                continue
            case .htmlBlock, .htmlContainer:
                // A wrapper with text of its own is a paragraph; one that only holds blocks is none.
                if hasOwnText(id) {
                    stream.blocks.append(id)
                    walk.skipChildren(of: id)
                }
            case .alert:
                stream.blocks.append(id)
                if hasList(id) { pending.append(id) }
                walk.skipChildren(of: id)
            case .table:
                stream.blocks.append(id)
                for row in tree.children(of: id) {
                    for cell in tree.children(of: row) where tree[cell].kind == .tableCell && hasList(cell) {
                        pending.append(cell)
                    }
                }
                walk.skipChildren(of: id)
            case .paragraph:
                if !isEmpty(id) { stream.blocks.append(id) }
                walk.skipChildren(of: id)
            case .heading, .tab, .list, .codeBlock, .thematicBreak:
                stream.blocks.append(id)
                walk.skipChildren(of: id)
            default:
                walk.skipChildren(of: id)
            }
        }
    }

    private func hasOwnText(_ id: MarkdownTree.ID) -> Bool {
        if hasList(id) { return false }
        for child in tree.children(of: id) where tree[child].kind.isInline {
            if tree.isVisible(child) { return true }
        }
        return false
    }

    private func hasList(_ id: MarkdownTree.ID) -> Bool {
        var walk = tree.descendants(of: id)
        while let child = walk.next() {
            if tree[child].kind == .list { return true }
        }
        return false
    }

    /// Whether a paragraph shows nothing: directives, includes, anchors, a lone no-break space.
    private func isEmpty(_ id: MarkdownTree.ID) -> Bool {
        var walk = tree.descendants(of: id)
        while let child = walk.next() {
            switch tree[child].kind {
            case .include, .directive: walk.skipChildren(of: child)
            case .image, .codeSpan: return false
            case .text, .entity: if tree.isVisible(child) { return false }
            default: break
            }
        }
        return true
    }
}

extension MarkdownTree {
    /// Whether a block is nothing but images.
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

    /// Whether a node, or one below it, shows more than blanks and no-break spaces.
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
