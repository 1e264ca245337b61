import Revisions
import Workspace

/// The status of pages as the text of an issue: a table of the locales, and a list of what to translate.
///
/// The text of a page is data here: it must not be able to end its own part, to mention people or issues, or to be anything
/// but text.
package final class StatusMarkdownReporter: StatusReporter {
    /// A code host takes 65,536 characters for an issue.
    private static let maxLength = 60_000

    private let sink: any ReportSink
    private let spool = Spool()
    private var length = 0
    private var omitted = 0
    private var locale: String?

    package init(to sink: any ReportSink) { self.sink = sink }

    package func add(_ page: PageStatus) throws {
        guard page.failure == nil, ![.current, .cosmetic, .missing].contains(page.state) else { return }
        var text = ""
        if page.locale != locale {
            text += "\n### \(page.locale.isEmpty ? "No locale" : inertMarkdown(page.locale))\n\n"
        }
        text += "- [ ] **\(inertMarkdown(page.page.string))**: \(page.state.rawValue)"
        if let basis = page.basisText, page.state == .stale { text += " since \(inertMarkdown(basis))" }
        if let moved = page.movedSource { text += "; the source is now \(inertMarkdown(moved.string))" }
        if page.state == .unknown { text += page.reasons.map { "; \(inertMarkdown($0))" }.joined() }
        text += "\n"
        for change in page.changes {
            text +=
                "  - line \(change.target.start.line): \(inertMarkdown(change.name)) \(change.change.kind.rawValue): "
            text += (change.words.map(markdown) ?? inertMarkdown(change.text.shortened(to: 200))) + "\n"
        }
        guard length + text.utf8.count <= Self.maxLength else {
            omitted += 1
            return
        }
        locale = page.locale
        length += text.utf8.count
        try spool.write(Array(text.utf8))
    }

    package func finish(_ totals: StatusTotals) throws {
        try sink.write("**Translations:** \(totals.line)\n\n\(totals.markdownTable)")
        try spool.drain { try sink.write($0) }
        if omitted > 0 {
            try sink.write(
                "\n\(CountText.counted(omitted, "more page")) not listed: the text would be too long for an issue.\n")
        }
    }
}
