import Bitext

/// An offset in md4c's input, which may differ from the side's bytes.
typealias InputOffset = ByteOffset<ParserInput.Space>

/// The input of md4c, where the side's own bytes would be parsed wrongly or too slowly, and the offsets on the side. “The
/// side” is the one without the indentation of directives.
///
/// ``DirectiveIndentation`` and ``SingleTildes`` change the input too, each for a reason of its own. The reasons to change it here
/// are all rare, so most sides are parsed unchanged. Text, code and HTML of the tree always come from the side's bytes.
///
/// - **Hostile nesting.** CommonMark checks each line against all open containers, so n empty lines below a list nested n
///   deep take n² steps, each row of a table is filled with its missing cells, and each bracket of a paragraph is searched
///   for line by line. What exceeds the limits is replaced by ordinary text of the same length. No real page comes near
///   the limits.
/// - **Gaps of md4c 0.4.** A table's delimiter cell may be one dash (GFM 4.10), but md4c 0.4 needs three. `<h2>` to `<h6>`
///   begin an HTML block (CommonMark 4.6, rule 6), but md4c 0.4 only knows `<h1>`. `||` is an empty cell, but not for md4c
///   0.4. A heading, a fence, a wrapper or a directive ends a table (GFM 4.10), but md4c 0.4 makes a row of it.
/// - **Keywords.** After `> [!NOTE]` or `> [!div …]` Microsoft's Markdown begins a new block, so a table or a list may
///   follow directly. In CommonMark these cannot interrupt a paragraph.
/// - **Definitions that are none.** `[^1]: Text` is a footnote for GitHub, Hugo and Markdig, and the keyword of
///   `* [!UICONTROL Ziel]:Text` is no label. For md4c both define a link where the text has no blanks, as in Japanese, and a definition is
///   not shown.
/// - **A bug of md4c**, at least up to 0.5.2: at an empty line in an item, it reads the last eight bytes of its block store
///   as a block. After a fenced block these are the end and the indent of the last code line. If that end is 4 modulo 256,
///   they look like an empty item, and the next line is no longer in the list. One more blank before the end moves it.
/// - **Another bug of md4c**: after an empty item that begins an item (`- 1.`) and an empty line, it ends both. The number becomes text.
struct ParserInput {
    /// The bytes that md4c parses.
    enum Space {}

    /// The maximum number of container markers at the beginning of a line.
    static let maxNesting = 64
    /// The maximum number of blanks at the beginning of a line.
    static let maxIndent = 256
    /// The maximum number of pipes in a delimiter row.
    static let maxColumns = 128
    /// The maximum number of lines of a paragraph in which links are searched for.
    static let maxPlainLines = 2048

    /// The bytes to parse, as many as the side has or more.
    private(set) var bytes: [UInt8] = []
    /// Maps offsets of ``bytes`` to the text that they were made from.
    private(set) var map = EditMap<Space, DirectiveIndentation.Space>()

    let side: Bytes
    let bodyStart: Int
    /// How many bytes of the side have been copied to ``bytes``.
    private(set) var copied = 0
    /// The length of all insertions so far.
    private var inserted = 0
    /// The opening fence of the current code block.
    private var fence: Fence?
    /// Whether ``fence`` is in a quote.
    private var isFenceQuoted = false
    /// The number of consecutive lines that may all belong to one paragraph.
    private(set) var plainLines = 0
    /// Whether the current line may belong to a table.
    private var isInTable = false
    /// Where containers begin that are nested deeper than the limits, the first of them.
    private(set) var deepNesting: Int?

    /// - Returns: nil if the side can be parsed unchanged.
    init?(_ side: Bytes, from bodyStart: Int) {
        self.side = side
        self.bodyStart = bodyStart
        var previous = Line(start: bodyStart, end: bodyStart, content: bodyStart)
        var start = bodyStart
        var chunk = Chunk()
        while start < side.count {
            let line = line(from: start)
            examine(line, after: previous)
            chunk.add(line, isBlank: line.content >= line.end)
            if chunk.blankLines == 2 { guardDoubleBlank(chunk) }
            previous = line
            start = line.next
        }
        guard copied > 0 else { return nil }
        bytes += side[copied...]
    }

    // MARK: Edits

    /// The offset that md4c will have, from the beginning of the body, for an offset of the side at or after ``copied``.
    func parserOffset(_ offset: Int) -> Int { offset + inserted - bodyStart }

    mutating func copy(upTo offset: Int) {
        if bytes.isEmpty { bytes.reserveCapacity(side.count + 64) }
        bytes += side[copied..<offset]
        copied = offset
    }

