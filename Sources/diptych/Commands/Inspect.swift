import ArgumentParser
import Bitext
import Workspace

/// `diptych inspect`: shows what is on a page.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what is on a page: title, locales, checklists with their items, code.",
        discussion: """
            For a person to read. For all of the page, as JSON, use `diptych extract`.

              diptych inspect page.md                   the original
              diptych inspect --side target page.md     the translation
              diptych inspect fr/page.md --source en/page.md
                                                        the original is another file

            Exit status:
              0  the page was shown
              1  the page has a warning
              2  the page has an error, or could not be read
            """)

    @Option(
        help: ArgumentHelp(
            "The side to show.", valueName: "side"))
    var side = Side.source

    @OptionGroup var reading: PageOptions

    @Argument(help: "A page, or - for standard input.", completion: .file(extensions: PageFinder.extensions))
    var page: String

    @OptionGroup var colours: ColourOptions

    func run() throws {
        var messages = Messages(total: 1)
        let finder = PageFinder([page], reading.plan)
        do {
            try finder.requireUsableSource()
            for error in finder.errors { messages.report(error) }
            guard !finder.hasFolder else {
                throw FileError(
                    path: page, reason: "is a folder, and inspect shows one page; for a folder use `diptych extract`")
            }
            guard let found = finder.pages.first else { Console.exit(messages.status) }
            let document = try Extraction.document(of: found)
            let view = PageView(
                document, side: side, isColourful: colours.isColourful(), columns: Console.outputColumns)
            try Console.write(view.text)
            messages.report(document.diagnostics, of: page)
        } catch {
            messages.report(error)
        }
        Console.exit(messages.status)
    }
}
