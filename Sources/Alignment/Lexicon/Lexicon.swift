import Bitext

/// What words of one language say in another, learned from pairs of sentences: statistics, no text.
///
/// A lexicon is one read-only stretch of memory, in the layout of ``LexiconFile``, most often a mapped file.
public struct Lexicon: Sendable {
    /// The memory, and whoever keeps it alive. Nobody writes it after it was made, so threads may share it.
    final class Storage: @unchecked Sendable {
        let bytes: UnsafeRawBufferPointer
        private let owner: (any Sendable)?
        private let isOwned: Bool

        /// Memory that `owner` keeps.
        init(_ bytes: UnsafeRawBufferPointer, owner: any Sendable) {
            self.bytes = bytes
            self.owner = owner
            isOwned = false
        }

        /// A copy of `bytes`, aligned for all that is read from it.
        init(copying bytes: [UInt8]) {
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
            copy.copyBytes(from: bytes)
            self.bytes = UnsafeRawBufferPointer(copy)
            owner = nil
            isOwned = true
        }

        deinit { if isOwned { bytes.deallocate() } }
    }

    let storage: Storage
    let layout: LexiconFile.Layout
    /// The target's locale, as given in training: `fr-FR`.
    public let locale: String
    /// From how many different pairs it was learned.
    public let pairs: Int
    /// How long a target is for its source.
    let lengths: LengthModel
    /// The judges: how a pair's figures become probabilities.
    let judges: Judges
    let forests: [Judges.Forest]
    /// Where each term of the vocabularies is.
    let sourceTerms: TermTable
    let targetTerms: TermTable
    /// What says the opposite of what.
    let polarity: Polarity
    var readers: ReaderPool? = ReaderPool()

    /// Whether it holds no words and compares by what is alike in any language (``AlikeReader``).
    public var isGeneral: Bool { locale == Self.general && sourceSize == 0 && targetSize == 0 }
    /// The locale of a lexicon for all languages: "und", undetermined (BCP 47).
    public static let general = "und"

    var sourceSize: Int { layout.sourceSize }
    var targetSize: Int { layout.targetSize }

    /// The number of a term in its vocabulary, or -1.
    func index(of hash: UInt32, _ side: Side) -> Int32 { (side == .source ? sourceTerms : targetTerms)[hash] }
}

extension Lexicon {
    /// How likely a term of the target is for one of the source.
    func probability(of target: UInt16, given source: Int) -> Float {
        for cell in Int(rows[source])..<Int(rows[source + 1]) where cells[cell].target == target {
            return Quantised.probability[Int(cells[cell].forward)]
        }
        return 0
    }
}

/// Finds a term's number by its hash: open addressing with linear probing. Terms are looked up by the million, and their
/// hashes are spread evenly already, so what counts is that the table stays near the processor.
///
/// Nobody writes its memory after it was made, so threads may share it.
final class TermTable: @unchecked Sendable {
    /// Numbers and one more, at the place that the hash gives: in 16 bits, so that the words of most sentences stay near the
    /// processor; the vocabulary, most frequent first, tells whether it is the one.
    struct Slots {
        fileprivate let start: UnsafeMutablePointer<UInt16>
        fileprivate let mask: Int
        fileprivate let hashes: UnsafeBufferPointer<UInt32>

        /// Reads what a look-up will read, so that many look-ups wait for the memory together.
        ///
        /// - Returns: a number that says nothing.
        @inline(__always)
        func touch(_ hash: UInt32) -> UInt16 { start[Int(hash) & mask] }

        @inline(__always)
        subscript(hash: UInt32) -> Int32 {
            var slot = Int(hash) & mask
            while start[slot] != 0 {
                let number = Int(start[slot]) - 1
                if hashes[number] == hash { return Int32(truncatingIfNeeded: number) }
                slot = (slot + 1) & mask
            }
            return -1
        }
    }

    /// Valid as long as the table is there.
    let slots: Slots

    /// So many steps from its place no word of a language is found; in a file that was made to be slow, all of them are.
    private static let furthest = 1 << 10

    /// Nil for hashes that are not spread.
    ///
    /// - Parameter hashes: no more than ``LexiconFile/largestVocabulary``; must be there as long as the table is.
    init?(_ hashes: UnsafeBufferPointer<UInt32>) {
        var size = 1 << 14
        while size * 3 < hashes.count * 4 { size *= 2 }
        let start = UnsafeMutablePointer<UInt16>.allocate(capacity: size)
        start.initialize(repeating: 0, count: size)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & (size - 1)
            let last = slot + Self.furthest
            while slot < last, start[slot & (size - 1)] != 0 { slot += 1 }
            guard slot < last else {
                start.deallocate()
                return nil
            }
            start[slot & (size - 1)] = UInt16(number + 1)
        }
        slots = Slots(start: start, mask: size - 1, hashes: hashes)
    }

    deinit { slots.start.deallocate() }

    subscript(hash: UInt32) -> Int32 { slots[hash] }
}

/// How long a target is for its source (Gale and Church: A program for aligning sentences in bilingual corpora,
/// 1993): the log of the ratio is normal, and the longer the sentence the less it varies.
struct LengthModel: Sendable, Equatable {
    /// The mean of ln(target / source).
    var mean: Float = 0.15
    /// Its standard deviation for a sentence of ``reference`` bytes of words.
    var deviation: Float = 0.35
    static let reference: Float = 60

    /// By how many standard deviations the target is longer than it should be.
    func surprise(source: Float, target: Float) -> Float {
        let (left, right) = (source + 4, target + 4)
        let ratio = Quantised.logarithm(right / left) - mean
        let scale = deviation * (Self.reference / max(left, 12)).squareRoot()
        return ratio / max(scale, 0.05)
    }

    init(mean: Float = 0.15, deviation: Float = 0.35) {
        self.mean = mean
        self.deviation = deviation
    }

    /// Measures pairs of lengths.
    init(_ pairs: [(source: Float, target: Float)]) {
        let ratios = pairs.filter { $0.source >= 20 }.map {
            (ratio: Float(Logarithm.natural(Double(($0.target + 4) / ($0.source + 4)))), source: $0.source + 4)
        }
        guard ratios.count >= 20 else {
            self.init()
            return
        }
        // The median and the interquartile range, as a few pairs are no translations.
        let sorted = ratios.map(\.ratio).sorted()
        let mean = sorted[sorted.count / 2]
        let scaled = ratios.map { abs($0.ratio - mean) * (max($0.source, 12) / Self.reference).squareRoot() }.sorted()
        self.init(mean: mean, deviation: max(0.05, scaled[scaled.count / 2] * 1.4826))
    }
}
