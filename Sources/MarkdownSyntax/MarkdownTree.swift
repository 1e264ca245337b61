import Bitext

/// One side of a bitext as a tree of Markdown nodes, each with its range of bytes.
///
/// The nodes are small values in an array, linked by index. Node 0 is the document. Parsing allocates no memory per node,
/// and no walk recurses, so deep nesting needs no stack.
public struct MarkdownTree: Sendable {
    /// A node's index.
    public typealias ID = Int

    /// One reference to all parts, so that copying a tree counts one reference and not four.
    ///
    /// The nodes are in memory that is never written after `init`, so the class is safe to share. In an array, each access
    /// to a node would count references.
    @usableFromInline
    final class Storage: @unchecked Sendable {
        let bytes: [UInt8]
        @usableFromInline
        let nodes: UnsafeMutableBufferPointer<Node>
        let destinations: [Destination]
        let codeBlocks: [CodeBlock]
        let deepNesting: Int?

        init(
            _ bytes: [UInt8], _ nodes: consuming NodeList, _ destinations: [Destination], _ codeBlocks: [CodeBlock],
            deepNesting: Int?
        ) {
            self.bytes = bytes
            self.deepNesting = deepNesting
            self.nodes = nodes.finish()
            self.destinations = destinations
            self.codeBlocks = codeBlocks
        }

        deinit { nodes.deallocate() }

        @inlinable @inline(__always)
        func node(_ index: Int) -> Node {
            precondition(index >= 0 && index < nodes.count, "a node of another tree")
            return nodes[index]
        }
    }

    @usableFromInline
    let storage: Storage

    init(
        bytes: [UInt8], nodes: consuming NodeList, destinations: [Destination], codeBlocks: [CodeBlock],
        deepNesting: Int?
    ) {
        storage = Storage(bytes, nodes, destinations, codeBlocks, deepNesting: deepNesting)
    }

    /// Where blocks begin that are nested too deeply to be read as blocks, the first of them: more than 64 markers on a line,
    /// more than 256 columns of indentation, HTML elements more than 256 deep. Their text is read as text.
    package var deepNesting: SideOffset? { storage.deepNesting.map { SideOffset($0) } }

    /// What users are told about ``deepNesting``.
    package static let deepNestingMessage = "nested too deeply; from here on, lists and quotes are read as plain text"

    /// The side's bytes.
    public var bytes: [UInt8] { storage.bytes }
    /// The bytes of a range of the side.
    public subscript(range: SideRange) -> ArraySlice<UInt8> { storage.bytes[range.values] }
    /// The indices of all nodes.
    public var ids: Range<ID> { 0..<storage.nodes.count }
    private var destinations: [Destination] { storage.destinations }
    private var codeBlocks: [CodeBlock] { storage.codeBlocks }

    /// Whether there is a block of code.
    package var hasCodeBlocks: Bool { !codeBlocks.isEmpty }

    /// The document node.
    public static let root: ID = 0

    /// A node.
    @inlinable
    public subscript(id: ID) -> Node { storage.node(id) }

    /// The node that a node is in; nil for the document.
    @inlinable
    public func parent(of id: ID) -> ID? { Self.some(storage.node(id).parentIndex) }
    /// The first node in a node; nil for one without any.
    @inlinable
    package func firstChild(of id: ID) -> ID? { Self.some(storage.node(id).firstChildIndex) }
    /// The node after a node below the same parent; nil for the last one.
    @inlinable
    public func nextSibling(of id: ID) -> ID? { Self.some(storage.node(id).nextSiblingIndex) }

    /// The children of a node, in order.
    @inlinable
    public func children(of id: ID) -> Children { Children(tree: self, first: storage.node(id).firstChildIndex) }

    /// The node and all nodes below it, in the order of the side.
    @inlinable
    public func descendants(of id: ID) -> Descendants { Descendants(tree: self, root: id) }

