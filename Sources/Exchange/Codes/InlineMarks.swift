import Bitext
import BitextReaders
import MarkdownSyntax
import ParsedBitext

/// The inline markup of one side, as a tool shows it: what is a tag, and what is text.
struct InlineMarks {
    /// What a code stands for.
    enum Kind: UInt8 {
        case strong, emphasis, strikethrough, link, image, codeSpan, tag, directive, include, noLoc
        /// A character that XML cannot hold.
        case character
    }

    /// One code: a marker at the beginning or the end of a node, or a whole node.
    struct Mark {
        let lower: Int32
        let upper: Int32
        let role: CodedText.Role
        let kind: Kind
        /// The node, for the two marks of a pair.
        let node: Int32

        init(_ range: Range<Int>, _ role: CodedText.Role, _ kind: Kind, node: Int) {
            (lower, upper) = (Int32(range.lowerBound), Int32(range.upperBound))
            self.role = role
            self.kind = kind
            self.node = Int32(node)
        }
    }

    /// In the order of the side.
    private(set) var marks: [Mark] = []

    init(_ side: ParsedSide) { self.init(side.tree, side.text.bytes) }

    /// - Parameter text: what the tree was parsed from.
    init(_ tree: MarkdownTree, _ text: [UInt8]) {
        text.withUnsafeBufferPointer { bytes in
            var walk = tree.descendants(of: MarkdownTree.root)
            while let id = walk.next() {
                let node = tree[id]
                guard node.kind.isInline else { continue }
                let range = node.range.values
                switch node.kind {
                case .codeSpan:
                    marks.append(Mark(range, .single, .codeSpan, node: id))
                    walk.skipChildren(of: id)
                case .include:
                    marks.append(Mark(range, .single, .include, node: id))
                    walk.skipChildren(of: id)
                case .directive:
                    marks.append(Mark(range, .single, .directive, node: id))
                    walk.skipChildren(of: id)
                case .htmlInline: marks.append(Mark(range, .single, .tag, node: id))
                // Tags of HTML blocks are found in the text.
                case .strong where !node.isHTML: addPair(id, tree, bytes, .strong, markers: "*_", count: 2)
                case .emphasis where !node.isHTML: addPair(id, tree, bytes, .emphasis, markers: "*_", count: 1)
                case .strikethrough where !node.isHTML:
                    let isSingle = range.count < 4 || bytes[range.lowerBound + 1] != UInt8(ascii: "~")
                    addPair(id, tree, bytes, .strikethrough, markers: "~", count: isSingle ? 1 : 2)
                case .link where !node.isHTML:
                    if !addLink(id, tree, bytes, .link, opening: "[") { walk.skipChildren(of: id) }
                case .image where !node.isHTML:
                    if !addLink(id, tree, bytes, .image, opening: "![") { walk.skipChildren(of: id) }
                default: break
                }
            }
        }
        marks.sort { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
    }

    /// Adds the markers of emphasis, if they are where they should be.
    private mutating func addPair(
        _ id: Int, _ tree: MarkdownTree, _ bytes: Bytes, _ kind: Kind, markers: StaticString, count: Int
    ) {
        let range = tree[id].range.values
        let (open, close) = (range.lowerBound..<range.lowerBound + count, range.upperBound - count..<range.upperBound)
        guard open.upperBound <= close.lowerBound,
            (Array(open) + Array(close)).allSatisfy({ bytes[$0].isOne(of: markers) })
        else { return }
        marks.append(Mark(open, .open, kind, node: id))
        marks.append(Mark(close, .close, kind, node: id))
    }

    /// Adds a link or an image: its text is between two codes. One without a text of its own, such as an address, is a single
    /// code.
    ///
    /// - Returns: whether what is in it counts.
    private mutating func addLink(
        _ id: Int, _ tree: MarkdownTree, _ bytes: Bytes, _ kind: Kind, opening: StaticString
    ) -> Bool {
        let range = tree[id].range.values
        guard !range.isEmpty else { return true }
        var end: Int?
        for child in tree.children(of: id) { end = tree[child].range.upperBound.value }
        let start = range.lowerBound + opening.utf8CodeUnitCount
        guard let end, bytes.has(opening, at: range.lowerBound), end >= start, end < range.upperBound,
            bytes[end] == UInt8(ascii: "]")
        else {
            marks.append(Mark(range, .single, kind, node: id))
            return false
        }
        marks.append(Mark(range.lowerBound..<start, .open, kind, node: id))
        marks.append(Mark(end..<range.upperBound, .close, kind, node: id))
        return true
    }

    /// The index of the first mark that begins at or after an offset. O(log marks).
    func first(from offset: Int) -> Int {
        marks.partitioningIndex { Int($0.lower) >= offset }
    }
}
