import Bitext
import MarkdownSyntax
import ParsedBitext

/// Reads the items of checklists, with everything that belongs to them.
struct ItemReader {
    private let reader: BlockReader
    private let parsed: ParsedBitext
    private let tree: MarkdownTree
    private let linkMatcher: LinkMatcher
    private var ids = IDGenerator()
    /// The page's code blocks, by node.
    private let codeBlocks: [MarkdownTree.ID: CodeBlockRecord]
    /// The id of the innermost item that each code block belongs to, by node.
    private(set) var itemOfCodeBlock: [MarkdownTree.ID: String] = [:]
    /// The position of the part that was read last.
    private var lastPosition: Position?
    /// The images of the block that was read last, each with the target's.
    private var imagesOfBlock: (block: MarkdownTree.ID?, pairs: [MarkdownTree.ID: LinkMatcher.Pair]) = (nil, [:])

    init(_ reader: BlockReader, codeBlocks: [MarkdownTree.ID: CodeBlockRecord]) {
        self.reader = reader
        parsed = reader.parsed
        tree = parsed.source.tree
        self.codeBlocks = codeBlocks
        linkMatcher = LinkMatcher(parsed)
    }

    /// The id of a checklist.
    mutating func checklistID(_ title: BilingualText?, _ leadIn: BilingualText?) -> String {
        ids.id("checklist", title?.sharedSource, leadIn?.sharedSource)
    }

    /// Reads items of one list.
    ///
    /// An item without words gives way to the items that it holds: a number in a number. One without anything to show is none;
    /// its image belongs to the item before it.
    mutating func items(_ drafts: [ChecklistDraft.Item]) -> [Item] {
        var items: [Item] = []
        items.reserveCapacity(drafts.count)
        for draft in drafts { add(draft, to: &items) }
        return items
    }

    private mutating func add(_ draft: ChecklistDraft.Item, to items: inout [Item]) {
        let blocks = ItemBlocks(draft, in: tree, codeBlocks)
        guard var opening = opening(blocks) else {
            for block in blocks.all {
                switch block {
                case .list(let drafts):
                    for nested in self.items(drafts) {
                        items.append(nested)
                        items[items.count - 1].position = items.count
                    }
                case .image(let node, let block) where !items.isEmpty:
                    items[items.count - 1].content += image(node, in: block)
                default: break
                }
            }
            return
        }
        if draft.isNumbered {
            let text = StepLabel.stripNumbers(opening.text)
            opening.formats = opening.formats.moved(from: opening.text, to: text)
            opening.text = text
        }
        let id = ids.id("item", opening.text.sharedSource)
        var content = ItemContent(opening: opening)
        for block in blocks.all { add(block, id, to: &content) }
        items.append(
            Item(
                id: id, position: items.count + 1, marker: draft.marker ?? marker(of: draft.node), text: opening.text,
                segments: opening.segments, line: parsed.line(of: tree[draft.node].range.lowerBound),
                location: parsed.bitext.location(of: tree[draft.node].range, on: .source), content: content.parts,
                links: content.nodesWithLinks.flatMap { links(in: $0) }, items: content.items))
    }

    // MARK: The item's text

    private typealias Reading = BlockReader.Reading

    /// The words of an item: its first paragraph, or what it has instead. nil if it has no words of its own.
    private mutating func opening(_ blocks: ItemBlocks) -> Reading? {
        for case .text(let nodes) in blocks.all { return reader.read(nodes, except: Self.isImageOrList) }
        for block in blocks.all {
            switch block {
            case .note(_, let nodes):
                let reading = reader.read(nodes, except: Self.isImageOrCode)
                if reading.text.sharedSource?.isEmpty == false { return reading }
            case .code(let node): if let line = firstLine(of: node) { return line }
            case .table(let table):
                guard let row = tree.children(of: table).first(where: { tree.isVisible($0) }) else { continue }
                return reader.read(row)
            default: continue
            }
        }
        if case .include(let node)? = blocks.all.first { return include(node) }
        if blocks.all.contains(where: { if case .list = $0 { true } else { false } }) { return nil }
        for case .image(let node, let block) in blocks.all {
            guard let part = image(node, in: block).first, case .image(let text, _) = part.content else { continue }
            if text.sharedSource?.isEmpty == false { return Reading(text: text, segments: part.segments) }
        }
        return nil
    }

