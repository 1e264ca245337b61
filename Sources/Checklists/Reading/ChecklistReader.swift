import Bitext
import MarkdownSyntax
import ParsedBitext

/// Makes the checklists of a page, with their texts in both languages.
struct ChecklistReader {
    private let reader: BlockReader
    private let parsed: ParsedBitext
    private let outline: Outline
    private let linkMatcher: LinkMatcher
    private var ids = IDGenerator()
    /// The page's code blocks, by node.
    private let codeBlocks: [MarkdownTree.ID: CodeBlockRecord]
    /// The id of the innermost item that each code block belongs to, by node.
    private(set) var itemOfCodeBlock: [MarkdownTree.ID: String] = [:]

    private let tree: MarkdownTree

    init(_ reader: BlockReader, outline: Outline, codeBlocks: [MarkdownTree.ID: CodeBlockRecord]) {
        self.reader = reader
        parsed = reader.parsed
        tree = parsed.source.tree
        self.outline = outline
        self.codeBlocks = codeBlocks
        linkMatcher = LinkMatcher(parsed)
    }

    mutating func checklists() -> [Checklist] {
        let drafts = BlockStreams(tree).streams.flatMap { ChecklistFinder($0, in: tree).drafts() }
        var checklists: [Checklist] = []
        for draft in drafts.sorted(by: { $0.start < $1.start }) {
            if let checklist = checklist(draft) { checklists.append(checklist) }
        }
        return checklists
    }

    private mutating func checklist(_ draft: ChecklistDraft) -> Checklist? {
        let items = read(draft.items)
        guard let first = draft.items.first, !items.isEmpty else { return nil }
        let path = outline.path(at: draft.start)
        let title = draft.titleLine.map { reader.text(of: $0) } ?? path.last?.text
        let leadIn = draft.leadIn.map { node -> Checklist.LeadIn in
            let (text, segments) = reader.read(node)
            return Checklist.LeadIn(text: text, segments: segments)
        }
        var checklist = Checklist(
            id: ids.id("checklist", title?.sharedSource, leadIn?.text.sharedSource),
            kind: .list,
            title: title,
            leadIn: leadIn,
            section: path.map(\.text),
            line: parsed.line(of: tree[first.node].range.lowerBound),
            location: parsed.bitext.location(of: tree[first.node].range, on: .source),
            items: items)
        var classifier = ChecklistClassifier(checklist, draft: draft, tree: tree)
        checklist.kind = classifier.kind()
        return checklist
    }

    // MARK: Items

    private mutating func read(_ drafts: [ChecklistDraft.Item]) -> [Item] {
        var items: [Item] = []
        items.reserveCapacity(drafts.count)
        for draft in drafts { items.append(read(draft, position: items.count + 1)) }
        return items
    }

    private mutating func read(_ draft: ChecklistDraft.Item, position: Int) -> Item {
        let node = draft.node
        let (opening, rest) = split(node)
        let (text, segments) = opening.map { reader.read($0, except: { !$0.kind.isInline }) } ?? (emptyText, [])
        let blocks = rest + draft.trailingBlocks
        let code = blocks.flatMap { codeNodes(in: $0) }
        let identifyingText = text.sharedSource.flatMap { $0.isEmpty ? nil : $0 } ?? fallbackText(node, code)
        let id = ids.id("item", identifyingText)

        var content = ItemContent()
        if let opening {
            content.details = images(in: opening)
            content.blocksWithLinks.append(opening)
        }
        var codeIDs: [String] = []
        for block in code {
            itemOfCodeBlock[block] = id
            if let record = codeBlocks[block] { codeIDs.append(record.id) }
        }
        for block in blocks { add(block, to: &content) }
        return Item(
            id: id, position: position, marker: marker(of: node), text: text, segments: segments,
            line: parsed.line(of: tree[node].range.lowerBound),
            location: parsed.bitext.location(of: tree[node].range, on: .source), details: content.details,
            notes: content.notes, codeBlocks: codeIDs, links: content.blocksWithLinks.flatMap { links(in: $0) },
            items: content.items)
    }

    /// The content of an item without its text.
    private struct ItemContent {
        var details: [Item.Detail] = []
        var notes: [Item.Note] = []
        var items: [Item] = []
        /// The blocks whose links belong to the item.
        var blocksWithLinks: [MarkdownTree.ID] = []
    }

    /// An item's first paragraph, and the blocks after it. In HTML the text may be in the item itself.
    private func split(_ item: MarkdownTree.ID) -> (opening: MarkdownTree.ID?, rest: [MarkdownTree.ID]) {
        var opening: MarkdownTree.ID?
        var rest: [MarkdownTree.ID] = []
        for child in tree.children(of: item) {
            if tree[child].kind.isInline {
                if opening == nil, rest.isEmpty, tree.isVisible(child) { opening = item }
            } else if tree[child].kind == .paragraph, opening == nil, rest.isEmpty, !tree.isImageOnly(child) {
                opening = child
            } else {
                rest.append(child)
            }
        }
        return (opening, rest)
    }

