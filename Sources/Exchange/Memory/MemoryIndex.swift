import Bitext
import ParsedBitext

/// A memory in which many texts are looked up: it knows which sources have which words.
///
/// ``MemoryIndexBuilder`` makes it.
package struct MemoryIndex: Sendable {
    /// A source with its translations.
    struct Source: Sendable {
        /// The text with single blanks.
        let text: String
        /// Its words, in ``words``.
        let words: Range<Int>
        /// The last one that was added; each knows the one before it.
        var lastTranslation: Int32
    }

    /// One translation of a source.
    struct Translation: Sendable {
        let target: String
        /// See ``MemoryQuery/hash(ofTarget:)``.
        let targetHash: UInt64
        /// The index in ``locales``.
        let locale: Int32
        /// The translation of the same source that was added before; -1 for none.
        let previous: Int32
        /// How often the source has this target.
        var count: Int
        /// In how many of the files that were read; all pages together are one.
        var inputs: Int32
        /// The first page and its segment, where they are known.
        let page: String?
        let segment: String?
        let place: String
        /// The second place; nil for none.
        var secondPlace: String?
    }

    /// The segment for which a text is looked up. It is in the memory, too, if the memory was made of the same pages.
    package struct Own: Sendable {
        let page: String
        let segment: String
        /// The hash of its target, with single blanks.
        package let targetHash: UInt64

        /// - Parameters:
        ///   - page: as exchange files name it.
        ///   - target: Markdown.
        package init(page: String, segment: String, target: String) {
            self.page = page
            self.segment = segment
            targetHash = MemoryQuery.hash(ofTarget: target)
        }
    }

    /// The best translation of a text.
    package struct Match: Sendable, Equatable {
        /// 100 for the same text, at most 99 for another one.
        package let percent: Int
        package let source: String
        package let target: String
        /// How often the source has this target, without the segment itself.
        package let count: Int
        /// The first place: `docs/page.md:12`.
        package let place: String
    }

    /// The sources, the shortest first.
    let sources: [Source]
    /// How many words each source has.
    let lengths: [Int32]
    let translations: [Translation]
    /// The words of all sources, as numbers.
    let words: [Int32]
    /// The number of each word, by its hash.
    let wordNumbers: [UInt64: Int32]
    /// The sources with each text, by the hash of the text.
    let sourceNumbers: [UInt64: Int32]
    /// The sources with each word, the shortest first: those of word *n* are from `starts[n]` to `starts[n + 1]`.
    let starts: [Int32]
    let postings: [Int32]
    /// The languages of the targets, BCP 47 tags.
    let locales: [String]

    /// How many different translations there are.
    package var count: Int { translations.count }

    /// A lookup makes at most so many steps, each the comparison of two words, or one translation. Where more sources
    /// are alike, those with the rarest words are compared.
    private static let maxSteps = 4_000_000
    /// Longer texts are only found as they are.
    private static let maxWords = 2_000

    /// The languages of a memory into which a page is translated.
    package struct Languages: Sendable {
        /// For each of ``MemoryIndex/locales``, whether its translations count.
        fileprivate let isWanted: [Bool]
    }

    /// The languages that go with that of a page.
    ///
    /// - Parameter locale: the target's. `fr` goes with `fr-FR`. Nil if it is not known: then a memory with several
    ///   languages has nothing.
    package func languages(for locale: String?) -> Languages {
        Languages(isWanted: locales.map { known in locale.map { Language.agree($0, known) } ?? (locales.count == 1) })
    }

    /// What a lookup found.
    package struct Answer: Sendable {
        package let match: Match?
        /// Whether it is the same for all segments with this source and this target.
        package fileprivate(set) var isCommon = true
    }

    /// Finds the translation of the source that is most like a text. Of equally similar sources it takes the most frequent one, and
    /// of its translations the most frequent one.
    ///
    /// - Parameters:
    ///   - own: the segment of the text, which does not count. Where a memory has its pair without its place, one is taken off.
    ///   - minimum: the least similarity, in percent.
    package func best(
        _ query: MemoryQuery, into languages: Languages, without own: Own?, minimum: Int
    ) -> Answer {
        guard languages.isWanted.contains(true) else { return Answer(match: nil) }
        var isCommon = true
        if let same = sourceNumbers[query.textHash], sources[Int(same)].text == query.text {
            let result = translation(of: same, languages, without: own)
            isCommon = result.isCommon
            if let found = result.found {
                return Answer(match: match(found, of: same, percent: 100), isCommon: isCommon)
            }
        }
        var best: (percent: Int, source: Int32, found: Found)?
        forEachSimilar(query, minimum: minimum) { source, percent in
            let result = translation(of: source, languages, without: own)
            isCommon = isCommon && result.isCommon
            guard let found = result.found else { return (0, result.steps) }
            let isBetter =
                best.map {
                    (percent, found.total, -found.first) > ($0.percent, $0.found.total, -$0.found.first)
                } ?? true
            if isBetter { best = (percent, source, found) }
            return (percent, result.steps)
        }
        return Answer(match: best.map { match($0.found, of: $0.source, percent: $0.percent) }, isCommon: isCommon)
    }

    /// The most frequent translation of a source.
    private struct Found {
        let index: Int32
        let count: Int
        /// Whether its first place is the segment itself.
        let isOwn: Bool
        /// How often the source has any translation, and the first of them.
        let total: Int
        let first: Int32
    }

    private func match(_ found: Found, of source: Int32, percent: Int) -> Match {
        let translation = translations[Int(found.index)]
        return Match(
            percent: percent, source: sources[Int(source)].text, target: translation.target, count: found.count,
            place: found.isOwn ? translation.secondPlace ?? translation.place : translation.place)
    }

    /// - Returns: how many translations were looked at, too, and whether the result is the same for each segment with
    ///   the source and the target of `own`.
    private func translation(
        of source: Int32, _ languages: Languages, without own: Own?
    ) -> (found: Found?, steps: Int, isCommon: Bool) {
        var best: (index: Int32, count: Int, isOwn: Bool)?
        var (steps, isCommon) = (0, true)
        var (total, first) = (0, Int32.max)
        var next = sources[Int(source)].lastTranslation
        while next >= 0, steps < Self.maxSteps {
            steps += 1
            let index = next
            let translation = translations[Int(index)]
            next = translation.previous
            guard languages.isWanted[Int(translation.locale)] else { continue }
            var (count, isOwn) = (translation.count, false)
            if let own {
                isOwn = translation.page == own.page && translation.segment == own.segment
                if isOwn { isCommon = false }
                // Each file that has this pair can have it from this segment.
                count -= translation.targetHash == own.targetHash ? Int(translation.inputs) : isOwn ? 1 : 0
            }
            guard count > 0 else { continue }
            total += count
            first = min(first, index)
            if best.map({ (count, -index) > ($0.count, -$0.index) }) ?? true { best = (index, count, isOwn) }
        }
        let found = best.map { Found(index: $0.index, count: $0.count, isOwn: $0.isOwn, total: total, first: first) }
        return (found, steps, isCommon)
    }

    /// Finds the sources that are similar to a text, but not the same.
    ///
    /// A source that is similar enough has most words of the text, so it has at least one of the rarest of them.
    ///
    /// - Parameter each: takes a source and its similarity; returns the least similarity from now on, and how many
    ///   steps it made.
    private func forEachSimilar(
        _ query: MemoryQuery, minimum: Int, _ each: (Int32, Int) -> (minimum: Int, steps: Int)
    ) {
        let text = query.words.map { wordNumbers[$0] ?? -1 }
        guard !text.isEmpty, text.count <= Self.maxWords else { return }
        var minimum = minimum
        // How many words of the text must be missing to rule a source out.
        func maxMissing() -> Int { MemoryQuery.maxDistance(longest: text.count, minimum: minimum) }
        // How often the text has each word, by the word's number.
        var counts = [Int16](repeating: 0, count: wordNumbers.count)
        var known: [Int32] = []
        for word in text where word >= 0 {
            if counts[Int(word)] == 0 { known.append(word) }
            counts[Int(word)] += 1
        }
        var missing = text.count { $0 < 0 }
        let rarestFirst = known.sorted { (frequency(of: $0), $0) < (frequency(of: $1), $1) }
        var isSeen = [Bool](repeating: false, count: sources.count)
        var row: [Int] = []
        var steps = 0
        for word in rarestFirst {
            guard missing <= maxMissing() else { return }
            missing += Int(counts[Int(word)])
            // Shorter and longer sources have too few words in common.
            let shortest = lowerBound(of: Int32(text.count - maxMissing()))
            let longest = lowerBound(of: Int32(100 * text.count / minimum + 1))
            var index = lowerBound(of: shortest, in: Int(starts[Int(word)])..<Int(starts[Int(word) + 1]))
            let end = Int(starts[Int(word) + 1])
            while index < end, postings[index] < longest {
                let source = postings[index]
                index += 1
                guard !isSeen[Int(source)] else { continue }
                isSeen[Int(source)] = true
                let other = words[sources[Int(source)].words]
                let length = max(text.count, other.count)
                let limit = MemoryQuery.maxDistance(longest: length, minimum: minimum)
                steps += other.count
                guard steps <= Self.maxSteps else { return }
                guard length - shared(other, &counts) <= limit else { continue }
                steps += text.count * min(other.count, 2 * limit + 1)
                guard let distance = MemoryWords.distance(text[...], other, atMost: limit, &row) else { continue }
                let percent = MemoryQuery.percent(distance: distance, longest: length)
                guard percent >= minimum else { continue }
                let result = each(source, percent)
                minimum = max(minimum, result.minimum)
                steps += result.steps
            }
        }
    }

    /// How many words of a source the text has, in any order.
    ///
    /// - Parameter counts: how often the text has each word; the same afterwards.
    private func shared(_ other: ArraySlice<Int32>, _ counts: inout [Int16]) -> Int {
        var shared = 0
        for word in other {
            counts[Int(word)] -= 1
            if counts[Int(word)] >= 0 { shared += 1 }
        }
        for word in other { counts[Int(word)] += 1 }
        return shared
    }

    /// How many sources have a word.
    private func frequency(of word: Int32) -> Int32 { starts[Int(word) + 1] - starts[Int(word)] }

    /// The first source with so many words.
    private func lowerBound(of length: Int32) -> Int32 {
        Int32(lengths.partitioningIndex { $0 >= length })
    }

    /// The first of the postings in a range that is at least a source.
    private func lowerBound(of source: Int32, in range: Range<Int>) -> Int {
        postings[range].partitioningIndex { $0 >= source }
    }
}
