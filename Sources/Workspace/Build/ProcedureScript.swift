import Bitext
import Checklists
import PageDocuments

/// The PowerShell of one procedure as a script to read, change and run by hand: each step is a comment, its code follows.
///
/// Diptych writes it and never runs it. All text of a page outside of its code is on comment lines (`#`), so no text of a
/// page can become a command. The file begins with a byte order mark: without it Windows PowerShell 5.1
/// reads UTF-8 as the system's code page, and a letter may become a quote (about_Character_Encoding).
enum ProcedureScript {
    /// What each script says of itself.
    static let mark = "Written by diptych, which has not run it."

    /// - Returns: nil where the checklist is no procedure, or has no PowerShell.
    static func script(of checklist: Checklist, in document: PageDocument, path: String) -> [UInt8]? {
        guard checklist.kind == .procedure || checklist.kind == .prerequisites,
            // Most pages have none.
            document.codeBlocks.contains(where: isPowerShell)
        else { return nil }
        var writer = Writer(
            blocks: Dictionary(document.codeBlocks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
        writer.write(checklist.items[...])
        guard writer.hasCode else { return nil }
        var head = Writer(blocks: [:])
        head.comment("\(checklist.title?.target ?? checklist.title?.source ?? "")")
        if let source = checklist.title?.source, checklist.title?.target != nil { head.comment(source) }
        head.comment("")
        head.comment("From \(path), line \(checklist.line). \(mark)")
        head.comment("Read each command, and replace the placeholders that are named above it, before you run it.")
        head.text += "\n"
        return [0xEF, 0xBB, 0xBF] + Array((head.text + writer.text).utf8)
    }

    private static func isPowerShell(_ block: CodeBlockRecord) -> Bool { block.language == "powershell" }

    private struct Writer {
        let blocks: [String: CodeBlockRecord]
        var text = ""
        var hasCode = false

        /// - Parameter isRun: whether the code is to run. Otherwise it is an alternative, and a comment.
        mutating func write(_ items: ArraySlice<Item>, below prefix: String = "", isRun: Bool = true) {
            for item in items {
                let marker = prefix + item.marker
                text += text.isEmpty ? "" : "\n"
                both(item.text, after: "\(marker) ")
                for part in item.contentAfterText { write(part, of: item, marker, isRun: isRun) }
            }
        }

        private mutating func write(_ part: Item.Part, of item: Item, _ marker: String, isRun: Bool) {
            switch part.content {
            case .text(let text): both(text)
            case .note(let kind, let text): both(text, after: "\(kind.rawValue.uppercased()): ")
            case .code(let id, let isAlternative):
                if let block = blocks[id] { write(block, isRun: isRun, isAlternative: isAlternative) }
            case .items(let range, let isChoice):
                let items = item.items[range]
                guard isChoice, items.count > 1 else { return write(items, below: marker, isRun: isRun) }
                // As for tabs and for "Or": what the reader can run is the first alternative with code.
                let chosen = isRun ? items.firstIndex(where: hasCodeToRun) : nil
                comment("(Do one of the next \(items.count).\(Self.remark(chosen.map { $0 - items.startIndex })))")
                for index in items.indices { write(items[index...index], below: marker, isRun: index == chosen) }
                if range.upperBound < item.items.count || part != item.content.last { comment("(In any case:)") }
            case .table(let table):
                for row in table.allRows {
                    comment("| " + row.map(shown).joined(separator: " | "))
                }
            case .image(let text, let url): comment("[image] \(shown(text)) \(shown(url))")
            }
        }

        /// What is to be said of the code of alternatives.
        ///
        /// - Parameter chosen: the number of the one whose code is to run, from 0; nil where none is.
        private static func remark(_ chosen: Int?) -> String {
            switch chosen {
            case nil: ""
            case 0?: " The code of all but the first is a comment."
            case let number?:
                " The code of number \(number + 1) is to run, because \(number == 1 ? "number 1 has" : "those before it have") "
                    + "none. All other code is a comment."
            }
        }

        /// Whether an item has PowerShell that is to run if the item is done.
        private func hasCodeToRun(_ item: Item) -> Bool {
            item.content.contains { part in
                switch part.content {
                case .code(let id, isAlternative: false):
                    blocks[id].map { ProcedureScript.isPowerShell($0) && !$0.isIncomplete } ?? false
                case .items(let range, _): item.items[range].contains(where: hasCodeToRun)
                default: false
                }
            }
        }

        private mutating func write(_ block: CodeBlockRecord, isRun: Bool, isAlternative: Bool) {
            guard isPowerShell(block) else {
                comment("(\(block.language), not run here:)")
                return quote(block)
            }
            if !block.placeholders.isEmpty { comment("(Replace: \(block.placeholders.joined(separator: ", ")))") }
            if isRun, !isAlternative { return code(block) }
            if isRun { comment("(An alternative to the code above. To run it instead, remove the # signs.)") }
            commented(block)
        }

        private func shown(_ text: BilingualText) -> String { text.target ?? text.source ?? "" }

        /// A comment in both languages, if they differ.
        private mutating func both(_ text: BilingualText, after mark: String = "") {
            comment(mark + shown(text))
            if let source = text.source, let target = text.target, source != target {
                comment(String(repeating: " ", count: mark.count) + source)
            }
        }

        /// Code to run. In code that shows a console, the prompts are removed, and the console's answers become comments.
        private mutating func code(_ block: CodeBlockRecord) {
            hasCode = true
            // Otherwise the comments after it would be part of its string.
            guard !block.isIncomplete else { return commented(block) }
            for line in block.consoleLines() {
                if line.isCommand { text += MarkdownText.harmless(line.text) + "\n" } else { comment(line.text) }
            }
        }

        /// Code that is a comment, and can be run when its signs are removed: without prompts, and what a command prints is still a
        /// comment then.
        private mutating func commented(_ block: CodeBlockRecord) {
            if block.isIncomplete { comment("(This code is not closed on the page, so it is shown as a comment.)") }
            for line in block.consoleLines() {
                comment(line.isCommand ? line.text : line.text.isEmpty ? "#" : "# \(line.text)")
            }
        }

        /// What is no PowerShell: an answer, a file, another program's language.
        private mutating func quote(_ block: CodeBlockRecord) {
            for line in block.code.split(separator: "\n", omittingEmptySubsequences: false) { comment(String(line)) }
        }

        mutating func comment(_ line: String) {
            let line = MarkdownText.harmless(line)
            text += line.isEmpty ? "#\n" : "# \(line)\n"
        }
    }
}
