import Bitext
internal import CLibXML2

/// The structure inside an HTML block: its tables, lists, paragraphs, links, images and text.
///
/// libxml2's HTML parser knows which elements close which; it does not know where in the file its text came from. So it is
/// given the block's tags only: in front of each tag, and in place of each stretch of text, stands a comment that holds
/// the stretch's range on the side. The parser never sees the page's text, and every node keeps its exact place.
///
/// Nothing is fetched: the HTML parser knows no external entities, and network access is off besides.
enum HTMLBlock {
    /// libxml2 must be initialised once before it is used from several threads.
    private static let isInitialised: Bool = {
        xmlInitParser()
        return true
    }()

    /// Replaces the raw lines below an HTML block by nodes for what they mean.
    static func parse(_ block: Int, _ builder: inout TreeBuilder) {
        var outline = Outline(builder.buffer)
        var child = builder.nodes[block].firstChildIndex
        while child >= 0 {
            let node = builder.nodes[Int(child)]
            if node.kind == .text { outline.add(node.range.values) }
            child = node.nextSiblingIndex
        }
        outline.finish()
        builder.nodes[block].firstChildIndex = -1
        builder.nodes[block].lastChildIndex = -1
        // Wrappers without text, `<div>` and `</div>`, are by far the most frequent.
        guard outline.hasContent, isInitialised else { return }
        build(outline, below: block, &builder)
    }

    private static func build(_ outline: Outline, below block: Int, _ builder: inout TreeBuilder) {
        let options = Int32(
            HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_NODEFDTD.rawValue)
        let document = outline.html.withUnsafeBytes { bytes in
            htmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil, "UTF-8",
                options)
        }
        defer { xmlFreeDoc(document) }
        var walk = Walk(outline: outline, block: block)
        if let root = document.flatMap({ xmlDocGetRootElement($0) }) { walk.visit(root, &builder) }
        walk.appendRest(&builder)
    }

    /// Builds nodes from libxml2's tree, without recursion.
    private struct Walk {
        let outline: Outline
        let block: Int
        var place = 0
        /// The first stretch of text that has no node yet.
        var nextText = 0

        mutating func visit(_ root: xmlNodePtr, _ builder: inout TreeBuilder) {
            let outer = builder.current
            builder.current = block
            defer { builder.current = outer }
            // Which open elements have a node of their own.
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
            guard let name = element.pointee.name else { return .transparent }
            let kind: Node.Kind
            switch String(cString: name) {
            case "script", "style": return .skipped
            case "ul", "ol": kind = .list
            case "li": kind = builder.nodes[builder.current].kind == .list ? .item : .htmlContainer
            case "table": kind = .table
            case "tr": kind = .tableRow
            case "td", "th": kind = .tableCell
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
            let index = builder.append(kind, place..<place)
            builder.nodes[index].flags = [.html, .placed]
            describe(index, element, String(cString: name), &builder)
            builder.current = index
            return .node
        }

        /// Fills in what the element's attributes and its place in the tree say.
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
                var number = list.value
                var sibling = list.firstChildIndex
                if list.isOrdered { builder.nodes[index].flags.insert(.ordered) }
                // The item before this one has the number before this one's.
                if Int(sibling) != index {
                    sibling = Int32(previousSibling(of: index, builder))
                    number = builder.nodes[Int(sibling)].value &+ 1
                }
                builder.nodes[index].value = number
                builder.nodes[index].detail = list.detail
            case .heading:
                builder.nodes[index].value = Int32(name.utf8.last.map { $0 &- UInt8(ascii: "0") } ?? 1)
            case .tableCell where name == "th":
                builder.nodes[index].flags.insert(.header)
                builder.nodes[Int(builder.nodes[index].parentIndex)].flags.insert(.header)
            case .link:
                keep(attribute("href", of: element) ?? "", of: index, &builder)
            case .image:
                keep(attribute("src", of: element) ?? "", of: index, &builder)
                if let range = outline.imageText[place] {
                    let outer = builder.current
                    builder.current = index
                    let text = builder.append(.text, range)
                    builder.nodes[text].flags = .html
                    builder.current = outer
                }
            default: break
            }
        }

        private func previousSibling(of index: Int, _ builder: borrowing TreeBuilder) -> Int {
            // A list's items are appended one after the other; text between them is rare and has no number.
            var candidate = index - 1
            let parent = builder.nodes[index].parentIndex
            while candidate > 0, builder.nodes[candidate].parentIndex != parent { candidate -= 1 }
            return max(candidate, 0)
        }

        private func keep(_ url: String, of index: Int, _ builder: inout TreeBuilder) {
            builder.nodes[index].detail = Int32(builder.destinations.count)
            builder.destinations.append(Destination(url: url, title: "", values: nil))
        }

        private func attribute(_ name: String, of element: xmlNodePtr) -> String? {
            // The HTML parser resolves references, so the value is one text node.
            guard let value = xmlHasProp(element, name)?.pointee.children?.pointee.content else { return nil }
            return String(cString: value)
        }

        /// A comment is one of the outline's: `<!--N-->` a place, `<!--tN-->` a stretch of text.
        private mutating func comment(_ node: xmlNodePtr, _ builder: inout TreeBuilder) {
            guard let content = node.pointee.content else { return }
            let text = String(cString: content)
            if text.utf8.first == UInt8(ascii: "t"), let number = Int(text.dropFirst()) {
                guard number == nextText else { return }
                appendText(&builder)
            } else if let offset = Int(text) {
                place = offset
            }
        }

        private mutating func appendText(_ builder: inout TreeBuilder) {
            let index = builder.append(.text, outline.texts[nextText])
            builder.nodes[index].flags = .html
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

        /// libxml2 stops at a nesting of 256; what is behind stays text of the block.
        mutating func appendRest(_ builder: inout TreeBuilder) {
            let outer = builder.current
            builder.current = block
            while nextText < outline.texts.count { appendText(&builder) }
            builder.current = outer
        }
    }
}

