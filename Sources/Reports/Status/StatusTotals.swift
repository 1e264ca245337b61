import Revisions
import Workspace

/// How many pages have which status, by locale.
package struct StatusTotals {
    package init() {}

    private(set) var pages = 0
    private(set) var failedPages = 0
    private(set) var changes = 0
    private var states: [PageStatus.State: Int] = [:]
    private var locales: [String: [PageStatus.State: Int]] = [:]

    package mutating func add(_ page: PageStatus) {
        pages += 1
        guard page.failure == nil else {
            failedPages += 1
            return
        }
        states[page.state, default: 0] += 1
        locales[page.locale, default: [:]][page.state, default: 0] += 1
        changes += page.changes.count
    }

    package func count(_ state: PageStatus.State) -> Int { states[state] ?? 0 }

    /// The locales in order, each with how many of its pages have which status.
    var byLocale: [(locale: String, counts: [PageStatus.State: Int])] {
        locales.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The columns of a table: the statuses that there are, and those that a reader looks for.
    private var columns: [PageStatus.State] {
        PageStatus.State.allCases.filter { count($0) > 0 || [.current, .cosmetic, .stale].contains($0) }
    }

    private var rows: [[String]] {
        var rows = byLocale.map { locale, counts in
            [locale.isEmpty ? "(none)" : locale] + columns.map { CountText.number(counts[$0] ?? 0) }
        }
        if rows.count > 1 { rows.append(["all"] + columns.map { CountText.number(count($0)) }) }
        return rows
    }

    /// The table for a terminal.
    var textTable: String {
        guard pages > failedPages else { return "" }
        let titles = ["locale"] + columns.map(\.rawValue)
        var table = TextTable(titles, alignedRight: Set(1..<titles.count))
        for (index, row) in rows.enumerated() {
            if index > 0, index == rows.count - 1 { table.addRule() }
            table.add(row.enumerated().map { $0 == 0 ? printable($1) : $1 })
        }
        return table.text
    }

    /// The table as Markdown.
    var markdownTable: String {
        guard pages > failedPages else { return "" }
        var text = "| locale | " + columns.map(\.rawValue).joined(separator: " | ") + " |\n"
        text += "|---|" + columns.map { _ in "---:|" }.joined() + "\n"
        for row in rows {
            text += "| " + row.enumerated().map { $0 == 0 ? inertMarkdown($1) : $1 }.joined(separator: " | ") + " |\n"
        }
        return text
    }

    /// All in one line.
    var line: String {
        let counts = PageStatus.State.allCases.filter { count($0) > 0 }.map {
            "\(CountText.number(count($0))) \($0.rawValue)"
        }
        var line = counts.isEmpty ? "no page with a source" : counts.joined(separator: ", ")
        if changes > 0 { line += "; \(CountText.counted(changes, "change")) to translate" }
        if failedPages > 0 { line += "; \(CountText.counted(failedPages, "page")) could not be read" }
        return line
    }
}
