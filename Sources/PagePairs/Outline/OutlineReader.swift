import Bitext
import MarkdownSyntax

/// Finds the blocks of a tree.
struct OutlineReader {
    private let tree: MarkdownTree
    private let bytes: Bytes
    /// Whether the page is MDX, in which paragraphs can be code.
    private let isComponentPage: Bool
    private let shortcodes: Shortcodes
    private(set) var blocks: [OutlineBlock] = []
    /// The context of each open container, outermost first.
    private var containers: [(node: MarkdownTree.ID, context: UInt32)] = []

    init(_ tree: MarkdownTree, _ bytes: Bytes, _ shortcodes: Shortcodes, isComponentPage: Bool) {
        self.tree = tree
        self.bytes = bytes
        self.isComponentPage = isComponentPage
        self.shortcodes = shortcodes
    }

    mutating func read() {
        var walk = tree.descendants(of: MarkdownTree.root)
        /// The last inline of the text that was read last.
        var lastInline: MarkdownTree.ID?
        var isInText = false
        while let id = walk.next() {
            let node = tree[id]
            if node.kind.isInline {
                walk.skipChildren(of: id)
                if !isInText { lastInline = readText(from: id) }
                isInText = id != lastInline
                continue
            }
            isInText = false
            enter(id)
            switch node.kind {
            case .codeBlock: if !addShortcodes(of: id) { add(.code, id, node.range) }
            case .thematicBreak: add(.line, id, node.range)
            case .tableRow where !hasRow(below: id):
                addRow(id)
                walk.skipChildren(of: id)
            case .htmlBlock where tree.firstChild(of: id) == nil:
                add(.markup, id, node.range)
            default: break
            }
        }
    }

    /// Closes the containers that a block is not in, and opens the block if it is a container.
    private mutating func enter(_ id: MarkdownTree.ID) {
        let parent = tree.parent(of: id) ?? MarkdownTree.root
        while let last = containers.last, last.node != parent { containers.removeLast() }
        let node = tree[id]
        var context = containers.last?.context ?? 0
        switch node.kind {
        case .list: context = context &* 31 &+ (node.isOrdered ? 3 : 2)
        case .blockQuote: context = context &* 31 &+ 5
        case .alert: context = context &* 31 &+ 7 &+ UInt32(tree.alert(id)?.rawValue.utf8.first ?? 0)
        default: break
        }
        containers.append((id, context))
    }

    private var context: UInt32 { containers.last?.context ?? 0 }

    /// Whether no block of the same item is before this one.
    private func isFirstOfItem(_ id: MarkdownTree.ID) -> Bool {
        guard let parent = tree.parent(of: id) else { return false }
        if tree[id].kind == .item { return true }
        return tree[parent].kind == .item && tree.firstChild(of: parent) == id
    }

    private func hasRow(below id: MarkdownTree.ID) -> Bool {
        guard tree[id].isHTML else { return false }
        return tree.descendants(of: id).contains { $0 != id && tree[$0].kind == .tableRow }
    }

    private mutating func add(
        _ kind: OutlineBlock.Kind, _ id: MarkdownTree.ID, _ range: SideRange, value: Int = 0,
        inlines: (MarkdownTree.ID, MarkdownTree.ID)? = nil
    ) {
        blocks.append(
            OutlineBlock(
                kind: kind, value: Int32(truncatingIfNeeded: value), node: id, inlines: inlines, range: range,
                context: context, isFirstOfItem: isFirstOfItem(id)))
    }

    private mutating func addRow(_ id: MarkdownTree.ID) {
        var count = 0
        for child in tree.children(of: id) where tree[child].kind == .tableCell { count += 1 }
        add(.row, id, tree[id].range, value: count)
    }

    /// Adds the text that begins with an inline.
    ///
    /// - Returns: the last inline of the text.
    private mutating func readText(from first: MarkdownTree.ID) -> MarkdownTree.ID {
        var last = first
        var hasText = tree.isTranslatable(first, in: bytes)
        while let next = tree.nextSibling(of: last), tree[next].kind.isInline {
            last = next
            if !hasText { hasText = tree.isTranslatable(last, in: bytes) }
        }
        let parent = tree.parent(of: first) ?? MarkdownTree.root
        while let open = containers.last, open.node != parent { containers.removeLast() }
        let start = tree[first].range.lowerBound
        let end = max(tree[last].range.upperBound, start)
        let range = SideRange(bytes.trimmed(start.value..<end.value))
        guard !range.isEmpty else { return last }
        addText(range.values, in: parent, (first, last), hasText: hasText)
        return last
    }

