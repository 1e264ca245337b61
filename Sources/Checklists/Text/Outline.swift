import Bitext
import MarkdownSyntax
import ParsedBitext

/// The headings of a page, and the sections that they begin.
package struct Outline {
    /// One heading.
    package struct Heading {
        let node: MarkdownTree.ID
        package let level: Int
        /// Each segment and each list of its section repeats it, so it is not longer than ``Outline/longest``.
        package let text: BilingualText
        /// Where its section begins on the source side.
        let start: SideOffset
    }

    package let headings: [Heading]

    /// In bytes. The longest heading of 6,300 real pages has 382.
    private static let longest = 1024

    /// Headings inside items, alerts and tables are left out: they do not begin sections of the page.
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
                let text = reader.text(of: id)
                headings.append(
                    Heading(
                        node: id, level: node.level,
                        text: BilingualText(
                            shared: text.sharedSource?.prefix(bytes: Self.longest),
                            text.sharedTarget?.prefix(bytes: Self.longest)),
                        start: node.range.lowerBound))
                walk.skipChildren(of: id)
            default: break
            }
        }
        self.headings = headings
    }

    /// The index of the last heading at or before an offset of the source side, or nil. O(log headings).
    package func index(at offset: SideOffset) -> Int? {
        let next = headings.partitioningIndex { $0.start > offset }
        return next > 0 ? next - 1 : nil
    }

    /// The headings of the sections around an offset of the source side, outermost first.
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
