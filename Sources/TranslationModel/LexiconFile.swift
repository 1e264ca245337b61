import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

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

    /// A part of a file that is there as long as its memory; whoever asks has checked that it lies inside.
    static func part<Element>(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ count: Int) -> UnsafeBufferPointer<Element>
    {
        UnsafeBufferPointer(
            start: bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: Element.self) }, count: count)
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
    var rows: UnsafeBufferPointer<UInt32> { part(layout.rows, sourceSize + 1) }
    var cells: UnsafeBufferPointer<LexiconFile.Cell> { part(layout.cellsStart, layout.cells) }

    /// The layout was checked against the memory's length when the lexicon was read.
    private func part<Element>(_ offset: Int, _ count: Int) -> UnsafeBufferPointer<Element> {
        LexiconFile.part(storage.bytes, offset, count)
    }
}
