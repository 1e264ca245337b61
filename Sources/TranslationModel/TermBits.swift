import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// A bit for each term of a half, by the last bits of its number or its hash: most terms that are not there have none.
///
/// The memory is for whoever has it to give back (``deallocate()``).
struct TermBits {
    private static let words = 32
    private let bits: UnsafeMutablePointer<UInt64>

    init() {
        bits = .allocate(capacity: Self.words)
        bits.initialize(repeating: 0, count: Self.words)
    }

    func deallocate() { bits.deallocate() }

    @inline(__always)
    func clear() { bits.update(repeating: 0, count: Self.words) }

    @inline(__always)
    func insert(_ term: Int) { bits[term &>> 6 & (Self.words - 1)] |= 1 &<< UInt64(term & 63) }

    /// 1 where the term may be there, and 0 where it is not.
    @inline(__always)
    subscript(term: Int) -> Int {
        Int(truncatingIfNeeded: bits[term &>> 6 & (Self.words - 1)] &>> UInt64(term & 63) & 1)
    }
}
