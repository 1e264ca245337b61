import Alignment
import ArgumentParser
import Workspace

/// `diptych check`: what is wrong with pages.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find what is wrong with translations: damage, lost links and code, changed numbers, and more.",
        discussion: """
            Each finding names its rule; `diptych explain RULE` tells more of it.

              diptych check docs                    by page, with the fault marked
              diptych check docs --severity note    also what is no reason to stop
              diptych check docs --format summary   a table by rule
              diptych check docs --format github    annotations, in GitHub Actions
              diptych check docs --format json -o findings.json
              diptych check docs --format sarif -o findings.sarif   code scanning
              diptych check docs --format junit -o findings.xml     Jenkins, GitLab

            The JSON is described by Schemas/findings.schema.json. A file that -o names is
            written beside its place and renamed, so nobody reads half of one.

            Exit status:
              0  nothing to fix; notes alone do not count
              1  errors or warnings, shown or not
              2  something could not be read, checked or written
            """)

    @Argument(help: "Pages (.md), folders of pages, or - for standard input.", completion: .file())
    var pages: [String]

    @OptionGroup var reporting: ReportOptions

    @Option(
        name: .customLong("glossary"),
        help: "Terms and their translations, as CSV or TBX. May be given several times.",
        completion: .file(extensions: ["csv", "tsv", "tbx", "xml"]))
    var glossaries: [String] = []

    @Option(help: "How many pages to read at once.")
    var jobs = 1

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
    }

    func run() async throws {
        let finder = PageFinder(pages)
        var messages = Reporter(total: finder.pages.count)
        let run: CheckRun
        let report: FindingsReport
        do {
            let glossary = glossaries.isEmpty ? nil : try GlossaryReader.read(glossaries)
            run = CheckRun(checker: Checker(glossary: glossary), jobs: jobs)
            report = try reporting.open(rules: run.checker.rules)
        } catch {
            messages.report(error)
            Console.exit(.failed)
        }
        for error in finder.errors {
            messages.report(error)
            report.add(error)
        }
        let omission = await run.run(finder.pages) { outcome in
            if let failure = outcome.failure { messages.report(failure) }
            report.add(outcome)
            // Nobody reads on: what is left would be work for nothing.
            if let failure = report.failure { end(messages, failure) }
            if reporting.output != nil || !Console.isOutputTerminal { messages.pageDone() }
        }
        if let omission { messages.note(omission) }
        report.finish()
        if let failure = report.failure { end(messages, failure) }
        Console.exit(messages.status.or(report.hasFaults ? .findings : .clean))
    }

    private func end(_ messages: Reporter, _ failure: any Error) -> Never {
        var messages = messages
        messages.report(failure)
        Console.exit(.failed)
    }
}
