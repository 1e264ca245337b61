import Bitext
internal import CMD4C

/// Builds a ``MarkdownTree`` from md4c's callbacks.
///
/// md4c reports blocks and inlines in the order of the page. Its pointers to text point into the bytes that it was given, so
/// the offsets of text are known at once. It does not report where a marker, a fence or a container begins:
/// `BlockPlacing.swift` and `InlinePlacing.swift` find that out.
///
/// A method that changes nothing is passed a copy of all properties. So the two that are called for each text are inlined, which
/// saves 1.5% of an extraction's instructions.
struct TreeBuilder: ~Copyable {
    let bytes: [UInt8]
    let bodyStart: Int
    /// The offsets of bytes that mark no block although they look like it, in order.
    private let literals: [Int]
    var nodes: NodeList
    var destinations: [Destination] = []
    /// The length of all destinations and titles together.
    var destinationBytes = 0
    var codeBlocks: [CodeBlock] = []

    /// The side's bytes, borrowed during ``build()`` only.
    var buffer = Bytes(start: nil, count: 0)
    /// Maps offsets of md4c's input to ``outdented``, or to ``buffer`` without one.
    private var inputMap = EditMap<ParserInput.Space, DirectiveIndentation.Space>()
    /// Maps offsets of the side without the indentation of directives to ``buffer``.
    private var outdentedMap = EditMap<DirectiveIndentation.Space, SideSpace>()
    /// What md4c's input has in place of single tildes; see ``SingleTildes``.
    private(set) var tilde: UInt8?
    /// The length of md4c's input.
    private var inputCount = 0
    /// The innermost open node.
    var current = 0
    /// The end of what has been placed; moves forward only.
    var cursor: Int
    /// The open blocks whose beginning has not been found yet, outermost first.
    var unplaced: [Int] = []
    /// The code of the current block.
    var code: [UInt8] = []
    var codePieces: [CodeBlock.Piece] = []
    /// The number of line breaks before the first text of the current code block.
    var leadingCodeLines = 0
    /// The open paragraph that md4c did not report, or -1.
    private var implicitParagraph = -1
    /// The number of open inlines of each kind.
    var openInlines = [Int](repeating: 0, count: Int(Node.Kind.directive.rawValue) + 1)
    /// The number of open links and images.
    var openLinks = 0
    var addresses = AddressSearch()
    /// Where the markers of MkDocs begin, in order.
    private(set) var mkDocsMarkers: [Int] = []
    /// Whether the side has `:::` anywhere.
    private(set) var hasTripleColons = false
    /// The index of the current row in its table.
    private var tableRow = 0
    /// Whether a tag in the current table cell begins a list.
    var hasListTag = false
    /// Where blocks begin that are nested too deeply to be read as blocks, the first of them.
    var deepNesting: Int?

    init(_ bytes: [UInt8], from start: Int, literals: [Int]) {
        self.bytes = bytes
        self.literals = literals
        bodyStart = min(start, bytes.count)
        cursor = bodyStart
        // Real pages have a node for every sixty to eighty bytes.
        nodes = NodeList(reserving: bytes.count / 48 + 16)
    }

    consuming func build() -> MarkdownTree {
        parse()
        return MarkdownTree(
            bytes: bytes, nodes: nodes, destinations: destinations, codeBlocks: codeBlocks, deepNesting: deepNesting)
    }

    private mutating func parse() {
        // The array holds on to its memory as long as the pointer lives.
        let bytes = self.bytes
        bytes.withUnsafeBufferPointer { buffer in
            self.buffer = buffer
            hasTripleColons = buffer.firstOffset(of: ":::", from: bodyStart) != nil
            if literals.isEmpty {
                parseSide(buffer)
            } else {
                hideLiterals(of: bytes).withUnsafeBufferPointer { parseSide($0) }
            }
            self.buffer = Bytes(start: nil, count: 0)
        }
    }

    /// The side with a comma in place of each literal, for the parser only. The text of nodes is read from ``bytes``, which
    /// keep the literals.
    private func hideLiterals(of bytes: [UInt8]) -> [UInt8] {
        var hidden = bytes
        for offset in literals where hidden.indices.contains(offset) { hidden[offset] = UInt8(ascii: ",") }
        return hidden
    }

    private mutating func parseSide(_ side: Bytes) {
        guard let outdented = DirectiveIndentation(side, from: bodyStart) else { return parseInput(side) }
        outdentedMap = outdented.map
        mkDocsMarkers = outdented.markers
        outdented.bytes.withUnsafeBufferPointer { parseInput($0) }
    }

    private mutating func parseInput(_ text: Bytes) {
        guard let input = ParserInput(text, from: bodyStart) else { return parseCopy(of: text) }
        inputMap = input.map
        deepNesting = input.deepNesting.map { outdentedMap.original(of: .init($0)).value }
        input.bytes.withUnsafeBufferPointer { parseCopy(of: $0) }
    }

    /// What md4c passes to each callback: the builder, and the buffer that its pointers point into.
    private struct Context {
        var builder: UnsafeMutablePointer<TreeBuilder>
        var base: UnsafePointer<UInt8>
    }

