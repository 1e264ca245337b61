import Bitext
internal import CLibXML2

/// Parses the structure inside an HTML block: its tables, lists, paragraphs, code, links, images and text.
///
/// libxml2's HTML parser knows which elements close which, but does not report offsets. So it parses the block's
/// ``HTMLOutline``: the tags only, with a comment before each tag for its offset, and a comment in place of each text. The
/// parser never sees the page's text, and the range of every node is exact.
///
/// Nothing is fetched: the HTML parser has no external entities, and network access is off.
enum HTMLBlock {
    /// libxml2 must be initialised once before it is used from several threads.
    private static let isInitialised: Bool = {
        xmlInitParser()
        return true
    }()

    /// Replaces the text nodes of an HTML block by nodes for its elements.
    static func parse(_ block: Int, _ builder: inout TreeBuilder) {
        var outline = HTMLOutline(builder.buffer)
        var child = builder.nodes[block].firstChildIndex
        var end = 0
        while child >= 0 {
            let node = builder.nodes[Int(child)]
            if node.kind == .text {
                outline.add(node.range.values)
                end = node.range.values.upperBound
            }
            child = node.nextSiblingIndex
        }
        outline.finish()
        builder.nodes[block].firstChildIndex = -1
        builder.nodes[block].lastChildIndex = -1
        // Most blocks have only `<div>` or `</div>`, without text.
        guard outline.hasContent, isInitialised else { return }
        build(outline, below: block, to: end, &builder)
    }

