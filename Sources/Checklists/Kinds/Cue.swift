/// A phrase to look for, in lower case. It has three bytes or more and matches at the beginning of a word.
struct Cue: Sendable, ExpressibleByStringLiteral {
    let text: StaticString
    /// The hash of its first three bytes, below 256.
    let prefixHash: Int

    init(stringLiteral text: StaticString) {
        precondition(text.utf8CodeUnitCount >= 3, "a cue needs three bytes")
        let start = text.utf8Start
        self.text = text
        prefixHash = Self.prefixHash(start[0], start[1], start[2])
    }

    /// A hash of the first three bytes of a word, below 256.
    @inline(__always)
    static func prefixHash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        let bytes = UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
        return Int((bytes &* 0x9E37_79B1) >> 24)
    }
}

/// Phrases of which one is looked for, sorted by the hash of their beginnings.
///
/// A word of a sentence is compared with the phrases of its own hash only, so a search costs one look-up a word, not one a phrase.
struct CueList: Sendable, ExpressibleByArrayLiteral {
    private let cues: [Cue]
    /// By hash, the index of the first phrase with that hash or a higher one.
    private let starts: [UInt16]
    /// All hashes.
    let prefixes: PrefixSet

    init(arrayLiteral cues: Cue...) {
        self.cues = cues.sorted { $0.prefixHash < $1.prefixHash }
        var starts = [UInt16](repeating: 0, count: 257)
        var prefixes = PrefixSet()
        for cue in cues {
            starts[cue.prefixHash + 1] += 1
            prefixes.insert(cue.prefixHash)
        }
        for hash in 0..<256 { starts[hash + 1] += starts[hash] }
        self.starts = starts
        self.prefixes = prefixes
    }

    /// The phrases with this hash.
    @inline(__always)
    func cues(with hash: Int) -> ArraySlice<Cue> { cues[Int(starts[hash])..<Int(starts[hash + 1])] }
}

/// A set of numbers below 256. Four properties, because an array is allocated and a tuple is copied to be indexed.
struct PrefixSet: Sendable {
    private var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    @inline(__always)
    mutating func insert(_ hash: Int) {
        let mask: UInt64 = 1 << UInt64(hash & 63)
        switch hash >> 6 {
        case 0: first |= mask
        case 1: second |= mask
        case 2: third |= mask
        default: fourth |= mask
        }
    }

    @inline(__always)
    func contains(_ hash: Int) -> Bool {
        let word = hash < 128 ? (hash < 64 ? first : second) : (hash < 192 ? third : fourth)
        return word >> UInt64(hash & 63) & 1 != 0
    }

    /// Whether both sets have a number in common.
    @inline(__always)
    func intersects(_ other: PrefixSet) -> Bool {
        first & other.first | second & other.second | third & other.third | fourth & other.fourth != 0
    }
}
