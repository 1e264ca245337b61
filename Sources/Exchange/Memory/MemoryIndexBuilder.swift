import Bitext
import Hashing

/// Collects the pairs of a memory, and makes a ``MemoryIndex`` of them.
package struct MemoryIndexBuilder {
    private var sources: [MemoryIndex.Source] = []
    private var translations: [MemoryIndex.Translation] = []
    /// The source, the key, and the file that had it last, of each translation.
    private var origins: [(source: Int32, sourceHash: UInt64, key: MemoryPair.Key, input: Int32)] = []
    private var words: [Int32] = []
    private var wordNumbers: [UInt64: Int32] = [:]
    private var sourceNumbers: [UInt64: Int32] = [:]
    private var numbers: [MemoryPair.Key: Int32] = [:]
    private var locales: [String] = []
    private var localeNumbers: [String: Int32] = [:]
    /// The number of the file that is read; 0 are the pages.
    private var file: Int32 = 0
    /// What there was before this file, and what it changed.
    private var before = (sources: 0, translations: 0, words: 0, locales: 0, leftOut: 0)
    private var newWords: [UInt64] = []
    private var changed: [(index: Int32, translation: MemoryIndex.Translation, input: Int32)] = []
    private let maxPairs: Int

    /// How many different pairs were left out, because there are too many.
    package private(set) var leftOut = 0

    /// - Parameter maxPairs: how many different pairs are kept. Each takes 300 bytes or so.
    package init(maxPairs: Int = 2_000_000) { self.maxPairs = maxPairs }

    /// Says that the next pairs are those of a further file.
    package mutating func beginFile() {
        file += 1
        before = (sources.count, translations.count, words.count, locales.count, leftOut)
        changed = []
        newWords = []
    }

    /// Takes the pairs back that were added since the last ``beginFile()``.
    package mutating func takeBack() {
        for (index, translation, input) in changed.reversed() {
            translations[Int(index)] = translation
            origins[Int(index)].input = input
        }
        changed = []
        while translations.count > before.translations {
            let translation = translations.removeLast()
            let origin = origins.removeLast()
            sources[Int(origin.source)].lastTranslation = translation.previous
            if translation.previous < 0 { sourceNumbers[origin.sourceHash] = nil }
            numbers[origin.key] = nil
        }
        sources.removeLast(sources.count - before.sources)
        words.removeLast(words.count - before.words)
        for word in newWords { wordNumbers[word] = nil }
        newWords = []
        for locale in locales[before.locales...] { localeNumbers[locale] = nil }
        locales.removeLast(locales.count - before.locales)
        leftOut = before.leftOut
    }

    /// Adds a pair.
    package mutating func add(_ pair: MemoryPair) {
        let key = pair.key
        let input = pair.isFromPage ? 0 : file
        if let number = numbers[key] {
            let index = Int(number)
            if number < before.translations { changed.append((number, translations[index], origins[index].input)) }
            translations[index].count += pair.count
            translations[index].secondPlace = translations[index].secondPlace ?? pair.place
            if origins[index].input != input {
                origins[index].input = input
                translations[index].inputs += 1
            }
            return
        }
        guard translations.count < maxPairs else {
            leftOut += 1
            return
        }
        let number = Int32(translations.count)
        let target = pair.target.readable
        let text = pair.source.readable.collapsingASCIIBlanks()
        let hash = KeyHash.of(text.utf8)
        let source = sourceNumbers[hash] ?? addSource(text, hash, pair)
        numbers[key] = number
        origins.append((source, hash, key, input))
        translations.append(
            MemoryIndex.Translation(
                target: target, targetHash: MemoryQuery.hash(ofTarget: target),
                locale: localeNumber(pair.targetLocale),
                previous: sources[Int(source)].lastTranslation, count: pair.count, inputs: 1, page: pair.page,
                segment: pair.segment, place: pair.place))
        sources[Int(source)].lastTranslation = number
    }

    private mutating func addSource(_ text: String, _ hash: UInt64, _ pair: MemoryPair) -> Int32 {
        let number = Int32(sources.count)
        let start = words.count
        for word in MemoryWords.words(of: pair.source) {
            let next = Int32(wordNumbers.count)
            let known = wordNumbers[word]
            if known == nil {
                wordNumbers[word] = next
                newWords.append(word)
            }
            words.append(known ?? next)
        }
        sources.append(MemoryIndex.Source(text: text, words: start..<words.count, lastTranslation: -1))
        sourceNumbers[hash] = number
        return number
    }

    private mutating func localeNumber(_ locale: String) -> Int32 {
        if let known = localeNumbers[locale] { return known }
        let number = Int32(locales.count)
        localeNumbers[locale] = number
        locales.append(locale)
        return number
    }

    /// The memory of all pairs.
    package consuming func finish() -> MemoryIndex {
        let order = sources.indices.sorted { (sources[$0].words.count, $0) < (sources[$1].words.count, $1) }
        var places = [Int32](repeating: 0, count: sources.count)
        for (place, index) in order.enumerated() { places[index] = Int32(place) }
        let sorted = order.map { sources[$0] }
        // Counted first, so that all lists are in one array.
        var starts = [Int32](repeating: 0, count: wordNumbers.count + 1)
        forEachWord(of: sorted) { word, _ in starts[Int(word) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        var next = starts
        var postings = [Int32](repeating: 0, count: Int(starts.last ?? 0))
        forEachWord(of: sorted) { word, source in
            postings[Int(next[Int(word)])] = source
            next[Int(word)] += 1
        }
        return MemoryIndex(
            sources: sorted, lengths: sorted.map { Int32($0.words.count) }, translations: translations, words: words,
            wordNumbers: wordNumbers, sourceNumbers: sourceNumbers.mapValues { places[Int($0)] }, starts: starts,
            postings: postings, locales: locales)
    }

    /// Each word of each source once.
    private func forEachWord(of sources: [MemoryIndex.Source], _ each: (_ word: Int32, _ source: Int32) -> Void) {
        var last = [Int32](repeating: -1, count: wordNumbers.count)
        for (index, source) in sources.enumerated() {
            for word in words[source.words] where last[Int(word)] != Int32(index) {
                last[Int(word)] = Int32(index)
                each(word, Int32(index))
            }
        }
    }
}
