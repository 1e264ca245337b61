import Bitext

/// One side of a page as a tree of Markdown nodes, each with the range of bytes that it came from.
///
/// The tree is an array of small values linked by index; a node is named by its index, node 0 is the document. Parsing
/// allocates nothing per node, and no walk recurses, so nesting as deep as the page is long costs no stack.
public struct MarkdownTree: Sendable {
    /// A node's index.
    public typealias ID = Int

    /// Behind one reference, so that handing a tree on costs one count and not four.
    private final class Storage: Sendable {
        let bytes: [UInt8]
        let nodes: [Node]
        let destinations: [Destination]
        let codeBlocks: [CodeBlock]

        init(_ bytes: [UInt8], _ nodes: [Node], _ destinations: [Destination], _ codeBlocks: [CodeBlock]) {
            self.bytes = bytes
            self.nodes = nodes
            self.destinations = destinations
            self.codeBlocks = codeBlocks
        }
    }

    private let storage: Storage

    init(bytes: [UInt8], nodes: [Node], destinations: [Destination], codeBlocks: [CodeBlock]) {
        storage = Storage(bytes, nodes, destinations, codeBlocks)
    }

    /// The side's bytes, which all ranges refer to.
    public var bytes: [UInt8] { storage.bytes }
    /// All nodes; a node's index is its ``ID``.
    public var nodes: [Node] { storage.nodes }
    private var destinations: [Destination] { storage.destinations }
    private var codeBlocks: [CodeBlock] { storage.codeBlocks }

    /// The document node.
    public static let root: ID = 0

    public subscript(id: ID) -> Node { storage.nodes[id] }

    public func parent(of id: ID) -> ID? { Self.some(storage.nodes[id].parentIndex) }
    public func firstChild(of id: ID) -> ID? { Self.some(storage.nodes[id].firstChildIndex) }
    public func nextSibling(of id: ID) -> ID? { Self.some(storage.nodes[id].nextSiblingIndex) }

    /// The children of a node, in order.
    public func children(of id: ID) -> Children { Children(tree: self, first: storage.nodes[id].firstChildIndex) }

    /// The node and all nodes below it, in the order of the page.
    public func descendants(of id: ID) -> Descendants { Descendants(tree: self, root: id) }

    /// The destination of a link, an image or an include.
    public func destination(of id: ID) -> Destination? {
        let node = nodes[id]
        switch node.kind {
        case .link, .image, .include, .tab: return node.detail < 0 ? nil : destinations[Int(node.detail)]
        default: return nil
        }
    }

    /// The content of a code block.
    public func codeBlock(_ id: ID) -> CodeBlock? {
        let node = nodes[id]
        return node.kind == .codeBlock && node.detail >= 0 ? codeBlocks[Int(node.detail)] : nil
    }

    /// Which alert a node is.
    public func alert(_ id: ID) -> AlertKind? {
        let node = nodes[id]
        return node.kind == .alert ? AlertKind.allCases[Int(node.value)] : nil
    }

    static func some(_ index: Int32) -> ID? { index < 0 ? nil : ID(index) }

    /// A node's children.
    public struct Children: Sequence, IteratorProtocol {
        let tree: MarkdownTree
        var first: Int32

        public mutating func next() -> ID? {
            guard first >= 0 else { return nil }
            defer { first = tree.storage.nodes[Int(first)].nextSiblingIndex }
            return ID(first)
        }
    }

    /// A preorder walk.
    public struct Descendants: Sequence, IteratorProtocol {
        let tree: MarkdownTree
        let root: ID
        private var current: Int32
        private var isSkipping = false

        init(tree: MarkdownTree, root: ID) {
            self.tree = tree
            self.root = root
            current = Int32(root)
        }

        public mutating func next() -> ID? {
            guard current >= 0 else { return nil }
            let id = ID(current)
            advance(into: true)
            return id
        }

        /// Leaves out what is below the node that ``next()`` returned last.
        public mutating func skipChildren(of id: ID) {
            current = Int32(id)
            advance(into: false)
        }

        private mutating func advance(into: Bool) {
            var node = Int(current)
            if into, tree.storage.nodes[node].firstChildIndex >= 0 {
                current = tree.storage.nodes[node].firstChildIndex
                return
            }
            while node != root {
                if tree.storage.nodes[node].nextSiblingIndex >= 0 {
                    current = tree.storage.nodes[node].nextSiblingIndex
                    return
                }
                guard tree.storage.nodes[node].parentIndex >= 0 else { break }
                node = Int(tree.storage.nodes[node].parentIndex)
            }
            current = -1
        }
    }
}

extension MarkdownTree {
    /// Parses Markdown: CommonMark, GFM's tables, task items, strikethrough and autolinks, HTML blocks, and Microsoft's
    /// alerts, includes, directives and tabs. Never fails: any bytes are Markdown.
    ///
    /// - Parameter start: where the body begins; front matter in front of it is not Markdown.
    public init(parsing bytes: [UInt8], from start: Int = 0) {
        var builder = TreeBuilder(bytes, from: start)
        self = builder.build()
    }
}

extension MarkdownTree {
    /// The character of a list's or an item's marker: `-`, `+` or `*`, or the delimiter behind a number, `.` or `)`.
    public func marker(of id: ID) -> Character? {
        let node = nodes[id]
        guard node.kind == .list || node.kind == .item, node.detail > 0 else { return nil }
        return Character(Unicode.Scalar(UInt8(truncatingIfNeeded: node.detail)))
    }
}
