import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// A checklist before its texts are read: which nodes of the source side make it up.
struct ChecklistDraft {
    /// An item and what belongs to it although the page's indentation does not say so.
    struct Item {
        var node: MarkdownTree.ID
        var strays: [MarkdownTree.ID] = []
    }

    var items: [Item] = []
    var isOrdered: Bool
    /// The paragraph in front of the list.
    var leadIn: MarkdownTree.ID?
    /// A line in front of the list that stands for a heading: "**To create a policy**".
    var titleLine: MarkdownTree.ID?
    /// The paragraph in front of the title line, where the list has no lead-in of its own.
    var introduction: MarkdownTree.ID?
    /// Where the list begins on the source side.
    var start: SideOffset
}

/// Finds the checklists of a stream of blocks.
///
/// Real pages interrupt their procedures: a note, a picture or code stands between two steps at an indentation that just
/// fails to keep it inside the item (Docs/markup.md, "Lists"). CommonMark sees several lists there; a reader sees one, and the
/// numbers say so.
struct ChecklistFinder {
    private let tree: MarkdownTree
    private let blocks: [MarkdownTree.ID]
    /// How many blocks may stand between two items of one procedure.
    private static let longestInterruption = 12

    init(_ stream: Flow.Stream, in tree: MarkdownTree) {
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
        // A picture or a note may stand between the lead-in and its list.
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

    /// Adds the lists that continue the draft's, and returns the index behind them.
    private func extend(_ draft: inout ChecklistDraft, from first: Int) -> Int {
        var end = first + 1
        var number = lastNumber(of: blocks[first])
        while let next = continuation(of: draft, lastNumber: number, behind: end) {
            let last = draft.items.indices.last
            if let last { draft.items[last].strays += blocks[end..<next] }
            draft.items += items(of: blocks[next])
            number = lastNumber(of: blocks[next])
            end = next + 1
        }
        // Choices that belong to the last step, at the margin.
        if draft.isOrdered, end < blocks.count, tree[blocks[end]].kind == .list, !tree[blocks[end]].isOrdered,
            let last = draft.items.indices.last, endsWithColon(draft.items[last].node)
        {
            draft.items[last].strays.append(blocks[end])
            end += 1
        }
        // "Run the following command:" as the last step, and the command at the margin.
        if end < blocks.count, tree[blocks[end]].kind == .codeBlock, let last = draft.items.indices.last,
            endsWithColon(draft.items[last].node)
        {
            while end < blocks.count, tree[blocks[end]].kind == .codeBlock {
                draft.items[last].strays.append(blocks[end])
                end += 1
            }
        }
        return end
    }

    /// The index of the list that goes on where the draft's last one stopped, or nil.
    private func continuation(of draft: ChecklistDraft, lastNumber: Int, behind end: Int) -> Int? {
        var onlyInterruptions = true
        var index = end
        while index < blocks.count, index - end <= Self.longestInterruption {
            let node = tree[blocks[index]]
            switch node.kind {
            case .heading, .tab, .thematicBreak:
                return nil
            case .list where node.isOrdered && draft.isOrdered:
                if node.number == lastNumber + 1, node.number > 1 { return index }
                // Steps that all begin with `1.`: the page counts anew, the reader does not.
                return onlyInterruptions && index > end && node.number == 1 && endsOpen(draft, before: end)
                    ? index : nil
            case .list where !draft.isOrdered:
                let isSame = !node.isOrdered && tree.marker(of: blocks[index]) == tree.marker(of: blocks[end - 1])
                return onlyInterruptions && isSame && index > end ? index : nil
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

    /// Whether the list so far has a single number, so that the next `1.` goes on rather than begins anew.
    private func endsOpen(_ draft: ChecklistDraft, before end: Int) -> Bool {
        tree.children(of: blocks[end - 1]).reduce(0) { count, _ in count + 1 } == 1
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

    /// A paragraph that stands for a heading: all of it bold, or a short "To do X" without an end.
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
