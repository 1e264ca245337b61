import Alignment
import ArgumentParser
import Workspace

/// `diptych check`: what is wrong with pages.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find what is wrong with translations: damage, lost links and code, changed numbers, and more.")

    @Argument(help: "Pages (.md), folders of pages, or - for standard input.", completion: .file())
    var pages: [String]

    @Option(help: "How many pages to read at once.")
    var jobs = 1

    func run() async throws {
        let finder = PageFinder(pages)
        var status = ExitStatus.clean
        for error in finder.errors {
            Console.error("diptych: error: \(printable(String(describing: error)))")
            status = .failed
        }
        var lines = ""
        await CheckRun(jobs: jobs).run(finder.pages) { outcome in
            for finding in outcome.findings {
                lines +=
                    "\(printable(outcome.name)):\(finding.start.line):\(finding.start.column): \(finding.severity.rawValue): \(printable(finding.message)) [\(finding.rule)]\n"
                status = status.or(.findings)
            }
            if let failure = outcome.failure {
                Console.error("diptych: error: \(printable(String(describing: failure)))")
                status = .failed
            }
        }
        try Console.write(lines)
        Console.exit(status)
    }
}