    private mutating func add(_ block: MarkdownTree.ID, to content: inout ItemContent) {
        switch tree[block].kind {
        case .list:
            let nested = tree.children(of: block).filter { tree[$0].kind == .item }.map {
                ChecklistDraft.Item(node: $0)
            }
            for draft in nested { content.items.append(read(draft, position: content.items.count + 1)) }
        case .alert:
            guard let kind = tree.alert(block) else { return }
            let (text, segments) = reader.read(block, except: { $0.kind == .codeBlock })
            content.notes.append(Item.Note(kind: kind, text: text, segments: segments, line: line(of: block)))
            content.blocksWithLinks.append(block)
        case .blockQuote, .htmlContainer, .htmlBlock:
            // A wrapper: its blocks belong to the item.
            var hasBlocks = false
            for child in tree.children(of: block) where !tree[child].kind.isInline {
                hasBlocks = true
                add(child, to: &content)
            }
            if !hasBlocks { addParagraph(block, to: &content) }
        case .table:
            content.details.append(detail(.table, block))
            content.blocksWithLinks.append(block)
        case .codeBlock, .thematicBreak:
            return
        default:
            addParagraph(block, to: &content)
        }
    }

    private func addParagraph(_ block: MarkdownTree.ID, to content: inout ItemContent) {
        if !tree.isImageOnly(block), tree.isVisible(block) {
            content.details.append(detail(.paragraph, block))
            content.blocksWithLinks.append(block)
        }
        content.details += images(in: block)
    }

    private func detail(_ kind: Item.Detail.Kind, _ block: MarkdownTree.ID) -> Item.Detail {
        let (text, segments) = reader.read(block)
        return Item.Detail(kind: kind, text: text, url: nil, segments: segments, line: line(of: block))
    }

    private func images(in block: MarkdownTree.ID) -> [Item.Detail] {
        let images = inlines(.image, in: block)
        guard !images.isEmpty else { return [] }
        return linkMatcher.pairs(.image, of: images, in: tree[block].range).map { pair in
            Item.Detail(
                kind: .image, text: text(of: pair), url: url(of: pair), segments: segments(in: tree[pair.source].range),
                line: line(of: pair.source))
        }
    }

    private func links(in block: MarkdownTree.ID) -> [Item.Link] {
        let nodes = inlines(.link, in: block)
        guard !nodes.isEmpty else { return [] }
        return linkMatcher.pairs(.link, of: nodes, in: tree[block].range).map { pair in
            Item.Link(text: text(of: pair), url: url(of: pair))
        }
    }

    /// The links or images below a block, except those in nested lists.
    private func inlines(_ kind: Node.Kind, in block: MarkdownTree.ID) -> [MarkdownTree.ID] {
        var found: [MarkdownTree.ID] = []
        var walk = tree.descendants(of: block)
        while let id = walk.next() {
            if tree[id].kind == kind { found.append(id) }
            if tree[id].kind == .list, id != block { walk.skipChildren(of: id) }
        }
        return found
    }

    private func text(of pair: LinkMatcher.Pair) -> BilingualText {
        BilingualText(
            source: tree.plainText(of: pair.source),
            target: pair.target.flatMap { parsed.target?.tree.plainText(of: $0) })
    }

    private func url(of pair: LinkMatcher.Pair) -> BilingualText {
        BilingualText(
            source: tree.destination(of: pair.source)?.url,
            target: pair.target.flatMap { parsed.target?.tree.destination(of: $0)?.url })
    }

    /// The code blocks in a block, except those in nested lists.
    private func codeNodes(in block: MarkdownTree.ID) -> [MarkdownTree.ID] {
        var found: [MarkdownTree.ID] = []
        var walk = tree.descendants(of: block)
        while let id = walk.next() {
            if tree[id].kind == .codeBlock { found.append(id) }
            if tree[id].kind == .list { walk.skipChildren(of: id) }
        }
        return found
    }

    // MARK: Helpers

    private var emptyText: BilingualText { BilingualText(source: "", target: parsed.target == nil ? nil : "") }

    /// The text for the id of an item without text: its code, or the address of its image.
    private func fallbackText(_ node: MarkdownTree.ID, _ codeNodes: [MarkdownTree.ID]) -> SharedText {
        if let record = codeNodes.first.flatMap({ codeBlocks[$0] }) { return SharedText(record.code) }
        return inlines(.image, in: node).first.flatMap { tree.destination(of: $0).map { SharedText($0.url) } } ?? ""
    }

    private func marker(of item: MarkdownTree.ID) -> String {
        let mark = tree.marker(of: item).map(String.init) ?? "-"
        return tree[item].isOrdered ? "\(tree[item].number)\(mark)" : mark
    }

    private func line(of id: MarkdownTree.ID) -> Int { parsed.line(of: tree[id].range.lowerBound) }

    private func segments(in range: SideRange) -> [String] { parsed.segmentIDs(in: range) }
}
