import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Makes a lexicon of pairs: vocabulary, translation model, and what is worth keeping of it.
struct LexiconBuilder {
    /// A term that was seen once has no companions to be known by.
    private static let rarest = 2
    /// Of a row, cells below this probability in both directions say nothing.
    private static let smallest: Float = 0.004
    private static let mostCells = 14

    private let locale: String
    private let pairs: TrainingPairs
    private let range: Range<Int>

    init(_ pairs: TrainingPairs, _ range: Range<Int>, locale: String) {
        self.pairs = pairs
        self.range = range
        self.locale = locale
    }

    /// The lexicon's file. O(sum of the products of the pairs' lengths).
    ///
    /// - Parameters:
    ///   - opposites: how far to trust what is learned of opposites.
    ///   - lengths: nil for those of the pairs.
    ///   - count: of how many pairs to speak; nil for those that there are.
    func build(
        judges: Judges = Judges(), opposites: PolaritySamples? = nil, lengths: LengthModel? = nil, count: Int? = nil
    ) -> [UInt8] {
        let source = Vocabulary(pairs.source, pairs.sourceStarts, range, pairs.sourceVocabulary.hashes)
        let target = Vocabulary(pairs.target, pairs.targetStarts, range, pairs.targetVocabulary.hashes)
        let (sourceTerms, targetTerms) = (source.numbers(of: pairs.source), target.numbers(of: pairs.target))
        let model = TranslationModel(
            pairs, range, sourceSize: source.hashes.count, targetSize: target.hashes.count, source: sourceTerms,
            target: targetTerms)
        var weights = PolarityTrainer(
            pairs, source: sourceTerms, target: targetTerms, sourceSize: source.hashes.count,
            targetSize: target.hashes.count, hashes: source.hashes
        ).train(range)
        opposites?.calibrate(&weights)
        var rows: [UInt32] = [0]
        var cells: [LexiconFile.Cell] = []
        for row in 0..<source.hashes.count {
            let best = (model.rows[row]..<model.rows[row + 1])
                .filter { max(model.forward[$0], model.backward[$0]) >= Self.smallest }
                .sorted { left, right in
                    let (a, b) = (
                        max(model.forward[left], model.backward[left]), max(model.forward[right], model.backward[right])
                    )
                    return a != b ? a > b : left < right
                }
                .prefix(Self.mostCells)
            for cell in best.sorted() {
                cells.append(
                    .init(
                        target: UInt16(model.targets[cell]), forward: Quantised.byte(model.forward[cell]),
                        backward: Quantised.byte(model.backward[cell])))
            }
            rows.append(UInt32(cells.count))
        }
        return file(
            source, target, rows, cells, lengths ?? LengthModel(Array(pairs.lengths[range])), judges.bytes,
            weights.bytes, count ?? range.count)
    }

    /// The terms that a lexicon knows.
    private struct Vocabulary {
        /// The most frequent first, so that what is asked for most stands together in memory; a term's number is its place.
        let hashes: [UInt32]
        let counts: [UInt32]
        let total: UInt32
        private let numbers: [UInt32]

        init(_ terms: [UInt32], _ starts: [Int], _ range: Range<Int>, _ hashes: [UInt32]) {
            var counts = Array(repeating: UInt32(0), count: hashes.count)
            for index in starts[range.lowerBound]..<starts[range.upperBound] { counts[Int(terms[index])] += 1 }
            total = counts.reduce(0, +)
            var known = hashes.indices.filter { counts[$0] >= LexiconBuilder.rarest }
            known.sort { (counts[$0], hashes[$1]) > (counts[$1], hashes[$0]) }
            known.removeLast(max(0, known.count - LexiconFile.largestVocabulary))
            var numbers = Array(repeating: UInt32.max, count: hashes.count)
            for (number, index) in known.enumerated() { numbers[index] = UInt32(number) }
            self.numbers = numbers
            self.hashes = known.map { hashes[$0] }
            self.counts = known.map { counts[$0] }
        }

        func numbers(of terms: [UInt32]) -> [UInt32] { terms.map { numbers[Int($0)] } }

        var information: [UInt8] { counts.map { Quantised.byte(Float($0) / Float(max(total, 1))) } }
    }

    private func file(
        _ source: Vocabulary, _ target: Vocabulary, _ rows: [UInt32], _ cells: [LexiconFile.Cell],
        _ lengths: LengthModel,
        _ judges: [UInt8], _ opposites: [UInt8], _ count: Int
    ) -> [UInt8] {
        var body: [UInt8] = []
        func put(_ value: UInt32, to bytes: inout [UInt8]) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
        source.hashes.forEach { put($0, to: &body) }
        target.hashes.forEach { put($0, to: &body) }
        rows.forEach { put($0, to: &body) }
        for cell in cells {
            withUnsafeBytes(of: cell.target.littleEndian) { body += $0 }
            body += [cell.forward, cell.backward]
        }
        body += source.information
        body += target.information
        body += judges
        body += opposites
        var file = LexiconFile.magic
        for number in [
            LexiconFile.version, source.hashes.count, target.hashes.count, cells.count, count, judges.count,
            opposites.count,
        ] {
            put(UInt32(number), to: &file)
        }
        put(lengths.mean.bitPattern, to: &file)
        put(lengths.deviation.bitPattern, to: &file)
        file += (Array(locale.utf8.prefix(16)) + Array(repeating: 0, count: 16)).prefix(16)
        let checksum = body.withUnsafeBytes { LexiconFile.checksum($0) }
        withUnsafeBytes(of: checksum.littleEndian) { file += $0 }
        return file + body
    }
}