    /// The path of an included file. The file itself is not read.
    private func include(_ node: MarkdownTree.ID) -> Reading {
        let path = tree.destination(of: node)?.url ?? ""
        return Reading(text: BilingualText(source: path, target: parsed.target == nil ? nil : path))
    }

    private func firstLine(of node: MarkdownTree.ID) -> Reading? {
        guard let text = codeBlocks[node]?.firstLine else { return nil }
        return Reading(text: BilingualText(source: text, target: parsed.target == nil ? nil : text))
    }

    /// Lists and images in a paragraph of HTML are parts of their own.
    private static func isImageOrList(_ node: Node) -> Bool { node.kind == .image || node.kind == .list }
    private static func isImageOrCode(_ node: Node) -> Bool { node.kind == .image || node.kind == .codeBlock }

    // MARK: The item's content

    /// What is collected of an item.
    private struct ItemContent {
        /// The item's own text.
        let opening: Reading
        var parts: [Item.Part] = []
        var items: [Item] = []
        /// The nodes of each paragraph, note and table. Their links belong to the item.
        var nodesWithLinks: [[MarkdownTree.ID]] = []
        var hasText = false
        var alternatives = Alternatives()
    }

    private mutating func add(_ block: ItemBlocks.Block, _ id: String, to content: inout ItemContent) {
        switch block {
        case .text(let nodes):
            let reading = content.hasText ? reader.read(nodes, except: Self.isImageOrList) : content.opening
            content.hasText = true
            content.alternatives.readText(reading.text)
            content.parts.append(part(.text(reading.text), reading, at: nodes[0]))
            content.nodesWithLinks.append(nodes)
        case .note(let note, let nodes):
            var reading = reader.read(nodes, except: Self.isImageOrCode)
            if tree[nodes[0]].kind != .alert {
                let text = NoteLabel.strip(reading.text)
                reading.formats = reading.formats.moved(from: reading.text, to: text)
                reading.text = text
            }
            content.parts.append(part(.note(note, reading.text), reading, at: nodes[0]))
            content.nodesWithLinks.append(nodes)
        case .code(let node):
            guard let record = codeBlocks[node] else { return }
            itemOfCodeBlock[node] = id
            let isAlternative = content.alternatives.readCode()
            content.parts.append(part(.code(record.id, isAlternative: isAlternative), [], at: node))
        case .list(let drafts):
            guard let list = drafts.first?.node else { return }
            let start = content.items.count
            for var item in items(drafts) {
                item.position = content.items.count + 1
                content.items.append(item)
            }
            guard content.items.count > start else { return }
            let isChoice = content.alternatives.announcesChoice
            content.alternatives.readList()
            content.parts.append(part(.items(start..<content.items.count, isChoice: isChoice), [], at: list))
        case .table(let table):
            content.alternatives.readList()
            content.parts.append(part(of: table))
            content.nodesWithLinks.append([table])
        case .image(let node, let block):
            content.parts += image(node, in: block)
        case .tab(let tab):
            let reading = reader.read(tab)
            content.alternatives.readTab()
            content.parts.append(part(.text(reading.text), reading, at: tab))
        case .include(let node):
            let reading = include(node)
            content.parts.append(part(.text(reading.text), reading, at: node))
        case .rule:
            content.alternatives.endTabs()
        }
    }

