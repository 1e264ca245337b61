import Bitext

/// The layout of a lexicon file, version 4. All numbers are little-endian.
///
///     magic 8 bytes "DIPTYCHL" · version u32 · source size u32 · target size u32 · cells u32 · pairs u32 · judges' bytes u32
///     opposites' bytes u32 · length mean f32 · length deviation f32 · locale 16 bytes, padded with zeros · checksum u64 of all that follows
///     source hashes u32[] · target hashes u32[], each with the most frequent term first · rows u32[source size + 1]
///     cells (target u16, forward u8, backward u8)[] · source information u8[] · target information u8[] · judges · opposites
public enum LexiconFile {
    /// Why bytes are no lexicon.
    public enum ReadingError: Error, Equatable, CustomStringConvertible {
        case foreign
        case version(Int)
        case damaged(String)

        public var description: String {
            switch self {
            case .foreign: "no lexicon of diptych; make one with `diptych train`"
            case .version(let version):
                "a lexicon of format \(version); this diptych reads format \(LexiconFile.version): train it again"
            case .damaged(let what): "a damaged lexicon (\(what)); train it again"
            }
        }
    }

    static let version = 4
    static let magic = Array("DIPTYCHL".utf8)
    static let headerSize = 8 + 4 * 7 + 8 + 16 + 8
    /// A term's number has 16 bits.
    static let largestVocabulary = 65_534

    /// One link: a target term and both probabilities, as ``Quantised`` says them.
    struct Cell {
        var target: UInt16
        var forward: UInt8
        var backward: UInt8
    }

    /// Where everything stands.
    struct Layout: Sendable {
        var sourceSize: Int
        var targetSize: Int
        var cells: Int
        var judges: Int
        var opposites: Int

        var sourceHashes: Int { headerSize }
        var targetHashes: Int { sourceHashes + 4 * sourceSize }
        var rows: Int { targetHashes + 4 * targetSize }
        var cellsStart: Int { rows + 4 * (sourceSize + 1) }
        var sourceInformation: Int { cellsStart + 4 * cells }
        var targetInformation: Int { sourceInformation + sourceSize }
        var judgesStart: Int { targetInformation + targetSize }
        var oppositesStart: Int { judgesStart + judges }
        var end: Int { oppositesStart + opposites }
    }

    /// FNV-1a over 64-bit words, the last one padded with zeros.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var offset = 0
        while offset + 8 <= bytes.count {
            hash =
                (hash ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                &* 0x100_0000_01b3
            hash ^= hash >> 29
            offset += 8
        }
        var last: UInt64 = 0
        while offset < bytes.count {
            last = last << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return (hash ^ last) &* 0x100_0000_01b3
    }
}

extension Lexicon {
    /// Reads a lexicon that somebody keeps in memory, a mapped file.
    ///
    /// - Parameters:
    ///   - bytes: must not change while the lexicon is used; any alignment of 4 will do, as mapped memory has.
    ///   - owner: keeps the memory.
    /// - Throws: ``LexiconFile/ReadingError``.
    public init(mapped bytes: UnsafeRawBufferPointer, owner: any Sendable) throws(LexiconFile.ReadingError) {
        try self.init(Storage(bytes, owner: owner))
    }

    /// Reads a lexicon from bytes, which are copied.
    public init(_ bytes: [UInt8]) throws(LexiconFile.ReadingError) { try self.init(Storage(copying: bytes)) }

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
        let rows = UnsafeBufferPointer(
            start: bytes.baseAddress.map { ($0 + layout.rows).assumingMemoryBound(to: UInt32.self) },
            count: layout.sourceSize + 1)
        guard rows.first == 0, rows.last == UInt32(layout.cells), zip(rows, rows.dropFirst()).allSatisfy(<=) else {
            throw .damaged("its rows are out of order")
        }
        let cells = UnsafeBufferPointer(
            start: bytes.baseAddress.map { ($0 + layout.cellsStart).assumingMemoryBound(to: LexiconFile.Cell.self) },
            count: layout.cells)
        guard cells.allSatisfy({ Int($0.target) < layout.targetSize }) else { throw .damaged("a link leads nowhere") }
        guard let judges = Judges(Array(bytes[layout.judgesStart..<layout.oppositesStart])) else {
            throw .damaged("its judges are cut off")
        }
        self.judges = judges
        forests = judges.forests()
        func hashes(_ offset: Int, _ count: Int) -> UnsafeBufferPointer<UInt32> {
            UnsafeBufferPointer(
                start: bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: UInt32.self) }, count: count)
        }
        guard let sourceTerms = TermTable(hashes(layout.sourceHashes, layout.sourceSize)),
            let targetTerms = TermTable(hashes(layout.targetHashes, layout.targetSize))
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
        polarity = Polarity(
            seeds: seeds, weights: weights,
            answers: Polarity.answers(
                seeds, weights, size: layout.targetSize, links: links,
                background: { Quantised.probability[Int(information[$0])] }),
            negation: negation,
            denials: terms(Opposites.denials),
            shortest: sourceTerms[Token.hash(of: "t")])
    }

    // MARK: The parts

    func hashes(_ side: Side) -> UnsafeBufferPointer<UInt32> {
        part(side == .source ? layout.sourceHashes : layout.targetHashes, side == .source ? sourceSize : targetSize)
    }

    /// -ln P of each term, as ``Quantised`` says it.
    func information(_ side: Side) -> UnsafeBufferPointer<UInt8> {
        part(
            side == .source ? layout.sourceInformation : layout.targetInformation,
            side == .source ? sourceSize : targetSize)
    }

    var rows: UnsafeBufferPointer<UInt32> { part(layout.rows, sourceSize + 1) }
    var cells: UnsafeBufferPointer<LexiconFile.Cell> { part(layout.cellsStart, layout.cells) }

    /// The layout was checked against the memory's length when the lexicon was read.
    private func part<Element>(_ offset: Int, _ count: Int) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(
            start: storage.bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: Element.self) }, count: count)
    }
}
