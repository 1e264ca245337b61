import MarkdownSyntax
import ParsedBitext

/// The place of a segment in the Markdown of one side: the block of its first text, and how many blocks it covers.
struct BlockPath: Equatable {
    /// The innermost block that is not a paragraph.
    enum Place: Equatable {
        case paragraph, quote, html, tab
        case heading(level: Int)
        case item(isOrdered: Bool)
        case cell(column: Int)
        case alert(AlertKind?)
        case code
    }

    var place = Place.paragraph
    /// How many lists it is in.
    var listDepth = 0
    /// How many blocks of text the segment covers.
    var blocks = 1

    /// The paths of all segments on a side; nil for a segment without text there.
    static func paths(_ side: ParsedSide, segments: Int) -> [BlockPath?] {
        var paths: [BlockPath?] = Array(repeating: nil, count: segments)
        let runs = side.text.runs
        var run = 0
        // Each segment of a block needs the same path.
        var known: (block: MarkdownTree.ID, path: BlockPath)?
        var lastBlock: MarkdownTree.ID?
        var lastSegment = -1
        for leaf in side.leaves {
            let range = side.tree[leaf].range
            guard !range.isEmpty, let block = side.tree.block(of: leaf) else { continue }
            while run + 1 < runs.count, runs[run + 1].start <= range.lowerBound { run += 1 }
            var index = run
            // A text node can cover several segments.
            while index < runs.count, runs[index].start < range.upperBound {
                defer { index += 1 }
                guard let segment = runs[index].segment else { continue }
                if segment == lastSegment {
                    if block != lastBlock { paths[segment]?.blocks += 1 }
                } else if paths[segment] == nil {
                    if known?.block != block { known = (block, BlockPath(block, side.tree)) }
                    paths[segment] = known?.path
                }
                lastSegment = segment
                lastBlock = block
            }
        }
        return paths
    }

    init(_ block: MarkdownTree.ID, _ tree: MarkdownTree) {
        var current: MarkdownTree.ID? = block
        var depth = 0
        while let id = current, depth < 64 {
            let node = tree[id]
            var found: Place?
            switch node.kind {
            case .heading: found = .heading(level: node.level)
            case .tab: found = .tab
            case .codeBlock: found = .code
            case .tableCell: found = node.isHTML ? .html : .cell(column: Self.column(of: id, tree))
            case .alert: found = .alert(tree.alert(id))
            case .blockQuote: found = .quote
            case .htmlBlock, .htmlContainer: found = .html
            case .item where !node.isHTML:
                found = .item(isOrdered: tree.parent(of: id).map { tree[$0].isOrdered } ?? false)
            case .list: if !node.isHTML { listDepth += 1 }
            default: break
            }
            if let found, place == .paragraph { place = found }
            current = tree.parent(of: id)
            depth += 1
        }
    }

    private static func column(of cell: MarkdownTree.ID, _ tree: MarkdownTree) -> Int {
        guard let row = tree.parent(of: cell) else { return 0 }
        var column = 0
        for child in tree.children(of: row) {
            if child == cell { return column }
            column += 1
        }
        return column
    }
}

extension BlockPath {
    /// Describes the place: "a heading of level 2". Mentions lists and the number of blocks only where `other` differs.
    func phrase(comparedTo other: BlockPath) -> String {
        var phrase =
            switch place {
            case .paragraph: "a paragraph"
            case .quote: "a quote"
            case .html: "HTML"
            case .tab: "a tab"
            case .heading(let level): "a heading of level \(level)"
            case .item(let isOrdered): isOrdered ? "a step" : "an item"
            case .cell(let column): "column \(column + 1) of a table"
            case .alert(let kind): "an alert \(kind?.rawValue.uppercased() ?? "")"
            case .code: "code"
            }
        if listDepth != other.listDepth {
            phrase += listDepth == 0 ? " outside of any list" : " in a list of level \(listDepth)"
        }
        if blocks != other.blocks { phrase += " in \(blocks) block\(blocks == 1 ? "" : "s")" }
        return phrase
    }
}