    /// Adds a text, or a block of markup if nothing in it is to be translated. Shortcodes that enclose text are blocks of
    /// markup: `{{% alert %}}` needs no empty line after it.
    private mutating func addText(
        _ text: Range<Int>, in parent: MarkdownTree.ID, _ inlines: (MarkdownTree.ID, MarkdownTree.ID), hasText: Bool
    ) {
        let isCode = isComponentPage && isScript(text)
        guard hasText, !isCode, shortcodes.end(from: text.lowerBound, to: text.upperBound) != text.upperBound else {
            return add(.markup, parent, SideRange(text))
        }
        var (rest, inlines) = (text, inlines)
        if let end = endOfAlertMarker(text, in: parent) {
            if end > text.lowerBound { add(.markup, parent, SideRange(text.lowerBound..<end)) }
            rest = bytes.trimmed(end..<text.upperBound)
            if let (title, body) = lines(from: inlines.0, to: inlines.1) {
                let start = tree[body].range.lowerBound.value
                let line = bytes.trimmed(end..<max(end, tree[title].range.upperBound.value))
                if !line.isEmpty { add(.paragraph, parent, SideRange(line), inlines: (inlines.0, title)) }
                rest = bytes.trimmed(start..<max(start, text.upperBound))
                inlines.0 = body
            }
        }
        while let end = shortcodes.end(from: rest.lowerBound, to: rest.upperBound),
            shortcodes.isMarkup(rest.lowerBound..<end)
        {
            add(.markup, parent, SideRange(rest.lowerBound..<end))
            rest = bytes.trimmed(end..<rest.upperBound)
        }
        var trailing: [Range<Int>] = []
        while let start = shortcodes.start(before: rest.upperBound, from: rest.lowerBound),
            shortcodes.isMarkup(start..<rest.upperBound)
        {
            trailing.append(start..<rest.upperBound)
            rest = bytes.trimmed(rest.lowerBound..<start)
        }
        if !rest.isEmpty {
            let isHeading = tree[parent].kind == .heading || tree[parent].kind == .tab
            add(
                isHeading ? .heading : .paragraph, parent, SideRange(rest), value: isHeading ? tree[parent].level : 0,
                inlines: inlines)
        }
        for line in trailing.reversed() { add(.markup, parent, SideRange(line)) }
    }

    /// Adds the shortcodes of a block of indented code that is nothing else: the site replaces them before it reads Markdown.
    private mutating func addShortcodes(of code: MarkdownTree.ID) -> Bool {
        var rest = bytes.trimmed(tree[code].range.values)
        var found: [Range<Int>] = []
        while let end = shortcodes.end(from: rest.lowerBound, to: rest.upperBound) {
            found.append(rest.lowerBound..<end)
            rest = bytes.trimmed(end..<rest.upperBound)
        }
        guard rest.isEmpty, !found.isEmpty else { return false }
        for shortcode in found { add(.markup, code, SideRange(shortcode)) }
        return true
    }

    /// The last inline of the first line of a text, and the first one of the next line; nil for a text of one line.
    private func lines(
        from first: MarkdownTree.ID, to last: MarkdownTree.ID
    ) -> (end: MarkdownTree.ID, next: MarkdownTree.ID)? {
        var end = first
        while end != last, let next = tree.nextSibling(of: end) {
            // The break after `[!NOTE]` is a directive.
            let isBreak = tree[next].kind == .softBreak || tree[next].kind == .lineBreak
            if isBreak || tree[next].kind == .directive && tree[next].range.isEmpty {
                return tree.nextSibling(of: next).map { (end, $0) }
            }
            end = next
        }
        return nil
    }

    /// The end of `[!NOTE]` in a quote that is no alert for GitHub, as it has a title: `> [!NOTE] Before you begin`. Hugo and
    /// Obsidian read it. nil for other text.
    private func endOfAlertMarker(_ text: Range<Int>, in parent: MarkdownTree.ID) -> Int? {
        guard isInQuote(parent) else { return nil }
        // The tree has taken the marks of Microsoft out of the text.
        var start = text.lowerBound
        while start > 0, start > text.lowerBound - 32, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        while start < text.lowerBound, bytes[start].isOne(of: "> ") { start += 1 }
        guard bytes.has("[!", at: start) else { return nil }
        var end = start + 2
        // A translator can have translated it.
        while end < text.upperBound, bytes[end].isASCIILetter || bytes[end] >= 0x80 { end += 1 }
        guard end > start + 2, end < text.upperBound, bytes[end] == UInt8(ascii: "]") else { return nil }
        return max(end + 1, text.lowerBound)
    }

    private func isInQuote(_ node: MarkdownTree.ID) -> Bool {
        [node, tree.parent(of: node) ?? node].contains { tree[$0].kind == .blockQuote || tree[$0].kind == .alert }
    }

    /// Whether a paragraph of MDX is code: `import`, `export` or a component.
    private func isScript(_ range: Range<Int>) -> Bool {
        bytes.has("import ", at: range.lowerBound) || bytes.has("export ", at: range.lowerBound)
            || bytes[range.lowerBound] == UInt8(ascii: "{") && bytes[range.upperBound - 1] == UInt8(ascii: "}")
            || bytes[range.lowerBound] == UInt8(ascii: "<") && bytes[range.upperBound - 1] == UInt8(ascii: ">")
    }
}

extension MarkdownTree {
    /// Whether an inline has something to translate.
    func isTranslatable(_ id: ID, in bytes: Bytes) -> Bool {
        let node = self[id]
        switch node.kind {
        case .text:
            return node.range.values.contains { bytes[$0] >= 0x80 || bytes[$0] > 0x20 }
        case .entity, .codeSpan, .image: return true
        case .emphasis, .strong, .strikethrough, .link:
            return firstChild(of: id) != nil
        default: return false
        }
    }
}
