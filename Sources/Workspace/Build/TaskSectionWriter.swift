import Bitext
import Checklists
import PageDocuments

/// Writes what a file of tasks says of one page.
struct TaskSectionWriter {
    private let side: Side
    private let blocks: [String: CodeBlockRecord]
    private let links: PageLinks
    private let words: TaskWords
    /// The items whose translation is outdated.
    private let outdated: Set<String>
    private var bytes: [UInt8] = []

    init(
        side: Side, blocks: [String: CodeBlockRecord], links: PageLinks, words: TaskWords, outdated: Set<String>
    ) {
        self.side = side
        self.blocks = blocks
        self.links = links
        self.words = words
        self.outdated = side == .target ? outdated : []
    }

    /// What was written, with one line break at the end.
    mutating func finish() -> [UInt8] {
        let newline = UInt8(ascii: "\n")
        while bytes.count >= 2, bytes[bytes.count - 1] == newline, bytes[bytes.count - 2] == newline {
            bytes.removeLast()
        }
        return bytes
    }

    mutating func write(_ title: BilingualText?, path: String) {
        put("\n## <a id=\"\(TaskList.anchor(of: path))\"></a>")
        if !put(title) { put(MarkdownText.inline(path)) }
        put("\n\n<!-- page ")
        put(MarkdownText.inComment(path))
        put(" -->\n")
    }

    /// - Parameter beginsChoice: whether the reader does this list or the next one.
    mutating func write(_ checklist: Checklist, below page: BilingualText, beginsChoice: Bool) {
        if beginsChoice { writeRemark(words.choice, indent: 0) }
        put("\n### ")
        writeHeadings(of: checklist, below: page)
        put("\n\n<!-- \(checklist.kind.rawValue) \(checklist.id) -->\n\n")
        if let leadIn = checklist.leadIn, put(leadIn.text, leadIn.formats) { put("\n\n") }
        for index in checklist.items.indices { write(checklist.items[index], indent: 0) }
    }

    /// The headings above a list without the page's title, and the list's own: "Purchase orders › Create".
    private mutating func writeHeadings(of checklist: Checklist, below page: BilingualText) {
        var headings = checklist.section
        if headings.first == page { headings.removeFirst() }
        if let title = checklist.title, title != headings.last, !headings.isEmpty || title != page {
            headings.append(title)
        }
        if headings.isEmpty, let title = checklist.title { headings = [title] }
        let start = bytes.count
        for heading in headings {
            let end = bytes.count
            if end > start { put(" › ") }
            if !put(heading) { bytes.removeSubrange(end...) }
        }
        if bytes.count == start { put(words.label(of: checklist.kind)) }
    }

    // MARK: Items

    private mutating func write(_ item: Item, indent: Int) {
        // Steps outside of lists may have markers that are none for Markdown, such as `5.2.`.
        let isMarker = Self.isMarker(item.marker)
        let marker = isMarker ? item.marker : "-"
        putBlanks(indent)
        put(marker)
        put(" [ ] ")
        if !isMarker, item.marker.utf8.first?.isASCIIDigit == true { put(item.marker + " ") }
        if !putText(of: item) { put("…") }
        if outdated.contains(item.id) { put(words.outdatedMark) }
        put(" <!-- ")
        put(item.id)
        put(" -->\n")
        let inner = min(indent + marker.utf8.count + 1, 200)
        for part in item.contentAfterText { write(part, of: item, indent: inner) }
    }

    private mutating func putText(of item: Item) -> Bool {
        for part in item.content {
            if case .text = part.content { return put(item.text, part.formats.first) }
        }
        // Without words of its own, an item has its first line of code as text.
        if case .code(let id, _) = item.content.first?.content,
            let line = blocks[id]?.firstLine, line == item.text.source
        {
            put(MarkdownText.codeSpan(line))
            return true
        }
        return put(item.text)
    }

    /// Whether Markdown reads this as the marker of a numbered item: up to nine digits, and `.` or `)`.
    private static func isMarker(_ marker: String) -> Bool {
        let digits = marker.utf8.prefix { $0.isASCIIDigit }
        return (1...9).contains(digits.count) && [".", ")"].contains(marker.dropFirst(digits.count))
    }

    private mutating func write(_ part: Item.Part, of item: Item, indent: Int) {
        switch part.content {
        case .text(let text): writeLine(text, part.formats.first, indent: indent)
        case .note(let kind, let text):
            writeLine(text, part.formats.first, after: "> **\(words.label(of: kind)):** ", indent: indent)
        case .code(let id, let isAlternative):
            guard let block = blocks[id] else { return }
            if isAlternative { writeRemark(words.insteadOfCode, indent: indent) }
            write(block, indent: indent)
        case .items(let range, let isChoice):
            if isChoice, range.count > 1 { writeRemark(words.choice, indent: indent) }
            put("\n")
            for index in range { write(item.items[index], indent: indent) }
        case .table(let table): write(table, part.formats, indent: indent)
        case .image(let text, let url): writeImage(text, url, indent: indent)
        }
    }

