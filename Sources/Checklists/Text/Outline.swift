import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// The headings of a page, and which section a place belongs to.
package struct Outline {
    /// One heading.
    package struct Heading {
        let node: MarkdownTree.ID
        let level: Int
        package let text: BilingualText
        /// Where its section begins on the source side.
        let start: SideOffset
    }

    package let headings: [Heading]

    /// Headings inside items, alerts and tables structure these, not the page.
    init(_ reader: BlockReader) {
        let tree = reader.parsed.source.tree
        var headings: [Heading] = []
        var walk = tree.descendants(of: MarkdownTree.root)
        while let id = walk.next() {
            let node = tree[id]
            switch node.kind {
            case .list, .alert, .table, .paragraph, .codeBlock, .tab:
                walk.skipChildren(of: id)
            case .heading:
                headings.append(
                    Heading(node: id, level: node.level, text: reader.text(of: id), start: node.range.lowerBound))
                walk.skipChildren(of: id)
            default: break
            }
        }
        self.headings = headings
    }

    /// The index of the heading whose section holds a byte of the source side. O(log headings).
    package func index(at offset: SideOffset) -> Int? {
        var low = 0
        var high = headings.count
        while low < high {
            let middle = (low + high) / 2
            if headings[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }

    /// The headings from the top of the page down to a byte of the source side.
    func path(at offset: SideOffset) -> [Heading] {
        guard var index = index(at: offset) else { return [] }
        var path = [headings[index]]
        while index > 0, let level = path.first?.level, level > 1 {
            index -= 1
            if headings[index].level < level { path.insert(headings[index], at: 0) }
        }
        return path
    }
}
