import Synchronization

/// The scores of text pairs that were seen before, because the pages of a repository repeat each other.
///
/// It holds what ``LexiconReader/pairScores(_:)`` says before it looks at the page. This depends only on the two texts, the locale and
/// the lexicon, and each lexicon has caches of its own, so a cache hit never changes a result.
struct PairCache: Sendable {
    /// How many pairs there is room for. More are not worth their memory.
    private static let size = 1 << 14

    /// A pair's place is the low bits of its key; a later pair replaces an earlier one. The keys are apart from the scores, because
    /// most look-ups fail.
    private var keys = Array(repeating: UInt64(0), count: size)
    private var scores: [PairScore?] = Array(repeating: nil, count: size)

    /// - Parameter key: a ``TextPairHash``.
    subscript(key: UInt64) -> PairScore? {
        let place = Self.place(of: key)
        return keys[place] == key ? scores[place] : nil
    }

    /// Keeps the score of a pair, and forgets that of another one with the same place.
    mutating func insert(_ score: PairScore, for key: UInt64) {
        let place = Self.place(of: key)
        (keys[place], scores[place]) = (key, score)
    }

    private static func place(of key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (size - 1) }
}

/// The caches of a lexicon that no thread uses now. A page takes one and gives it back, so there are no more of them than threads.
final class PairCachePool: Sendable {
    private let idle = Mutex<[PairCache]>([])

    func take() -> PairCache { idle.withLock { $0.popLast() } ?? PairCache() }

    func giveBack(_ cache: PairCache) { idle.withLock { $0.append(cache) } }
}