    /// Writes what the page does not say itself.
    private mutating func writeRemark(_ text: String, indent: Int) {
        put("\n")
        putBlanks(indent)
        put("*\(text)*\n")
    }

    /// Writes a paragraph, or nothing if it is empty.
    private mutating func writeLine(
        _ text: BilingualText, _ formats: BilingualFormats?, after mark: String = "", indent: Int
    ) {
        let start = bytes.count
        put("\n")
        putBlanks(indent)
        put(mark)
        if put(text, formats) { put("\n") } else { bytes.removeSubrange(start...) }
    }

    /// Writes a link to an image. The image itself is not shown, because it would be loaded from wherever the page says.
    private mutating func writeImage(_ text: BilingualText, _ url: BilingualText, indent: Int) {
        let url = (side == .target ? url.target : nil) ?? url.source ?? ""
        let destination = links.destination(url)
        let name = url.split(separator: "/").last.map(String.init) ?? ""
        put("\n")
        putBlanks(indent)
        put("*\(words.image)* ")
        if destination != nil { put("[") }
        if !put(text) { put(MarkdownText.inline(name.isEmpty ? "…" : name)) }
        if let destination { put("](\(destination))") }
        put("\n")
    }

    private mutating func write(_ table: Item.Part.Table, _ formats: [BilingualFormats], indent: Int) {
        let rows = [table.header ?? []] + table.rows
        let columns = rows.map { Self.withoutEmptyEnd($0).count }.max() ?? 0
        guard columns > 0 else { return }
        let isGrid = columns <= Self.maxColumns
        var rest = formats[...]
        if isGrid { put("\n") }
        for (index, cells) in rows.enumerated() {
            let row = Self.withoutEmptyEnd(cells)
            let formats = rest.prefix(row.count)
            rest = rest.dropFirst(cells.count)
            guard isGrid else {
                writeLine(row, formats, indent: indent)
                continue
            }
            // Only the header needs as many cells as there are columns.
            guard index == 0 || !row.isEmpty else { continue }
            writeRow(row, formats, columns: index == 0 ? columns : row.count, indent: indent)
            guard index == 0 else { continue }
            putBlanks(indent)
            put("|" + String(repeating: " --- |", count: columns) + "\n")
        }
    }

    /// The cells of a row up to the last with text: Markdown fills a row up itself.
    private static func withoutEmptyEnd(_ row: [BilingualText]) -> ArraySlice<BilingualText> {
        let last = row.lastIndex { !($0.source ?? "").isEmpty || !($0.target ?? "").isEmpty }
        return row.prefix(last.map { $0 + 1 } ?? 0)
    }

    /// A wider table is written as lines of text.
    private static let maxColumns = 64

    private mutating func writeRow(
        _ row: ArraySlice<BilingualText>, _ formats: ArraySlice<BilingualFormats>, columns: Int, indent: Int
    ) {
        putBlanks(indent)
        put("|")
        for column in 0..<columns {
            put(" ")
            if column < row.count {
                put(row[column], formats.dropFirst(column).first, isInTable: true)
            }
            put(" |")
        }
        put("\n")
    }

    /// Writes the cells of a row as a paragraph: "a · b · c".
    private mutating func writeLine(
        _ row: ArraySlice<BilingualText>, _ formats: ArraySlice<BilingualFormats>, indent: Int
    ) {
        let start = bytes.count
        put("\n")
        putBlanks(indent)
        let first = bytes.count
        for (column, cell) in row.enumerated() {
            let end = bytes.count
            if end > first { put(" · ") }
            if !put(cell, formats.dropFirst(column).first) { bytes.removeSubrange(end...) }
        }
        if bytes.count > first { put("\n") } else { bytes.removeSubrange(start...) }
    }

    private mutating func write(_ block: CodeBlockRecord, indent: Int) {
        let fence = MarkdownText.fence(around: block.code)
        put("\n")
        putBlanks(indent)
        put(fence)
        put(block.language)
        put("\n")
        for line in block.code.split(separator: "\n", omittingEmptySubsequences: false) {
            if !line.isEmpty {
                putBlanks(indent)
                put(MarkdownText.harmless(String(line)))
            }
            put("\n")
        }
        putBlanks(indent)
        put(fence)
        put("\n")
    }

    // MARK: Text

    private mutating func put(_ text: String) { bytes += text.utf8 }

    private mutating func putBlanks(_ count: Int) {
        for _ in 0..<count { bytes.append(UInt8(ascii: " ")) }
    }

    /// Writes the side's text, or the source's where the target has none.
    ///
    /// - Returns: whether there was anything to write.
    @discardableResult
    private mutating func put(
        _ text: BilingualText?, _ formats: BilingualFormats? = nil, isInTable: Bool = false
    ) -> Bool {
        guard let text else { return false }
        let side: Side = side == .target && text.sharedTarget != nil || text.sharedSource == nil ? .target : .source
        guard let words = side == .target ? text.sharedTarget : text.sharedSource else { return false }
        let start = bytes.count
        let markdown = FormattedMarkdown(links: links, isInTable: isInTable)
        words.withUTF8 { markdown.append($0, formats?[side] ?? [], to: &bytes) }
        return bytes.count > start
    }
}
