import ArgumentParser
import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions
import SystemPackage
import Workspace

/// `diptych extract`: pages to page documents.
struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn pages into JSON: front matter, segments, checklists and procedures, code blocks.",
        discussion: """
            One page goes to standard output. Several pages or a folder need -o: the
            output folder mirrors the input's tree, page.md becomes page.json. A file
            is written beside its place and renamed, so nobody reads half of one.

            The JSON is described by Schemas/page.schema.json. The same page gives the
            same bytes, whatever --jobs says.
            """)

    @Argument(help: "Pages (.md), folders of pages, or - for standard input.", completion: .file())
    var pages: [String]

    @Option(name: [.short, .customLong("output")], help: "The folder to write to.", completion: .directory)
    var output: String?

    @Option(help: "How many pages to read at once.")
    var jobs = 1

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
        if let output, output.isEmpty { throw ValidationError("-o must name a folder.") }
        guard output == nil else { return }
        if pages.count > 1 { throw ValidationError("Several pages need -o FOLDER; one page goes to standard output.") }
    }

    func run() async throws {
        let finder = PageFinder(pages)
        if output == nil, finder.hasFolder {
            throw ValidationError("A folder needs -o FOLDER; one page goes to standard output.")
        }
        var reporter = Reporter(total: finder.pages.count)
        finder.errors.forEach { reporter.report($0) }
        await Extraction(output: output.map { FilePath($0) }, jobs: jobs).run(finder.pages) { outcome in
            reporter.report(outcome.diagnostics, of: outcome.name)
            if let failure = outcome.failure { reporter.report(failure) }
            do {
                if let json = outcome.json { try Console.write(json) }
            } catch {
                reporter.report(error)
            }
            reporter.pageDone()
        }
        Console.exit(reporter.status)
    }
}
