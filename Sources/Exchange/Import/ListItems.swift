import Bitext
import MarkdownSyntax

/// The list items of one side with their columns.
struct ListItems {
    /// A list item.
    struct Item {
        /// The column of its marker, from 0 on.
        let column: Int
        /// The column of its text.
        let content: Int
        let isOrdered: Bool
        /// `-`, `+` or `*`, or the delimiter after a number.
        let marker: Character?
    }

    private let tree: MarkdownTree
    /// In the order of the side.
    private let ids: [MarkdownTree.ID]

    init(_ tree: MarkdownTree) {
        self.tree = tree
        ids = tree.ids.filter { tree[$0].kind == .item && !tree[$0].isHTML && !tree[$0].range.isEmpty }
            .sorted { tree[$0].range.lowerBound < tree[$1].range.lowerBound }
    }

    /// The items that begin before a range and do not end in it, the outermost first.
    func items(around range: SideRange) -> [Item] {
        var found: [Item] = []
        // All items around the range are around the last one that begins before it, or are that one.
        var current = lastIndex { $0 < range.lowerBound }.map { ids[$0] }
        while let id = current {
            if tree[id].kind == .item, !tree[id].isHTML, tree[id].range.upperBound >= range.upperBound {
                found.append(item(id))
            }
            current = tree.parent(of: id)
        }
        return found.reversed()
    }

    /// The item that begins at a place.
    func item(at place: SideOffset) -> Item? {
        lastIndex { $0 <= place }.flatMap { tree[ids[$0]].range.lowerBound == place ? item(ids[$0]) : nil }
    }

    /// The index of the last item whose beginning is in the first part of the side.
    private func lastIndex(where isIn: (SideOffset) -> Bool) -> Int? {
        let next = ids.partitioningIndex { !isIn(tree[$0].range.lowerBound) }
        return next > 0 ? next - 1 : nil
    }

    private func item(_ id: MarkdownTree.ID) -> Item {
        let bytes = tree.bytes
        let start = tree[id].range.lowerBound.value
        let column = column(of: start)
        var end = start
        while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
        end = min(end + 1, bytes.count)
        var text = end
        while text < bytes.count, bytes[text] == UInt8(ascii: " ") || bytes[text] == UInt8(ascii: "\t") { text += 1 }
        let isBlank = text == bytes.count || bytes[text] == UInt8(ascii: "\n") || bytes[text] == UInt8(ascii: "\r")
        let width = column + end - start
        let content = Indentation.width(of: bytes[start..<text], from: column)
        // More than four blanks belong to code in the item (CommonMark 5.2).
        return Item(
            column: column, content: isBlank || content > width + 4 ? width + 1 : content,
            isOrdered: tree[id].isOrdered, marker: tree.marker(of: id))
    }

    /// The column of a byte, from 0 on.
    func column(of offset: Int) -> Int {
        let start = tree.bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return Indentation.width(of: tree.bytes[start..<offset], from: 0)
    }
}

/// The blanks at the beginning of a line.
enum Indentation {
    /// The column after a text, with tabs of four columns (CommonMark 2.2).
    static func width(of text: ArraySlice<UInt8>, from column: Int) -> Int {
        var column = column
        for byte in text where !byte.isUTF8Continuation {
            column += byte == UInt8(ascii: "\t") ? 4 - column % 4 : 1
        }
        return column
    }

    /// A line that begins some columns further to the right, or to the left where the number is negative.
    static func moved(_ line: ArraySlice<UInt8>, by columns: Int) -> ArraySlice<UInt8> {
        let start = line.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? line.endIndex
        guard columns != 0, start < line.endIndex else { return line }
        let width = max(0, width(of: line[..<start], from: 0) + columns)
        return repeatElement(UInt8(ascii: " "), count: width) + line[start...]
    }
}

/// What makes a block part of the lists of the target: other translators write other markers and indentations.
struct ListPlace {
    /// By how many columns its lines move.
    let shift: Int
    /// The marker that an item gets.
    private let marker: UInt8?

    /// - Parameter place: on the target, where the block comes in.
    init(_ block: UnpairedBlock, at place: SideOffset, source: ListItems, target: ListItems) {
        let around = source.items(around: block.source)
        let there = target.items(around: place..<place)
        let own = block.kind == .item ? source.item(at: block.source.lowerBound) : nil
        if let own, there.count > around.count {
            let sibling = there[around.count]
            shift = sibling.column - own.column
            marker =
                sibling.isOrdered == own.isOrdered && sibling.marker != own.marker ? sibling.marker?.asciiValue : nil
        } else {
            marker = nil
            if let parent = around.last, there.count >= around.count {
                shift = there[around.count - 1].content - parent.content
            } else {
                shift = 0
            }
        }
    }

    /// The lines of the block.
    ///
    /// - Parameter lines: without line breaks.
    func lines(_ lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
        var lines = lines.map { Indentation.moved($0, by: shift) }
        if let marker, var first = lines.first,
            let index = first.firstIndex(where: { !$0.isASCIIBlank && !$0.isASCIIDigit })
        {
            first[index] = marker
            lines[0] = first
        }
        return lines
    }
}
