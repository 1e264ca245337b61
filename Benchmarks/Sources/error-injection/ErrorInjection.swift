import Checks
import TranslationModel
import Workspace

/// Measures what the check finds: makes errors of known kinds in real pages, one at a time, and counts those that are
/// found in their segment, or on their line, by a rule that names the fault.
///
///     swift run -c release --package-path Benchmarks error-injection FOLDER
///
/// The path of FOLDER should name the locale, as `docs/fr-FR`. The same seed makes the same errors. The lexicons that come
/// with diptych may have been trained on the very pages: for the kinds of content, give `--lexicon` one that was not.
@main
struct ErrorInjection {
    static func main() async throws {
        guard let options = Options(CommandLine.arguments.dropFirst()) else {
            print(Options.usage)
            return
        }
        let checker = Checker(lexicons: try Lexicons(installedWith: options.lexicons))
        let corpus = Corpus(options.folder, checker: checker)
        guard !corpus.samples.isEmpty else {
            print("\(options.folder): no pages with segments")
            return
        }
        let shown = options.show ?? options.list
        let trial = Trial(
            corpus: corpus, checker: checker, limit: options.perKind, seed: options.seed, shown: shown)
        let kinds = shown.map { name in Kinds.all.filter { $0.name == name } } ?? Kinds.all
        let tallies = await run(trial, kinds)
        if shown != nil {
            for tally in tallies.values { Tables.printExamples(of: tally, onlyMissed: options.show != nil) }
        } else {
            Tables.printRecall(tallies)
            Tables.printUntouched(corpus.untouched)
        }
    }

    private static func run(_ trial: Trial, _ kinds: [any Injection]) async -> [String: Tally] {
        await withTaskGroup(of: Tally.self) { group in
            for kind in kinds { group.addTask { trial.run(kind) } }
            return await group.reduce(into: [:]) { $0[$1.kind] = $1 }
        }
    }
}

/// What the user asks for.
private struct Options {
    static let usage = """
        usage: error-injection FOLDER [--per-kind N] [--seed S] [--lexicon FILE] [--show KIND | --list KIND]
          --per-kind N   errors of each kind, where the pages have places for so many (200)
          --seed S       another choice of places (1)
          --lexicon FILE a lexicon of `diptych train`, in the place of the one that comes with diptych
          --show KIND    print the errors of one kind that are missed
          --list KIND    print all errors of one kind
        """

    var folder = ""
    var perKind = 200
    var seed: UInt64 = 1
    var lexicons: [String] = []
    var show: String?
    var list: String?

    init?(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                guard folder.isEmpty else { return nil }
                folder = argument
                continue
            }
            guard let value = rest.popFirst() else { return nil }
            switch argument {
            case "--per-kind":
                guard let number = Int(value), number > 0 else { return nil }
                perKind = number
            case "--seed":
                guard let number = UInt64(value) else { return nil }
                seed = number
            case "--lexicon": lexicons.append(value)
            case "--show" where Kinds.all.contains { $0.name == value }: show = value
            case "--list" where Kinds.all.contains { $0.name == value }: list = value
            default: return nil
            }
        }
        guard !folder.isEmpty else { return nil }
    }
}
