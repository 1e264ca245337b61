/// What words of one language mean in another, learned from pairs of sentences: statistics, no text.
///
/// It is a class because thousands of pages hand it on.
public final class Lexicon: Sendable {
    /// The target's locale, as given in training: `fr-FR`.
    public let locale: String
    /// From how many different pairs it was learned.
    public let pairs: Int
    let sourceSize: Int
    let targetSize: Int
    let sourceTerms: TermTable
    let targetTerms: TermTable
    let translations: TranslationTable
    /// How long a target is for its source.
    let lengths: LengthModel
    let classifiers: PerFault<FaultClassifier>
    let polarity: PolarityModel
    /// The scores of text pairs that were seen before.
    let caches = PairCachePool()

    /// Whether it holds no words and compares what is alike in any language (``AlikeReader``).
    package var isGeneral: Bool { locale == Self.general && sourceSize == 0 && targetSize == 0 }
    /// The locale of a lexicon for all languages: "und", undetermined (BCP 47).
    public static let general = "und"

    /// Reads a lexicon file.
    ///
    /// - Throws: ``LexiconFile/ReadingError``.
    public init(_ bytes: [UInt8]) throws(LexiconFile.ReadingError) {
        let header = try LexiconFile.Header(bytes, fileSize: bytes.count)
        let body = bytes[LexiconFile.headerSize...]
        try header.checkSum(of: bytes)
        // The checksum detects accidental damage only. A crafted file can have the right checksum, so every size and every
        // index is checked, too: none may point outside the file or its tables.
        var reader = ByteReader(body)
        guard let sourceHashes = reader.uint32s(header.sourceSize),
            let targetHashes = reader.uint32s(header.targetSize),
            let rows = reader.uint32s(header.sourceSize + 1), let links = reader.uint32s(header.links),
            let sourceRarities = reader.bytes(header.sourceSize), let targetRarities = reader.bytes(header.targetSize),
            let classifierBytes = reader.bytes(header.classifierBytes),
            let polarityBytes = reader.bytes(header.polarityBytes)
        else { throw .damaged("it is cut off") }
        guard let classifiers = PerFault<FaultClassifier>(classifierBytes) else {
            throw .damaged("its classifiers are cut off")
        }
        guard
            let weights = PolarityWeights(
                polarityBytes, sourceSize: header.sourceSize, targetSize: header.targetSize)
        else { throw .damaged("its opposites are cut off") }
        guard let translations = TranslationTable(rows: rows, links: links) else {
            throw .damaged("its rows are out of order")
        }
        guard translations.hasTargets(below: header.targetSize) else { throw .damaged("a link leads nowhere") }
        guard var sourceTerms = TermTable(hashes: sourceHashes, rarities: sourceRarities),
            var targetTerms = TermTable(hashes: targetHashes, rarities: targetRarities)
        else { throw .damaged("its words are not spread") }
        let polarity = PolarityModel(
            weights, translations, source: sourceTerms, targetSize: header.targetSize
        ) { ByteProbability.probability[Int(targetRarities[targetRarities.startIndex + Int($0)])] }
        for (term, marks) in polarity.sourceMarks { sourceTerms.insert(marks, of: sourceHashes[Int(term)]) }
        for (term, marks) in polarity.targetMarks { targetTerms.insert(marks, of: targetHashes[Int(term)]) }
        locale = header.locale
        pairs = header.pairs
        (sourceSize, targetSize) = (header.sourceSize, header.targetSize)
        (self.sourceTerms, self.targetTerms) = (sourceTerms, targetTerms)
        self.translations = translations
        lengths = header.lengths
        self.classifiers = classifiers
        self.polarity = polarity
    }
}
