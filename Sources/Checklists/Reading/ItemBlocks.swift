import Bitext
import MarkdownSyntax

/// What an item is made of, in the order of the page, without wrappers such as quotes and `<div>`.
struct ItemBlocks {
    enum Block {
        /// A paragraph, a heading, or a run of inlines.
        case text([MarkdownTree.ID])
        /// An alert, or the paragraph or the two that a label makes a note.
        case note(AlertKind, [MarkdownTree.ID])
        case code(MarkdownTree.ID)
        /// The items of a list, or of lists that only code and notes divide.
        case list([ChecklistDraft.Item])
        case table(MarkdownTree.ID)
        /// An image, and the block that it is in.
        case image(MarkdownTree.ID, in: MarkdownTree.ID)
        case tab(MarkdownTree.ID)
        /// A file that the page includes, in a block without text.
        case include(MarkdownTree.ID)
        /// A thematic break. It ends a group of tabs.
        case rule
    }

    private(set) var all: [Block] = []
    private let tree: MarkdownTree
    /// The page's code blocks, by node. An inline code span that is alone in its paragraph is one.
    private let codeBlocks: [MarkdownTree.ID: CodeBlockRecord]

    init(
        _ draft: ChecklistDraft.Item, in tree: MarkdownTree, _ codeBlocks: [MarkdownTree.ID: CodeBlockRecord]
    ) {
        self.tree = tree
        self.codeBlocks = codeBlocks
        if let blocks = draft.blocks {
            for block in blocks { add(block) }
        } else {
            addChildren(of: draft.node)
        }
        for block in draft.trailingBlocks { add(block) }
        // What follows concerns several blocks. Most items are one.
        guard all.count > 1 else { return }
        moveIncludesAfterText()
        dropLoneNumber()
        readLabels()
        joinLists()
    }

    /// Adds the blocks of a wrapper, and the inlines between them.
    private mutating func addChildren(of wrapper: MarkdownTree.ID) {
        var run: [MarkdownTree.ID] = []
        for child in tree.children(of: wrapper) {
            if tree[child].kind.isInline {
                run.append(child)
            } else {
                addText(run, in: wrapper)
                run = []
                add(child)
            }
        }
        addText(run, in: wrapper)
    }

    private mutating func add(_ block: MarkdownTree.ID) {
        switch tree[block].kind {
        case .list: all.append(.list(items(of: block)))
        case .table: all.append(.table(block))
        case .tab: all.append(.tab(block))
        case .thematicBreak: all.append(.rule)
        case .codeBlock: all.append(.code(block))
        case .alert: addAlert(block)
        case .blockQuote, .htmlContainer, .htmlBlock, .tableCell, .item: addChildren(of: block)
        default: addText([block], in: block)
        }
    }

    private mutating func addAlert(_ alert: MarkdownTree.ID) {
        guard let kind = tree.alert(alert) else { return }
        all.append(.note(kind, [alert]))
        var walk = tree.descendants(of: alert)
        while let id = walk.next() {
            switch tree[id].kind {
            case .codeBlock: all.append(.code(id))
            case .image: all.append(.image(id, in: alert))
            // Lists in alerts are checklists of their own.
            case .list: walk.skipChildren(of: id)
            default: break
            }
        }
    }

    /// Adds a paragraph or a run of inlines, with its images before or after it. An image on a line of its own, made by hard
    /// line breaks, divides the text.
    private mutating func addText(_ nodes: [MarkdownTree.ID], in block: MarkdownTree.ID) {
        guard let first = nodes.first else { return }
        let isBlock = nodes.count == 1 && !tree[first].kind.isInline
        guard isBlock ? tree.children(of: first).contains(where: isImage) : nodes.contains(where: isImage) else {
            return addLines(nodes, in: block)
        }
        let inlines = isBlock ? Array(tree.children(of: first)) : nodes
        var start = 0
        var isVisible = false
        for index in inlines.indices {
            if isVisible, isOnItsOwnLine(index, of: inlines) {
                addLines(Array(inlines[start..<index]), in: block)
                addLines([inlines[index]], in: block)
                start = index + 1
                isVisible = false
            } else if !isVisible {
                isVisible = tree.isVisible(inlines[index])
            }
        }
        addLines(start == 0 ? nodes : Array(inlines[start...]), in: block)
    }

    private func isImage(_ node: MarkdownTree.ID) -> Bool { tree[node].kind == .image }

    /// Whether an inline is an image with a hard line break before or after it, and only blanks on its line.
    private func isOnItsOwnLine(_ index: Int, of inlines: [MarkdownTree.ID]) -> Bool {
        guard isImage(inlines[index]), index > 0, index + 1 < inlines.count else { return false }
        let neighbours = [inlines[index - 1], inlines[index + 1]]
        return neighbours.contains { tree[$0].kind == .lineBreak }
            && neighbours.allSatisfy {
                tree[$0].kind == .lineBreak || tree[$0].kind == .softBreak || !tree.isVisible($0)
            }
    }

