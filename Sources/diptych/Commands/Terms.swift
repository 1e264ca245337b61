import ArgumentParser
import Checks
import Reports
import SystemPackage
import Workspace

/// `diptych terms`: proposes the terms of pages, and converts glossaries.
struct Terms: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "Propose terms with their translations, or convert a glossary.",
        discussion: """
            Terms are bold labels, names in code, and capitalised names that the target
            keeps. Of a segment, bold text and code count only if source and target have
            the same number of them. The result is a glossary for `check --glossary`:
            remove what is no term.

              diptych terms docs/fr-FR -o terms.csv           the most frequent first
              diptych terms docs/fr-FR --minimum 5            those that occur five times
              diptych terms --convert terms.csv -o terms.tbx  CSV to TBX, and back

            Docs/glossary.md says more.

            Exit status:
              0  the terms were written
              2  a page or the glossary could not be read, or a file not written; all
                 else was done
            """)

    @Argument(help: ArgumentHelp("Pages (.md), or folders of pages.", valueName: "pages"), completion: .file())
    var pages: [String] = []

    @Option(
        help: ArgumentHelp("Write this glossary in another form, a CSV or TBX file.", valueName: "file"),
        completion: .file(extensions: ["csv", "tsv", "tbx", "xml"]))
    var convert: String?

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp(
            "The glossary to write: .csv or .tbx. (default: CSV to standard output)", valueName: "file"),
        completion: .file(extensions: ["csv", "tbx"]))
    var output: String?

    @Option(help: ArgumentHelp("How often a term must occur.", valueName: "number"))
    var minimum = 2

    @OptionGroup var reading: PageOptions

    @OptionGroup var jobs: JobsOptions

    func validate() throws {
        if pages.isEmpty == (convert == nil) { throw ValidationError("Name either pages, or a glossary to --convert.") }
        if let output, TermsRun.Form(path: output) == nil {
            throw ValidationError("-o must name a file that ends in .csv or .tbx.")
        }
        if minimum < 1 { throw ValidationError("--minimum must be at least 1.") }
    }

    func run() async throws {
        var messages = Messages(total: 0)
        do {
            let run = TermsRun(reading.plan)
            let terms =
                if let convert {
                    try run.read(convert)
                } else {
                    try await run.propose(pages, minimum: minimum, jobs: jobs.count) { messages.report($0) }
                }
            let form = output.flatMap { TermsRun.Form(path: $0) } ?? .csv
            let document = try TermsRun.document(terms, form, path: output ?? convert ?? "terms")
            if let output {
                let file = try AtomicFile(FilePath(output))
                try file.write(document)
                try file.commit()
                Console.error("\(output): \(CountText.counted(terms.count, "term"))")
            } else {
                try Console.write(document)
            }
        } catch {
            messages.report(error)
        }
        Console.exit(messages.status)
    }
}