/// A block's tags, with comments that tell places in between.
private struct Outline {
    /// Begins with the body, or libxml2 would put the first comments in front of its root.
    private(set) var html: [UInt8] = Array("<body>".utf8)
    private(set) var texts: [Range<Int>] = []
    /// The alternative text of the image whose tag begins at an offset.
    private(set) var imageText: [Int: Range<Int>] = [:]
    /// Whether there is anything but wrappers.
    private(set) var hasContent = false

    private let bytes: Bytes
    private var textStart: Int?
    /// Whether the last tag is one that stands inside a line of text.
    private var endsInline = false
    /// The end tag up to which nothing is text: of a script or a style sheet.
    private var endOfCode: StaticString?
    /// A tag or comment that began on an earlier line.
    private var unfinished: Unfinished?

    /// libxml2 compares each attribute of a tag with all before it; beyond this many bytes it is not given more.
    private static let longestTag = 4096
    /// Where the tag that is being copied begins in ``html``.
    private var tagStart = 0

    private enum Unfinished {
        case tag(quote: UInt8, isEmitted: Bool)
        case comment
    }

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Adds the next line, or part of a line, of the block.
    mutating func add(_ range: Range<Int>) {
        var offset = range.lowerBound
        if let state = unfinished { offset = resume(state, offset, range.upperBound) }
        while offset < range.upperBound {
            if let end = endOfCode {
                guard bytes.hasIgnoringCase(end, at: offset) else {
                    offset += 1
                    continue
                }
                endOfCode = nil
            }
            guard bytes[offset] == UInt8(ascii: "<"), offset + 1 < range.upperBound else {
                if textStart == nil { textStart = offset }
                offset += 1
                continue
            }
            let next = bytes[offset + 1]
            if bytes.has("<!--", at: offset) {
                endText(at: offset)
                offset = resume(.comment, offset + 4, range.upperBound)
            } else if next.isASCIILetter || next == UInt8(ascii: "/") {
                endText(at: offset)
                beginTag(at: offset, to: range.upperBound)
                tagStart = html.count
                html.append(UInt8(ascii: "<"))
                offset = resume(.tag(quote: 0, isEmitted: true), offset + 1, range.upperBound)
            } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
                endText(at: offset)
                offset = resume(.tag(quote: 0, isEmitted: false), offset + 1, range.upperBound)
            } else {
                if textStart == nil { textStart = offset }
                offset += 1
            }
        }
        // The next line is text of its own: in a quote, markers stand in between. The line break is a blank.
        if textStart == nil, unfinished == nil, endsInline { textStart = range.upperBound }
        let lineBreak = bytes.has("\n", at: range.upperBound) ? 1 : bytes.has("\r\n", at: range.upperBound) ? 2 : 0
        endText(at: range.upperBound + lineBreak)
        if unfinished != nil { html.append(UInt8(ascii: "\n")) }
    }

    mutating func finish() {
        if case .tag(_, true) = unfinished { html.append(UInt8(ascii: ">")) }
    }

    private mutating func resume(_ state: Unfinished, _ start: Int, _ end: Int) -> Int {
        switch state {
        case .comment:
            if let close = bytes.firstOffset(of: "-->", from: start, to: end) {
                unfinished = nil
                return close + 3
            }
            unfinished = .comment
            return end
        case .tag(var quote, var isEmitted):
            var offset = start
            while offset < end {
                let byte = bytes[offset]
                offset += 1
                if isEmitted { html.append(byte) }
                if isEmitted, quote == 0, byte == 0x20, html.count - tagStart > Self.longestTag {
                    html.append(UInt8(ascii: ">"))
                    isEmitted = false
                }
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: ">") {
                    unfinished = nil
                    return offset
                }
            }
            unfinished = .tag(quote: quote, isEmitted: isEmitted)
            return end
        }
    }

    private mutating func beginTag(at offset: Int, to end: Int) {
        html += Array("<!--\(offset)-->".utf8)
        endsInline = isInline(tagAt: offset)
        if bytes.hasIgnoringCase("<style", at: offset) { endOfCode = "</style" }
        if bytes.hasIgnoringCase("<script", at: offset) { endOfCode = "</script" }
        guard bytes.hasIgnoringCase("<img", at: offset) else { return }
        hasContent = true
        let close = bytes.firstOffset(of: UInt8(ascii: ">"), from: offset, to: end) ?? end
        if let alt = bytes.firstOffset(of: "alt=\"", from: offset, to: close),
            let quote = bytes.firstOffset(of: UInt8(ascii: "\""), from: alt + 5, to: end)
        {
            imageText[offset] = alt + 5..<quote
        }
    }

    private func isInline(tagAt offset: Int) -> Bool {
        let name = bytes.has("</", at: offset) ? offset + 2 : offset + 1
        for inline: StaticString in ["a", "b", "i", "em", "strong", "code", "span", "kbd", "u", "sub", "sup"]
        where bytes.hasIgnoringCase(inline, at: name)
            && !(name + inline.utf8CodeUnitCount < bytes.count
                && bytes[name + inline.utf8CodeUnitCount].isASCIIAlphanumeric)
        {
            return true
        }
        return false
    }

    private mutating func endText(at end: Int) {
        guard let start = textStart else { return }
        textStart = nil
        let text = start..<end
        if !bytes.trimmed(text).isEmpty { hasContent = true }
        html += Array("<!--t\(texts.count)-->".utf8)
        texts.append(text)
    }
}
