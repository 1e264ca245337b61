import Checks
import Reports
import Workspace

/// Shows the progress and the result of a build in the terminal.
struct BuildView {
    private var messages = Messages(total: 0)

    var status: ExitStatus { messages.status }

    mutating func show(_ event: Build.Event) {
        switch event {
        case .waiting: messages.note("another build has the output folder; waiting for it")
        case .begins(let pages): messages.expect(pages)
        case .pageDone: messages.pageDone()
        case .failure(let error): messages.report(error)
        case .note(let text): messages.note(text)
        }
    }

    mutating func fail(_ error: some Error) { messages.report(error) }

    /// The findings by rule, and what the build did.
    func show(_ result: Build.Result) throws(OutputError) {
        var summary = RuleSummary()
        for count in result.findings { summary.add(count.rule, count.severity, count: count.count, pages: count.pages) }
        try Console.write(summary.table(pagesWithFindings: result.pagesWithFindings))
        Console.error(Self.done(result))
        if let note = result.noteOnLocale { messages.note(note) }
        if result.pagesWithoutSegments > 0 {
            let unchecked = UnpairedPages.withoutSegments(result.pagesWithoutSegments)
            messages.note("\(unchecked) (`diptych check` names them)")
        }
    }

    /// `88 pages: 3 built, 85 unchanged, 1 removed`.
    static func done(_ result: Build.Result) -> String {
        var parts = [
            "\(CountText.number(result.built)) built", "\(CountText.number(result.unchanged)) unchanged",
        ]
        if result.removed > 0 { parts.append("\(CountText.number(result.removed)) removed") }
        if result.unticked > 0 {
            let boxes = CountText.counted(result.unticked, "box", "boxes")
            parts.append("\(boxes) unticked because the item changed")
        }
        return "\(CountText.counted(result.pages, "page")): \(parts.joined(separator: ", "))"
    }

    /// How many pages, and how many findings of a page, `watch` shows.
    private static let maxShown = 5

    /// What is wrong with the pages that were built.
    ///
    /// - Parameter namesPages: whether the pages are named with their errors and warnings; otherwise these are only counted.
    static func faults(_ result: Build.Result, namesPages: Bool) -> String {
        var lines: [String] = []
        if namesPages {
            // What is wrong comes first.
            let pages =
                result.builtPages.filter { result.faults[$0] != nil }
                + result.builtPages.filter { result.faults[$0] == nil }
            for page in pages.prefix(maxShown) {
                lines.append("  \(printable(page))")
                let faults = result.faults[page] ?? []
                for fault in faults.prefix(maxShown) {
                    lines.append(
                        "    \(fault.start.line):\(fault.start.column)  \(fault.severity.rawValue)  "
                            + "\(printable(fault.message))  [\(fault.rule)]")
                }
                if faults.count > maxShown { lines.append("    … and more; `diptych check` shows all") }
            }
            if pages.count > maxShown { lines.append("  … and \(CountText.number(pages.count - maxShown)) more") }
        }
        let counts = [Finding.Severity.error, .warning].map { severity in
            result.findings.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
        }
        if counts != [0, 0] {
            lines.append(
                "  \(CountText.counted(counts[0], "error")), \(CountText.counted(counts[1], "warning")) in all pages; "
                    + "`diptych check` shows them")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// What a build would write or remove.
    func showStale(_ result: Build.Result) throws(OutputError) {
        try Console.write(result.stale.map { "\(printable($0))\n" }.joined())
        if result.stale.isEmpty {
            Console.error("\(CountText.counted(result.pages, "page")): nothing is stale")
        } else {
            let count = CountText.counted(result.stale.count, "file")
            Console.error("\(count) stale; `diptych build` brings the output up to date")
        }
    }
}