    mutating func insert(_ byte: UInt8, count: Int = 1, at offset: Int) {
        insert(repeatElement(byte, count: count), at: offset)
    }

    mutating func insert(_ new: some Collection<UInt8>, at offset: Int) {
        guard offset >= copied, offset > 0 else { return }
        copy(upTo: offset)
        map.append(at: bytes.count, inserting: new.count, thenFrom: offset)
        bytes += new
        inserted += new.count
    }

    mutating func noteDeepNesting(at offset: Int) {
        if fence == nil, deepNesting == nil { deepNesting = offset }
    }

    /// Replaces a range by ordinary text of the same length.
    mutating func neutralise(_ range: Range<Int>) {
        guard range.lowerBound >= copied else { return }
        copy(upTo: range.lowerBound)
        bytes += repeatElement(UInt8(ascii: "x"), count: range.count)
        copied = range.upperBound
    }

    /// Appends one byte in place of a byte of the side.
    mutating func replace(at offset: Int, with byte: UInt8) {
        guard offset >= copied else { return }
        copy(upTo: offset)
        bytes.append(byte)
        copied = offset + 1
    }

    // MARK: Lines

    struct Line {
        var start: Int
        /// Before the line break.
        var end: Int
        /// The first byte that is neither a blank nor a quote marker.
        var content: Int
        /// The start of the next line.
        var next: Int = 0
    }

    /// The lines between two empty lines.
    struct Chunk {
        var first = Line(start: 0, end: 0, content: 0)
        var last = Line(start: 0, end: 0, content: 0)
        var blankLines = 0

        mutating func add(_ line: Line, isBlank: Bool) {
            if isBlank {
                blankLines += 1
            } else {
                if blankLines > 0 { first = line }
                blankLines = 0
                last = line
            }
        }
    }

    private func line(from start: Int) -> Line {
        let lineBreak = side.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? side.count
        let end = lineBreak > start && side[lineBreak - 1] == 0x0D ? lineBreak - 1 : lineBreak
        var content = start
        while content < end, side[content] == 0x20 || side[content] == 0x09 || side[content] == UInt8(ascii: ">") {
            content += 1
        }
        return Line(start: start, end: end, content: content, next: lineBreak + 1)
    }

    private mutating func examine(_ line: Line, after previous: Line) {
        if line.end - line.start > Self.maxNesting { checkNesting(line) }
        guard line.content < line.end else {
            isInTable = false
            plainLines = 0
            if fence == nil { guardLoneNumber(previous, before: line) }
            return
        }
        guardKeyword(line)
        if isInTable, interruptsTable(line) {
            insertEmptyLine(before: line, after: previous)
            isInTable = false
        }
        readFence(line)
        let first = side[line.content]
        switch first {
        case UInt8(ascii: "`"), UInt8(ascii: "~"): guardFence(line, after: previous)
        case UInt8(ascii: "<"): unifyHeading(line)
        case UInt8(ascii: "#") where line.content > line.start: guardHeading(line)
        default: break
        }
        if fence == nil { examineText(line, after: previous) }
    }

    /// Examines a line that is not part of a code block.
    private mutating func examineText(_ line: Line, after previous: Line) {
        switch side[line.content] {
        case UInt8(ascii: "|"): separate(line, fromKeyword: previous)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): if isOrderedItem(line) { separate(line, fromKeyword: previous) }
        default: break
        }
        if side[line.content].isOne(of: "|-:"), isDelimiterRow(line) {
            separateCells(of: previous)
            widenDelimiters(line)
            isInTable = true
        }
        if isInTable { separateCells(of: line) }
        plainLines = isInTable || endsParagraph(line) ? 0 : plainLines + 1
        if plainLines > Self.maxPlainLines {
            neutraliseBrackets(of: line)
        } else if side[line.content] == UInt8(ascii: "[") {
            guardFootnote(line)
        }
    }

    // MARK: Fences

    /// Sets or clears ``fence``. Code that ends with its item, without a closing fence, is not recognised here. Then fewer
    /// lines are changed.
    private mutating func readFence(_ line: Line) {
        if fence == nil, side[line.content].isASCIILetter { return }
        let isQuoted = line.content > line.start && side[line.start..<line.content].contains(UInt8(ascii: ">"))
        if let open = fence {
            if open.isClosed(by: line.content..<line.end, in: side) || isFenceQuoted && !isQuoted { fence = nil }
            return
        }
        let start = Fence.contentAfterMarkers(of: line.content..<line.end, in: side)
        guard let opening = Fence(start..<line.end, in: side) else { return }
        fence = opening
        isFenceQuoted = isQuoted
        isInTable = false
        plainLines = 0
    }
}
