import Bitext
import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions

/// The lists of pages that somebody can go through, as Markdown with a box for each item: to read, to tick off, to paste
/// into an issue. One file for each locale and side.
///
/// Prerequisites and procedures are listed; a navigation list is nothing to do, and options and other lists tell and do not
/// ask. Page text is data: no character of it makes Markdown, HTML, a mention or a link to an issue of its own.
enum TaskList {
    /// The first line of a file, by which a build knows its own.
    static let mark = "<!-- Written by diptych build. Tick the boxes; build with keep-state carries them over. -->"

    /// The name of the file for a locale and side.
    static func fileName(locale: String, side: Side) -> String { "checklists.\(locale).\(side.rawValue).md" }

    /// A locale that may stand in a file name: letters, digits and hyphens; `und` for what is none (BCP 47).
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

    /// What the file says of a page, with all boxes empty; nil where the page has no tasks.
    static func section(of document: PageDocument, path: String, side: Side) -> [UInt8]? {
        let checklists = document.checklists.filter(isListed)
        guard !checklists.isEmpty else { return nil }
        var writer = SectionWriter(
            side: side,
            blocks: Dictionary(document.codeBlocks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
        writer.write(document.page.title, path: path)
        for checklist in checklists { writer.write(checklist) }
        while writer.text.hasSuffix("\n\n") { writer.text.removeLast() }
        return Array(writer.text.utf8)
    }

    /// How many tasks a page has.
    static func count(_ document: PageDocument) -> Int {
        document.checklists.filter(isListed).reduce(0) { $0 + $1.items.reduce(0) { $0 + $1.count } }
    }
}

/// Writes what a file of tasks says of one page.
private struct SectionWriter {
    let side: Side
    let blocks: [String: CodeBlockRecord]
    var text = ""

    mutating func write(_ title: BilingualText?, path: String) {
        let heading = title.map(text(of:)) ?? ""
        text += "\n## \(heading.isEmpty ? MarkdownText.inline(path) : heading)\n\n"
        text += "<!-- page \(MarkdownText.inComment(path)) -->\n"
    }

    mutating func write(_ checklist: Checklist) {
        let title = checklist.title.map(text(of:)) ?? ""
        text += "\n### \(title.isEmpty ? checklist.kind.rawValue : title)\n\n"
        text += "<!-- \(checklist.kind.rawValue) \(checklist.id) -->\n\n"
        let leadIn = checklist.leadIn.map { text(of: $0.text) } ?? ""
        if !leadIn.isEmpty { text += "\(leadIn)\n\n" }
        for item in checklist.items { write(item, indent: 0) }
    }

    private mutating func write(_ item: Item, indent: Int) {
        let marker = item.marker.utf8.first.map { $0.isASCIIDigit } == true ? item.marker : "-"
        let blank = String(repeating: " ", count: indent)
        let words = text(of: item.text)
        text += "\(blank)\(marker) [ ] \(words.isEmpty ? "…" : words) <!-- \(item.id) -->\n"
        let inner = min(indent + marker.count + 1, 200)
        let blankInside = String(repeating: " ", count: inner)
        for detail in item.details {
            let words = text(of: detail.text)
            if !words.isEmpty { text += "\n\(blankInside)\(words)\n" }
        }
        for note in item.notes {
            text += "\n\(blankInside)> **\(note.kind.rawValue.uppercased()):** \(text(of: note.text))\n"
        }
        for id in item.codeBlocks {
            if let block = blocks[id] { write(block, blankInside) }
        }
        if !item.details.isEmpty || !item.notes.isEmpty || !item.codeBlocks.isEmpty { text += "\n" }
        for nested in item.items { write(nested, indent: inner) }
    }

    private mutating func write(_ block: CodeBlockRecord, _ blank: String) {
        let fence = MarkdownText.fence(around: block.code)
        text += "\n\(blank)\(fence)\(block.language)\n"
        for line in block.code.split(separator: "\n", omittingEmptySubsequences: false) {
            text += line.isEmpty ? "\n" : "\(blank)\(MarkdownText.harmless(String(line)))\n"
        }
        text += "\(blank)\(fence)\n"
    }

    /// The side's text, or the source's where the target has none.
    private func text(of text: BilingualText) -> String {
        MarkdownText.inline((side == .target ? text.target : nil) ?? text.source ?? text.target ?? "")
    }
}
