/// The terms of one side's vocabulary, found by their hashes.
struct TermTable: Sendable {
    /// What the lexicon knows of a term.
    struct Entry: Sendable {
        fileprivate var hash: UInt32 = 0
        /// The number and one more, or 0: eight bytes in all, as two tables share the processor's cache with all else.
        fileprivate var place: UInt16 = 0
        /// How rare it is, as a ``ByteProbability``; an unknown term has e⁻¹².
        fileprivate(set) var rarity: UInt8 = 173
        fileprivate(set) var marks: TermMarks = .isUnknown

        /// Its number in the vocabulary, or -1 for a term that the lexicon does not know.
        var number: Int32 { Int32(place) - 1 }
        fileprivate var isEmpty: Bool { place == 0 }
    }

    /// Open addressing with linear probing, by the last bits of the hash.
    private var slots: [Entry]

    /// No word of a real language is farther from its place. In a file that was made to be slow, all of them would be.
    private static let maxDistance = 1 << 10

    /// Nil for hashes that are not spread evenly.
    ///
    /// - Parameters:
    ///   - hashes: of each term, in the order of their numbers.
    ///   - rarities: of each term.
    init?(hashes: some Collection<UInt32>, rarities: some Collection<UInt8>) {
        var size = 1 << 10
        while size * 3 < hashes.count * 4 { size *= 2 }
        slots = Array(repeating: Entry(), count: size)
        for (number, (hash, rarity)) in zip(hashes, rarities).enumerated() {
            var place = Int(hash) & (size - 1)
            let last = place + Self.maxDistance
            while place < last, !slots[place & (size - 1)].isEmpty { place += 1 }
            guard place < last else { return nil }
            slots[place & (size - 1)] = Entry(hash: hash, place: UInt16(number + 1), rarity: rarity, marks: [])
        }
    }

    /// What is known of a term.
    @inline(__always)
    subscript(hash: UInt32) -> Entry { slots[place(of: hash)] }

    /// All terms, in the order of their numbers.
    var terms: [(hash: UInt32, rarity: UInt8)] {
        slots.filter { !$0.isEmpty }.sorted { $0.place < $1.place }.map { ($0.hash, $0.rarity) }
    }

    /// A term, looked up.
    ///
    /// - Parameter marks: of the punctuation around it.
    @inline(__always)
    func lookUp(_ term: Term, marks: TermMarks = []) -> LexiconTerm {
        let entry = self[term.hash]
        let own = term.kind == .verbatim ? entry.marks.subtracting(.isUnknown).union(.isVerbatim) : entry.marks
        return LexiconTerm(number: entry.number, term: term, rarity: entry.rarity, marks: own.union(marks))
    }

    /// Adds marks to a term.
    mutating func insert(_ marks: TermMarks, of hash: UInt32) { slots[place(of: hash)].marks.formUnion(marks) }

    /// The slot of a term; an empty one for an unknown term.
    @inline(__always)
    private func place(of hash: UInt32) -> Int {
        var place = Int(hash) & (slots.count - 1)
        while !slots[place].isEmpty, slots[place].hash != hash { place = (place + 1) & (slots.count - 1) }
        return place
    }
}