    private static func build(
        _ outline: HTMLOutline, below block: Int, to end: Int, _ builder: inout TreeBuilder
    ) {
        let options = Int32(
            HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_NODEFDTD.rawValue)
        let document = outline.html.withUnsafeBytes { bytes in
            htmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil, "UTF-8",
                options)
        }
        defer { xmlFreeDoc(document) }
        var walk = Walk(outline: outline, block: block, end: end)
        if let root = document.flatMap({ xmlDocGetRootElement($0) }) { walk.visit(root, &builder) }
        walk.appendRest(&builder)
    }

    /// Builds nodes from libxml2's tree, without recursion.
    private struct Walk {
        /// From this ``depth`` on, texts without a node are taken for those that libxml2 has not reached. It stops at a nesting of 256, and
        /// ``depth`` may be less: it counts only elements that have children and are not skipped.
        private static let deepest = 240

        let outline: HTMLOutline
        let block: Int
        /// Where the block's text ends.
        let end: Int
        /// The offset of the next tag.
        var offset = 0
        /// The first text without a node.
        var nextText = 0
        /// Where the last `<pre>` ends. What begins before it is code: libxml2 closes `<pre>` before `<ul>` and `<table>`, so
        /// its tree does not tell.
        var codeEnd = 0
        /// Whether a `<pre>` has no end tag. Those after it have none either, so that it is not searched again.
        var isPreformattedOpen = false
        /// How deep the elements are nested.
        var depth = 0

        mutating func visit(_ root: xmlNodePtr, _ builder: inout TreeBuilder) {
            let outer = builder.current
            builder.current = block
            defer { builder.current = outer }
            // For each open element, whether it has a node.
            var hasNode: [Bool] = []
            var next: xmlNodePtr? = root
            while let node = next {
                var isEntered = false
                if node.pointee.type == XML_COMMENT_NODE {
                    comment(node, &builder)
                } else if node.pointee.type == XML_ELEMENT_NODE {
                    let opened = open(node, &builder)
                    if opened != .skipped, let child = node.pointee.children {
                        hasNode.append(opened == .node)
                        depth = max(depth, hasNode.count)
                        next = child
                        isEntered = true
                    } else if opened == .node {
                        close(&builder)
                    }
                }
                if isEntered { continue }
                next = node.pointee.next
                var ended = node
                while next == nil, let parent = ended.pointee.parent, ended != root, !hasNode.isEmpty {
                    if hasNode.removeLast() { close(&builder) }
                    ended = parent
                    next = ended == root ? nil : ended.pointee.next
                }
                if next == nil { break }
            }
            while let last = hasNode.popLast() {
                if last { close(&builder) }
            }
        }

        private enum Opened {
            case node, transparent, skipped
        }

        private mutating func open(_ element: xmlNodePtr, _ builder: inout TreeBuilder) -> Opened {
            // The tags in code are no part of it.
            guard let name = element.pointee.name, offset >= codeEnd else { return .transparent }
            if String(cString: name) == "pre", appendCode(element, &builder) { return .transparent }
            let kind: Node.Kind
            switch String(cString: name) {
            case "script", "style": return .skipped
            case "ul", "ol": kind = .list
            case "li": kind = builder.nodes[builder.current].kind == .list ? .item : .htmlContainer
            case "table": kind = .table
            case "tr": kind = .tableRow
            case "td", "th": kind = .tableCell
            // `<pre>` without its end.
            case "p", "pre": kind = .paragraph
            case "h1", "h2", "h3", "h4", "h5", "h6": kind = .heading
            case "div", "dl", "dt", "dd", "section", "details", "summary", "blockquote", "center", "caption":
                kind = .htmlContainer
            case "a": kind = .link
            case "img": kind = .image
            case "br": kind = .lineBreak
            case "hr": kind = .thematicBreak
            case "b", "strong": kind = .strong
            case "i", "em": kind = .emphasis
            case "code", "kbd", "samp", "tt": kind = .codeSpan
            default: return .transparent
            }
            let index = builder.append(kind, offset..<offset)
            builder.nodes[index].flags = [.html, .placed]
            describe(index, element, String(cString: name), &builder)
            builder.current = index
            return .node
        }

        /// Adds a block of code for `<pre>`. Returns false if its end is not in the HTML block.
        private mutating func appendCode(_ element: xmlNodePtr, _ builder: inout TreeBuilder) -> Bool {
            guard !isPreformattedOpen else { return false }
            let quotes = builder.quotes(around: block)
            guard let found = PreformattedCode(builder.buffer, at: offset, to: end, quotes: quotes) else {
                isPreformattedOpen = true
                return false
            }
            codeEnd = found.end
            let index = builder.append(.codeBlock, offset..<found.end)
            builder.nodes[index].flags = [.html, .placed]
            builder.nodes[index].detail = Int32(builder.codeBlocks.count)
            builder.codeBlocks.append(
                CodeBlock(isFenced: true, info: language(of: element), bytes: found.code, pieces: found.pieces))
            return true
        }

        /// The language that `<pre>`, or `<code>` in it, has as its class: `lang-powershell`.
        private func language(of pre: xmlNodePtr) -> String {
            var child = pre.pointee.children
            while let node = child, node.pointee.type != XML_ELEMENT_NODE { child = node.pointee.next }
            for element in [pre, child].compactMap({ $0 }) {
                for name in (attribute("class", of: element) ?? "").split(separator: " ") {
                    for prefix in ["lang-", "language-"] where name.hasPrefix(prefix) {
                        return String(name.dropFirst(prefix.count))
                    }
                }
            }
            return attribute("lang", of: pre) ?? ""
        }

        /// Sets the properties of a node by the element's attributes and its parent.
        private func describe(_ index: Int, _ element: xmlNodePtr, _ name: String, _ builder: inout TreeBuilder) {
            switch builder.nodes[index].kind {
            case .list where name == "ol":
                builder.nodes[index].flags.insert(.ordered)
                builder.nodes[index].value = attribute("start", of: element).flatMap { Int32($0) } ?? 1
                builder.nodes[index].detail = Int32(UInt8(ascii: "."))
            case .list:
                builder.nodes[index].detail = Int32(UInt8(ascii: "-"))
            case .item:
                let list = builder.nodes[Int(builder.nodes[index].parentIndex)]
                if list.isOrdered { builder.nodes[index].flags.insert(.ordered) }
                let previous = previousItem(of: index, builder)
                builder.nodes[index].value = previous.map { builder.nodes[$0].value &+ 1 } ?? list.value
                builder.nodes[index].detail = list.detail
            case .heading:
                builder.nodes[index].value = Int32(name.utf8.last.map { $0 &- UInt8(ascii: "0") } ?? 1)
            case .tableCell where name == "th":
                builder.nodes[index].flags.insert(.header)
                builder.nodes[Int(builder.nodes[index].parentIndex)].flags.insert(.header)
            case .link:
                setDestination(attribute("href", of: element) ?? "", of: index, &builder)
            case .image:
                setDestination(attribute("src", of: element) ?? "", of: index, &builder)
                if let range = outline.imageText[offset] {
                    let outer = builder.current
                    builder.current = index
                    let text = builder.append(.text, range)
                    builder.nodes[text].flags = .html
                    builder.current = outer
                }
            default: break
            }
        }

        /// The item before an item in its list, or nil. Text may be between them.
        private func previousItem(of index: Int, _ builder: borrowing TreeBuilder) -> Int? {
            let list = builder.nodes[index].parentIndex
            var candidate = index - 1
            while candidate > list {
                let node = builder.nodes[candidate]
                if node.parentIndex == list, node.kind == .item { return candidate }
                candidate -= 1
            }
            return nil
        }

        private func setDestination(_ url: String, of index: Int, _ builder: inout TreeBuilder) {
            builder.nodes[index].detail = Int32(builder.destinations.count)
            builder.destinations.append(Destination(url: url, title: "", values: nil))
        }

        private func attribute(_ name: String, of element: xmlNodePtr) -> String? {
            // The HTML parser resolves references, so the value is one text node.
            guard let value = xmlHasProp(element, name)?.pointee.children?.pointee.content else { return nil }
            return String(cString: value)
        }

        /// Reads a comment of the outline: `<!--N-->` is an offset, `<!--tN-->` a text.
        private mutating func comment(_ node: xmlNodePtr, _ builder: inout TreeBuilder) {
            guard let content = node.pointee.content else { return }
            let text = String(cString: content)
            if text.utf8.first == UInt8(ascii: "t"), let number = Int(text.dropFirst()) {
                guard number == nextText else { return }
                appendText(&builder)
            } else if let offset = Int(text) {
                self.offset = offset
            }
        }

        private mutating func appendText(_ builder: inout TreeBuilder) {
            let text = outline.texts[nextText]
            if text.lowerBound >= codeEnd {
                let index = builder.append(.text, text)
                builder.nodes[index].flags = .html
            }
            nextText += 1
        }

        private mutating func close(_ builder: inout TreeBuilder) {
            let index = builder.current
            let last = builder.nodes[index].lastChildIndex
            if last >= 0 {
                let range = builder.nodes[index].range.values
                let end = max(range.upperBound, Int(builder.nodes[Int(last)].upper))
                builder.nodes[index].upper = Int32(builder.buffer.trimmed(range.lowerBound..<end).upperBound)
            }
            builder.current = Int(builder.nodes[index].parentIndex)
        }

        /// Appends the texts that libxml2 has not reached, as it stops at a nesting of 256.
        mutating func appendRest(_ builder: inout TreeBuilder) {
            let outer = builder.current
            builder.current = block
            if depth >= Self.deepest, nextText < outline.texts.count, builder.deepNesting == nil {
                builder.deepNesting = outline.texts[nextText].lowerBound
            }
            while nextText < outline.texts.count { appendText(&builder) }
            builder.current = outer
        }
    }
}

extension TreeBuilder {
    /// How many quotes are around a block.
    fileprivate func quotes(around block: Int) -> Int {
        var count = 0
        var parent = Int(nodes[block].parentIndex)
        while parent > 0 {
            if nodes[parent].kind == .blockQuote || nodes[parent].kind == .alert { count += 1 }
            parent = Int(nodes[parent].parentIndex)
        }
        return count
    }
}
