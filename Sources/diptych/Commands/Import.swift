import ArgumentParser
import BitextReaders
import Exchange
import Reports
import SystemPackage
import Workspace

/// `diptych import`: writes edited targets back into pages.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Write the targets of XLIFF, TMX and PO files, and of lists of corrections, back into pages.",
        discussion: """
            Nothing of a page changes but the targets that were edited. A file with one
            page finds it by its name; TMX and TSV files are for all pages of the folder.

              diptych import out                        pages below this folder
              diptych import out --into docs/fr-FR      pages below docs/fr-FR
              diptych import out --dry-run              show what would change, as a diff
              diptych import out --check                refuse new targets with errors
              diptych import out --source docs/en --keep 50
                                                        make pages of --only missing,
                                                        if half of them is translated
              diptych import corrections.tsv --into docs/fr-FR
                                                        source, old target, new target

            A target that the page changed meanwhile is a conflict: the page keeps its
            text, and both are shown. A target with lost, doubled or unknown codes is
            refused. A damaged file changes no page. Docs/exchange.md says more.

            Exit status:
              0  all edited targets came in
              1  some did not: a conflict, a refused target or a missing segment
              2  a file is damaged or of another page, or a page could not be read or
                 written; all else was done
            """)

    @Argument(
        help: ArgumentHelp("Exchange files (\(ExchangeFile.endings)), or folders of them.", valueName: "files"),
        completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("The folder of the pages. (default: this folder)", valueName: "folder"))
    var into: String?

    @Flag(name: .customLong("dry-run"), help: "Change nothing. Print what would change, as a diff.")
    var dryRun = false

    @Flag(help: "Check the new targets. Those with errors that the old ones had not are refused.")
    var check = false

    @Option(
        help: ArgumentHelp(
            "Make a page that is not there yet if at least this much of it is translated. The rest stays in the source's language.",
            valueName: "percent"))
    var keep = 80

    @OptionGroup var checking: PlanOptions

    func validate() throws {
        guard (0...100).contains(keep) else { throw ValidationError("--keep must be between 0 and 100.") }
        if let into, into.isEmpty { throw ValidationError("--into must name a folder.") }
    }

    func run() throws {
        var messages = Messages(total: 0)
        var options = ImportRun.Options()
        options.folder = into.map { FilePath($0) }
        options.isDry = dryRun
        options.checks = check
        options.minTranslated = keep
        var (imported, pages, kept) = (0, 0, 0)
        var changed: [(path: FilePath, old: [UInt8], new: [UInt8])] = []
        do {
            try ImportRun(options, checking.plan).run(files) { outcome in
                if let failure = outcome.failure { messages.report(failure) }
                for note in outcome.notes { messages.note(note) }
                for issue in outcome.issues {
                    messages.report(issue)
                    kept += issue.kind == .moved ? 0 : 1
                }
                for finding in outcome.findings where finding.severity < .error {
                    messages.note("\(outcome.path):\(finding.start.line): \(finding.message) [\(finding.rule)]")
                }
                imported += outcome.imported
                pages += outcome.change == nil ? 0 : 1
                if dryRun, let change = outcome.change { changed.append((outcome.path, change.old, change.new)) }
            }
            let names = PatchNames(changed.map(\.path))
            for change in changed {
                try Console.write(LineDiff.unified(change.old, change.new, page: change.path, names: names))
            }
        } catch {
            messages.report(error)
        }
        Console.error(
            "\(CountText.counted(imported, "target")) \(dryRun ? "can be imported" : "imported") into "
                + CountText.counted(pages, "page") + (kept > 0 ? "; \(CountText.number(kept)) not imported" : ""))
        Console.exit(messages.status)
    }
}
