import ParsedBitext

/// Grows the classifiers of the lexicon for all languages that have none of their own: on pages of several languages, without a word
/// of any of them.
///
/// Pages are read twice, in the same order: first for the lengths, then for the classifiers. Their limits are found on languages
/// that they were not grown on.
///
///     var trainer = GeneralTrainer()
///     for page in pages { trainer.read(page) }
///     for page in pages { trainer.sample(page) }
///     let file = trainer.finish()
public struct GeneralTrainer {
    private var samples = ClassifierSamples(.alike, passesClear: false)
    /// The lengths of pairs, as if each page's targets were as long as those of all others.
    private var lengths: [(source: Float, target: Float)] = []
    /// How much longer the targets of each page in Latin letters are.
    private var means: [Float] = []
    private var languages: [String] = []
    /// With the usual lengths; after the first reading, with those of the pages.
    private var lexicon = try? Lexicon(Self.file(LengthModel(), PerFault(), pairs: 0))
    private var isMeasured = false

    /// A trainer that has read nothing.
    public init() {}

    /// How many pairs were read.
    public var pairCount: Int { lengths.count }

    /// Takes a page's lengths.
    public mutating func read(_ page: TokenizedBitext) {
        guard let lexicon else { return }
        if !languages.contains(page.language.code) { languages.append(page.language.code) }
        let reader = AlikeReader(page, lexicon)
        guard let mean = reader.measuredLength else { return }
        if page.target.isMostlyASCII { means.append(mean) }
        let scale = Float(Logarithm.exponential(Double(-mean)))
        for pair in reader.pairLengths { lengths.append((pair.source, max(0, (pair.target + 4) * scale - 4))) }
    }

    /// Takes a page's pairs as samples for the classifiers, as they are and made wrong. The pages come in the order of the first
    /// reading.
    public mutating func sample(_ page: TokenizedBitext) {
        if !isMeasured { lexicon = try? Lexicon(Self.file(model, PerFault(), pairs: pairCount)) }
        isMeasured = true
        samples.expected = pairCount
        guard let lexicon else { return }
        let language = languages.firstIndex(of: page.language.code) ?? 0
        samples.add(page, AlikeReader(page, lexicon), part: languages.count > 1 ? language % 2 : nil)
    }

    /// The lexicon's file: lengths and classifiers.
    public func finish() -> [UInt8] { Self.file(model, samples.classifiers(), pairs: pairCount) }

    private var model: LengthModel {
        LengthModel(
            mean: means.isEmpty ? 0.15 : means.sorted()[means.count / 2], deviation: LengthModel(lengths).deviation)
    }

    private static func file(_ lengths: LengthModel, _ classifiers: PerFault<FaultClassifier>, pairs: Int) -> [UInt8] {
        LexiconBuilder(TrainingPairs(), 0..<0, locale: Lexicon.general).build(
            classifiers: classifiers, lengths: lengths, count: pairs)
    }
}
