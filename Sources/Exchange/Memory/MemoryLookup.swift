import BitextReaders
import ParsedBitext

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

    private let text: String
    private let words: [UInt64]
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
        let coded = MemoryPair.coded(text, "").source
        self.text = Self.collapsed(coded.readable)
        words = MemoryWords.words(of: coded)
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
        let other = MemoryWords.words(of: source)
        // The same text has the same words.
        if other == words, Self.collapsed(source.readable) == text { return 100 }
        let longest = max(words.count, other.count)
        guard longest > 0 else { return nil }
        let allowed = longest * (100 - minimum) / 100
        guard let distance = MemoryWords.distance(words, other, atMost: allowed) else { return nil }
        return min(99, 100 * (longest - distance) / longest)
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

    /// A text whose blanks are single spaces.
    private static func collapsed(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }.joined(separator: " ")
    }
}
