import ArgumentParser
import Bitext
import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions
import Workspace

/// `diptych inspect`: a page at a glance.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is on a page: title, languages, segments, checklists as a tree, code.",
        discussion: "For the whole document, as data, use `diptych extract`.")

    @Option(help: "The language to show: \(Side.allCases.map(\.rawValue).joined(separator: " or ")).")
    var side = Side.source

    @Argument(help: "A page, or - for standard input.", completion: .file(extensions: PageFinder.extensions))
    var page: String

    func run() throws {
        var reporter = Reporter(total: 1)
        let finder = PageFinder([page])
        finder.errors.forEach { reporter.report($0) }
        do {
            guard !finder.hasFolder, let found = finder.pages.first else {
                throw FileError(path: page, reason: "inspect shows one page; for a folder use `diptych extract`")
            }
            let document = try Extraction.document(of: found)
            try Console.write(PageView(document, side: side, isColourful: Console.isColourful).text)
            reporter.report(document.diagnostics, of: page)
        } catch {
            reporter.report(error)
        }
        Console.exit(reporter.status)
    }
}
