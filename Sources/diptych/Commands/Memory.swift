import ArgumentParser
import BitextReaders
import Reports
import SystemPackage
import Workspace

/// `diptych memory`: makes a translation memory, or looks a text up.
struct Memory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memory",
        abstract: "Make one translation memory of pages and exchange files, or look a text up in them.",
        discussion: """
            In folders, it reads the pages, and the files
            \(ExchangeFile.endings).
            Equal pairs of a source and its target are one unit, with their number.

              diptych memory docs -o memory.tmx                   all pages as TMX
              diptych memory docs old.tmx app.po -o memory.tmx    with other files
              diptych memory docs --lookup "Restart the server."  how it is translated
              diptych memory memory.tmx --lookup "Restart it." --minimum 50 --locale fr-FR

            --lookup prints the same text first, then similar ones: how much of the longer
            text's words are the same and in the same order, in percent.
            --locale chooses the language of the targets. Docs/memory.md says more.

            Exit status:
              0  the memory was written; the text was found
              1  nothing is like the text
              2  a page or a file could not be read, or is damaged; all others were read
            """)

    @Argument(
        help: ArgumentHelp(
            "Pages (.md), exchange files (\(ExchangeFile.endings)), or folders of them.", valueName: "files"),
        completion: .file())
    var files: [String]

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("The memory to write, a TMX file.", valueName: "file"),
        completion: .file(extensions: ["tmx"]))
    var output: String?

    @Option(help: ArgumentHelp("Show how this text, or a similar one, is translated.", valueName: "text"))
    var lookup: String?

    @Option(help: ArgumentHelp("The least similarity of texts that --lookup shows.", valueName: "percent"))
    var minimum = 70

    @Option(help: ArgumentHelp("The maximum number of translations that --lookup shows.", valueName: "number"))
    var limit = 10

    @OptionGroup var reading: PageOptions

    @OptionGroup var jobs: JobsOptions

    func validate() throws {
        if (output == nil) == (lookup == nil) {
            throw ValidationError("Use either -o, to write a memory, or --lookup, to search in one.")
        }
        if let output, ExchangeFile(path: output) != .tmx {
            throw ValidationError("-o must name a file that ends in .tmx.")
        }
        if let lookup {
            if !lookup.contains(where: { !$0.isWhitespace }) { throw ValidationError("--lookup must have a text.") }
            if lookup.utf8.count > Self.maxLookup {
                throw ValidationError("--lookup can have at most \(CountText.number(Self.maxLookup)) bytes.")
            }
        }
        if !(1...100).contains(minimum) { throw ValidationError("--minimum must be from 1 to 100.") }
        if !(1...1000).contains(limit) { throw ValidationError("--limit must be from 1 to 1000.") }
    }

    private static let maxLookup = 10_000

    func run() async throws {
        var messages = Messages(total: 0)
        do {
            let run = MemoryRun(files, reading.plan, jobs: jobs.count)
            if let output {
                let summary = try await run.write(to: FilePath(output)) { messages.report($0) }
                if summary.leftOut > 0 {
                    messages.report(MemoryFull(leftOut: summary.leftOut, kept: summary.translations))
                }
                Console.error(
                    "\(CountText.counted(summary.translations, "translation")) of "
                        + "\(CountText.counted(summary.sources, "source")) from \(CountText.counted(summary.pages, "page"))"
                        + " and \(CountText.counted(summary.files, "file"))")
            } else if let lookup {
                let matches = try await run.lookUp(lookup, minimum: minimum, limit: limit) { messages.report($0) }
                try Console.write(Self.text(matches))
                if matches.isEmpty {
                    messages.note("no text is like this one; --minimum \(max(1, minimum - 20)) finds less similar ones")
                    Console.exit(messages.status.or(.findings))
                }
            }
        } catch {
            messages.report(error)
        }
        Console.exit(messages.status)
    }

    /// Each source with its translations below it.
    private static func text(_ matches: [MemoryRun.Match]) -> String {
        var text = ""
        var source: String?
        for match in matches {
            if match.source != source {
                let percent = String(match.percent)
                text += "\(String(repeating: " ", count: 3 - percent.count))\(percent)%  \(printable(match.source))\n"
                source = match.source
            }
            let count = match.count == 1 ? "once" : "\(CountText.number(match.count)) times"
            text +=
                "      \(printable(match.target))  (\(printable(match.locale)), \(count), \(printable(match.place)))\n"
        }
        return text
    }
}
