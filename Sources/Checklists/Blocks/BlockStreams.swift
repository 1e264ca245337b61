import MarkdownSyntax

/// The blocks of a page in reading order, without the wrappers around them: block quotes, `<div>`s and directives that
/// only group blocks.
struct BlockStreams {
    /// The blocks of the page itself, of an alert, or of a table cell.
    struct Stream {
        var blocks: [MarkdownTree.ID] = []
        /// Whether it is inside an item: an alert or a table cell of it.
        var isInItem = false

        /// The paragraph directly before a block, or nil. It introduces steps that are no list.
        func paragraph(before index: Int, in tree: MarkdownTree) -> MarkdownTree.ID? {
            index > 0 && tree[blocks[index - 1]].kind == .paragraph ? blocks[index - 1] : nil
        }
    }

    private(set) var streams: [Stream] = []
    private let tree: MarkdownTree

    init(_ tree: MarkdownTree) {
        self.tree = tree
        // Streams inside a stream are collected after it, without recursion: a page can nest them deeply.
        var pending = [Root(node: MarkdownTree.root, isInItem: false)]
        while let root = pending.popLast() {
            var stream = Stream(isInItem: root.isInItem)
            collect(root.node, &stream, &pending)
            streams.append(stream)
        }
    }

    /// The node that a stream is collected from.
    private struct Root {
        let node: MarkdownTree.ID
        let isInItem: Bool
    }

    private func collect(_ root: MarkdownTree.ID, _ stream: inout Stream, _ pending: inout [Root]) {
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
            case .alert, .table:
                stream.blocks.append(id)
                pending += roots(in: id, isInItem: stream.isInItem)
                walk.skipChildren(of: id)
            case .list:
                stream.blocks.append(id)
                pending += rootsInItems(of: id)
                walk.skipChildren(of: id)
            case .paragraph:
                if !isEmpty(id) { stream.blocks.append(id) }
                walk.skipChildren(of: id)
            case .heading, .tab, .codeBlock, .thematicBreak:
                stream.blocks.append(id)
                walk.skipChildren(of: id)
            default:
                walk.skipChildren(of: id)
            }
        }
    }

    /// An alert, or the cells of a table, if they have lists.
    private func roots(in block: MarkdownTree.ID, isInItem: Bool) -> [Root] {
        var nodes = [block]
        if tree[block].kind == .table {
            nodes = tree.children(of: block).flatMap(tree.cells)
        }
        return nodes.filter(hasList).map { Root(node: $0, isInItem: isInItem) }
    }

    /// The alerts and table cells with lists in the items of a list.
    private func rootsInItems(of list: MarkdownTree.ID) -> [Root] {
        var found: [Root] = []
        var walk = tree.descendants(of: list)
        while let id = walk.next() {
            guard tree[id].kind == .alert || tree[id].kind == .table else { continue }
            found += roots(in: id, isInItem: true)
            walk.skipChildren(of: id)
        }
        return found
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
