import Bitext

/// Remembers what was found of pairs of texts: a table of fixed size, where a new pair takes the place of an old one.
///
/// A verdict depends on the two texts alone, so whoever asks first, and whether it is remembered or found again, nobody can
/// tell from the findings.
struct PairMemo {
    /// What is to be known of a pair on its own.
    struct Verdict: Sendable {
        /// The log-odds of each of ``Judges/Fault``.
        var odds = SIMD3<Float>(repeating: Judges.clear)
        /// The smaller of both halves' gaps.
        var leastGap: Float = 0
        var reversal: Reversal?
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

    private struct Slot {
        var key: UInt64 = 0
        var verdict = Verdict()
    }

    private static let size = 1 << 15
    private var slots: [Slot] = []

    subscript(key: UInt64) -> Verdict? {
        get {
            guard !slots.isEmpty else { return nil }
            let index = Int(truncatingIfNeeded: key) & (Self.size - 1)
            return slots[index].key == key ? slots[index].verdict : nil
        }
        set {
            guard let newValue else { return }
            if slots.isEmpty { slots = Array(repeating: Slot(), count: Self.size) }
            slots[Int(truncatingIfNeeded: key) & (Self.size - 1)] = Slot(key: key, verdict: newValue)
        }
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
