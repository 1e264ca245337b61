import Bitext
internal import CMD4C

/// Builds a ``MarkdownTree`` from md4c's callbacks.
///
/// md4c reports blocks and inlines in the order of the page and hands back pointers into our own bytes for all text, so
/// text has its place at once. It does not say where a marker, a fence or a container begins: ``BlockPlacing`` finds
/// that from the first text inside, or, in a block without text, from the end of what came before.
struct TreeBuilder: ~Copyable {
    let bytes: [UInt8]
    let bodyStart: Int
    var nodes: NodeList
    var destinations: [Destination] = []
    /// How long all destinations and titles are together.
    private var destinationBytes = 0
    var codeBlocks: [CodeBlock] = []

    /// Borrowed for the length of ``build()`` only.
    var buffer = Bytes(start: nil, count: 0)
    /// The way back to ``buffer`` from what md4c parses.
    private var insertions = ParserInput.Insertions()
    /// The length of what md4c parses.
    private var inputCount = 0
    /// The innermost open node.
    var current = 0
    /// Behind all that has been placed; moves forward only.
    var cursor: Int
    /// Open blocks that have no place yet, outermost first.
    var unplaced: [Int] = []
    /// The code of the block that is being read, until it is known how long it is.
    private var code: [UInt8] = []
    private var codePieces: [CodeBlock.Piece] = []
    /// Line breaks at the beginning of a code block, before its first text.
    var leadingCodeLines = 0
    private var implicitParagraph = -1
    /// How many inlines of each kind are open.
    private var openInlines = [Int](repeating: 0, count: Int(Node.Kind.directive.rawValue) + 1)
    /// How many of them are links or images.
    private var openLinks = 0
    var addresses = AddressSearch()
    /// Rows of the current table so far.
    private var tableRow = 0
    /// Whether a tag of the current table cell begins a list.
    private var hasListTag = false

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        bodyStart = min(start, bytes.count)
        cursor = bodyStart
        // Real pages have a node for every sixty to eighty bytes.
        nodes = NodeList(reserving: bytes.count / 48 + 16)
    }

    consuming func build() -> MarkdownTree {
        parse()
        return MarkdownTree(bytes: bytes, nodes: nodes, destinations: destinations, codeBlocks: codeBlocks)
    }

    private mutating func parse() {
        // The array holds on to its memory as long as the pointer lives.
        let bytes = self.bytes
        bytes.withUnsafeBufferPointer { buffer in
            self.buffer = buffer
            if let input = ParserInput(buffer, from: bodyStart) {
                insertions = input.insertions
                input.bytes.withUnsafeBufferPointer { parseCopy(of: $0) }
            } else {
                parseCopy(of: buffer)
            }
            self.buffer = Bytes(start: nil, count: 0)
        }
    }

    /// What md4c hands back to us: the builder, and the buffer that its pointers point into.
    private struct Context {
        var builder: UnsafeMutablePointer<TreeBuilder>
        var base: UnsafePointer<UInt8>
    }

    /// Parses a copy with line ends behind it: md4c 0.4 looks at the byte behind its text, where a `.` or `)` that happens to be in
    /// memory makes a list item of digits in the last line.
    private mutating func parseCopy(of input: Bytes) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: input.count + Self.padding)
        defer { copy.deallocate() }
        let end = copy.initialize(fromContentsOf: input)
        copy[end...].initialize(repeating: UInt8(ascii: "\n"))
        parse(Bytes(rebasing: copy[..<end]))
    }

    private static let padding = 8

    private mutating func parse(_ input: Bytes) {
        inputCount = input.count
        guard let base = input.baseAddress, bodyStart < input.count else {
            nodes.append(Node(kind: .document, lower: Int32(bodyStart), upper: Int32(bodyStart), parentIndex: -1))
            return
        }
        var parser = MD_PARSER()
        parser.flags = UInt32(
            MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
        parser.enter_block = { type, detail, context in
            Self.context(context) { $0.enterBlock(type, detail, base: $1) }
        }
        parser.leave_block = { type, detail, context in
            Self.context(context) { builder, _ in builder.leaveBlock(type, detail) }
        }
        parser.enter_span = { type, detail, context in
            Self.context(context) { $0.enterSpan(type, detail, base: $1) }
        }
        parser.leave_span = { type, _, context in
            Self.context(context) { builder, _ in builder.leaveSpan(type) }
        }
        parser.text = { type, text, size, context in
            Self.context(context) { $0.text(type, text, Int(size), base: $1) }
        }
        let start = bodyStart
        // The context lives on this stack frame, and md4c keeps no pointer to it beyond md_parse.
        withUnsafeMutablePointer(to: &self) { builder in
            var context = Context(builder: builder, base: base)
            base.withMemoryRebound(to: CChar.self, capacity: input.count) { characters in
                _ = md_parse(characters + start, MD_SIZE(input.count - start), &parser, &context)
            }
        }
        if nodes.isEmpty {
            nodes.append(Node(kind: .document, lower: Int32(bodyStart), upper: Int32(bodyStart), parentIndex: -1))
        }
    }

    @inline(__always)
    private static func context(
        _ raw: UnsafeMutableRawPointer?, _ body: (inout TreeBuilder, UnsafePointer<UInt8>) -> Void
    ) -> Int32 {
        guard let context = raw?.assumingMemoryBound(to: Context.self).pointee else { return -1 }
        body(&context.builder.pointee, context.base)
        return 0
    }

    /// The offset of a pointer that md4c handed back, or nil where it points to md4c's own memory.
    private func offset(of pointer: UnsafePointer<CChar>?, base: UnsafePointer<UInt8>) -> Int? {
        guard let pointer else { return nil }
        let offset = UnsafeRawPointer(pointer) - UnsafeRawPointer(base)
        guard offset >= 0, offset <= inputCount else { return nil }
        return insertions.isEmpty ? offset : insertions.sideOffset(of: InputOffset(offset)).value
    }

    // MARK: Nodes

    /// Appends a node below the current one.
    @discardableResult
    mutating func append(_ kind: Node.Kind, _ range: Range<Int>) -> Int {
        let index = nodes.count
        let parent = current
        nodes.append(
            Node(kind: kind, lower: Int32(range.lowerBound), upper: Int32(range.upperBound), parentIndex: Int32(parent))
        )
        let before = nodes[parent].lastChildIndex
        if before >= 0 {
            nodes[Int(before)].nextSiblingIndex = Int32(index)
        } else {
            nodes[parent].firstChildIndex = Int32(index)
        }
        nodes[parent].lastChildIndex = Int32(index)
        return index
    }

    private mutating func open(_ kind: Node.Kind) -> Int {
        current = append(kind, cursor..<cursor)
        return current
    }

    // MARK: Blocks

    private mutating func enterBlock(
        _ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?, base: UnsafePointer<UInt8>
    ) {
        closeInlines()
        endImplicitParagraph()
        let index: Int
        switch type {
        case MD_BLOCK_DOC:
            var document = Node(kind: .document, lower: Int32(bodyStart), upper: Int32(buffer.count), parentIndex: -1)
            document.flags = .placed
            nodes.append(document)
            current = 0
            return
        case MD_BLOCK_THEAD, MD_BLOCK_TBODY:
            return
        case MD_BLOCK_QUOTE: index = open(.blockQuote)
        case MD_BLOCK_UL:
            index = open(.list)
            if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_UL_DETAIL.self).pointee {
                nodes[index].detail = Int32(detail.mark)
                if detail.is_tight != 0 { nodes[index].flags.insert(.tight) }
            }
        case MD_BLOCK_OL:
            index = open(.list)
            nodes[index].flags.insert(.ordered)
            if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee {
                nodes[index].value = Int32(truncatingIfNeeded: detail.start)
                nodes[index].detail = Int32(detail.mark_delimiter)
                if detail.is_tight != 0 { nodes[index].flags.insert(.tight) }
            }
        case MD_BLOCK_LI:
            let list = current
            let number =
                nodes[list].lastChildIndex < 0
                ? nodes[list].value : nodes[Int(nodes[list].lastChildIndex)].value &+ 1
            index = open(.item)
            nodes[index].value = number
            if nodes[list].isOrdered { nodes[index].flags.insert(.ordered) }
            nodes[index].detail = nodes[list].detail
            if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_LI_DETAIL.self).pointee, detail.is_task != 0 {
                nodes[index].flags.insert(.task)
                if detail.task_mark != CChar(UInt8(ascii: " ")) { nodes[index].flags.insert(.checked) }
            }
        case MD_BLOCK_HR: index = open(.thematicBreak)
        case MD_BLOCK_H:
            index = open(.heading)
            if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee {
                nodes[index].value = Int32(detail.level)
            }
        case MD_BLOCK_CODE:
            index = open(.codeBlock)
            leadingCodeLines = 0
            enterCodeBlock(index, detail, base: base)
            return
        case MD_BLOCK_HTML: index = open(.htmlBlock)
        case MD_BLOCK_TABLE:
            index = open(.table)
            tableRow = -1
            if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_TABLE_DETAIL.self).pointee {
                nodes[index].value = Int32(detail.body_row_count)
            }
        case MD_BLOCK_TR:
            tableRow += 1
            index = open(.tableRow)
            nodes[index].value = Int32(tableRow)
            if tableRow == 0 { nodes[index].flags.insert(.header) }
        case MD_BLOCK_TH:
            index = open(.tableCell)
            nodes[index].flags.insert(.header)
        case MD_BLOCK_TD: index = open(.tableCell)
        default: index = open(.paragraph)
        }
        unplaced.append(index)
    }

    /// md4c reports no paragraphs in the items of a tight list; CommonMark has them there (section 5.3), and so do we.
    private mutating func beginImplicitParagraph() {
        guard nodes[current].kind == .item else { return }
        implicitParagraph = open(.paragraph)
        unplaced.append(implicitParagraph)
    }

    private mutating func endImplicitParagraph() {
        guard implicitParagraph >= 0, current == implicitParagraph else { return }
        implicitParagraph = -1
        leaveBlock(MD_BLOCK_P, nil)
    }

    private mutating func enterCodeBlock(
        _ index: Int, _ detail: UnsafeMutableRawPointer?, base: UnsafePointer<UInt8>
    ) {
        nodes[index].detail = Int32(codeBlocks.count)
        unplaced.append(index)
        var isFenced = false
        var info = ""
        if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee {
            isFenced = detail.fence_char != 0
            nodes[index].value = Int32(detail.fence_char)
            info = string(detail.info)
            if isFenced, detail.info.size > 0, let at = offset(of: detail.info.text, base: base) {
                placeUnplaced(firstLineHolds: at)
                cursor = max(cursor, at)
            }
        }
        codeBlocks.append(CodeBlock(isFenced: isFenced, info: info, bytes: [], pieces: []))
    }

    private mutating func leaveBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
        closeInlines()
        switch type {
        case MD_BLOCK_THEAD, MD_BLOCK_TBODY, MD_BLOCK_DOC: return
        default: endImplicitParagraph()
        }
        let index = current
        if !nodes[index].flags.contains(.placed) { placeWithoutText(index) }
        endBlock(index)
        switch nodes[index].kind {
        case .blockQuote: recogniseAlert(index)
        case .paragraph: recogniseDirectives(index)
        case .heading: recogniseTab(index)
        case .htmlBlock: HTMLBlock.parse(index, &self)
        case .codeBlock: finishCode(of: index)
        case .tableCell where hasListTag:
            hasListTag = false
            CellLists.recognise(in: index, &self)
        default: break
        }
        current = Int(nodes[index].parentIndex)
    }

    // MARK: Inlines

    private mutating func enterSpan(
        _ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?, base: UnsafePointer<UInt8>
    ) {
        beginImplicitParagraph()
        let index = open(Self.kind(of: type))
        openInlines[Int(nodes[index].kind.rawValue)] += 1
        switch type {
        case MD_SPAN_A:
            openLinks += 1
            if let detail = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee {
                keep(detail.href, title: detail.title, of: index, base: base)
            }
        case MD_SPAN_IMG:
            openLinks += 1
            if let detail = detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee {
                keep(detail.src, title: detail.title, of: index, base: base)
            }
        default: break
        }
    }

    private mutating func keep(
        _ url: MD_ATTRIBUTE, title: MD_ATTRIBUTE, of index: Int, base: UnsafePointer<UInt8>
    ) {
        nodes[index].detail = Int32(destinations.count)
        var range: Range<Int>?
        if let at = offset(of: url.text, base: base), url.size > 0, at >= cursor {
            range = at..<at + Int(url.size)
        }
        // A reference is four bytes, what it stands for may be a million: a page of nothing else would fill the memory.
        // Where all together are sixteen times the page, further ones lead nowhere (cmark has a limit too).
        destinationBytes += Int(url.size) + Int(title.size)
        guard destinationBytes <= 16 * bytes.count + 1 << 20 else {
            return destinations.append(Destination(url: "", title: "", values: nil))
        }
        destinations.append(
            Destination(
                url: string(url),
                title: string(title),
                values: range))
    }

    /// An attribute, entities resolved.
    private func string(_ attribute: MD_ATTRIBUTE) -> String {
        guard attribute.size > 0, let text = attribute.text else { return "" }
        let all = UnsafeRawBufferPointer(start: text, count: Int(attribute.size))
        guard let types = attribute.substr_types, let offsets = attribute.substr_offsets,
            // Nearly always it is one piece.
            types[0] != MD_TEXT_NORMAL || Int(offsets[1]) < all.count
        else { return String(decoding: all, as: UTF8.self) }
        var result: [UInt8] = []
        var index = 0
        // md4c ends the offsets with the attribute's size.
        while Int(offsets[index]) < all.count {
            let part = all[Int(offsets[index])..<min(Int(offsets[index + 1]), all.count)]
            switch types[index] {
            case MD_TEXT_ENTITY: Entity.append(part, to: &result)
            case MD_TEXT_NULLCHAR: result += [0xEF, 0xBF, 0xBD]
            default: result += part
            }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Ends the innermost open inline of a kind.
    ///
    /// md4c does not always pair them: with autolinks on, `http://a.o*]*` leaves an inline that was never entered, and the
    /// other way round. What was never entered cannot end; what is not left ends with what it is in.
    private mutating func leaveSpan(_ type: MD_SPANTYPE) {
        let kind = Self.kind(of: type)
        guard isInside(kind) else { return }
        while nodes[current].kind != kind { closeInline() }
        closeInline()
    }

    /// Ends all open inlines of a block that begins or ends.
    private mutating func closeInlines() {
        while !nodes.isEmpty, nodes[current].kind.isInline { closeInline() }
    }

    private mutating func closeInline() {
        let index = current
        let kind = nodes[index].kind
        openInlines[Int(kind.rawValue)] -= 1
        if kind == .link || kind == .image { openLinks -= 1 }
        placeInline(index)
        recogniseInclude(index)
        current = Int(nodes[index].parentIndex)
    }

    private func isInside(_ kind: Node.Kind) -> Bool { openInlines[Int(kind.rawValue)] > 0 }

    private static func kind(of type: MD_SPANTYPE) -> Node.Kind {
        switch type {
        case MD_SPAN_STRONG: .strong
        case MD_SPAN_DEL: .strikethrough
        case MD_SPAN_CODE: .codeSpan
        case MD_SPAN_A: .link
        case MD_SPAN_IMG: .image
        default: .emphasis
        }
    }

    private mutating func text(
        _ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int, base: UnsafePointer<UInt8>
    ) {
        let start = offset(of: text, base: base)
        if nodes[current].kind == .codeBlock {
            appendCode(text, size, at: start, to: offset(of: text.map { $0 + size }, base: base))
            return
        }
        beginImplicitParagraph()
        guard let start, size > 0 || type == MD_TEXT_BR || type == MD_TEXT_SOFTBR else {
            // md4c's own memory: a line break.
            if type == MD_TEXT_SOFTBR || type == MD_TEXT_BR {
                append(type == MD_TEXT_BR ? .lineBreak : .softBreak, cursor..<cursor)
            } else if type == MD_TEXT_NULLCHAR {
                append(.text, cursor..<cursor)
            } else if nodes[current].kind == .codeSpan, nodes[current].lastChildIndex >= 0 {
                append(.softBreak, cursor..<cursor)
            }
            return
        }
        if !unplaced.isEmpty { placeUnplaced(firstText: start) }
        let range = start..<(offset(of: text.map { $0 + size }, base: base) ?? start)
        switch type {
        case MD_TEXT_ENTITY: append(.entity, range)
        case MD_TEXT_HTML where nodes[current].kind != .htmlBlock:
            append(inlineHTMLKind(range), range)
            if nodes[current].kind == .tableCell, isListTag(range) { hasListTag = true }
        case MD_TEXT_NORMAL where openLinks == 0:
            appendText(textStart(range)..<range.upperBound)
        default: append(.text, textStart(range)..<range.upperBound)
        }
        cursor = max(cursor, range.upperBound)
    }

    private mutating func appendCode(_ text: UnsafePointer<CChar>?, _ size: Int, at start: Int?, to end: Int?) {
        if let start, let end, size > 0 {
            if !unplaced.isEmpty { placeUnplaced(firstText: start) }
            restoreTabs(before: start)
            codePieces.append(.init(start: code.count, sideStart: start, sideEnd: end))
            // From our own bytes, not md4c's input, which may have been made harmless.
            code.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<end]))
            cursor = max(cursor, end)
        } else if let text {
            let literal = UnsafeRawBufferPointer(start: text, count: size)
            if !unplaced.isEmpty, literal.first == UInt8(ascii: "\n") { leadingCodeLines += 1 }
            for byte in literal { code.append(byte) }
        }
    }

    private mutating func finishCode(of index: Int) {
        let block = Int(nodes[index].detail)
        // Copies that are as long as the code, so that the memory can serve for the next block.
        codeBlocks[block].bytes = code.withUnsafeBufferPointer { Array($0) }
        codeBlocks[block].pieces = codePieces.withUnsafeBufferPointer { Array($0) }
        code.removeAll(keepingCapacity: true)
        codePieces.removeAll(keepingCapacity: true)
    }

    /// md4c says indentation in spaces; where the page has tabs, the code keeps them.
    private mutating func restoreTabs(before start: Int) {
        guard start > 0, buffer[start - 1] == 0x09 || (start > 1 && buffer[start - 1] == 0x20) else { return }
        let line = lineStart(of: start)
        var blanks = start
        while blanks > line, buffer[blanks - 1] == 0x09 || buffer[blanks - 1] == 0x20 { blanks -= 1 }
        guard buffer[blanks..<start].contains(0x09) else { return }
        var spaces = 0
        while spaces < code.count, code[code.count - 1 - spaces] == 0x20 { spaces += 1 }
        // The columns that each blank ends at; a tab ends at the next multiple of four (CommonMark 2.2).
        var column = blanks - line
        var ends: [Int] = []
        for offset in blanks..<start {
            column = buffer[offset] == 0x09 ? column / 4 * 4 + 4 : column + 1
            ends.append(column)
        }
        // What is as wide as the spaces that md4c wrote is the code's own; what is in front belongs to the block.
        guard let split = ([blanks - line] + ends).firstIndex(of: column - spaces) else { return }
        code.removeLast(spaces)
        code += buffer[blanks + split..<start]
    }
}
