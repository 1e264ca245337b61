import Bitext

/// An offset in what md4c parses, which can be other bytes than the side's.
typealias InputOffset = ByteOffset<ParserInput.Space>

/// What md4c is given instead of the side's own bytes, where it would go wrong on those, and the way back.
///
/// Four things need it; all are rare, so most sides are parsed as they are. Whatever is inserted has no place on the side:
/// text, code and HTML come from the side's bytes and are as they were.
///
/// - **Hostile nesting.** CommonMark's block structure is decided line by line against all open containers, so n empty
///   lines below a list nested n deep take n² steps, a table's missing cells are made up for every row, and each bracket of
///   a paragraph is looked for line by line. Beyond limits that lie far above any real page the excess is turned into
///   ordinary text of the same length.
/// - **Gaps of md4c 0.4.** A table's delimiter cell may be a single dash (GFM 4.10) where md4c 0.4 wants three; `<h2>` to
///   `<h6>` begin an HTML block (CommonMark 4.6, rule 6) where md4c 0.4 only knows `<h1>`; `||` is an empty cell where
///   md4c 0.4 sees none; a heading, a fence, a wrapper or a directive ends a table (GFM 4.10) where md4c 0.4 makes a row
///   of it.
/// - **A keyword's line.** Behind `> [!NOTE]` or `> [!div …]` Microsoft's Markdown begins a new block, so a table or a list
///   may follow directly, which in CommonMark cannot interrupt a paragraph.
/// - **A slip of md4c**, up to 0.5.2 at least: in an item, at an empty line, it reads the last eight bytes of its block
///   store as a block. Behind a fenced block these are the end and indent of the last code line, and where that end is 4
///   modulo 256 they look like an empty item: the next line falls out of the list. One blank more in front moves the end.
struct ParserInput {
    /// The bytes that md4c parses.
    enum Space {}

    /// Container markers in a row at the beginning of a line.
    static let maxNesting = 64
    /// Blanks at the beginning of a line.
    static let maxIndent = 256
    /// Pipes on a delimiter row.
    static let maxColumns = 128
    /// Lines of one paragraph in which links are looked for.
    static let maxPlainLines = 2048

    /// The bytes to parse, as long as the side or longer.
    private(set) var bytes: [UInt8] = []
    /// The way back from ``bytes`` to the side.
    private(set) var insertions = Insertions()

    /// What was inserted, in order.
    struct Insertions {
        struct Insertion {
            /// In ``ParserInput/bytes``.
            var start: Int
            var length: Int
            /// The length of all insertions before this one.
            var before: Int
        }

        fileprivate var list: [Insertion] = []

        var isEmpty: Bool { list.isEmpty }

        /// Where a byte of ``ParserInput/bytes`` stands on the side. O(log insertions).
        func sideOffset(of offset: InputOffset) -> SideOffset {
            var low = 0
            var high = list.count
            while low < high {
                let middle = (low + high) / 2
                if list[middle].start < offset.value { low = middle + 1 } else { high = middle }
            }
            guard low > 0 else { return SideOffset(offset.value) }
            let insertion = list[low - 1]
            return SideOffset(max(insertion.start, offset.value - insertion.length) - insertion.before)
        }
    }

    private let side: Bytes
    private let bodyStart: Int
    /// How much of the side is in ``bytes``.
    private var copied = 0
    private var inserted = 0
    /// The fence of the code that is being read, where it stands in a quote or not.
    private var fence: Fence?
    /// Lines in a row that may all be one paragraph's.
    private var plainLines = 0
    /// Whether the lines behind a delimiter row are being read.
    private var isInTable = false

    /// - Returns: nil where the side can be parsed as it is.
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

    /// Where an offset of the side, at or behind ``copied``, will stand in what md4c counts: bytes of the body.
    private func parserOffset(_ offset: Int) -> Int { offset + inserted - bodyStart }

    private mutating func copy(upTo offset: Int) {
        if bytes.isEmpty { bytes.reserveCapacity(side.count + 64) }
        bytes += side[copied..<offset]
        copied = offset
    }

    private mutating func insert(_ byte: UInt8, count: Int = 1, at offset: Int) {
        insert(repeatElement(byte, count: count), at: offset)
    }

    private mutating func insert(_ new: some Collection<UInt8>, at offset: Int) {
        guard offset >= copied, offset > 0 else { return }
        copy(upTo: offset)
        insertions.list.append(.init(start: bytes.count, length: new.count, before: inserted))
        bytes += new
        inserted += new.count
    }

    /// Turns a stretch into ordinary text.
    private mutating func neutralise(_ range: Range<Int>) {
        guard range.lowerBound >= copied else { return }
        copy(upTo: range.lowerBound)
        bytes += repeatElement(UInt8(ascii: "x"), count: range.count)
        copied = range.upperBound
    }

    // MARK: Lines

    private struct Line {
        var start: Int
        /// Without the line break.
        var end: Int
        /// The first byte that is neither a blank nor a quote marker.
        var content: Int
        var next: Int = 0
    }

    /// A run of lines between empty lines.
    private struct Chunk {
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
            return
        }
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

