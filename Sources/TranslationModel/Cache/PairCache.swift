import Synchronization

/// The scores of text pairs that were seen before, because the pages of a repository repeat each other.
///
/// It holds what ``LexiconReader/pairScores(_:)`` says before it looks at the page. This depends only on the two texts, the locale and
/// the lexicon, and each lexicon has caches of its own, so a cache hit never changes a result.
struct PairCache: Sendable {
    /// What is beyond is not worth its memory.
    private static let maxCount = 1 << 14

    private var scores: [UInt64: PairScore] = [:]

    /// - Parameter key: a ``TextPairHash``.
    subscript(key: UInt64) -> PairScore? {
        get { scores[key] }
        set {
            if scores.count >= Self.maxCount { scores.removeAll(keepingCapacity: true) }
            scores[key] = newValue
        }
    }
}

/// The caches of a lexicon that no thread uses now. A page takes one and gives it back, so there are no more of them than threads.
final class PairCachePool: Sendable {
    private let idle = Mutex<[PairCache]>([])

    func take() -> PairCache { idle.withLock { $0.popLast() } ?? PairCache() }

    func giveBack(_ cache: PairCache) { idle.withLock { $0.append(cache) } }
}
