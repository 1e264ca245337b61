import MarkdownSyntax

/// Finds the checklists of a stream of blocks.
///
/// On real pages, a note, an image or code between two steps is often not indented enough to be part of the item
/// (Docs/markup.md, "Lists"). CommonMark then sees several lists. A reader sees one, because the numbers continue.
struct ChecklistFinder {
    private let tree: MarkdownTree
    private let blocks: [MarkdownTree.ID]
    /// How many blocks there may be between two items of one procedure.
    private static let maxInterruption = 12

    init(_ stream: BlockStreams.Stream, in tree: MarkdownTree) {
        self.tree = tree
        blocks = stream.blocks
    }

    func drafts() -> [ChecklistDraft] {
        var drafts: [ChecklistDraft] = []
        var index = 0
        while index < blocks.count {
            guard tree[blocks[index]].kind == .list else {
                index += 1
                continue
            }
            var draft = begin(at: index)
            index = extend(&draft, from: index)
            drafts.append(draft)
        }
        return drafts
    }

    private func items(of list: MarkdownTree.ID) -> [ChecklistDraft.Item] {
        tree.children(of: list).filter { tree[$0].kind == .item }.map { .init(node: $0) }
    }

    private func begin(at index: Int) -> ChecklistDraft {
        let list = blocks[index]
        var draft = ChecklistDraft(
            items: items(of: list), isOrdered: tree[list].isOrdered, start: tree[list].range.lowerBound)
        var before = index - 1
        // An image or a note may come between the lead-in and its list.
        while before >= 0, index - before <= 3, tree[blocks[before]].kind == .alert || tree.isImageOnly(blocks[before])
        {
            before -= 1
        }
        guard before >= 0, isParagraph(blocks[before]) else { return draft }
        if isTitleLine(blocks[before]) {
            draft.titleLine = blocks[before]
            if before > 0, isParagraph(blocks[before - 1]) { draft.introduction = blocks[before - 1] }
            return draft
        }
        draft.leadIn = blocks[before]
        if before > 0, isParagraph(blocks[before - 1]), isTitleLine(blocks[before - 1]) {
            draft.titleLine = blocks[before - 1]
        }
        return draft
    }

    /// Adds the lists that continue the draft's. Returns the index of the first block after them.
    private func extend(_ draft: inout ChecklistDraft, from first: Int) -> Int {
        var end = first + 1
        var number = lastNumber(of: blocks[first])
        while let next = continuation(of: draft, lastNumber: number, from: end) {
            if let last = draft.items.indices.last { draft.items[last].trailingBlocks += blocks[end..<next] }
            draft.items += items(of: blocks[next])
            number = lastNumber(of: blocks[next])
            end = next + 1
        }
        // Choices of the last step, not indented.
        if draft.isOrdered, end < blocks.count, tree[blocks[end]].kind == .list, !tree[blocks[end]].isOrdered,
            let last = draft.items.indices.last, endsWithColon(draft.items[last].node)
        {
            draft.items[last].trailingBlocks.append(blocks[end])
            end += 1
        }
        // "Run the following command:" as the last step, and the command after it, not indented.
        if end < blocks.count, tree[blocks[end]].kind == .codeBlock, let last = draft.items.indices.last,
            endsWithColon(draft.items[last].node)
        {
            while end < blocks.count, tree[blocks[end]].kind == .codeBlock {
                draft.items[last].trailingBlocks.append(blocks[end])
                end += 1
            }
        }
        return end
    }

    /// The index of the list that continues the draft, or nil. `end` is the index after the draft's last list.
    private func continuation(of draft: ChecklistDraft, lastNumber: Int, from end: Int) -> Int? {
        var onlyInterruptions = true
        var index = end
        while index < blocks.count, index - end <= Self.maxInterruption {
            let node = tree[blocks[index]]
            switch node.kind {
            case .heading, .tab, .thematicBreak:
                return nil
            case .list where node.isOrdered && draft.isOrdered:
                if node.number == lastNumber + 1, node.number > 1 { return index }
                // On some pages every step is written `1.`.
                if index == end {
                    return areParts(blocks[end - 1], blocks[end]) && hasOnlyOnes(blocks[end - 1])
                        && hasOnlyOnes(blocks[end]) ? end : nil
                }
                return onlyInterruptions && node.number == 1 && hasOneItem(blocks[end - 1]) ? index : nil
            case .list where !draft.isOrdered:
                let isSame = !node.isOrdered && tree.marker(of: blocks[index]) == tree.marker(of: blocks[end - 1])
                guard onlyInterruptions, isSame, index > end || areParts(blocks[end - 1], blocks[end]) else {
                    return nil
                }
                return index
            case .alert, .codeBlock:
                break
            case .list:
                onlyInterruptions = false
            default:
                if !tree.isImageOnly(blocks[index]) {
                    onlyInterruptions = false
                    if !draft.isOrdered { return nil }
                }
            }
            index += 1
        }
        return nil
    }

    /// Whether two lists that follow each other are one list to a reader: only HTML comments are between them. A comment
    /// at the margin ends a list in CommonMark.
    private func areParts(_ list: MarkdownTree.ID, _ next: MarkdownTree.ID) -> Bool {
        guard !tree[list].isHTML, !tree[next].isHTML else { return false }
        var between = tree.nextSibling(of: list)
        while let block = between, block != next {
            guard tree.isComment(block) else { return false }
            between = tree.nextSibling(of: block)
        }
        return between == next
    }

    /// Whether the number of every item is written `1`.
    private func hasOnlyOnes(_ list: MarkdownTree.ID) -> Bool {
        for item in tree.children(of: list) where tree[item].kind == .item {
            let number = tree[tree[item].range].prefix { $0.isASCIIDigit }
            guard number.elementsEqual("1".utf8) else { return false }
        }
        return true
    }

    private func hasOneItem(_ list: MarkdownTree.ID) -> Bool {
        tree.children(of: list).reduce(0) { count, _ in count + 1 } == 1
    }

    private func lastNumber(of list: MarkdownTree.ID) -> Int {
        var last = tree[list].number - 1
        for item in tree.children(of: list) where tree[item].kind == .item { last = tree[item].number }
        return last
    }

    private func endsWithColon(_ id: MarkdownTree.ID) -> Bool {
        PlainText(of: id, in: tree).last == UInt8(ascii: ":")
    }

    // MARK: Lead-in and title

    private func isParagraph(_ id: MarkdownTree.ID) -> Bool {
        switch tree[id].kind {
        case .paragraph, .htmlBlock, .htmlContainer: !tree.isImageOnly(id)
        default: false
        }
    }

    /// Whether a paragraph serves as a heading: all of it is bold, or it is a short "To do X" without a full stop or colon.
    private func isTitleLine(_ id: MarkdownTree.ID) -> Bool {
        let text = PlainText(of: id, in: tree).bytes
        guard let last = text.last, text.count <= 160, last != UInt8(ascii: ":"), last != UInt8(ascii: ".") else {
            return false
        }
        if isAllStrong(id) { return true }
        return text.starts(with: "To ".utf8) && !text.contains(UInt8(ascii: ","))
    }

    private func isAllStrong(_ id: MarkdownTree.ID) -> Bool {
        var isStrong = false
        for child in tree.children(of: id) {
            switch tree[child].kind {
            case .strong: isStrong = true
            case .text where !tree.isVisible(child): continue
            case .htmlInline, .lineBreak, .directive: continue
            default: return false
            }
        }
        return isStrong
    }
}
