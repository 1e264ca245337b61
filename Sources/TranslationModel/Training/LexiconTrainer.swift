import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Learns a lexicon from bilingual pages, whatever wrong pairs are among them.
///
/// Pages are read twice, in the same order: first for the words, then for the judges, which see pairs of one half of the pages
/// with what was learned from the other half, so that they judge as they will have to: pages that nobody has seen.
///
///     var trainer = LexiconTrainer(locale: "fr-FR")
///     for page in pages { trainer.read(page) }
///     trainer.learnWords()
///     for page in pages { trainer.judge(page) }
///     let file = trainer.finish()
public struct LexiconTrainer {
    public let locale: String
    private var pairs = TrainingPairs()
    /// How many pairs there were before each page.
    private var pageStarts: [Int] = []
    private var halves: [Lexicon] = []
    private var samples = JudgeSamples()
    private var opposites = PolaritySamples()
    private var judged = 0

    public init(locale: String) { self.locale = locale }

    /// How many different pairs were read.
    public var pairCount: Int { pairs.count }

    /// Takes a page's pairs.
    public mutating func read(_ page: TokenizedBitext) {
        pageStarts.append(pairs.count)
        pairs.add(page)
    }

    /// Learns the words of each half of the pages.
    public mutating func learnWords() {
        let middle = pairs.count / 2
        halves = [0..<middle, middle..<pairs.count].compactMap { range in
            try? Lexicon(LexiconBuilder(pairs, range, locale: locale).build())
        }
    }

    /// Shows a page's pairs to the judges, as they are and made wrong; the pages come in the order of the first reading.
    public mutating func judge(_ page: TokenizedBitext) {
        guard halves.count == 2, judged < pageStarts.count else { return }
        defer { judged += 1 }
        // The half that the page is not in.
        let lexicon = halves[pageStarts[judged] < pairs.count / 2 ? 1 : 0]
        let reader = lexicon.readers.take(for: lexicon)
        reader.begin(page)
        samples.add(page, reader)
        opposites.add(page, lexicon, reader)
        lexicon.readers.giveBack(reader)
    }

    /// The lexicon's file: the words of all pages, and the judges.
    public func finish() -> [UInt8] {
        LexiconBuilder(pairs, 0..<pairs.count, locale: locale).build(judges: samples.judges(), opposites: opposites)
    }
}
