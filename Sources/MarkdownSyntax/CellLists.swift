import Bitext

/// Lists in the cells of pipe tables.
///
/// A row is one line, so a list in it can only be written as HTML: `Choose:<ul><li>a<li>b</ul>`. For md4c these are tags in
/// a line of text. Here the cell's children are moved into paragraphs, lists and items, by the HTML standard (section
/// 13.2.6.4.7): an item ends with the next item, with its list, or with its end tag.
struct CellLists {
    /// The open lists, outermost first: the node, its last item, and the number of the next item.
    private var lists: [(node: Int, lastItem: Int?, number: Int32)] = []
    private let cell: Int

    /// No real page nests lists so deep. Deeper lists stay text of the innermost item.
    private static let maxDepth = 64

    private enum Tag {
        case list(isOrdered: Bool)
        case endOfList, item, endOfItem
    }

    /// Moves a cell's children into the lists that its tags begin.
    static func recognise(in cell: Int, _ builder: inout TreeBuilder) {
        var lists = CellLists(cell: cell)
        let outer = builder.current
        builder.current = cell
        for child in builder.detachChildren(of: cell) { lists.add(child, &builder) }
        while builder.current != cell { builder.closeElement() }
        builder.current = outer
    }

    private init(cell: Int) { self.cell = cell }

    private mutating func add(_ child: Int, _ builder: inout TreeBuilder) {
        switch Self.tag(child, builder) {
        case .list(let isOrdered) where lists.count < Self.maxDepth:
            openList(at: Int(builder.nodes[child].lower), isOrdered: isOrdered, &builder)
            builder.attach(child)
        case .item where !lists.isEmpty:
            openItem(at: Int(builder.nodes[child].lower), &builder)
            builder.attach(child)
        case .endOfItem where builder.nodes[builder.current].kind == .item:
            builder.attach(child)
            builder.closeElement()
        case .endOfList where !lists.isEmpty:
            if builder.nodes[builder.current].kind == .item { builder.closeElement() }
            builder.attach(child)
            builder.closeElement()
            lists.removeLast()
        default:
            resumeItem(&builder)
            // Text outside of the lists is a paragraph.
            if builder.current == cell, builder.isVisible(child) {
                builder.openElement(.paragraph, at: Int(builder.nodes[child].lower))
            }
            builder.attach(child)
        }
    }

    private mutating func openList(at start: Int, isOrdered: Bool, _ builder: inout TreeBuilder) {
        if builder.nodes[builder.current].kind == .paragraph { builder.closeElement() }
        resumeItem(&builder)
        builder.openElement(.list, at: start)
        let list = builder.current
        if isOrdered { builder.nodes[list].flags.insert(.ordered) }
        builder.nodes[list].value = isOrdered ? 1 : 0
        builder.nodes[list].detail = Int32(isOrdered ? UInt8(ascii: ".") : UInt8(ascii: "-"))
        lists.append((list, nil, builder.nodes[list].value))
    }

    /// Continues the last item. What is between two items, a blank or a list, belongs to the item before it.
    private func resumeItem(_ builder: inout TreeBuilder) {
        if let list = lists.last, builder.current == list.node, let item = list.lastItem { builder.current = item }
    }

    private mutating func openItem(at start: Int, _ builder: inout TreeBuilder) {
        if builder.nodes[builder.current].kind == .item { builder.closeElement() }
        let last = lists.count - 1
        let list = builder.nodes[lists[last].node]
        builder.openElement(.item, at: start)
        let item = builder.current
        if list.isOrdered { builder.nodes[item].flags.insert(.ordered) }
        builder.nodes[item].value = lists[last].number
        builder.nodes[item].detail = list.detail
        lists[last].lastItem = item
        lists[last].number &+= 1
    }

    /// The list or item that a tag begins or ends, or nil.
    private static func tag(_ index: Int, _ builder: borrowing TreeBuilder) -> Tag? {
        guard builder.nodes[index].kind == .htmlInline else { return nil }
        let buffer = builder.buffer
        let start = Int(builder.nodes[index].lower)
        let isEnd = buffer.has("</", at: start)
        let name = start + (isEnd ? 2 : 1)
        if buffer.hasTag("li", at: name) { return isEnd ? .endOfItem : .item }
        let isOrdered = buffer.hasTag("ol", at: name)
        guard isOrdered || buffer.hasTag("ul", at: name) else { return nil }
        return isEnd ? .endOfList : .list(isOrdered: isOrdered)
    }
}

extension TreeBuilder {
    /// Whether a tag inside a paragraph begins a list: `<ul>`, `<OL start="3">`.
    func isListTag(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        return range.count >= 4 && (buffer.hasTag("<ul", at: start) || buffer.hasTag("<ol", at: start))
    }

    /// Removes a node's children and returns them in order.
    fileprivate mutating func detachChildren(of parent: Int) -> [Int] {
        var children: [Int] = []
        var next = nodes[parent].firstChildIndex
        while next >= 0 {
            children.append(Int(next))
            next = nodes[Int(next)].nextSiblingIndex
        }
        nodes[parent].firstChildIndex = -1
        nodes[parent].lastChildIndex = -1
        return children
    }

    /// Makes a node the last child of the current one.
    fileprivate mutating func attach(_ child: Int) {
        nodes[child].parentIndex = Int32(current)
        nodes[child].nextSiblingIndex = -1
        let last = nodes[current].lastChildIndex
        if last >= 0 {
            nodes[Int(last)].nextSiblingIndex = Int32(child)
        } else {
            nodes[current].firstChildIndex = Int32(child)
        }
        nodes[current].lastChildIndex = Int32(child)
    }

    fileprivate mutating func openElement(_ kind: Node.Kind, at start: Int) {
        current = append(kind, start..<start)
        nodes[current].flags = [.html, .placed]
    }

    /// Ends the current element after its last child.
    fileprivate mutating func closeElement() {
        let index = current
        let last = nodes[index].lastChildIndex
        if last >= 0 { nodes[index].upper = max(nodes[index].upper, nodes[Int(last)].upper) }
        current = Int(nodes[index].parentIndex)
    }

    /// Whether a reader sees anything of a child of a cell.
    fileprivate func isVisible(_ index: Int) -> Bool {
        switch nodes[index].kind {
        case .htmlInline, .lineBreak, .softBreak, .directive: false
        case .text: !buffer.trimmed(nodes[index].range.values).isEmpty
        default: true
        }
    }
}
