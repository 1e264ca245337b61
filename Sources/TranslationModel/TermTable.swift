import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Finds a term of a vocabulary by its hash, and what is to be known of it: open addressing with linear probing. Terms are looked
/// up by the million, and their hashes are spread evenly already, so what counts is how much memory a look-up must wait for:
/// one line of it.
///
/// Nobody writes its memory after the lexicon was read, so threads may share it.
final class TermTable: @unchecked Sendable {
    /// A term, or nothing.
    struct Slot {
        fileprivate(set) var hash: UInt32 = 0
        /// The number and one more, or 0.
        fileprivate var place: UInt16 = 0
        /// How much the term says, as ``Quantised`` puts it; one that the lexicon does not know says 12 nats.
        fileprivate(set) var information: UInt8 = 173
        var marks: PairEntry.Marks = .isUnknown

        /// The term's number in the vocabulary, or -1.
        var number: Int32 { Int32(place) &- 1 }
    }

    /// The memory, for whoever looks up many terms; valid as long as the table is there.
    struct Slots {
        fileprivate let start: UnsafeMutablePointer<Slot>
        fileprivate let mask: Int

        /// What is known of a term.
        @inline(__always)
        subscript(hash: UInt32) -> Slot {
            let slot = start[Int(hash) & mask]
            return slot.hash == hash ? slot : further(hash)
        }

        /// A term that is not where one looks first.
        @inline(never)
        private func further(_ hash: UInt32) -> Slot {
            var place = Int(hash) & mask
            while start[place].place != 0, start[place].hash != hash { place = (place + 1) & mask }
            return start[place]
        }

        /// Reads what a look-up will read, so that many look-ups wait for the memory together.
        ///
        /// - Returns: a number that says nothing.
        @inline(__always)
        func touch(_ hash: UInt32) -> UInt32 { start[Int(hash) & mask].hash }
    }

    let slots: Slots

    /// So many steps from its place no word of a language is found; in a file that was made to be slow, all of them are.
    private static let furthest = 1 << 10

    /// Nil for hashes that are not spread.
    ///
    /// - Parameters:
    ///   - hashes: of each term, the most frequent first; no more than ``LexiconFile/largestVocabulary``.
    ///   - information: of each term.
    init?(_ hashes: UnsafeBufferPointer<UInt32>, _ information: UnsafeBufferPointer<UInt8>) {
        var size = 1 << 10
        while size * 3 < hashes.count * 4 { size *= 2 }
        let start = UnsafeMutablePointer<Slot>.allocate(capacity: size)
        start.initialize(repeating: Slot(), count: size)
        slots = Slots(start: start, mask: size - 1)
        for (number, hash) in hashes.enumerated() {
            var place = Int(hash) & (size - 1)
            let last = place + Self.furthest
            while place < last, start[place & (size - 1)].place != 0 { place += 1 }
            guard place < last else { return nil }
            start[place & (size - 1)] = Slot(
                hash: hash, place: UInt16(number + 1), information: information[number], marks: [])
        }
    }

    deinit { slots.start.deallocate() }

    /// A term's number, or -1.
    subscript(hash: UInt32) -> Int32 { slots[hash].number }

    /// Fills in the marks of all terms, by their numbers; for the one who made the table and has not handed it on.
    func mark(_ marks: (Int32) -> PairEntry.Marks) {
        for place in 0...slots.mask where slots.start[place].place != 0 {
            slots.start[place].marks = marks(slots.start[place].number)
        }
    }
}
