import Bitext
import Checklists
import Revisions
import Workspace

/// A diff as a comment on a pull request: a line that says all, and a fold for each page.
///
/// The text of a page is data here: it must not be able to end its own fold, to mention people or issues, or to be anything
/// but text.
package final class DiffMarkdownReporter: DiffReporter {
    private let sink: any ReportSink
    private let side: Side
    /// The line that says all stands in front and is known at the end.
    private let spool = Spool()

    package init(to sink: any ReportSink, side: Side) {
        self.sink = sink
        self.side = side
    }

    package func add(_ page: DiffRun.Outcome, _ diff: PageDiff) throws {
        guard page.hasChanges else { return }
        var counts: [ItemChange: Int] = [:]
        for entry in diff.entries { counts[entry.change, default: 0] += 1 }
        var told = ItemChange.allCases.filter { $0 != .unchanged }.compactMap { change in
            counts[change].map { "\($0) \(change.rawValue)" }
        }
        if page.kind != .kept { told.insert("page \(page.kind.rawValue)", at: 0) }
        let checklists = diff.lists.count(where: \.isHeadChanged)
        if checklists > 0 { told.append("\(checklists) checklist heading\(checklists == 1 ? "" : "s")") }
        var text = "<details>\n<summary><b>\(inert(page.title))</b>: \(told.joined(separator: ", "))</summary>\n\n"
        for list in diff.lists { text += show(list) }
        try spool.write(Array((text + "</details>\n\n").utf8))
    }

    package func finish(_ totals: DiffTotals) throws {
        try sink.write("**Checklists:** \(totals.line)\n\n")
        try spool.drain { try sink.write($0) }
    }

    private func show(_ list: PageDiff.List) -> String {
        let entries = list.entries.filter { $0.change != .unchanged }
        guard let checklist = list.current, !entries.isEmpty || list.isHeadChanged else { return "" }
        let place = list.old == nil ? "added, " : list.new == nil ? "removed, " : ""
        var text = "**\(inert(checklist.name(side)))** (\(place)\(checklist.kind.rawValue))\n\n"
        if list.isHeadChanged, let old = list.old, let new = list.new {
            text += "- heading: \(words(WordDiff(old.headText(.source), new.headText(.source))))\n"
            if old.kind != new.kind { text += "- kind: \(old.kind.rawValue) → \(new.kind.rawValue)\n" }
        }
        for entry in entries where side == .target || entry.change != .retranslated { text += show(entry) }
        let retranslated = entries.count { $0.change == .retranslated }
        if retranslated > 0, side == .source { text += "- retranslated: \(retranslated)\n" }
        return text + "\n"
    }

    private func show(_ entry: PageDiff.Entry) -> String {
        guard let current = entry.current else { return "" }
        var line = "- **\(entry.changes.map(\.rawValue).joined(separator: ", "))** \(inert(current.marker)) "
        switch entry.change {
        case .added: line += "<ins>\(inert(current.shown(side)))</ins>"
        case .removed: line += "<del>\(inert(current.shown(side)))</del>"
        default: line += words(entry.textDiff(side))
        }
        if entry.isTranslationOutdated { line += " **(translation not updated)**" }
        for difference in entry.differences(side) { line += "<br>\(difference.name): \(words(difference.words))" }
        for (sign, code) in entry.codeLines {
            let tag = sign == "-" ? "del" : "ins"
            line += "<br><\(tag)><code>\(inert(code))</code></\(tag)>"
        }
        return line + "\n"
    }

    private func words(_ diff: WordDiff) -> String {
        diff.pieces.map { piece in
            switch piece.kind {
            case .same: inert(piece.text)
            case .removed: tagged(piece.text, "del")
            case .added: tagged(piece.text, "ins")
            }
        }.joined()
    }

    /// The blanks at the end stay outside.
    private func tagged(_ text: String, _ tag: String) -> String {
        let trimmed = text.trimmingBlanksAtEnd
        // Blanks alone are what differs; a blank by itself would not be seen.
        if trimmed.isEmpty { return "<\(tag)>&nbsp;</\(tag)>" }
        return "<\(tag)>\(inert(String(trimmed)))</\(tag)>\(trimmed.endIndex == text.endIndex ? "" : " ")"
    }

    /// Text that is nothing but text to a reader of Markdown, to one of HTML, and to a code host, which looks for people,
    /// issues and addresses in what was rendered.
    private func inert(_ text: String) -> String {
        var result = ""
        for scalar in printable(text.onOneLine.padded(like: text)).unicodeScalars {
            switch scalar {
            case "@", "#": result += "&#\(scalar.value);&#8203;"
            case ":" where result.hasSuffix("http") || result.hasSuffix("https"): result += "&#58;&#8203;"
            case "a"..."z", "A"..."Z", "0"..."9", " ", ",", ";", ":", "(", ")", "'", "?", "%", "/", "=":
                result.unicodeScalars.append(scalar)
            case ".": result += result.lowercased().hasSuffix("www") ? "&#46;&#8203;" : "."
            default:
                if scalar.isASCII { result += "&#\(scalar.value);" } else { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}

extension String {
    /// The text with a blank at each end where the other text has one.
    fileprivate func padded(like other: String) -> String {
        guard !isEmpty else { return other.isEmpty ? "" : " " }
        return (other.first?.isWhitespace == true ? " " : "") + self + (other.last?.isWhitespace == true ? " " : "")
    }
}
