import Revisions
import Workspace

/// The status of pages for a person at a terminal: what to translate, page by page, and a table of the locales.
package final class StatusTextReporter: StatusReporter {
    private let sink: any ReportSink
    private let isColourful: Bool
    private let columns: Int?
    private let showsAll: Bool
    private let showsPages: Bool
    private var needsEmptyLine = false

    /// - Parameters:
    ///   - columns: how many columns the terminal has, or nil for none.
    ///   - showsAll: whether pages are listed that need no work, and those that are missing.
    ///   - showsPages: whether anything but the table is shown.
    package init(to sink: any ReportSink, isColourful: Bool, columns: Int?, showsAll: Bool, showsPages: Bool) {
        self.sink = sink
        self.isColourful = isColourful
        self.columns = columns
        self.showsAll = showsAll
        self.showsPages = showsPages
    }

    package func add(_ page: PageStatus) throws {
        guard showsPages, page.failure == nil else { return }
        if !showsAll, [.current, .cosmetic, .missing].contains(page.state) { return }
        var text = styled(printable(page.page.string), "1") + "  \(styled(page.state.rawValue, colour(of: page.state)))"
        if let basis = page.basisText, page.state == .stale || showsAll { text += " since \(printable(basis))" }
        text += "\n"
        if let moved = page.movedSource { text += "  the source is now \(printable(moved.string))\n" }
        if page.state == .unknown || showsAll {
            for reason in page.reasons { text += "  \(printable(reason))\n" }
        }
        for change in page.changes { text += show(change) }
        if !page.changes.isEmpty { text += "\n" }
        needsEmptyLine = page.changes.isEmpty
        try sink.write(text)
    }

    package func finish(_ totals: StatusTotals) throws {
        if needsEmptyLine { try sink.write("\n") }
        try sink.write(totals.textTable)
        if showsPages { try sink.write("\(totals.line)\n") }
    }

    private func colour(of state: PageStatus.State) -> String {
        switch state {
        case .current, .cosmetic: "32"
        case .stale, .neverTranslated: "33"
        default: "31"
        }
    }

    private static let labelWidth = 24

    private func show(_ change: PageStatus.Change) -> String {
        let place = "\(change.target.start.line):\(change.target.start.column)"
        let label = "\(change.name) \(change.change.kind.rawValue)"
        var text = "  " + place.padded(to: 8) + styled(printable(label).padded(to: Self.labelWidth), "33") + " "
        switch change.change.kind {
        case .changed where change.words != nil: text += change.words.map(words) ?? ""
        case .removed: text += styled(shown(change.text), "31")
        case .added: text += styled(shown(change.text), "32")
        default: text += shown(change.text)
        }
        return text.wrapped(to: columns, indent: Self.labelWidth + 11) + "\n"
    }

    private func shown(_ text: String) -> String { printable(text.shortened(to: 200)) }

    /// As `git diff --word-diff` writes it, in colour where there is any. Of long texts that are the same, only what is
    /// around the difference.
    private func words(_ diff: WordDiff) -> String {
        diff.pieces.enumerated().map { index, piece in
            switch piece.kind {
            case .same:
                printable(piece.text.middleShortened(isFirst: index == 0, isLast: index == diff.pieces.count - 1))
            case .removed: mark(piece.text, "[-", "-]", "31")
            case .added: mark(piece.text, "{+", "+}", "32")
            }
        }.joined()
    }

    /// The blanks at the end stay outside.
    private func mark(_ text: String, _ open: String, _ close: String, _ style: String) -> String {
        let text = printable(text.count > 200 ? text.shortened(to: 200) : text)
        if isColourful { return styled(text, style) }
        let trimmed = text.trimmingBlanksAtEnd
        let word = trimmed.isEmpty ? text[...] : trimmed
        return open + word + close + text.dropFirst(word.count)
    }

    private func styled(_ text: String, _ style: String) -> String {
        isColourful ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// A text without its middle, or without its other end at the beginning and at the end of a line.
    fileprivate func middleShortened(isFirst: Bool, isLast: Bool) -> String {
        let kept = 40
        guard count > 2 * kept + 3 else { return self }
        if isFirst { return "… " + suffix(kept) }
        if isLast { return prefix(kept) + " …" }
        return prefix(kept) + " … " + suffix(kept)
    }
}
