/// Makes a lexicon of pairs: vocabulary, translation model, and what is worth keeping of it.
struct LexiconBuilder {
    /// In a row, links below this probability in both directions say nothing.
    private static let minProbability: Float = 0.004
    private static let maxLinks = 14

    private let locale: String
    private let pairs: TrainingPairs
    private let range: Range<Int>

    /// - Parameter range: the pairs to learn from.
    init(_ pairs: TrainingPairs, _ range: Range<Int>, locale: String) {
        self.pairs = pairs
        self.range = range
        self.locale = locale
    }

    /// The lexicon's file. O(sum of the products of the pairs' lengths).
    ///
    /// - Parameters:
    ///   - polarity: how far to trust what is learned of opposites.
    ///   - lengths: nil for those of the pairs.
    ///   - count: from how many pairs the lexicon says that it was learned; nil for those that there are.
    func build(
        classifiers: PerFault<FaultClassifier> = PerFault(), polarity: PolarityCalibration? = nil,
        lengths: LengthModel? = nil, count: Int? = nil
    ) -> [UInt8] {
        let source = Vocabulary(pairs.source, range)
        let target = Vocabulary(pairs.target, range)
        let model = IBMModel1(
            source.sentences(range), target.sentences(range), sourceSize: source.size, targetSize: target.size)
        var weights = PolarityTrainer(source, target, range).train()
        polarity?.calibrate(&weights)
        return Self.file(
            source, target, model, classifiers, weights, lengths ?? LengthModel(Array(pairs.lengths[range])),
            pairs: count ?? range.count, locale: locale)
    }

    /// A lexicon's file.
    static func file(
        _ source: Vocabulary, _ target: Vocabulary, _ model: IBMModel1, _ classifiers: PerFault<FaultClassifier>,
        _ weights: PolarityWeights, _ lengths: LengthModel, pairs: Int, locale: String
    ) -> [UInt8] {
        let (rows, links) = links(of: model)
        var body: [UInt8] = []
        for number in source.hashes + target.hashes + rows { body.append(littleEndian: number) }
        body += links
        body += source.rarities + target.rarities
        let (classifierBytes, polarityBytes) = (classifiers.bytes, weights.bytes)
        body += classifierBytes
        body += polarityBytes
        let header = LexiconFile.Header(
            sourceSize: source.size, targetSize: target.size, links: links.count / 4, pairs: pairs,
            classifierBytes: classifierBytes.count, polarityBytes: polarityBytes.count,
            lengths: lengths, locale: locale,
            checksum: body.withUnsafeBytes { LexiconFile.checksum($0) })
        return header.bytes + body
    }

    /// The best links of each term of the source.
    private static func links(of model: IBMModel1) -> (rows: [UInt32], bytes: [UInt8]) {
        var rows: [UInt32] = [0]
        var bytes: [UInt8] = []
        for row in 0..<model.sourceSize {
            func probability(_ cell: Int) -> Float { max(model.forward[cell], model.backward[cell]) }
            let best = (model.rows[row]..<model.rows[row + 1])
                .filter { probability($0) >= minProbability }
                .sorted { left, right in
                    let (one, other) = (probability(left), probability(right))
                    return one != other ? one > other : left < right
                }
                .prefix(maxLinks)
            for cell in best.sorted() {
                bytes.append(littleEndian: UInt16(model.targets[cell]))
                bytes.append(ByteProbability.byte(model.forward[cell]))
                bytes.append(ByteProbability.byte(model.backward[cell]))
            }
            rows.append(UInt32(bytes.count / 4))
        }
        return (rows, bytes)
    }
}
