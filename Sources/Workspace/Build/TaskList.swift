import Bitext
import Checklists
import PageDocuments

/// The tasks of all pages as Markdown, with a box for each item: to read, to tick off, or to paste into an issue. There is
/// one file for each locale and side.
///
/// Only prerequisites and procedures are listed, because other lists (navigation, options) contain nothing to do. Page text
/// is data: it is escaped, so that it cannot become Markdown, HTML, a mention or a link to an issue.
enum TaskList {
    /// The first line of a file, by which a build knows its own.
    static let mark = "<!-- Written by diptych build. Tick the boxes; build with keep-state carries them over. -->"

    /// The name of the file for a locale and side.
    static func fileName(locale: String, side: Side) -> String { "checklists.\(locale).\(side.rawValue).md" }

    /// A locale that may be in a file name: letters, digits and hyphens; `und` for what is none (BCP 47).
    static func fileLocale(_ locale: String?) -> String {
        guard let locale, !locale.isEmpty, locale.utf8.count <= 35,
            locale.utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") })
        else { return "und" }
        return locale
    }

    /// Whether a list's items are tasks.
    static func isListed(_ checklist: Checklist) -> Bool {
        checklist.kind == .prerequisites || checklist.kind == .procedure
    }

    /// The beginning of a file, up to its first page.
    static func head(locale: String, side: Side) -> String {
        "\(mark)\n\n# Checklists: \(locale), \(side.rawValue)\n"
    }

    /// What the files say of a page, with all boxes empty; nothing where the page has no tasks.
    static func sections(of document: PageDocument, path: String, sides: [Side]) -> [Side: [UInt8]] {
        let checklists = document.checklists.filter(isListed)
        guard !checklists.isEmpty else { return [:] }
        let blocks = Dictionary(document.codeBlocks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var sections: [Side: [UInt8]] = [:]
        for side in sides {
            var writer = SectionWriter(side: side, blocks: blocks)
            writer.write(document.page.title, path: path)
            for checklist in checklists { writer.write(checklist) }
            sections[side] = writer.finish()
        }
        return sections
    }

    /// How many tasks a page has.
    static func count(_ document: PageDocument) -> Int {
        document.checklists.filter(isListed).reduce(0) { $0 + $1.items.reduce(0) { $0 + $1.count } }
    }
}

/// Writes what a file of tasks says of one page.
private struct SectionWriter {
    private let side: Side
    private let blocks: [String: CodeBlockRecord]
    private var bytes: [UInt8] = []

    init(side: Side, blocks: [String: CodeBlockRecord]) {
        self.side = side
        self.blocks = blocks
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
        put("\n## ")
        if !put(title) { put(MarkdownText.inline(path)) }
        put("\n\n<!-- page ")
        put(MarkdownText.inComment(path))
        put(" -->\n")
    }

    mutating func write(_ checklist: Checklist) {
        put("\n### ")
        if !put(checklist.title) { put(checklist.kind.rawValue) }
        put("\n\n<!-- \(checklist.kind.rawValue) \(checklist.id) -->\n\n")
        if put(checklist.leadIn?.text) { put("\n\n") }
        for index in checklist.items.indices { write(checklist.items[index], indent: 0) }
    }

    private mutating func write(_ item: Item, indent: Int) {
        let marker = item.marker.utf8.first.map { $0.isASCIIDigit } == true ? item.marker : "-"
        putBlanks(indent)
        put(marker)
        put(" [ ] ")
        if !put(item.text) { put("…") }
        put(" <!-- ")
        put(item.id)
        put(" -->\n")
        let inner = min(indent + marker.count + 1, 200)
        for part in item.contentAfterText { write(part, of: item, indent: inner) }
    }

    private mutating func write(_ part: Item.Part, of item: Item, indent: Int) {
        switch part.content {
        case .text(let text): writeLine(text, indent: indent)
        case .note(let kind, let text): writeLine(text, after: "> **\(kind.rawValue.uppercased()):** ", indent: indent)
        case .code(let id, _): if let block = blocks[id] { write(block, indent: indent) }
        case .items(let range, _):
            put("\n")
            for index in range { write(item.items[index], indent: indent) }
        case .table(let table): write(table, indent: indent)
        case .image(let text, _): writeLine(text, indent: indent)
        }
    }

    /// Writes a paragraph, or nothing if it is empty.
    private mutating func writeLine(_ text: BilingualText, after mark: String = "", indent: Int) {
        let start = bytes.count
        put("\n")
        putBlanks(indent)
        put(mark)
        if put(text) { put("\n") } else { bytes.removeSubrange(start...) }
    }

    private mutating func write(_ table: Item.Part.Table, indent: Int) {
        let columns = (table.rows + [table.header ?? []]).map(\.count).max() ?? 0
        guard columns > 0 else { return }
        put("\n")
        for (index, row) in ([table.header ?? []] + table.rows).enumerated() {
            putBlanks(indent)
            put("|")
            for column in 0..<columns {
                put(" ")
                if column < row.count { put(row[column]) }
                put(" |")
            }
            put("\n")
            guard index == 0 else { continue }
            putBlanks(indent)
            put("|" + String(repeating: " --- |", count: columns) + "\n")
        }
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

    private mutating func put(_ text: String) { bytes += text.utf8 }

    private mutating func putBlanks(_ count: Int) {
        for _ in 0..<count { bytes.append(UInt8(ascii: " ")) }
    }

    /// Writes the side's text, or the source's where the target has none.
    ///
    /// - Returns: whether there was anything to write.
    @discardableResult
    private mutating func put(_ text: BilingualText?) -> Bool {
        guard let text,
            let words = (side == .target ? text.sharedTarget : nil) ?? text.sharedSource ?? text.sharedTarget
        else { return false }
        let start = bytes.count
        words.withUTF8 { MarkdownText.appendInline($0, to: &bytes) }
        return bytes.count > start
    }
}
