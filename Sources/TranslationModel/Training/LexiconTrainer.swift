import ParsedBitext

/// Learns a lexicon from bilingual pages, even if there are wrong pairs among them.
///
/// Pages are read twice, in the same order: first for the words, then for the classifiers. These see pairs of one half of the pages
/// with what was learned from the other half, so that they learn on pages that the lexicon does not know. If there are several
/// products (``beginProduct()``), no product is in both halves: classifiers and limits are made for products that the lexicon does
/// not know.
///
///     var trainer = LexiconTrainer(locale: "fr-FR")
///     for page in pages { trainer.read(page) }
///     trainer.learnWords()
///     for page in pages { trainer.sample(page) }
///     let file = trainer.finish()
public struct LexiconTrainer {
    /// The locale of the targets.
    public let locale: String
    private var pairs = TrainingPairs()
    /// How many pairs there were before each page.
    private var pageStarts: [Int] = []
    /// The same before each product.
    private var productStarts: [Int] = []
    private var halves: [Lexicon] = []
    private var samples = ClassifierSamples()
    private var polarity = PolarityCalibration()
    /// How many pages were sampled.
    private var sampled = 0

    /// - Parameter locale: of the targets.
    public init(locale: String) { self.locale = locale }

    /// How many different pairs were read.
    public var pairCount: Int { pairs.count }

    /// Says that the pages after this are of another product.
    package mutating func beginProduct() { productStarts.append(pairs.count) }

    /// Takes a page's pairs.
    public mutating func read(_ page: TokenizedBitext) {
        pageStarts.append(pairs.count)
        pairs.add(page)
    }

    /// The beginning of the product that is nearest to the middle of all pairs; nil where it leaves too little on one side.
    private var productMiddle: Int? {
        let half = pairs.count / 2
        return productStarts.filter { min($0, pairs.count - $0) >= pairs.count / 5 }
            .min { abs($0 - half) < abs($1 - half) }
    }

    /// Where the second half of the pairs begins.
    private var middle: Int { productMiddle ?? pairs.count / 2 }

    /// Learns the words of each half of the pages.
    public mutating func learnWords() {
        let middle = middle
        samples.expected = pairs.count
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
        let half = pageStarts[sampled] < middle ? 0 : 1
        let lexicon = halves[1 - half]
        let reader = LexiconReader(page, lexicon)
        // Pages of one product are dealt out in turn.
        samples.add(page, reader, part: productMiddle == nil ? nil : half)
        polarity.add(page, lexicon, reader)
    }

    /// The lexicon's file: the words of all pages, and the classifiers.
    public func finish() -> [UInt8] {
        LexiconBuilder(pairs, 0..<pairs.count, locale: locale)
            .build(classifiers: samples.classifiers(), polarity: polarity)
    }
}
