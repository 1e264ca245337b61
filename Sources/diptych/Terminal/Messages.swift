import Bitext
import Checklists
import Exchange
import Workspace

/// Reports the results of pages on standard error, and keeps the exit status.
struct Messages {
    private(set) var status = ExitStatus.clean
    private var done = 0
    private var total: Int

    init(total: Int) { self.total = total }

    /// Prints a page's diagnostics, one a line: `page.md:12:5: error: message [rule]`.
    mutating func report(_ diagnostics: [Diagnostic], of page: String) {
        for diagnostic in diagnostics {
            let path = printable(diagnostic.sourcePath ?? page)
            let place = "\(path):\(diagnostic.position.line):\(diagnostic.position.column)"
            say("\(place): \(diagnostic.severity.rawValue): \(printable(diagnostic.message)) [\(diagnostic.rule)]")
            status = status.or(diagnostic.severity == .error ? .failed : .findings)
        }
    }

    /// Prints why something could not be done at all.
    mutating func report(_ error: some Error) {
        say("diptych: error: \(printable(String(describing: error)))")
        status = .failed
    }

    /// Prints the first defect of an exchange file, and how many there are. The exit status does not change.
    func warn(_ damage: TrainingRun.FileDamage) {
        let (first, rest) = (damage.first, damage.count - 1)
        let more = rest == 0 ? "" : " (and \(CountText.counted(rest, "more defect")) in this file)"
        let place = "\(printable(damage.path)):\(first.position.line):\(first.position.column)"
        say("\(place): warning: \(printable(first.message))\(more) [\(first.rule)]")
    }

    /// Prints what an import did not do, or not as the file says.
    mutating func report(_ issue: ImportIssue) {
        let isNote = issue.kind == .moved
        let word = isNote ? "note" : issue.kind == .conflict ? "conflict" : "error"
        say("\(printable(issue.file)):\(issue.line): \(word): \(printable(issue.message))")
        if let texts = issue.texts {
            say("  page: \(printable(texts.page))")
            say("  file: \(printable(texts.file))")
        }
        if !isNote { status = status.or(.findings) }
    }

    /// Prints what the user should know and need not act on.
    func note(_ message: String) { say("diptych: note: \(printable(message))") }

    /// From now on so many pages are counted.
    mutating func expect(_ pages: Int) {
        total = pages
        done = 0
    }

    /// Counts a page as done; a terminal shows the count.
    mutating func pageDone() {
        done += 1
        guard total > 1, done % 16 == 0 || done == total else { return }
        if done == total { Console.clearProgress() } else { Console.showProgress("\(done)/\(total) pages") }
    }

    private func say(_ line: String) { Console.error(line) }
}
