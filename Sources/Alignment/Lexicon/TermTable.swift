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
        let hashes: UnsafeBufferPointer<UInt32>

        /// Reads what a look-up will read, so that many look-ups wait for the memory together.
        ///
        /// - Returns: a number that says nothing.
        @inline(__always)
        func touch(_ hash: UInt32) -> UInt16 { start[Int(hash) & mask] }

        @inline(__always)
        subscript(hash: UInt32) -> Int32 { number(of: hash) { hashes[$0] } }

        /// A term's number, or -1.
        ///
        /// - Parameter known: the hash of the term of a number: for whoever keeps it beside what else is to be known of the term.
        @inline(__always)
        func number(of hash: UInt32, known: (Int) -> UInt32) -> Int32 {
            var slot = Int(hash) & mask
            while start[slot] != 0 {
                let number = Int(start[slot]) - 1
                if known(number) == hash { return Int32(truncatingIfNeeded: number) }
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
