import MarkdownSyntax

/// The blocks of a page in reading order, without the wrappers around them: block quotes, `<div>`s and directives that
/// only group blocks.
struct BlockStreams {
    /// The blocks of the page itself, of an alert, or of a table cell.
    struct Stream {
        var blocks: [MarkdownTree.ID] = []
    }

    private(set) var streams: [Stream] = []
    private let tree: MarkdownTree

    init(_ tree: MarkdownTree) {
        self.tree = tree
        // Streams inside a stream are collected after it, without recursion: a page can nest them deeply.
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
                // A wrapper with text of its own is a paragraph. One that only holds blocks is not.
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

    /// Whether a paragraph shows nothing: only directives, includes, anchors or no-break spaces.
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