    /// Parses a copy with line breaks after it. md4c 0.4 reads the byte after its input, and a `.` or `)` there would turn
    /// digits in the last line into a list item.
    private mutating func parseCopy(of input: Bytes) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: input.count + Self.padding)
        defer { copy.deallocate() }
        let end = copy.initialize(fromContentsOf: input)
        copy[end...].initialize(repeating: UInt8(ascii: "\n"))
        tilde = SingleTildes.hide(in: UnsafeMutableBufferPointer(rebasing: copy[bodyStart..<max(bodyStart, end)]))
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
        parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
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
        // The context is on the stack. md4c keeps no pointer to it after md_parse.
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

    /// The offset on the side of a pointer from md4c, or nil if it points into md4c's own memory.
    @inline(__always)
    func offset(of pointer: UnsafePointer<CChar>?, base: UnsafePointer<UInt8>) -> Int? {
        guard let pointer else { return nil }
        let offset = UnsafeRawPointer(pointer) - UnsafeRawPointer(base)
        guard offset >= 0, offset <= inputCount else { return nil }
        return inputMap.isEmpty && outdentedMap.isEmpty ? offset : original(of: InputOffset(offset))
    }

    private func original(of offset: InputOffset) -> Int {
        outdentedMap.original(of: inputMap.original(of: offset)).value
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

    /// Appends a node and makes it the current one.
    mutating func open(_ kind: Node.Kind) -> Int {
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
        case MD_BLOCK_UL: index = openList(detail)
        case MD_BLOCK_OL: index = openOrderedList(detail)
        case MD_BLOCK_LI: index = openItem(detail)
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
        case MD_BLOCK_TABLE: index = openTable(detail)
        case MD_BLOCK_TR: index = openRow()
        case MD_BLOCK_TH:
            index = open(.tableCell)
            nodes[index].flags.insert(.header)
        case MD_BLOCK_TD: index = open(.tableCell)
        default: index = open(.paragraph)
        }
        unplaced.append(index)
    }

    private mutating func openList(_ detail: UnsafeMutableRawPointer?) -> Int {
        let index = open(.list)
        if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_UL_DETAIL.self).pointee {
            nodes[index].detail = Int32(detail.mark)
            if detail.is_tight != 0 { nodes[index].flags.insert(.tight) }
        }
        return index
    }

    private mutating func openOrderedList(_ detail: UnsafeMutableRawPointer?) -> Int {
        let index = open(.list)
        nodes[index].flags.insert(.ordered)
        if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee {
            nodes[index].value = Int32(truncatingIfNeeded: detail.start)
            nodes[index].detail = Int32(detail.mark_delimiter)
            if detail.is_tight != 0 { nodes[index].flags.insert(.tight) }
        }
        return index
    }

    /// Opens an item of the current list, with the number after that of the item before it.
    private mutating func openItem(_ detail: UnsafeMutableRawPointer?) -> Int {
        let list = current
        let number =
            nodes[list].lastChildIndex < 0
            ? nodes[list].value : nodes[Int(nodes[list].lastChildIndex)].value &+ 1
        let index = open(.item)
        nodes[index].value = number
        if nodes[list].isOrdered { nodes[index].flags.insert(.ordered) }
        nodes[index].detail = nodes[list].detail
        if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_LI_DETAIL.self).pointee, detail.is_task != 0 {
            nodes[index].flags.insert(.task)
            if detail.task_mark != CChar(UInt8(ascii: " ")) { nodes[index].flags.insert(.checked) }
        }
        return index
    }

    private mutating func openTable(_ detail: UnsafeMutableRawPointer?) -> Int {
        let index = open(.table)
        tableRow = -1
        if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_TABLE_DETAIL.self).pointee {
            nodes[index].value = Int32(detail.body_row_count)
        }
        return index
    }

    private mutating func openRow() -> Int {
        tableRow += 1
        let index = open(.tableRow)
        nodes[index].value = Int32(tableRow)
        if tableRow == 0 { nodes[index].flags.insert(.header) }
        return index
    }

    /// Begins a paragraph in an item of a tight list. CommonMark has paragraphs there (section 5.3), but md4c does not report
    /// them.
    mutating func beginImplicitParagraph() {
        guard nodes[current].kind == .item else { return }
        implicitParagraph = open(.paragraph)
        unplaced.append(implicitParagraph)
    }

    private mutating func endImplicitParagraph() {
        guard implicitParagraph >= 0, current == implicitParagraph else { return }
        implicitParagraph = -1
        leaveBlock(MD_BLOCK_P, nil)
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
        case .heading:
            recogniseAttributes(index)
            recogniseTab(index)
        case .htmlBlock: HTMLBlock.parse(index, &self)
        case .codeBlock: finishCode(of: index)
        case .tableRow where nodes.count > buffer.count: dropEmptyCells(at: index)
        case .tableCell where hasListTag:
            hasListTag = false
            CellLists.recognise(in: index, &self)
        default: break
        }
        current = Int(nodes[index].parentIndex)
    }

    /// Removes the empty cells at the end of a row. md4c fills each row up to the width of its table, so a page of short rows below a
    /// wide head would have many times more nodes than bytes.
    private mutating func dropEmptyCells(at row: Int) {
        let first = nodes[row].firstChildIndex
        guard unplaced.isEmpty, first >= 0 else { return }
        // The last cell with a text, or the first one. All nodes after it are empty cells.
        var last = Int(first)
        var cell = last
        while true {
            if nodes[cell].firstChildIndex >= 0 { last = cell }
            guard nodes[cell].nextSiblingIndex >= 0 else { break }
            cell = Int(nodes[cell].nextSiblingIndex)
        }
        guard last < cell else { return }
        let next = Int(nodes[last].nextSiblingIndex)
        nodes[last].nextSiblingIndex = -1
        nodes[row].lastChildIndex = Int32(last)
        nodes.removeAll(from: next)
    }
}
