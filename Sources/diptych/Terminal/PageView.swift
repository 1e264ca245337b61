import Bitext
import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Reports
import Revisions
import Workspace

/// A page document for a person at a terminal.
struct PageView {
    private var lines: [String] = []
    private let side: Side
    private let isColourful: Bool
    private let columns: Int?
    private let code: [String: CodeBlockRecord]

    /// The view, a line break after every line.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// - Parameter columns: how many columns the terminal has, or nil for none.
    init(_ document: PageDocument, side: Side, isColourful: Bool, columns: Int? = nil) {
        self.side = side
        self.isColourful = isColourful
        self.columns = columns
        code = Dictionary(document.codeBlocks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        head(document)
        for checklist in document.checklists { show(checklist) }
        let loose = document.codeBlocks.filter { $0.item == nil }
        guard !loose.isEmpty else { return }
        lines.append("")
        lines.append(bold("Code outside the checklists"))
        for block in loose { show(block, indent: "  ") }
    }

    private mutating func head(_ document: PageDocument) {
        let page = document.page
        lines.append(bold(shown(page.title)))
        lines.append(printable(page.path))
        let locales = [page.sourceLocale, page.targetLocale].compactMap { $0 }.joined(separator: " → ")
        let origin = page.translationType.map { ", \($0)" } ?? ""
        lines.append("\(printable(locales.isEmpty ? "language unknown" : locales))\(printable(origin))")
        let unpaired = document.segments.count - document.pairedSegmentCount
        lines.append(
            [
                (document.segments.isEmpty
                    ? "0 segments (a page in one language)" : CountText.counted(document.segments.count, "segment"))
                    + (unpaired > 0 ? " (\(unpaired) without a counterpart)" : ""),
                CountText.counted(document.checklists.count, "checklist"),
                CountText.counted(document.itemCount, "item"),
                CountText.counted(document.codeBlocks.count, "code block"),
            ].joined(separator: ", "))
    }

    private mutating func show(_ checklist: Checklist) {
        lines.append("")
        let title = checklist.title.map(shown) ?? "(untitled)"
        lines.append("\(bold(title))  [\(checklist.kind.rawValue), line \(checklist.line)]")
        if let leadIn = checklist.leadIn { add(shown(leadIn.text), indent: 0) }
        for item in checklist.items { show(item, indent: "  ") }
    }

    /// Nesting is bounded by the parser's own limit, so this may recurse.
    private mutating func show(_ item: Item, indent: String) {
        let deeper = indent + String(repeating: " ", count: item.marker.count + 1)
        add("\(indent)\(item.marker) \(shown(item.text))", indent: deeper.count)
        for part in item.contentAfterText { show(part, of: item, indent: deeper) }
    }

    private mutating func show(_ part: Item.Part, of item: Item, indent: String) {
        switch part.content {
        case .text(let text): add(indent + shown(text), indent: indent.count)
        case .note(let kind, let text):
            add("\(indent)\(kind.rawValue.uppercased()): \(shown(text))", indent: indent.count)
        case .code(let id, let isAlternative):
            guard let block = code[id] else { return }
            show(block, indent: indent, isAlternative: isAlternative)
        case .items(let range, let isChoice):
            if isChoice { lines.append("\(indent)(one of these)") }
            for nested in item.items[range] { show(nested, indent: indent) }
        case .table(let table):
            for row in table.allRows {
                add("\(indent)| " + row.map(shown).joined(separator: " | "), indent: indent.count + 2)
            }
        case .image(let text, let url):
            add("\(indent)[image] \(shown(text).isEmpty ? shown(url) : shown(text))", indent: indent.count)
        }
    }

    private mutating func show(_ block: CodeBlockRecord, indent: String, isAlternative: Bool = false) {
        let origin = (block.inferred ? ", inferred" : "") + (isAlternative ? ", alternative" : "")
        lines.append("\(indent)[\(printable(block.language))\(origin), line \(block.line)]")
        for line in block.code.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append("\(indent)  \(printable(String(line).replacingTabs()))")
        }
    }

    /// Adds a text, in lines that fit into the terminal.
    private mutating func add(_ text: String, indent: Int) { lines.append(text.wrapped(to: columns, indent: indent)) }

    /// The text in the chosen language, or in the other one where the chosen is absent.
    private func shown(_ text: BilingualText) -> String {
        let chosen = text[side].flatMap { $0.isEmpty ? nil : $0 } ?? text[side.opposite] ?? ""
        return printable(String(chosen.map { $0 == "\n" ? " " : $0 }))
    }

    private func bold(_ text: String) -> String { isColourful ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}

extension String {
    fileprivate func replacingTabs() -> String { String(flatMap { $0 == "\t" ? "    " : String($0) }) }
}
