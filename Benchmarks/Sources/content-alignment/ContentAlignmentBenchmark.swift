import Alignment
import Bitext
import Workspace

/// Trains a lexicon on some folders and looks for faults that were put into the pages of another.
///
///     swift run -c release --package-path Benchmarks content-alignment [--show N] LOCALE TEST-FOLDER TRAINING-FOLDER…
@main
struct ContentAlignmentBenchmark {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var shown = 0
        if let option = arguments.firstIndex(of: "--show"), option + 1 < arguments.count {
            shown = Int(arguments[option + 1]) ?? 0
            arguments.removeSubrange(option...option + 1)
        }
        guard arguments.count >= 3 else {
            print("usage: content-alignment [--show N] LOCALE TEST-FOLDER TRAINING-FOLDER…")
            return
        }
        let locale = arguments[0]
        let clock = ContinuousClock()
        var trainer = LexiconTrainer(locale: locale)
        let start = clock.now
        let training = PageFinder(Array(arguments[2...])).pages
        for page in training { if let page = read(page, locale) { trainer.read(page) } }
        let reading = clock.now
        trainer.learnWords()
        let learning = clock.now
        for page in training { if let page = read(page, locale) { trainer.judge(page) } }
        let judging = clock.now
        let file = trainer.finish()
        let end = clock.now
        print(
            "trained on \(trainer.pairCount) pairs: read \(reading - start), words \(learning - reading), judge \(judging - learning), finish \(end - judging); \(file.count) bytes"
        )
        let lexicon = try Lexicon(file)
        if shown > 0 {
            // What the rule of polarity finds on untouched pages.
            for found in PageFinder([arguments[1]]).pages {
                guard let page = read(found, locale) else { continue }
                for finding in Checker(lexicons: Lexicons([lexicon])).check(page) where finding.rule == "polarity" {
                    guard let segment = finding.segmentIndex, let source = page.page.segments[segment].source,
                        let target = page.page.segments[segment].target
                    else { continue }
                    print(
                        "polarity: \(finding.message)\n  S: \(page.page.text(source.content))\n  T: \(page.page.text(target.content))"
                    )
                }
            }
        }
        var experiment = Experiment(lexicon: lexicon)
        let test = PageFinder([arguments[1]]).pages
        for page in test {
            guard let bytes = try? page.read(), let parsed = try? Page(bytes), !parsed.segments.isEmpty else {
                continue
            }
            experiment.add(bytes, parsed, locale)
        }
        experiment.printTable()
        experiment.printWorst(shown)
        for kind in ["swapped", "shifted", "polarity"] where shown > 0 { experiment.printMissed(kind, shown) }
    }

    private static func read(_ found: PageFinder.Found, _ locale: String) -> BilingualPage? {
        guard let bytes = try? found.read(), let page = try? Page(bytes), !page.segments.isEmpty else { return nil }
        return BilingualPage(page, path: found.name.string, locale: locale)
    }
}