    private mutating func addLines(_ nodes: [MarkdownTree.ID], in block: MarkdownTree.ID) {
        var images: [Block] = []
        var includes: [Block] = []
        var hasText = false
        for node in nodes {
            var walk = tree.descendants(of: node)
            while let id = walk.next() {
                switch tree[id].kind {
                case .image:
                    if hasText {
                        images.append(.image(id, in: block))
                    } else {
                        all.append(.image(id, in: block))
                    }
                    walk.skipChildren(of: id)
                case .include:
                    includes.append(.include(id))
                    walk.skipChildren(of: id)
                case .directive: walk.skipChildren(of: id)
                case .codeSpan where codeBlocks[id] != nil:
                    all.append(.code(id))
                    walk.skipChildren(of: id)
                case .text, .entity, .codeSpan:
                    guard !hasText, tree[id].kind == .codeSpan || tree.isVisible(id) else { continue }
                    hasText = true
                    all.append(.text(nodes))
                default: break
                }
            }
        }
        // In a text, it is a format of the text.
        if !hasText, !includes.isEmpty { all += includes }
        if !images.isEmpty { all += images }
    }

    /// The item's text is its first part, so included files before it follow it. Without a text, one is the text if there is
    /// nothing else.
    private mutating func moveIncludesAfterText() {
        func isInclude(_ block: Block) -> Bool { if case .include = block { true } else { false } }
        guard let include = all.firstIndex(where: isInclude) else { return }
        if let text = all.firstIndex(where: { if case .text = $0 { true } else { false } }) {
            guard include < text else { return }
            all =
                all[..<text].filter { !isInclude($0) } + [all[text]] + all[..<text].filter(isInclude)
                + all[(text + 1)...]
        } else if !all.allSatisfy(isInclude) {
            all.removeAll(where: isInclude)
        }
    }

    /// Removes a number that is alone in the first paragraph: `- 1.`, and then the step.
    private mutating func dropLoneNumber() {
        guard let index = all.firstIndex(where: { if case .text = $0 { true } else { false } }),
            case .text(let nodes) = all[index], nodes.count == 1, tree[nodes[0]].range.count <= Self.maxNumber,
            all[(index + 1)...].contains(where: { if case .text = $0 { true } else { false } })
        else { return }
        let text = PlainText(of: nodes[0], in: tree).bytes
        let digits = text.prefix { $0.isASCIIDigit }
        guard !digits.isEmpty, text.count == digits.count + 1,
            [UInt8(ascii: "."), UInt8(ascii: ")")].contains(text.last)
        else { return }
        all.remove(at: index)
    }

    /// The longest number, with its emphasis: `**12.**`.
    private static let maxNumber = 12

    // MARK: Notes without alerts

    /// Turns the paragraphs after the first one that begin with the label of a note into notes.
    private mutating func readLabels() {
        var read: [Block] = []
        read.reserveCapacity(all.count)
        var isFirst = true
        var index = 0
        while index < all.count {
            var block = all[index]
            index += 1
            if case .text(let nodes) = block {
                if isFirst {
                    isFirst = false
                } else if nodes.count == 1, let label = NoteLabel(of: nodes[0], in: tree) {
                    if !label.isAlone {
                        block = .note(label.kind, nodes)
                    } else if index < all.count, case .text(let next) = all[index] {
                        // Without a paragraph after it, a label that is alone stays a paragraph.
                        block = .note(label.kind, nodes + next)
                        index += 1
                    }
                }
            }
            read.append(block)
        }
        all = read
    }

    // MARK: Lists that are one

    private func items(of list: MarkdownTree.ID) -> [ChecklistDraft.Item] {
        tree.items(of: list).map { ChecklistDraft.Item(node: $0) }
    }

    /// Joins bullets that only code and notes at the margin divide: those belong to the bullet before them.
    private mutating func joinLists() {
        var joined: [Block] = []
        var index = 0
        while index < all.count {
            guard case .list(var items) = all[index] else {
                joined.append(all[index])
                index += 1
                continue
            }
            index += 1
            while let next = nextList(from: index, after: items) {
                items[items.count - 1].trailingBlocks += all[index..<next.index].flatMap(nodes(of:))
                items += next.items
                index = next.index + 1
                // What the earlier bullets have after them, the last one has too.
                if nextList(from: index, after: items) == nil, index < all.count, case .code(let node) = all[index] {
                    items[items.count - 1].trailingBlocks.append(node)
                    index += 1
                }
            }
            joined.append(.list(items))
        }
        all = joined
    }

    private func nextList(
        from start: Int, after items: [ChecklistDraft.Item]
    ) -> (index: Int, items: [ChecklistDraft.Item])? {
        var index = start
        while index < all.count, index - start < 8 {
            switch all[index] {
            case .list(let next):
                guard index > start, let last = items.last, let first = next.first, !tree[last.node].isOrdered,
                    !tree[first.node].isOrdered, tree.marker(of: last.node) == tree.marker(of: first.node)
                else { return nil }
                return (index, next)
            case .code, .note: index += 1
            case .text, .image, .table, .tab, .rule, .include: return nil
            }
        }
        return nil
    }

    /// The nodes of a block that divides bullets.
    private func nodes(of block: Block) -> [MarkdownTree.ID] {
        switch block {
        // The code of an alert is added with it.
        case .code(let node): isInAlert(node) ? [] : [node]
        case .note(_, let nodes): nodes
        default: []
        }
    }

    private func isInAlert(_ node: MarkdownTree.ID) -> Bool {
        var id = tree.parent(of: node)
        while let current = id, tree[current].kind != .item {
            if tree[current].kind == .alert { return true }
            id = tree.parent(of: current)
        }
        return false
    }
}
