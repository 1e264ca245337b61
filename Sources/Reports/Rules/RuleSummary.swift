import Checks
import ParsedBitext
import TranslationModel
import Workspace

/// A table of how many findings each rule has. The rules with the most errors come first, then those with the most warnings.
package struct RuleSummary {
    package init() {}

    private struct Row {
        var errors = 0
        var warnings = 0
        var notes = 0
        var pages = 0

        mutating func add(_ severity: Finding.Severity, _ count: Int) {
            switch severity {
            case .error: errors += count
            case .warning: warnings += count
            case .note: notes += count
            }
        }

        var cells: [String] { [errors, warnings, notes, pages].map(CountText.number) }
    }

    private var rows: [String: Row] = [:]
    private var total = Row()

    /// - Parameter pages: on how many pages that were not counted yet.
    package mutating func add(_ rule: String, _ severity: Finding.Severity, count: Int, pages: Int) {
        rows[rule, default: Row()].add(severity, count)
        rows[rule]?.pages += pages
        total.add(severity, count)
    }

    package func table(pagesWithFindings: Int) -> String {
        let sorted = rows.sorted { left, right in
            let (a, b) = (left.value, right.value)
            return (b.errors, b.warnings, b.notes, left.key) < (a.errors, a.warnings, a.notes, right.key)
        }
        var table = TextTable(["rule", "errors", "warnings", "notes", "pages"], alignedRight: [1, 2, 3, 4])
        for (rule, row) in sorted { table.add([logSafe(rule)] + row.cells) }
        table.addRule()
        var total = total
        total.pages = pagesWithFindings
        table.add(["total"] + total.cells)
        return table.text
    }
}
