import Bitext

/// Remembers what was found of pairs of texts: a table of fixed size, where a new pair takes the place of an old one.
///
/// A verdict depends on the two texts alone, so whoever asks first, and whether it is remembered or found again, nobody can
/// tell from the findings.
struct PairMemo {
    /// What is to be known of a pair on its own, in as few bytes as will do.
    struct Verdict: Sendable {
        /// The log-odds of each of ``Judges/Fault``, and the smaller of both halves' gaps.
        private var numbers = SIMD4<Float>(Judges.clear, Judges.clear, Judges.clear, 0)
        /// The place in ``PairMemo/reversals``, or -1.
        fileprivate(set) var reversal: Int32 = -1

        var odds: SIMD3<Float> {
            get { SIMD3(numbers[0], numbers[1], numbers[2]) }
            set { numbers = SIMD4(newValue, numbers[3]) }
        }
        var leastGap: Float {
            get { numbers[3] }
            set { numbers[3] = newValue }
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

    private static let size = 1 << 15
    private static let most = 1 << 14
    private var keys: [UInt64] = []
    private var verdicts: [Verdict] = []
    private(set) var reversals: [Reversal] = []

    /// Makes room for a page; what is known of reversals is given up with all else, so that it does not grow for ever.
    mutating func begin() {
        guard keys.isEmpty || reversals.count > Self.most else { return }
        keys = Array(repeating: 0, count: Self.size)
        verdicts = Array(repeating: Verdict(), count: Self.size)
        reversals = []
    }

    @inline(__always)
    func known(_ key: UInt64) -> Verdict? {
        let index = Int(truncatingIfNeeded: key >> 32) & (Self.size - 1)
        return keys[index] == key ? verdicts[index] : nil
    }

    mutating func remember(_ key: UInt64, _ verdict: Verdict, _ reversal: Reversal?) -> Verdict {
        var verdict = verdict
        if let reversal {
            verdict.reversal = Int32(reversals.count)
            reversals.append(reversal)
        }
        let index = Int(truncatingIfNeeded: key >> 32) & (Self.size - 1)
        keys[index] = key
        verdicts[index] = verdict
        return verdict
    }

    /// Two texts as one number: each eight bytes multiplied and folded (as in wyhash, Wang Yi 2019), of 64 bits, so that of the
    /// millions of pairs that one run sees no two are taken for one.
    static func key(_ source: Bytes, _ target: Bytes, _ seed: UInt64) -> UInt64 {
        mix(mix(seed, source), target) | 1
    }

    private static func mix(_ start: UInt64, _ bytes: Bytes) -> UInt64 {
        var hash = start ^ UInt64(bytes.count) &* 0xA076_1D64_78BD_642F
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = 0
        while offset + 8 <= raw.count {
            hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var last: UInt64 = 0
        while offset < raw.count {
            last = last << 8 | UInt64(raw[offset])
            offset += 1
        }
        return fold(hash ^ last ^ 0xE703_7ED1_A0B4_28DB)
    }

    @inline(__always)
    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
