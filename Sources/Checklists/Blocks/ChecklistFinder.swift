import Bitext
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
        tree.items(of: list).map { ChecklistDraft.Item(node: $0) }
    }

    private func begin(at index: Int) -> ChecklistDraft {
        let list = blocks[index]
        var draft = ChecklistDraft(
            items: items(of: list), isOrdered: tree[list].isOrdered, start: tree[list].range.lowerBound)
        var before = index - 1
        if before >= 0, let announcement = announcement(in: blocks[before]) {
            draft.leadIn = announcement
            return draft
        }
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

    /// The last paragraph of an alert, if it announces a list: "> [!NOTE] The following changes are planned:".
    private func announcement(in block: MarkdownTree.ID) -> MarkdownTree.ID? {
        guard tree[block].kind == .alert else { return nil }
        var last: MarkdownTree.ID?
        for child in tree.children(of: block) { last = child }
        return last.flatMap { tree[$0].kind == .paragraph && endsWithColon($0) ? $0 : nil }
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
        return addTrailing(to: &draft, from: end)
    }

    // MARK: After the last step

    /// Adds what follows the last list and belongs to its last item. Returns the index of the first block after it.
    private func addTrailing(to draft: inout ChecklistDraft, from first: Int) -> Int {
        guard let last = draft.items.indices.last else { return first }
        let usual = usualInterruptions(of: draft)
        var end = first
        var isAnnounced = endsWithColon(draft.items[last].node)
        while end < blocks.count {
            let block = blocks[end]
            guard
                isAnnounced && canBeAnnounced(block, by: draft)
                    || end == first && isMeant(block, by: draft.items[last].node, of: draft)
                    || isIndented(block, below: draft.items[last].node, of: draft, next: end + 1)
                    || isUsual(block, usual, next: end + 1)
            else { break }
            draft.items[last].trailingBlocks.append(block)
            // Code may come in several blocks.
            isAnnounced = tree[block].kind == .codeBlock ? isAnnounced : isParagraph(block) && endsWithColon(block)
            end += 1
        }
        return end
    }

    /// "Run the following command:", "Do one of the following:" and then, not indented, the command or the choices.
    private func canBeAnnounced(_ block: MarkdownTree.ID, by draft: ChecklistDraft) -> Bool {
        switch tree[block].kind {
        case .codeBlock: true
        case .list: draft.isOrdered != tree[block].isOrdered
        case .table: draft.isOrdered
        default: draft.isOrdered && tree.isImageOnly(block)
        }
    }

    /// "Add the following lines to the file and save", "as shown below", and then code, a table or an image; or code on the
    /// line after the item.
    private func isMeant(_ block: MarkdownTree.ID, by item: MarkdownTree.ID, of draft: ChecklistDraft) -> Bool {
        guard draft.isOrdered, tree[block].kind != .list, canBeAnnounced(block, by: draft) else { return false }
        if tree[block].kind == .codeBlock, isOnNextLine(block, after: item) { return true }
        let text = String(decoding: PlainText(of: item, in: tree).bytes.suffix(200), as: UTF8.self).lowercased()
        return text.contains("following ") || text.contains(" below")
    }

    private func isOnNextLine(_ block: MarkdownTree.ID, after item: MarkdownTree.ID) -> Bool {
        let (end, start) = (tree[item].range.upperBound.value, tree[block].range.lowerBound.value)
        guard end <= start else { return false }
        return tree.bytes[end..<start].count { $0 == UInt8(ascii: "\n") } <= 1
    }

    /// Whether a block is indented more than the marker of an item, but not enough to be part of it in CommonMark.
    private func isIndented(
        _ block: MarkdownTree.ID, below item: MarkdownTree.ID, of draft: ChecklistDraft, next: Int
    ) -> Bool {
        let node = tree[block]
        // One blank is often a slip.
        guard !tree[item].isHTML, column(of: block) >= column(of: item) + 2,
            !isInColumns(block, after: blocks[next - 2])
        else {
            return false
        }
        switch node.kind {
        case .heading, .tab, .thematicBreak: return false
        case .list: return draft.isOrdered && !node.isOrdered
        case .paragraph: return !beginsSomethingElse(block, next: next)
        default: return true
        }
    }

    /// Whether a directive that lays blocks out in columns begins between two blocks, and the second is indented for it.
    private func isInColumns(_ block: MarkdownTree.ID, after previous: MarkdownTree.ID) -> Bool {
        let (end, start) = (tree[previous].range.upperBound.value, tree[block].range.lowerBound.value)
        guard end < start else { return false }
        return tree.bytes.withUnsafeBufferPointer { bytes in
            bytes.firstOffset(of: ":::row", from: end, to: start) != nil
                || bytes.firstOffset(of: ":::column", from: end, to: start) != nil
        }
    }

    /// Whether a paragraph is the title or the lead-in of what comes next, or only a link to another page.
    private func beginsSomethingElse(_ block: MarkdownTree.ID, next: Int) -> Bool {
        isTitleLine(block) || next < blocks.count && tree[blocks[next]].kind == .list
            || tree.children(of: block).contains { tree[$0].kind == .link } && !hasWordsOutsideLinks(block)
    }

    private func hasWordsOutsideLinks(_ block: MarkdownTree.ID) -> Bool {
        tree.children(of: block).contains { child in
            switch tree[child].kind {
            case .link, .image: false
            default: tree.isVisible(child)
            }
        }
    }

    /// Where a block begins on its line, in bytes, at most 256.
    private func column(of block: MarkdownTree.ID) -> Int {
        let start = tree[block].range.lowerBound.value
        return tree.bytes.withUnsafeBufferPointer { bytes in
            var line = start
            while line > 0, start - line < 256, bytes[line - 1] != UInt8(ascii: "\n") { line -= 1 }
            return start - line
        }
    }

    /// How many items before the last one have blocks after them that are not indented, by the kind of block.
    private func usualInterruptions(of draft: ChecklistDraft) -> (items: Int, byKind: [Interruption: Int]) {
        var byKind: [Interruption: Int] = [:]
        guard draft.isOrdered else { return (0, byKind) }
        for item in draft.items.dropLast() {
            for kind in Set(item.trailingBlocks.compactMap(interruption)) { byKind[kind, default: 0] += 1 }
        }
        return (draft.items.count - 1, byKind)
    }

    private enum Interruption {
        case note, code, table, image, paragraph
    }

    private func interruption(_ block: MarkdownTree.ID) -> Interruption? {
        switch tree[block].kind {
        case .alert: .note
        case .codeBlock: .code
        case .table: .table
        case .paragraph: tree.isImageOnly(block) ? .image : NoteLabel(of: block, in: tree) != nil ? .note : .paragraph
        default: nil
        }
    }

    /// Whether earlier steps have the same kind of block after them. A paragraph must be after most of them, because one at
    /// the margin often ends the procedure.
    private func isUsual(
        _ block: MarkdownTree.ID, _ usual: (items: Int, byKind: [Interruption: Int]), next: Int
    ) -> Bool {
        guard let kind = interruption(block), let count = usual.byKind[kind] else { return false }
        guard kind == .paragraph else { return true }
        // "For example:" and the code that it announces.
        if endsWithColon(block), next < blocks.count, tree[blocks[next]].kind == .codeBlock { return true }
        return count * 2 > usual.items && !beginsSomethingElse(block, next: next)
    }

    // MARK: Lists that continue

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
                // The number that was skipped is often a step that an edit removed, or that became a paragraph.
                if node.number == lastNumber + 2, lastNumber > 0, !endsWithColon(blocks[index - 1]) {
                    return index
                }
                guard onlyInterruptions else { return nil }
                return node.number == 1 && hasOneItem(blocks[end - 1]) ? index : nil
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
                if !tree.isImageOnly(blocks[index]), NoteLabel(of: blocks[index], in: tree) == nil {
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
        for item in tree.items(of: list) {
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
        for item in tree.items(of: list) { last = tree[item].number }
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
