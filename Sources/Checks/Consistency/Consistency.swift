import Bitext
import ParsedBitext

/// How the segments of many pages are translated: each source with its translations, counted.
///
/// A check needs two passes over the pages, as the most frequent translation may be on the last page. The first one
/// fills this value, page by page in their order; the second finds what deviates. Only hashes are kept, and the texts of
/// sources that occur again: memory is bounded by ``Limits``, not by the corpus.
public struct Consistency: Sendable {
    /// How much is kept.
    package struct Limits: Sendable {
        /// Different translations, all sources together. Each takes 60 bytes or so.
        package var translations: Int
        /// Bytes of texts, all translations together.
        package var text: Int

        package init(translations: Int = 2_000_000, text: Int = 1 << 27) {
            self.translations = translations
            self.text = text
        }
    }

    /// What one bitext adds. Made on any thread, or in another process: it can be written as JSON, with as much of each
    /// translation's text as is kept.
    public struct Entries: Sendable {
        /// A segment's source and target, as hashes.
        package struct Key: Sendable, Equatable {
            /// The index in the bitext's segments.
            let segment: Int
            let source: UInt64
            let target: UInt64
        }

        struct Entry: Sendable {
            let key: Key
            /// The target, as a range of ``bytes``; of a long one its beginning.
            let text: Range<Int>
            /// Whether that is all of it.
            let isWhole: Bool
        }

        /// What is left when the texts are let go.
        package var keys: [Key] { list.map(\.key) }

        /// The target's side, or the texts one after the other.
        let bytes: [UInt8]
        private(set) var list: [Entry] = []

        init(bytes: [UInt8], list: [Entry]) {
            self.bytes = bytes
            self.list = list
        }

        /// - Parameters:
        ///   - path: names the locale where the bitext does not.
        ///   - locale: names it where neither does.
        public init(_ bitext: Bitext, path: String, locale: String? = nil) {
            self.init(bitext, Language(ofTarget: bitext, path: path, locale: locale))
        }

        /// What a bitext adds that is read already.
        package init(_ tokenized: TokenizedBitext) { self.init(tokenized.bitext, tokenized.language) }

        init(_ bitext: Bitext, _ language: Language) {
            bytes = bitext[.target].bytes
            let seed = TranslationKey.seed(language)
            list.reserveCapacity(bitext.segments.count)
            bitext.withSides { source, targetBytes in
                for segment in bitext.segments.indices {
                    guard let target = bitext.segments[segment].target?.range.values,
                        let key = Key(segment, of: bitext, source, targetBytes, seed: seed)
                    else { continue }
                    let text = Self.beginning(of: target, in: targetBytes)
                    list.append(Entry(key: key, text: text, isWhole: text == target))
                }
            }
        }

        private static let maxTextLength = 512

        /// The part of a text that is kept: whole characters, up to ``maxTextLength`` bytes.
        private static func beginning(of text: Range<Int>, in bytes: Bytes) -> Range<Int> {
            guard text.count > maxTextLength else { return text }
            var end = text.lowerBound + maxTextLength
            while end > text.lowerBound, bytes[end].isUTF8Continuation { end -= 1 }
            return text.lowerBound..<end
        }
    }

    /// The most frequent translation of a source, and how often it occurs.
    package struct Standard: Sendable, Equatable {
        let count: Int
        /// Its first 512 bytes or so.
        let text: ArraySlice<UInt8>
        let isWhole: Bool
    }

    /// A segment of a page that is translated in another way than on most pages. What the comparison of all pages says of
    /// one page is a list of these; it can be sent to another process.
    package struct Deviation: Sendable, Equatable, Codable {
        /// The index in ``Entries/keys``.
        let index: Int
        /// The index in ``Bitext/segments``.
        let segment: Int
        let standard: Standard
    }

    /// A translation of a source; the next one of the same source follows in a chain.
    private struct Translation {
        let target: UInt64
        var count: UInt32 = 1
        var next: Int32 = -1
        var textStart: Int32 = -1
        var textLength: Int32 = 0
        var isWhole = true
    }

    /// The first translation of each source.
    private var sources = KeyTable()
    /// A bit for each class of sources in which one is translated in several ways: most are in none.
    private var contested: [UInt64] = Array(repeating: 0, count: 1 << 12)
    private var translations: [Translation] = []
    private var texts: [UInt8] = []
    private let limits: Limits
    /// Whether something was left out because a limit was reached.
    public private(set) var isFull = false

