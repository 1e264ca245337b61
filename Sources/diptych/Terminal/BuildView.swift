import Reports
import Workspace

/// Shows the progress and the result of a build in the terminal.
struct BuildView {
    private var messages = Reporter(total: 0)

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
    }

    /// `88 pages: 3 built, 85 unchanged, 1 removed`.
    static func done(_ result: Build.Result) -> String {
        var parts = [
            "\(CountText.number(result.built)) built", "\(CountText.number(result.unchanged)) unchanged",
        ]
        if result.removed > 0 { parts.append("\(CountText.number(result.removed)) removed") }
        if result.unticked > 0 {
            parts.append("\(CountText.counted(result.unticked, "box")) unticked because the item changed")
        }
        return "\(CountText.counted(result.pages, "page")): \(parts.joined(separator: ", "))"
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
