/// The layout of a lexicon file, version 5 (``version``). All numbers are little-endian.
///
///     magic 8 bytes "DIPTYCHL" · version u32 · source size u32 · target size u32 · links u32 · pairs u32
///     bytes of the classifiers u32 · bytes of the opposites u32 · length mean f32 · length deviation f32
///     locale 16 bytes, padded with zeros · checksum u64 of all that follows
///     source hashes u32[] · target hashes u32[], each with the most frequent term first · rows u32[source size + 1]
///     links (target u16, forward u8, backward u8)[] · source rarities u8[] · target rarities u8[]
///     classifiers · opposites
///
/// Probabilities are ``ByteProbability``. The links of source term `n` are those from `rows[n]` to `rows[n + 1]`.
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

    static let version = 5
    static let magic = Array("DIPTYCHL".utf8)
    package static let headerSize = 8 + 4 * 7 + 8 + 16 + 8
    static let localeSize = 16
    /// A term's number has 16 bits.
    static let maxVocabulary = 65_534

    /// The beginning of a file.
    struct Header {
        var sourceSize: Int
        var targetSize: Int
        var links: Int
        var pairs: Int
        var classifierBytes: Int
        var polarityBytes: Int
        var lengths: LengthModel
        var locale: String
        var checksum: UInt64 = 0
    }

    /// The checksum of a file's body. As FNV-1a, but over little-endian words of 64 bits, and each word's result is folded by a shift:
    /// the high bits would not reach the low ones else. The bytes after the last whole word are one big-endian number, without the fold.
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

extension LexiconFile.Header {
    /// Reads the beginning of a file, and checks that the rest is as long as it says.
    ///
    /// - Parameters:
    ///   - beginning: the first bytes of the file, ``LexiconFile/headerSize`` at least.
    ///   - fileSize: the size of the file in bytes.
    init(_ beginning: [UInt8], fileSize: Int) throws(LexiconFile.ReadingError) {
        var reader = ByteReader(beginning[...])
        guard let magic = reader.bytes(8), magic.elementsEqual(LexiconFile.magic), let version = reader.uint32() else {
            throw .foreign
        }
        guard version == LexiconFile.version else { throw .version(Int(version)) }
        guard let sizes = reader.uint32s(6)?.map({ Int($0) }), let mean = reader.float(),
            let deviation = reader.float(),
            let locale = reader.bytes(LexiconFile.localeSize), let low = reader.uint32(), let high = reader.uint32()
        else { throw .damaged("its header is cut off") }
        (sourceSize, targetSize, links) = (sizes[0], sizes[1], sizes[2])
        (pairs, classifierBytes, polarityBytes) = (sizes[3], sizes[4], sizes[5])
        lengths = LengthModel(mean: mean, deviation: deviation)
        self.locale = String(decoding: locale.prefix { $0 != 0 }, as: UTF8.self)
        checksum = UInt64(high) << 32 | UInt64(low)
        // Of each term a hash and a rarity, of each source term a row, and the end of the last one.
        let terms = 5 * (sourceSize + targetSize)
        let rows = 4 * (sourceSize + 1)
        let size = LexiconFile.headerSize + terms + rows + 4 * links + classifierBytes + polarityBytes
        guard max(sourceSize, targetSize) <= LexiconFile.maxVocabulary, size == fileSize else {
            throw .damaged("\(fileSize) bytes where its header says \(size)")
        }
    }

    /// Compares the checksum with what comes after the header.
    func checkSum(of file: [UInt8]) throws(LexiconFile.ReadingError) {
        let body = file[LexiconFile.headerSize...]
        guard checksum == body.withUnsafeBytes({ LexiconFile.checksum($0) }) else {
            throw .damaged("its checksum is wrong")
        }
    }

    /// As bytes.
    var bytes: [UInt8] {
        var bytes = LexiconFile.magic
        for number in [LexiconFile.version, sourceSize, targetSize, links, pairs, classifierBytes, polarityBytes] {
            bytes.append(littleEndian: UInt32(number))
        }
        bytes.append(littleEndian: lengths.mean)
        bytes.append(littleEndian: lengths.deviation)
        bytes += locale.utf8.prefix(LexiconFile.localeSize)
        bytes += Array(repeating: 0, count: LexiconFile.localeSize - min(LexiconFile.localeSize, locale.utf8.count))
        bytes.append(littleEndian: checksum)
        return bytes
    }
}