    /// What matters outside code only.
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
        if plainLines > Self.maxPlainLines { neutraliseBrackets(of: line) }
    }

    // MARK: Fences

    private struct Fence {
        var byte: UInt8
        var count: Int
        var isQuoted: Bool
    }

    /// Opens or closes ``fence``. An item may end unclosed code; that is not seen, and only means that less is mended.
    private mutating func readFence(_ line: Line) {
        if fence == nil, side[line.content].isASCIILetter { return }
        let isQuoted = line.content > line.start && side[line.start..<line.content].contains(UInt8(ascii: ">"))
        if let open = fence {
            let mark = side[line.content..<line.end].prefix { $0 == open.byte }
            let closes = mark.count >= open.count && side.trimmed(mark.endIndex..<line.end).isEmpty
            if closes || open.isQuoted && !isQuoted { fence = nil }
            return
        }
        let start = behindMarkers(of: line)
        guard start < line.end, side.has("```", at: start) || side.has("~~~", at: start) else { return }
        let mark = side[start..<line.end].prefix { $0 == side[start] }
        guard side[start] == UInt8(ascii: "~") || !side[mark.endIndex..<line.end].contains(side[start]) else { return }
        fence = Fence(byte: side[start], count: mark.count, isQuoted: isQuoted)
        isInTable = false
        plainLines = 0
    }

    /// Behind the markers of the items that begin on a line.
    private func behindMarkers(of line: Line) -> Int {
        var offset = line.content
        while offset < line.end {
            var next = offset
            if side[next].isOne(of: "-*+") {
                next += 1
            } else {
                while next < line.end, side[next].isASCIIDigit { next += 1 }
                guard next > offset, next < line.end, side[next].isOne(of: ".)") else { break }
                next += 1
            }
            guard next < line.end, side[next] == 0x20 else { break }
            while next < line.end, side[next] == 0x20 { next += 1 }
            offset = next
        }
        return offset
    }

    // MARK: The slip

    private func looksLikeItem(_ offset: Int) -> Bool { parserOffset(offset) & 0xFF == 4 }

    /// At a line that may close a fenced block: moves the end of the last code line if it is the wrong number.
    private mutating func guardFence(_ line: Line, after previous: Line) {
        guard previous.end >= copied, looksLikeItem(previous.end),
            side[line.content..<line.end].allSatisfy({ $0 == side[line.content] || $0 == 0x20 })
        else { return }
        insert(0x20, count: 1, at: previous.end)
    }

    /// A heading inside an item: blanks behind its number signs are no part of it.
    private mutating func guardHeading(_ line: Line) {
        var text = line.content
        while text < line.end, side[text] == UInt8(ascii: "#") { text += 1 }
        let signs = text
        while text < line.end, side[text] == 0x20 { text += 1 }
        if text > signs, looksLikeItem(text) { insert(0x20, count: 1, at: text) }
    }

    /// Behind two empty lines any block's last line counts, by its beginning or its end. Blanks on an empty line in front
    /// of the block move both.
    private mutating func guardDoubleBlank(_ chunk: Chunk) {
        let candidates = ends(of: chunk.last)
        guard candidates.contains(where: looksLikeItem), chunk.first.start > bodyStart, chunk.first.start - 1 >= copied,
            side[chunk.first.start - 1] == UInt8(ascii: "\n")
        else { return }
        for shift in 1...16 where !candidates.contains(where: { looksLikeItem($0 + shift) }) {
            insert(0x20, count: shift, at: chunk.first.start - 1)
            return
        }
    }

    private func ends(of line: Line) -> [Int] {
        var found = [line.end, line.content]
        var end = line.end
        while end > line.content, side[end - 1] == 0x20 { end -= 1 }
        found.append(end)
        // Behind each marker that may stand in front of the text.
        var offset = line.content
        for _ in 0..<4 {
            var marker = offset
            while marker < line.end, !side[marker].isASCIIBlank, marker - offset < 11 { marker += 1 }
            guard marker < line.end, side[marker] == 0x20 else { break }
            while marker < line.end, side[marker] == 0x20 { marker += 1 }
            found.append(marker)
            offset = marker
        }
        return found
    }

    // MARK: Gaps

    private func isDelimiterRow(_ line: Line) -> Bool {
        var hasPipe = false
        for offset in line.content..<line.end {
            switch side[offset] {
            case UInt8(ascii: "|"): hasPipe = true
            case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: continue
            default: return false
            }
        }
        return hasPipe
    }

    /// Makes each cell of a delimiter row at least three dashes wide.
    private mutating func widenDelimiters(_ line: Line) {
        var offset = line.content
        while offset < line.end {
            guard side[offset] == UInt8(ascii: "-") || side[offset] == UInt8(ascii: ":") else {
                offset += 1
                continue
            }
            let start = offset
            var dash: Int?
            while offset < line.end, side[offset] == UInt8(ascii: "-") || side[offset] == UInt8(ascii: ":") {
                if side[offset] == UInt8(ascii: "-") { dash = offset }
                offset += 1
            }
            if let dash, offset - start < 3 { insert(UInt8(ascii: "-"), count: 3 - (offset - start), at: dash) }
        }
    }

    /// `||` is an empty cell.
    private mutating func separateCells(of line: Line) {
        var offset = line.start
        while let pipe = side.firstOffset(of: "||", from: offset, to: line.end) {
            insert(0x20, at: pipe + 1)
            offset = pipe + 1
        }
    }

    private func interruptsTable(_ line: Line) -> Bool {
        switch side[line.content] {
        case UInt8(ascii: "#"):
            var end = line.content
            while end < line.end, side[end] == UInt8(ascii: "#") { end += 1 }
            return end - line.content <= 6 && (end == line.end || side[end] == 0x20)
        case UInt8(ascii: "`"): return side.has("```", at: line.content)
        case UInt8(ascii: "~"): return side.has("~~~", at: line.content)
        case UInt8(ascii: ":"): return side.has(":::", at: line.content)
        case UInt8(ascii: "<"):
            for wrapper: StaticString in ["<div", "</div", "<table", "</table"]
            where side.hasIgnoringCase(wrapper, at: line.content) {
                return true
            }
            return false
        default: return false
        }
    }

    /// `<h2>` begins the same kind of block as `<h1>`.
    private mutating func unifyHeading(_ line: Line) {
        guard side.hasIgnoringCase("<h", at: line.content), line.content + 3 < line.end,
            (UInt8(ascii: "2")...UInt8(ascii: "6")).contains(side[line.content + 2]), line.content + 2 >= copied
        else { return }
        copy(upTo: line.content + 2)
        bytes.append(UInt8(ascii: "1"))
        copied = line.content + 3
    }

    // MARK: A keyword's line

    /// Ends the paragraph of `[!NOTE]` or `[!div …]` before the line that follows it.
    private mutating func separate(_ line: Line, fromKeyword keyword: Line) {
        guard side.has("[!", at: keyword.content),
            side.has("]", at: side.trimmed(keyword.content..<keyword.end).upperBound - 1),
            side[keyword.start..<keyword.content].contains(UInt8(ascii: ">")),
            side[line.start..<line.content].contains(UInt8(ascii: ">"))
        else { return }
        insertEmptyLine(before: line, after: keyword)
    }

    private mutating func insertEmptyLine(before line: Line, after previous: Line) {
        insert([UInt8(ascii: "\n")] + side[line.start..<line.content], at: previous.end)
    }

    private func isOrderedItem(_ line: Line) -> Bool {
        var offset = line.content
        while offset < line.end, side[offset].isASCIIDigit { offset += 1 }
        return side.has(". ", at: offset) || side.has(") ", at: offset)
    }

    // MARK: Hostile nesting

    private mutating func checkNesting(_ line: Line) {
        if let markers = excessMarkers(of: line) { return neutralise(markers) }
        if line.content - line.start > Self.maxIndent, line.content < line.end {
            return neutralise(line.start + Self.maxIndent..<line.content)
        }
        if line.content < line.end, side[line.content].isOne(of: "|-:"), hasTooManyColumns(line) {
            neutralise(line.content..<line.end)
        }
    }

    /// Container markers at the beginning of the line beyond the limit.
    private func excessMarkers(of line: Line) -> Range<Int>? {
        var markers = 0
        var offset = line.start
        var excessStart: Int?
        scan: while offset < line.end {
            var next = offset + 1
            switch side[offset] {
            case 0x20, 0x09:
                offset = next
                continue scan
            case UInt8(ascii: ">"):
                break
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
                guard next >= line.end || side[next].isASCIIBlank else { break scan }
            case 0x30...0x39:
                while next < line.end, side[next].isASCIIDigit { next += 1 }
                guard next < line.end, side[next] == UInt8(ascii: ".") || side[next] == UInt8(ascii: ")") else {
                    break scan
                }
                next += 1
            default:
                break scan
            }
            markers += 1
            if markers > Self.maxNesting, excessStart == nil { excessStart = offset }
            offset = next
        }
        return excessStart.map { $0..<offset }
    }

    private mutating func neutraliseBrackets(of line: Line) {
        var offset = line.content
        while let bracket = side.firstOffset(of: UInt8(ascii: "["), from: offset, to: line.end) {
            neutralise(bracket..<bracket + 1)
            offset = bracket + 1
        }
    }

    /// Whether a line begins a block where a paragraph stands above: an item or a heading.
    private func endsParagraph(_ line: Line) -> Bool {
        let next = line.content + 1
        switch side[line.content] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return side.has(" ", at: next)
        case UInt8(ascii: "#"): return interruptsTable(line)
        // Behind a paragraph's text only a list that begins with 1 is one.
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return isOrderedItem(line) && (plainLines == 0 || side.has("1. ", at: line.content))
        default: return false
        }
    }

    private func hasTooManyColumns(_ line: Line) -> Bool {
        var pipes = 0
        for offset in line.content..<line.end {
            switch side[offset] {
            case UInt8(ascii: "|"): pipes += 1
            case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: continue
            default: return false
            }
        }
        return pipes > Self.maxColumns
    }
}
