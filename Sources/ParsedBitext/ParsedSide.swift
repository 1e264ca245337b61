import Bitext
import MarkdownSyntax

/// One side of a bitext, parsed. A class, so that passing it on copies one reference.
package final class ParsedSide: Sendable {
    package let text: SideText
    package let tree: MarkdownTree
    /// The nodes with what a reader sees, in the order of the side: text, breaks, code.
    package let leaves: [MarkdownTree.ID]
    /// The files that the page includes, in the order of the side.
    private let includes: [MarkdownTree.ID]

    /// - Parameter literals: the offsets of bytes that are text although they look like the marker of a block.
    convenience init(_ text: SideText, literals: [SideOffset] = []) {
        self.init(text, MarkdownTree(parsing: text.bytes, from: text.bodyStart, literals: literals))
    }

    /// - Parameter tree: of the text's bytes.
    init(_ text: SideText, _ tree: MarkdownTree) {
        self.text = text
        self.tree = tree
        var leaves: [MarkdownTree.ID] = []
        leaves.reserveCapacity(tree.ids.count / 2)
        var includes: [MarkdownTree.ID] = []
        var walk = tree.descendants(of: MarkdownTree.root)
        while let id = walk.next() {
            switch tree[id].kind {
            case .text, .entity, .softBreak, .lineBreak, .codeBlock: leaves.append(id)
            case .include:
                includes.append(id)
                walk.skipChildren(of: id)
            case .directive: walk.skipChildren(of: id)
            default: break
            }
        }
        self.leaves = leaves
        self.includes = includes
    }

    /// Whether the page includes any file.
    package var hasIncludes: Bool { !includes.isEmpty }

    /// The files that the page includes in a range.
    package func includes(in range: SideRange) -> ArraySlice<MarkdownTree.ID> {
        guard hasIncludes else { return [] }
        func firstIndex(from offset: SideOffset) -> Int {
            includes.partitioningIndex { tree[$0].range.lowerBound >= offset }
        }
        let start = firstIndex(from: range.lowerBound)
        return includes[start..<max(start, firstIndex(from: range.upperBound))]
    }

    /// The index in ``leaves`` of the first one that ends after `offset`. O(log leaves).
    package func firstLeaf(endingAfter offset: SideOffset) -> Int {
        leaves.partitioningIndex { tree[$0].range.upperBound > offset }
    }
}

extension MarkdownTree {
    /// The innermost block that a node is in; for a block, the block.
    package func block(of id: ID) -> ID? {
        var current: ID? = id
        while let node = current, self[node].kind.isInline { current = parent(of: node) }
        return current
    }

    /// Whether two blocks are cells of one row.
    package func isSameRow(_ left: ID, _ right: ID) -> Bool {
        self[left].kind == .tableCell && self[right].kind == .tableCell && parent(of: left) == parent(of: right)
    }
}
