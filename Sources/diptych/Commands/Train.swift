import ArgumentParser
import BitextReaders
import SystemPackage
import Workspace

/// `diptych train`: learns a lexicon from bilingual pages.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learn a lexicon, so that `check` can see whether a target is the translation of its source.",
        discussion: """
            Diptych comes with lexicons for 15 languages (Docs/lexicons.md). A lexicon that
            was learned from your own documentation knows your words:

              diptych train docs/fr-FR -o fr-FR.lexicon
              diptych train docs/fr-FR memory.tmx pairs.tsv app.po -o fr-FR.lexicon
              diptych check docs/fr-FR --lexicon fr-FR.lexicon

            Each folder and each list is taken for a product of its own. With several, the
            lexicon is made for products that it does not know.

            For languages without a lexicon, `check` compares only what is alike in
            both languages: numbers, names, code, length. --general learns how to do that.

            A lexicon holds statistics of words, not sentences. A few wrong translations
            among the pages do no harm. See Docs/lexicons.md.

            Exit status:
              0  the lexicon was written
              2  no lexicon was written, or a page or a file could not be read; all others
                 were
            """)

    private static let listEndings = ExchangeFile.endings

    @Argument(
        help: ArgumentHelp(
            "Pages, folders of pages, and lists of pairs: \(Self.listEndings) files.", valueName: "pages"),
        completion: .file())
    var pages: [String]

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("The file to write the lexicon to.", valueName: "file"), completion: .file())
    var output: String

    @OptionGroup var reading: PageOptions

    @Flag(help: "Learn the lexicon for all other languages, from pages in several languages.")
    var general = false

    func validate() throws {
        if general, pages.contains(where: { ExchangeFile(path: $0) != nil }) {
            throw ValidationError("--general learns from pages only, not from \(Self.listEndings) files.")
        }
    }

    func run() throws {
        var messages = Messages(total: 1)
        do {
            let training = TrainingRun(pages, locale: reading.locale, reading.plan)
            let outcome =
                try general
                ? training.runForAll(progress: Console.showProgress) : training.run(progress: Console.showProgress)
            Console.clearProgress()
            for failure in outcome.failures { messages.report(failure) }
            for damage in outcome.damage { messages.warn(damage) }
            let file = try AtomicFile(FilePath(output))
            try file.write(outcome.lexicon)
            try file.commit()
            try Console.write(
                "\(output): \(outcome.locale), learned from \(outcome.pairs) pairs, \(outcome.lexicon.count) bytes\n")
        } catch {
            if let failure = error as? TrainingRun.Failure {
                for reason in failure.failures { messages.report(reason) }
                for damage in failure.damage { messages.warn(damage) }
            }
            messages.report(error)
        }
        Console.exit(messages.status)
    }
}
