import Bitext
import TranslationModel
import Trials
import Workspace

/// Trains a lexicon on some folders and looks for faults that were put into the pages of another.
///
///     swift run -c release --package-path Benchmarks content-alignment [--show N] [--general] LOCALE TEST-FOLDER TRAINING-FOLDER…
///     swift run -c release --package-path Benchmarks content-alignment --learn ROUNDS LOCALE TEST-FOLDER [GENERAL]
///
/// With `--general` no words are learned, and the training folders are of other languages than the test folder. With `--learn` the
/// test folder's own pages are learned from, after faults were put into them, so many times, and helped by the lexicon
/// for all languages that comes with diptych, or another.
/// In the place of training folders a lexicon that `diptych train` made will do.
@main
struct ContentAlignmentBenchmark {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var shown = 0
        if let option = arguments.firstIndex(of: "--show"), option + 1 < arguments.count {
            shown = Int(arguments[option + 1]) ?? 0
            arguments.removeSubrange(option...option + 1)
        }
        if let option = arguments.firstIndex(of: "--learn"), arguments.count >= option + 4,
            let rounds = Int(arguments[option + 1])
        {
            let pages = PageFinder([arguments[option + 3]]).pages.compactMap { try? readPage($0.read()) }
            var experiment = LearningExperiment(
                pages.filter { !$0.segments.isEmpty }, arguments[option + 2],
                general: try arguments.count > option + 4
                    ? Lexicon(path: arguments[option + 4]) : Lexicons(installedWith: []).general)
            try experiment.run(rounds: rounds)
            experiment.printTable()
            return
        }
        let isGeneral = arguments.contains("--general")
        arguments.removeAll { $0 == "--general" }
        guard arguments.count >= 3 else {
            print(
                "usage: content-alignment [--show N] [--general] LOCALE TEST-FOLDER TRAINING-FOLDER… | --learn ROUNDS LOCALE TEST-FOLDER [GENERAL]"
            )
            return
        }
        let locale = arguments[0]
        let lexicon: Lexicon
        if arguments.count == 3, arguments[2].hasSuffix(".lexicon") {
            lexicon = try Lexicon(path: arguments[2])
        } else {
            let clock = ContinuousClock()
            let start = clock.now
            let training = TrainingRun(Array(arguments[2...]), locale: isGeneral ? nil : locale)
            let outcome = try isGeneral ? training.runForAll { _ in } : training.run { _ in }
            print(
                "trained on \(outcome.pairs) pairs in \(clock.now - start); \(outcome.lexicon.count) bytes"
            )
            lexicon = try Lexicon(outcome.lexicon)
        }
        var experiment = Experiment(lexicon: lexicon)
        let test = PageFinder([arguments[1]]).pages
        for page in test {
            guard let bytes = try? page.read(), let parsed = try? readPage(bytes), !parsed.segments.isEmpty else {
                continue
            }
            experiment.add(bytes, parsed, locale)
        }
        experiment.printTable()
        experiment.printWorst(shown)
        for kind in ["swapped", "shifted", "polarity"] where shown > 0 { experiment.printMissed(kind, shown) }
    }
}
