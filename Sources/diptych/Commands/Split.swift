import ArgumentParser
import Bitext
import Workspace

/// `diptych split`: writes one side of a page.
struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Write one side of a page as ordinary Markdown, to standard output.",
        discussion: """
            The target side is the translated page as its publisher has it, byte for byte.
            What is outside of the segments, such as the front matter, is on both sides.

              diptych split --side target page.md > page.fr.md

            Exit status:
              0  the side was written
              1  it was written, and the page has a warning
              2  the page has an error, or could not be read
            """)

    @Option(
        help: ArgumentHelp(
            "The side to write.", valueName: "side"))
    var side: Side

    @Argument(help: "A page, or - for standard input.", completion: .file(extensions: PageFinder.extensions))
    var page: String

    func run() throws {
        var messages = Messages(total: 1)
        do {
            let split = try SplitPage(page, side: side)
            try Console.write(split.text)
            messages.report(split.diagnostics, of: page)
        } catch {
            messages.report(error)
        }
        Console.exit(messages.status)
    }
}

extension Side: ExpressibleByArgument {}
