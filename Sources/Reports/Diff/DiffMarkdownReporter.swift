import Bitext
import Checklists
import Revisions
import Workspace

/// A diff as a comment on a pull request: a line with the number of changes, and a fold for each page.
///
/// The text of a page is data here: it must not be able to end its own fold, to mention people or issues, or to be anything
/// but text.
package final class DiffMarkdownReporter: DiffReporter {
    private let sink: any ReportSink
    private let side: Side
    /// The pages, which wait here: the first line counts the changes of all of them.
    private let spool = Spool()

    package init(to sink: any ReportSink, side: Side) {
        self.sink = sink
        self.side = side
    }

    package func add(_ page: DiffRun.Outcome, _ diff: PageDiff) throws {
        guard page.hasChanges else { return }
        var counts: [ItemChange: Int] = [:]
        for entry in diff.entries { counts[entry.change, default: 0] += 1 }
        var changes = ItemChange.allCases.filter { $0 != .unchanged }.compactMap { change in
            counts[change].map { "\($0) \(change.rawValue)" }
        }
        if page.kind != .kept { changes.insert("page \(page.kind.rawValue)", at: 0) }
        let checklists = diff.lists.count(where: \.isHeadChanged)
        if checklists > 0 { changes.append(CountText.counted(checklists, "checklist heading")) }
        var text =
            "<details>\n<summary><b>\(inertMarkdown(page.title))</b>: \(changes.joined(separator: ", "))</summary>\n\n"
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
        var text = "**\(inertMarkdown(checklist.name(side)))** (\(place)\(checklist.kind.rawValue))\n\n"
        if list.isHeadChanged, let old = list.old, let new = list.new {
            text += "- heading: \(markdown(WordDiff(old.headText(.source), new.headText(.source))))\n"
            if old.kind != new.kind { text += "- kind: \(old.kind.rawValue) → \(new.kind.rawValue)\n" }
        }
        for entry in entries where side == .target || entry.change != .retranslated { text += show(entry) }
        let retranslated = entries.count { $0.change == .retranslated }
        if retranslated > 0, side == .source { text += "- retranslated: \(retranslated)\n" }
        return text + "\n"
    }

    private func show(_ entry: PageDiff.Entry) -> String {
        guard let current = entry.current else { return "" }
        var line = "- **\(entry.changes.map(\.rawValue).joined(separator: ", "))** \(inertMarkdown(current.marker)) "
        switch entry.change {
        case .added: line += "<ins>\(inertMarkdown(current.shown(side)))</ins>"
        case .removed: line += "<del>\(inertMarkdown(current.shown(side)))</del>"
        default: line += markdown(entry.textDiff(side))
        }
        if entry.isTranslationOutdated { line += " **(translation not updated)**" }
        for difference in entry.differences(side) { line += "<br>\(difference.name): \(markdown(difference.words))" }
        for (sign, code) in entry.codeLines {
            let tag = sign == "-" ? "del" : "ins"
            line += "<br><\(tag)><code>\(inertMarkdown(code))</code></\(tag)>"
        }
        return line + "\n"
    }
}