    /// The destination of a link, an image, an include or a tab.
    public func destination(of id: ID) -> Destination? {
        let node = storage.node(id)
        switch node.kind {
        case .link, .image, .include, .tab: return node.detail < 0 ? nil : destinations[Int(node.detail)]
        default: return nil
        }
    }

    /// The content of a code block.
    public func codeBlock(_ id: ID) -> CodeBlock? {
        let node = storage.node(id)
        return node.kind == .codeBlock && node.detail >= 0 ? codeBlocks[Int(node.detail)] : nil
    }

    /// The kind of an alert.
    public func alert(_ id: ID) -> AlertKind? {
        let node = storage.node(id)
        return node.kind == .alert ? AlertKind.allCases[Int(node.value)] : nil
    }

    /// The character of a list's or an item's marker: `-`, `+` or `*`, or the delimiter after a number, `.` or `)`.
    public func marker(of id: ID) -> Character? {
        let node = storage.node(id)
        guard node.kind == .list || node.kind == .item, node.detail > 0 else { return nil }
        return Character(Unicode.Scalar(UInt8(truncatingIfNeeded: node.detail)))
    }

    /// nil for a negative index.
    @inlinable @inline(__always)
    static func some(_ index: Int32) -> ID? { index < 0 ? nil : ID(index) }

    /// A node's children.
    public struct Children: Sequence, IteratorProtocol {
        @usableFromInline
        let tree: MarkdownTree
        @usableFromInline
        var first: Int32

        @inlinable
        init(tree: MarkdownTree, first: Int32) {
            self.tree = tree
            self.first = first
        }

        @inlinable
        public mutating func next() -> ID? {
            guard first >= 0 else { return nil }
            let id = ID(first)
            first = tree.storage.node(id).nextSiblingIndex
            return id
        }
    }

    /// A preorder walk.
    public struct Descendants: Sequence, IteratorProtocol {
        @usableFromInline
        let tree: MarkdownTree
        @usableFromInline
        let root: ID
        @usableFromInline
        var current: Int32

        @inlinable
        init(tree: MarkdownTree, root: ID) {
            self.tree = tree
            self.root = root
            current = Int32(root)
        }

        @inlinable
        public mutating func next() -> ID? {
            guard current >= 0 else { return nil }
            let id = ID(current)
            advance(into: true)
            return id
        }

        /// Skips what is below a node, which must be the one that ``next()`` returned last.
        @inlinable
        public mutating func skipChildren(of id: ID) {
            current = Int32(id)
            advance(into: false)
        }

        @inlinable
        mutating func advance(into: Bool) {
            var id = Int(current)
            var node = tree.storage.node(id)
            if into, node.firstChildIndex >= 0 {
                current = node.firstChildIndex
                return
            }
            while id != root {
                if node.nextSiblingIndex >= 0 {
                    current = node.nextSiblingIndex
                    return
                }
                guard node.parentIndex >= 0 else { break }
                id = Int(node.parentIndex)
                node = tree.storage.node(id)
            }
            current = -1
        }
    }
}

extension MarkdownTree {
    /// Parses Markdown: CommonMark, GFM's tables, task items, strikethrough and autolinks, HTML blocks, and Microsoft's
    /// alerts, includes, directives and tabs. Never fails: any bytes are Markdown.
    ///
    /// - Parameter start: where the body begins. Front matter before it is not Markdown.
    public init(parsing bytes: [UInt8], from start: SideOffset = SideOffset(0)) {
        self.init(parsing: bytes, from: start, literals: [])
    }

    /// Parses Markdown in which some bytes are text although they look like the marker of a block.
    ///
    /// - Parameter literals: the offsets of these bytes, in order: the full stop of `31. December`, the `#` of `# 5`.
    package init(parsing bytes: [UInt8], from start: SideOffset, literals: [SideOffset]) {
        self = TreeBuilder(bytes, from: start.value, literals: literals.map(\.value)).build()
    }
}
