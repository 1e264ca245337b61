import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Learns a lexicon from bilingual pages, even if there are wrong pairs among them.
///
/// Pages are read twice, in the same order: first for the words, then for the classifiers. These see pairs of one half of the pages
/// with what was learned from the other half, so that they learn on pages that the lexicon does not know.
///
///     var trainer = LexiconTrainer(locale: "fr-FR")
///     for page in pages { trainer.read(page) }
///     trainer.learnWords()
///     for page in pages { trainer.sample(page) }
///     let file = trainer.finish()
public struct LexiconTrainer {
    public let locale: String
    private var pairs = TrainingPairs()
    /// How many pairs there were before each page.
    private var pageStarts: [Int] = []
    private var halves: [Lexicon] = []
    private var samples = ClassifierSamples()
    private var polarity = PolarityCalibration()
    /// How many pages were sampled.
    private var sampled = 0

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

    /// Takes a page's pairs as samples for the classifiers, as they are and made wrong. The pages come in the order of the first
    /// reading.
    public mutating func sample(_ page: TokenizedBitext) {
        guard halves.count == 2, sampled < pageStarts.count else { return }
        defer { sampled += 1 }
        // The half that the page is not in.
        let lexicon = halves[pageStarts[sampled] < pairs.count / 2 ? 1 : 0]
        let reader = LexiconReader(page, lexicon)
        samples.add(page, reader)
        polarity.add(page, lexicon, reader)
    }

    /// The lexicon's file: the words of all pages, and the classifiers.
    public func finish() -> [UInt8] {
        LexiconBuilder(pairs, 0..<pairs.count, locale: locale)
            .build(classifiers: samples.classifiers(), polarity: polarity)
    }
}
