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
    /// The upper half of the hash, and the number and one more; the lower half is the place. No two hashes of a vocabulary that
    /// differ in their upper halves are taken for one, and where these agree, the place tells them apart but for a neighbour.
    private let slots: UnsafeMutablePointer<UInt32>
    private let mask: Int

    init(_ hashes: UnsafeBufferPointer<UInt32>) {
        var size = 1 << 15
        while size * 3 < hashes.count * 4 { size *= 2 }
        mask = size - 1
        slots = .allocate(capacity: size)
        slots.initialize(repeating: 0, count: size)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = hash & 0xFFFF_0000 | UInt32(number + 1)
        }
    }

    deinit { slots.deallocate() }

    /// Reads what a look-up will read, so that many look-ups wait for the memory together.
    ///
    /// - Returns: a number that says nothing.
    @inline(__always)
    func touch(_ hash: UInt32) -> UInt32 { slots[Int(hash) & mask] }

    @inline(__always)
    subscript(hash: UInt32) -> Int32 {
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            if (slots[slot] ^ hash) >> 16 == 0 { return Int32(slots[slot] & 0xFFFF) - 1 }
            slot = (slot + 1) & mask
        }
        return -1
    }
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
