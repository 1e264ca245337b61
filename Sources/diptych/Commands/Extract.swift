import ArgumentParser
import SystemPackage
import Workspace

/// `diptych extract`: writes pages as JSON documents.
struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Write pages as JSON: front matter, segments, checklists and procedures, code blocks.",
        discussion: """
            The JSON of one page goes to standard output. Several pages or a folder need
            -o: the output folder gets the same folders as the input, and page.md becomes
            page.json.

              diptych extract page.md                   one page
              diptych extract docs -o out               all pages below docs
              git show HEAD:page.md | diptych extract - from standard input

            Schemas/page.schema.json describes the JSON.

            Exit status:
              0  every page was written; warnings go to standard error
              1  with --strict: a page has a warning
              2  a page has an error, or could not be read or written; all others were
            """)

    @Argument(
        help: ArgumentHelp("Pages (.md), folders of pages, or - for standard input.", valueName: "pages"),
        completion: .file())
    var pages: [String]

    @Option(
        name: [.short, .customLong("output")], help: ArgumentHelp("The folder to write to.", valueName: "folder"),
        completion: .directory)
    var output: String?

    @OptionGroup var reading: PageOptions

    @OptionGroup var jobs: JobsOptions

    @Flag(help: "End with 1 if a page has a warning: damage that was repaired, typographic quotes in code, …")
    var strict = false

    func validate() throws {
        if let output, output.isEmpty { throw ValidationError("-o must name a folder.") }
        guard output == nil else { return }
        if pages.count > 1 {
            throw ValidationError(Self.needsOutput(pages))
        }
    }

    private static func needsOutput(_ pages: [String]) -> String {
        """
        Only one page can go to standard output. Name a folder to write to:

          diptych extract \(pages.map { printable($0) }.joined(separator: " ")) -o out
        """
    }

    func run() async throws {
        let finder = PageFinder(pages, reading.plan)
        if output == nil, finder.hasFolder {
            throw ValidationError(Self.needsOutput(pages))
        }
        var messages = Messages(total: finder.pages.count)
        do {
            try finder.requireUsableSource()
        } catch {
            messages.report(error)
            Console.exit(.failed)
        }
        for error in finder.errors { messages.report(error) }
        for note in finder.pairNotes.sentences { messages.note(note) }
        await Extraction(output: output.map { FilePath($0) }, jobs: jobs.count).run(finder.pages) { outcome in
            messages.report(outcome.diagnostics, of: outcome.name)
            if let failure = outcome.failure { messages.report(failure) }
            do {
                if let json = outcome.json { try Console.write(json) }
            } catch {
                messages.report(error)
            }
            messages.pageDone()
        }
        // Every page was written, so a script under `set -e` can go on.
        let hasOnlyWarnings = messages.status == .findings
        Console.exit(hasOnlyWarnings && !strict ? .clean : messages.status)
    }
}
