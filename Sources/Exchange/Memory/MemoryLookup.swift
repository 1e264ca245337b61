import Bitext
import BitextReaders

/// Finds the pairs of a memory whose sources are like a text.
///
/// All pairs are given to ``add(_:)`` one after the other; only those that are similar enough are kept.
package struct MemoryLookup {
    /// A translation of a source that is like the text.
    package struct Match: Sendable {
        /// 100 for the same text, at most 99 for another one.
        package let percent: Int
        package let source: String
        package let target: String
        package let targetLocale: String
        /// How often the source has this target.
        package fileprivate(set) var count: Int
        /// Where it has it first.
        package let place: String
        /// Its place among all matches.
        fileprivate let order: Int
    }

    private let query: MemoryQuery
    private let minimum: Int
    private let limit: Int
    /// How many matches are kept while pairs are added.
    private let maxKept: Int
    private var found: [MemoryPair.Key: Match] = [:]
    private var count = 0

    /// - Parameters:
    ///   - text: Markdown.
    ///   - minimum: the least similarity, in percent.
    ///   - limit: how many matches are wanted.
    package init(_ text: String, minimum: Int, limit: Int) {
        self.init(text, minimum: minimum, limit: limit, maxKept: max(10_000, 4 * limit))
    }

    init(_ text: String, minimum: Int, limit: Int, maxKept: Int) {
        self.maxKept = maxKept
        query = MemoryQuery(text)
        self.minimum = minimum
        self.limit = limit
    }

    /// Keeps a pair if it is similar enough.
    package mutating func add(_ pair: MemoryPair) {
        guard let percent = percent(of: pair.source), percent >= minimum else { return }
        let key = pair.key
        if let known = found[key] {
            found[key]?.count = known.count + pair.count
            return
        }
        found[key] = Match(
            percent: percent, source: pair.source.readable, target: pair.target.readable,
            targetLocale: pair.targetLocale, count: pair.count, place: pair.place, order: count)
        count += 1
        // Memory stays bounded where very many are similar.
        if found.count > maxKept {
            let best = found.sorted { Self.isBetter($0.value, $1.value) }.prefix(maxKept / 2)
            found = Dictionary(uniqueKeysWithValues: best.map { ($0.key, $0.value) })
        }
    }

    private func percent(of source: CodedText) -> Int? {
        let (words, other) = (query.words, MemoryWords.words(of: source))
        // The same text has the same words.
        if other == words, source.readable.collapsingASCIIBlanks() == query.text { return 100 }
        let longest = max(words.count, other.count)
        guard longest > 0 else { return nil }
        let allowed = MemoryQuery.maxDistance(longest: longest, minimum: minimum)
        return MemoryWords.distance(words, other, atMost: allowed).map {
            MemoryQuery.percent(distance: $0, longest: longest)
        }
    }

    private static func isBetter(_ left: Match, _ right: Match) -> Bool {
        (right.percent, right.count, left.order) < (left.percent, left.count, right.order)
    }

    /// The best matches. Those with the same source follow each other, the most frequent first.
    package var matches: [Match] {
        var groups: [String: [Match]] = [:]
        for match in found.values { groups[match.source, default: []].append(match) }
        let sorted = groups.values.map { group in
            (matches: group.sorted(by: Self.isBetter), count: group.reduce(0) { $0 + $1.count })
        }.sorted { left, right in
            let (first, second) = (left.matches[0], right.matches[0])
            return (second.percent, right.count, first.order) < (first.percent, left.count, second.order)
        }
        return Array(sorted.flatMap(\.matches).prefix(limit))
    }
}
