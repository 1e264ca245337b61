import ArgumentParser
import Bitext
import Workspace

/// `diptych split`: one side of a page.
struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write one side of a page as ordinary Markdown, to standard output.",
        discussion: """
            The target side is byte for byte what the vendor publishes as the
            monolingual page. Bytes outside the pairs, the front matter among them,
            belong to both sides.
            """)

    @Option(help: "Which side: \(Side.allCases.map(\.rawValue).joined(separator: " or ")).")
    var side: Side

    @Argument(help: "A page, or - for standard input.", completion: .file(extensions: PageFinder.extensions))
    var page: String

    func run() throws {
        var reporter = Reporter(total: 1)
        do {
            let split = try SplitPage(page, side: side)
            try Console.write(split.text)
            reporter.report(split.diagnostics, of: page)
        } catch {
            reporter.report(error)
        }
        Console.exit(reporter.status)
    }
}

extension Side: ExpressibleByArgument {}