    private mutating func part(_ content: Item.Part.Content, _ segments: [String], at node: MarkdownTree.ID)
        -> Item.Part
    {
        let text = parsed.bitext.source
        let offset = text.origin(of: tree[node].range.lowerBound)
        let file = parsed.bitext.files[text.file]
        // From the last position on: a hostile page may have all parts in one line.
        let known = lastPosition.flatMap { $0.offset <= offset.value ? $0 : nil }
        let position = known.map { file.position(of: offset, after: $0) } ?? file.position(of: offset)
        lastPosition = position
        return Item.Part(content, segments: segments, line: position.line, column: position.column)
    }

    private mutating func part(_ content: Item.Part.Content, _ reading: Reading, at node: MarkdownTree.ID) -> Item.Part
    {
        var part = part(content, reading.segments, at: node)
        if !reading.formats.isEmpty { part.formats = [reading.formats] }
        return part
    }

    private mutating func part(of table: MarkdownTree.ID) -> Item.Part {
        var header: [BilingualText]?
        var rows: [[BilingualText]] = []
        var formats: [BilingualFormats] = []
        for row in tree.children(of: table) where tree[row].kind == .tableRow {
            let cells = tree.cells(of: row).map { reader.read($0) }
            let texts = cells.map(\.text)
            formats += cells.map(\.formats)
            if tree[row].isHeader, header == nil, rows.isEmpty { header = texts } else { rows.append(texts) }
        }
        var part = part(
            .table(Item.Part.Table(header: header, rows: rows)), parsed.segmentIDs(in: tree[table].range), at: table)
        if !formats.allSatisfy(\.isEmpty) { part.formats = formats }
        return part
    }

    private mutating func image(_ node: MarkdownTree.ID, in block: MarkdownTree.ID) -> [Item.Part] {
        if imagesOfBlock.block != block {
            let pairs = linkMatcher.pairs(.image, of: inlines(.image, in: [block]), in: tree[block].range)
            imagesOfBlock = (block, Dictionary(pairs.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first }))
        }
        guard let pair = imagesOfBlock.pairs[node] else { return [] }
        return [part(.image(text(of: pair), url: url(of: pair)), parsed.segmentIDs(in: tree[node].range), at: node)]
    }

    private func links(in nodes: [MarkdownTree.ID]) -> [Item.Link] {
        let links = inlines(.link, in: nodes)
        guard !links.isEmpty, let first = nodes.first, let last = nodes.last else { return [] }
        let range = tree[first].range.lowerBound..<tree[last].range.upperBound
        return linkMatcher.pairs(.link, of: links, in: range).map { Item.Link(text: text(of: $0), url: url(of: $0)) }
    }

    /// The links or images at and below nodes, except those in nested lists.
    private func inlines(_ kind: Node.Kind, in nodes: [MarkdownTree.ID]) -> [MarkdownTree.ID] {
        var found: [MarkdownTree.ID] = []
        for node in nodes {
            var walk = tree.descendants(of: node)
            // A link in the text of a link is the same one.
            var isInTag = false
            while let id = walk.next() {
                if kind == .image {
                    if tree[id].kind == .image { found.append(id) }
                } else if tree.isLink(id) {
                    let isTag = tree[id].kind == .htmlInline
                    if isTag || !isInTag { found.append(id) }
                    isInTag = isInTag || isTag
                } else if tree.isLinkEnd(id) {
                    isInTag = false
                }
                if tree[id].kind == .list, id != node { walk.skipChildren(of: id) }
            }
        }
        return found
    }

    private func text(of pair: LinkMatcher.Pair) -> BilingualText {
        BilingualText(
            source: tree.linkText(pair.source),
            target: pair.target.flatMap { parsed.target?.tree.linkText($0) })
    }

    private func url(of pair: LinkMatcher.Pair) -> BilingualText {
        BilingualText(
            source: tree.linkURL(pair.source), target: pair.target.flatMap { parsed.target?.tree.linkURL($0) })
    }

    private func marker(of item: MarkdownTree.ID) -> String {
        let mark = tree.marker(of: item).map(String.init) ?? "-"
        return tree[item].isOrdered ? "\(tree[item].number)\(mark)" : mark
    }
}
