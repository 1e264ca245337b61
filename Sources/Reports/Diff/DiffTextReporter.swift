import Bitext
import Checklists
import Revisions
import Workspace

/// A diff for a person at a terminal: by page and checklist, what changed, with the words that were removed and added.
package final class DiffTextReporter: DiffReporter {
    private let sink: any ReportSink
    private let side: Side
    private let isColourful: Bool
    private let columns: Int?

    /// - Parameter columns: how many columns the terminal has, or nil for none.
    package init(to sink: any ReportSink, side: Side, isColourful: Bool, columns: Int? = nil) {
        self.sink = sink
        self.side = side
        self.isColourful = isColourful
        self.columns = columns
    }

    package func add(_ page: DiffRun.Outcome, _ diff: PageDiff) throws {
        guard page.hasChanges else { return }
        var text = styled(printable(page.title), .bold)
        if page.kind != .kept { text += "  [page \(page.kind.rawValue)]" }
        text += "\n"
        for list in diff.lists { text += show(list) }
        try sink.write(text + "\n")
    }

    package func finish(_ totals: DiffTotals) throws { try sink.write(printable(totals.line) + "\n") }

    private func show(_ list: PageDiff.List) -> String {
        let entries = list.entries.filter { $0.change != .unchanged }
        guard let checklist = list.current, !entries.isEmpty || list.isHeadChanged else { return "" }
        let place = list.old == nil ? "added, " : list.new == nil ? "removed, " : ""
        var text = "  \(styled(printable(checklist.name(side)), .bold))  [\(place)\(checklist.kind.rawValue)]\n"
        if list.isHeadChanged, let old = list.old, let new = list.new {
            let heading = "    \(label("heading")) \(words(WordDiff(old.headText(.source), new.headText(.source))))"
            text += heading.wrapped(to: columns, indent: 5 + Self.labelWidth) + "\n"
            if old.kind != new.kind { text += "    \(label("kind")) \(old.kind.rawValue) → \(new.kind.rawValue)\n" }
        }
        for entry in entries where side == .target || entry.change != .retranslated { text += show(entry) }
        let retranslated = entries.count { $0.change == .retranslated }
        if retranslated > 0, side == .source {
            text += "    \(label("retranslated")) \(retranslated) (--side target shows them)\n"
        }
        let unchanged = list.entries.count - entries.count
        if unchanged > 0 { text += "    \(label("unchanged")) \(unchanged)\n" }
        return text
    }

    private func show(_ entry: PageDiff.Entry) -> String {
        guard let current = entry.current else { return "" }
        let indent = String(repeating: "  ", count: min(current.depth, 10))
        let marker = printable(current.marker)
        var line = "    \(label(entry.change.rawValue, entry.change)) \(indent)\(marker) "
        switch entry.change {
        case .added: line += styled(printable(current.shown(side)), .green)
        case .removed: line += styled(printable(current.shown(side)), .red)
        default: line += words(entry.textDiff(side))
        }
        let others = entry.changes.dropFirst().filter { $0 != .retranslated }
        if !others.isEmpty { line += "  (also \(others.map(\.rawValue).joined(separator: ", ")))" }
        if entry.changes.contains(.moved), let from = entry.old {
            line += "  (was \(printable(from.marker)) on line \(from.line))"
        }
        if entry.isTranslationOutdated { line += "  \(styled("(translation not updated)", .yellow))" }
        let deeper =
            String(repeating: " ", count: 5 + Self.labelWidth) + indent
            + String(repeating: " ", count: current.marker.count + 1)
        line = line.wrapped(to: columns, indent: deeper.count) + "\n"
        for difference in entry.differences(side) {
            let text = "\(deeper)\(difference.name): \(words(difference.words))"
            line += text.wrapped(to: columns, indent: deeper.count + 2) + "\n"
        }
        for (sign, code) in entry.codeLines {
            line += "\(deeper)\(styled("\(sign) \(printable(code))", sign == "-" ? .red : .green))\n"
        }
        return line
    }

    // MARK: Style

    private enum Style: String {
        case bold = "1"
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    private static let labelWidth = 15

    private func label(_ text: String, _ change: ItemChange? = nil) -> String {
        let padded = text + String(repeating: " ", count: max(0, Self.labelWidth - text.count))
        switch change {
        case .added: return styled(padded, .green)
        case .removed: return styled(padded, .red)
        case nil: return padded
        default: return styled(padded, .yellow)
        }
    }

    /// As `git diff --word-diff` writes it, in colour where there is any.
    private func words(_ diff: WordDiff) -> String {
        diff.pieces.map { piece in
            let text = printable(piece.text)
            return switch piece.kind {
            case .same: text
            case .removed: isColourful ? styled(text, .red) : bracketed(text, "[-", "-]")
            case .added: isColourful ? styled(text, .green) : bracketed(text, "{+", "+}")
            }
        }.joined()
    }

    /// The blanks at the end stay outside.
    private func bracketed(_ text: String, _ open: String, _ close: String) -> String {
        let trimmed = text.trimmingBlanksAtEnd
        // Blanks alone are what differs.
        let word = trimmed.isEmpty ? text[...] : trimmed
        return open + word + close + text.dropFirst(word.count)
    }

    private func styled(_ text: String, _ style: Style) -> String {
        isColourful ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
