import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Grows the judges of the lexicon for all languages that have none of their own: on pages of several languages, without a word
/// of any of them.
///
/// Pages are read twice, in the same order: first for the lengths, then for the judges. From where on they may warn is found on
/// languages that they were not grown on.
///
///     var trainer = GeneralTrainer()
///     for page in pages { trainer.read(page) }
///     for page in pages { trainer.judge(page) }
///     let file = trainer.finish()
public struct GeneralTrainer {
    private var samples = JudgeSamples(.alike, passesClear: false)
    /// The lengths of pairs, as if each page's targets were as long as those of all others.
    private var lengths: [(source: Float, target: Float)] = []
    /// How much longer the targets of each page in Latin letters are.
    private var means: [Float] = []
    private var languages: [String] = []
    private var lexicon: Lexicon?
    /// Whether the first reading is over, and the lexicon has its lengths.
    private var isMeasured = false

    public init() {}

    /// How many pairs were read.
    public var pairCount: Int { lengths.count }

    /// Takes a page's lengths.
    public mutating func read(_ page: TokenizedBitext) {
        guard let lexicon = lexicon ?? (try? Lexicon(file(LengthModel(mean: 0.15, deviation: 0.35), Judges()))) else {
            return
        }
        self.lexicon = lexicon
        if !languages.contains(page.language.code) { languages.append(page.language.code) }
        let reader = AlikeReader(page, lexicon)
        guard let mean = reader.measuredLength else { return }
        if page.target.isMostlyASCII { means.append(mean) }
        let scale = Float(Logarithm.exponential(Double(-mean)))
        for pair in reader.pairLengths { lengths.append((pair.source, max(0, (pair.target + 4) * scale - 4))) }
    }

    /// Shows a page's pairs to the judges, as they are and made wrong; the pages come in the order of the first reading.
    public mutating func judge(_ page: TokenizedBitext) {
        if !isMeasured { lexicon = try? Lexicon(file(model, Judges())) }
        isMeasured = true
        guard let lexicon else { return }
        let language = languages.firstIndex(of: page.language.code) ?? 0
        samples.add(page, AlikeReader(page, lexicon), part: languages.count > 1 ? language % 2 : nil)
    }

    /// The lexicon's file: lengths and judges.
    public func finish() -> [UInt8] { file(model, samples.judges()) }

    private var model: LengthModel {
        LengthModel(
            mean: means.isEmpty ? 0.15 : means.sorted()[means.count / 2], deviation: LengthModel(lengths).deviation)
    }

    private func file(_ lengths: LengthModel, _ judges: Judges) -> [UInt8] {
        LexiconBuilder(TrainingPairs(), 0..<0, locale: Lexicon.general).build(
            judges: judges, lengths: lengths, count: pairCount)
    }
}
