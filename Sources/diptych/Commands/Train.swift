import ArgumentParser
import SystemPackage
import Workspace

/// `diptych train`: a lexicon from bilingual pages.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Learn a lexicon, by which `check` tells whether a target is the translation of its source.",
        discussion: """
            Diptych comes with lexicons for fr-FR, de-DE, es-ES and ja-JP. One that was
            learned from your own documentation knows its words:

              diptych train docs/fr-FR -o fr-FR.lexicon
              diptych train docs/fr-FR memory.tmx pairs.tsv -o fr-FR.lexicon
              diptych check docs/fr-FR --lexicon fr-FR.lexicon

            Languages that have none are judged by what both halves have alike, as
            pages of several languages taught (--general).

            A lexicon holds statistics of words, no sentence. Wrong pairs among the
            pages do no harm as long as they are few. See Docs/lexicons.md.
            """)

    @Argument(help: "Pages, folders of pages, translation memories (.tmx), pairs (.tsv).", completion: .file())
    var pages: [String]

    @Option(name: [.short, .customLong("output")], help: "The file to write the lexicon to.", completion: .file())
    var output: String

    @Option(help: "The target's locale, where the pages do not name it.")
    var locale: String?

    @Flag(
        help: "Learn no words, but from pages of several languages how to judge those of any language.")
    var general = false

    func validate() throws {
        if general, pages.contains(where: { $0.hasSuffix(".tmx") || $0.hasSuffix(".tsv") }) {
            throw ValidationError("--general learns from pages, whose pairs stand together.")
        }
    }

    func run() throws {
        var reporter = Reporter(total: 1)
        do {
            func tell(_ step: String) { if Console.isErrorTerminal { Console.error(step) } }
            let training = TrainingRun(pages, locale: locale)
            let outcome = try general ? training.runForAll(progress: tell) : training.run(progress: tell)
            for failure in outcome.failures { reporter.report(failure) }
            let file = try AtomicFile(FilePath(output))
            try file.write(outcome.lexicon)
            try file.commit()
            try Console.write(
                "\(output): \(outcome.locale), learned from \(outcome.pairs) pairs, \(outcome.lexicon.count) bytes\n")
        } catch {
            if let failure = error as? TrainingRun.Failure {
                for reason in failure.failures { reporter.report(reason) }
            }
            reporter.report(error)
        }
        Console.exit(reporter.status)
    }
}