    private static func word(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 6) & (1 << 12 - 1) }

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// Counts a page's translations.
    public mutating func add(_ entries: Entries) {
        for entry in entries.list { add(entry, of: entries.bytes) }
    }

    private mutating func add(_ entry: Entries.Entry, of bytes: [UInt8]) {
        let first: Int32
        if translations.count < limits.translations {
            guard let known = sources.insert(entry.key.source, Int32(translations.count)) else {
                translations.append(Translation(target: entry.key.target))
                return
            }
            first = known
        } else {
            guard let known = sources[entry.key.source] else {
                isFull = true
                return
            }
            first = known
        }
        var index = Int(first)
        var length = 1
        while translations[index].target != entry.key.target, translations[index].next >= 0 {
            index = Int(translations[index].next)
            length += 1
        }
        if translations[index].target == entry.key.target {
            translations[index].count &+= 1
            // Only what occurs again can be the most frequent, and now its text is at hand.
            if translations[index].textStart < 0 { keepText(of: index, entry, bytes) }
            return
        }
        // A source that is translated in a hundred ways is a placeholder; and chains are walked.
        guard translations.count < limits.translations, length < 100 else {
            isFull = isFull || length < 100
            return
        }
        contested[Self.word(entry.key.source)] |= 1 << (entry.key.source & 63)
        translations[index].next = Int32(translations.count)
        translations.append(Translation(target: entry.key.target))
        keepText(of: translations.count - 1, entry, bytes)
    }

    private mutating func keepText(of index: Int, _ entry: Entries.Entry, _ bytes: [UInt8]) {
        guard texts.count + entry.text.count <= limits.text else {
            isFull = true
            return
        }
        translations[index].textStart = Int32(texts.count)
        translations[index].textLength = Int32(entry.text.count)
        translations[index].isWhole = entry.isWhole
        texts += bytes[entry.text]
    }

    private func isTranslatedTwice(_ source: UInt64) -> Bool {
        contested[Self.word(source)] >> (source & 63) & 1 == 1
            && sources[source].map { translations[Int($0)].next >= 0 } ?? false
    }

    /// Whether a page translates anything in another way than most pages do.
    package func disagrees(with keys: [Entries.Key]) -> Bool {
        keys.contains { isTranslatedTwice($0.source) && standard($0) != nil }
    }

    /// The segments of a page that most pages translate in another way.
    package func deviations(of keys: [Entries.Key]) -> [Deviation] {
        keys.indices.compactMap { index in
            guard isTranslatedTwice(keys[index].source) else { return nil }
            return standard(keys[index]).map {
                Deviation(index: index, segment: keys[index].segment, standard: $0)
            }
        }
    }

    /// Whether the segments of a page that deviate are the ones that were compared: the page can be another one by now.
    package static func holds(
        _ deviations: [Deviation], of keys: [Entries.Key], in bitext: Bitext, _ language: Language
    ) -> Bool {
        guard !deviations.isEmpty else { return true }
        let seed = TranslationKey.seed(language)
        return bitext.withSides { source, target in
            deviations.allSatisfy { deviation in
                bitext.segments.indices.contains(deviation.segment)
                    && Entries.Key(deviation.segment, of: bitext, source, target, seed: seed) == keys[deviation.index]
            }
        }
    }

    /// Deviations as a number: where it is the same, so is what ``InconsistentTranslation`` finds, as long as the page is
    /// the same.
    package static func digest(of deviations: [Deviation]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
        for deviation in deviations {
            add(UInt64(deviation.index))
            add(UInt64(deviation.standard.count))
            for byte in deviation.standard.text { add(UInt64(byte)) }
        }
        return hash
    }

    /// The translation that a source should have, where the one at hand is another.
    ///
    /// That is the most frequent one; of several equally frequent ones, the first whose text is kept. Where all occur once, it
    /// is the second one, an arbitrary choice.
    private func standard(_ key: Entries.Key) -> Standard? {
        guard let first = sources[key.source] else { return nil }
        var best: Translation?
        var index = first
        while index >= 0 {
            let translation = translations[Int(index)]
            if translation.textStart >= 0, translation.count > best?.count ?? 0 { best = translation }
            index = translation.next
        }
        guard let best, best.target != key.target else { return nil }
        let start = Int(best.textStart)
        return Standard(
            count: Int(best.count), text: texts[start..<start + Int(best.textLength)], isWhole: best.isWhole)
    }
}

extension Consistency.Entries.Key {
    /// The key of a segment; nil where it is not compared.
    fileprivate init?(_ segment: Int, of bitext: Bitext, _ sourceBytes: Bytes, _ targetBytes: Bytes, seed: UInt64) {
        guard let source = bitext.segments[segment].source?.range.values,
            let target = bitext.segments[segment].target?.range.values, !target.isEmpty,
            let key = TranslationKey.ofSource(.init(rebasing: sourceBytes[source]), seed: seed)
        else { return nil }
        self.init(
            segment: segment, source: key, target: TranslationKey.ofTarget(.init(rebasing: targetBytes[target])))
    }
}
