import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// What words of one language say in another, learned from pairs of sentences: statistics, no text.
///
/// One object, as pages hand it on by the thousand. It is one read-only stretch of memory, in the layout of ``LexiconFile``, most often a mapped file.
public final class Lexicon: Sendable {
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
    let readers = ReaderPool()

    /// Reads a lexicon that somebody keeps in memory, a mapped file.
    ///
    /// - Parameters:
    ///   - bytes: must not change while the lexicon is used; any alignment of 4 will do, as mapped memory has.
    ///   - owner: keeps the memory.
    /// - Throws: ``LexiconFile/ReadingError``.
    public convenience init(mapped bytes: UnsafeRawBufferPointer, owner: any Sendable) throws(LexiconFile.ReadingError) {
        try self.init(Storage(bytes, owner: owner))
    }

    /// Reads a lexicon from bytes, which are copied.
    public convenience init(_ bytes: [UInt8]) throws(LexiconFile.ReadingError) { try self.init(Storage(copying: bytes)) }

    init(_ storage: Storage) throws(LexiconFile.ReadingError) {
        let bytes = storage.bytes
        guard bytes.count >= 12, bytes.prefix(8).elementsEqual(LexiconFile.magic) else { throw .foreign }
        func number(_ offset: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        }
        guard number(8) == LexiconFile.version else { throw .version(number(8)) }
        guard bytes.count >= LexiconFile.headerSize else { throw .damaged("its header is cut off") }
        let layout = LexiconFile.Layout(
            sourceSize: number(12), targetSize: number(16), cells: number(20), judges: number(28), opposites: number(32)
        )
        guard layout.sourceSize <= LexiconFile.largestVocabulary, layout.targetSize <= LexiconFile.largestVocabulary,
            layout.end == bytes.count
        else { throw .damaged("\(bytes.count) bytes where its header says \(layout.end)") }
        let checksum = UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: LexiconFile.headerSize - 8, as: UInt64.self))
        guard checksum == LexiconFile.checksum(UnsafeRawBufferPointer(rebasing: bytes[LexiconFile.headerSize...]))
        else {
            throw .damaged("its checksum is wrong")
        }
        self.storage = storage
        self.layout = layout
        pairs = number(24)
        lengths = LengthModel(
            mean: Float(bitPattern: UInt32(number(36))), deviation: Float(bitPattern: UInt32(number(40))))
        locale = String(decoding: bytes[44..<60].prefix { $0 != 0 }, as: UTF8.self)
        // The checksum tells an accident; what an attacker made must not lead outside the memory either.
        let rows: UnsafeBufferPointer<UInt32> = LexiconFile.part(bytes, layout.rows, layout.sourceSize + 1)
        guard rows.first == 0, rows.last == UInt32(layout.cells), zip(rows, rows.dropFirst()).allSatisfy(<=) else {
            throw .damaged("its rows are out of order")
        }
        let cells: UnsafeBufferPointer<LexiconFile.Cell> = LexiconFile.part(bytes, layout.cellsStart, layout.cells)
        guard cells.allSatisfy({ Int($0.target) < layout.targetSize }) else { throw .damaged("a link leads nowhere") }
        guard let judges = Judges(Array(bytes[layout.judgesStart..<layout.oppositesStart])) else {
            throw .damaged("its judges are cut off")
        }
        self.judges = judges
        forests = judges.forests()
        func table(_ hashes: Int, _ information: Int, _ count: Int) -> TermTable? {
            TermTable(LexiconFile.part(bytes, hashes, count), LexiconFile.part(bytes, information, count))
        }
        guard let sourceTerms = table(layout.sourceHashes, layout.sourceInformation, layout.sourceSize),
            let targetTerms = table(layout.targetHashes, layout.targetInformation, layout.targetSize)
        else { throw .damaged("its words are not spread") }
        self.sourceTerms = sourceTerms
        self.targetTerms = targetTerms
        guard
            let weights = Polarity.Weights(
                UnsafeRawBufferPointer(rebasing: bytes[layout.oppositesStart..<layout.end]),
                sourceSize: layout.sourceSize,
                targetSize: layout.targetSize)
        else { throw .damaged("its opposites are cut off") }
        let seeds = OppositeSeeds(size: layout.sourceSize) { sourceTerms[$0] }
        func terms(_ words: String) -> [Int32] {
            words.split(separator: " ").map { sourceTerms[WordHash($0.utf8).value] }
        }
        func links(_ term: UInt32) -> [(term: Int, probability: Float)] {
            cells[Int(rows[Int(term)])..<Int(rows[Int(term) + 1])].map {
                (Int($0.target), Quantised.probability[Int($0.forward)])
            }
        }
        var negation = Array(repeating: Float(0), count: layout.targetSize)
        let inabilities = terms(Opposites.inabilities)
        for seed in seeds.members[0] where !inabilities.contains(Int32(seed)) {
            for link in links(seed) { negation[link.term] = max(negation[link.term], link.probability) }
        }
        let information = UnsafeRawBufferPointer(rebasing: bytes[layout.targetInformation..<layout.judgesStart])
        let polarity = Polarity(
            seeds: seeds, weights: weights,
            answers: Polarity.answers(
                seeds, weights, size: layout.targetSize, links: links,
                background: { Quantised.probability[Int(information[$0])] }),
            negation: negation,
            denials: terms(Opposites.denials),
            shortest: sourceTerms[Token.hash(of: "t")])
        sourceTerms.mark { polarity.marks(of: $0, .source) }
        targetTerms.mark { polarity.marks(of: $0, .target) }
        self.polarity = polarity
    }

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
