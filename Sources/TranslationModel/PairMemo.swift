import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Remembers what was found of pairs of texts: a table of fixed size, where a new pair takes the place of an old one.
///
/// A verdict depends on the two texts alone, so whoever asks first, and whether it is remembered or found again, nobody can
/// tell from the findings.
///
/// Its memory is its own, so that no look-up asks first who else is at it.
final class PairMemo {
    /// What is to be known of a pair on its own, in as few bytes as will do.
    struct Verdict: Sendable {
        private var content = Judges.clear
        private var omission = Judges.clear
        private var addition = Judges.clear
        /// ``ContentReader/likelihood(source:target:)`` of the pair; NaN where nobody has asked.
        var likelihood = Float.nan
        /// The place in ``PairMemo/reversals``, or -1.
        private var place: Int32 = -1
        /// ``PairFigures/isShort`` of the pair.
        var isShort = false
        /// ``Moves/mayHaveMoved(_:_:)``
        var mayHaveMoved = false

        /// The place in ``PairMemo/reversals``; nil where nothing was turned round.
        fileprivate(set) var reversal: Int? {
            get { place >= 0 ? Int(place) : nil }
            set { place = Int32(newValue ?? -1) }
        }

        /// The log-odds of each of ``Judges/Fault``.
        var odds: SIMD3<Float> {
            get { SIMD3(content, omission, addition) }
            set { (content, omission, addition) = (newValue[0], newValue[1], newValue[2]) }
        }
    }

    /// What was turned round in a pair; places are counted in terms of the half.
    struct Reversal: Sendable {
        /// Nil where the source has nothing of the kind.
        var source: Int16?
        /// Nil where the target lacks it.
        var target: Int16?
        /// How far the log-odds that the target says the opposite are above the limit of a warning.
        var margin: Float
    }

    /// What is known of one pair: 32 bytes, so that each look costs one line of the processor's memory.
    private struct Entry {
        var key: UInt64 = 0
        var verdict = Verdict()
    }

    /// More entries would know little more (25 of 27 thousand pairs that a repository has again, where these know 24), and push
    /// the lexicon out of the processor's memory.
    private static let size = 1 << 14
    private static let most = 1 << 14
    private let entries: UnsafeMutablePointer<Entry>
    private(set) var reversals: [Reversal] = []

    init() {
        entries = .allocate(capacity: Self.size)
        entries.initialize(repeating: Entry(), count: Self.size)
    }

    deinit { entries.deallocate() }

    /// Begins a page. What is known of reversals is given up with all else, so that it does not grow for ever.
    func begin() {
        guard reversals.count > Self.most else { return }
        entries.update(repeating: Entry(), count: Self.size)
        reversals = []
    }

    @inline(__always)
    private static func place(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 32) & (size - 1) }

    @inline(__always)
    func known(_ key: UInt64) -> Verdict? {
        let entry = entries[Self.place(of: key)]
        return entry.key == key ? entry.verdict : nil
    }

    /// Reads what is asked for next, so that it is waited for once and not time and again.
    ///
    /// - Returns: a number that says nothing.
    func touch(_ keys: [UInt64]) -> UInt64 {
        keys.reduce(0) { $0 &+ entries[Self.place(of: $1)].key }
    }

    func remember(_ key: UInt64, _ verdict: Verdict, _ reversal: Reversal?) -> Verdict {
        var verdict = verdict
        if let reversal {
            verdict.reversal = reversals.count
            reversals.append(reversal)
        }
        entries[Self.place(of: key)] = Entry(key: key, verdict: verdict)
        return verdict
    }

    /// Two texts as one number: each eight bytes multiplied and folded (as in wyhash, Wang Yi 2019), of 64 bits, so that of the
    /// millions of pairs that one run sees no two are taken for one.
    static func key(_ source: Bytes, _ target: Bytes, _ seed: UInt64) -> UInt64 {
        mix(mix(seed, source), target) | 1
    }

    private static func mix(_ start: UInt64, _ bytes: Bytes) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        let count = raw.count
        // Two at a time, as a multiplication waits for the one before it.
        var one = start ^ UInt64(count) &* 0xA076_1D64_78BD_642F
        var other = one ^ 0xE703_7ED1_A0B4_28DB
        var offset = 0
        while offset + 16 <= count {
            one = fold(one ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            other = fold(other ^ raw.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            offset += 16
        }
        if offset + 8 <= count {
            one = fold(one ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        if offset < count {
            var last: UInt64 = 0
            if count >= 8 {
                last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            } else {
                for byte in raw { last = last << 8 | UInt64(byte) }
            }
            other = fold(other ^ last)
        }
        return fold(one ^ (other << 32 | other >> 32))
    }

    @inline(__always)
    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
