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
        writer.write(checklist.items)
        guard writer.hasCode else { return nil }
        var head = Writer(blocks: [:])
        head.comment("\(checklist.title?.target ?? checklist.title?.source ?? "")")
        if let source = checklist.title?.source, checklist.title?.target != nil { head.comment(source) }
        head.comment("")
        head.comment("From \(path), line \(checklist.line). \(mark)")
        head.comment("Read each command, and replace what stands in <angle brackets>, before you run it.")
        head.text += "\n"
        return [0xEF, 0xBB, 0xBF] + Array((head.text + writer.text).utf8)
    }

    private static func isPowerShell(_ block: CodeBlockRecord) -> Bool { block.language == "powershell" }

    private struct Writer {
        let blocks: [String: CodeBlockRecord]
        var text = ""
        var hasCode = false

        mutating func write(_ items: [Item], below prefix: String = "") {
            for item in items {
                let marker = prefix + item.marker
                text += text.isEmpty ? "" : "\n"
                comment("\(marker) \(item.text.target ?? item.text.source ?? "")")
                if let source = item.text.source, let target = item.text.target, source != target {
                    comment("\(String(repeating: " ", count: marker.count)) \(source)")
                }
                for note in item.notes {
                    comment("\(note.kind.rawValue.uppercased()): \(note.text.target ?? note.text.source ?? "")")
                }
                for id in item.codeBlocks {
                    guard let block = blocks[id] else { continue }
                    if isPowerShell(block) { code(block) } else { quote(block) }
                }
                write(item.items, below: item.items.isEmpty ? "" : "\(marker)")
            }
        }

        /// Code to run. In code that shows a console, the prompts are removed, and the console's answers become comments.
        private mutating func code(_ block: CodeBlockRecord) {
            hasCode = true
            // Otherwise the comments after it would be part of its string.
            if block.isIncomplete {
                comment("(This code is not closed on the page, so it is shown as a comment.)")
                return quote(block)
            }
            for line in block.consoleLines() {
                if line.isCommand { text += MarkdownText.harmless(line.text) + "\n" } else { comment(line.text) }
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
