import Bitext
import ParsedBitext

/// The translations of each source in many bitexts, with their counts.
///
/// A check needs two passes, as the most frequent translation can be in the last bitext. The first pass fills this
/// value, in the order of the bitexts. The second one finds the segments with another translation. Only hashes are
/// kept, and the texts of translations of sources that occur again. ``Limits`` bound the memory.
public struct Consistency: Sendable {
    package struct Limits: Sendable {
        /// The number of different translations of all sources. Each takes about 60 bytes.
        package var translations: Int
        /// The bytes of the texts of all translations.
        package var text: Int

        package init(translations: Int = 2_000_000, text: Int = 1 << 27) {
            self.translations = translations
            self.text = text
        }
    }

    /// The translations of one bitext.
    public struct Entries: Sendable {
        /// The hashes of a segment's source and target.
        package struct Key: Sendable, Equatable, Codable {
            package let source: UInt64
            package let target: UInt64
        }

        fileprivate struct Entry {
            let key: Key
            let target: SideRange
        }

        /// The hashes of all segments, without the texts.
        package var keys: [Key] { list.map(\.key) }

        /// The text of the target side.
        fileprivate let bytes: [UInt8]
        fileprivate var list: [Entry] = []

        /// - Parameters:
        ///   - path: gives the locale if the bitext does not.
        ///   - locale: gives it if neither does.
        public init(_ bitext: Bitext, path: String, locale: String? = nil) {
            self.init(bitext, Language(ofTarget: bitext, path: path, locale: locale))
        }

        package init(_ tokenized: TokenizedBitext) { self.init(tokenized.bitext, tokenized.language) }

        private init(_ bitext: Bitext, _ language: Language) {
            bytes = bitext[.target].bytes
            let seed = TranslationKey.seed(language)
            list.reserveCapacity(bitext.segments.count)
            bitext.withSides { sourceBytes, targetBytes in
                for segment in bitext.segments {
                    guard let source = segment.source?.range, let target = segment.target?.range, !target.isEmpty,
                        let key = TranslationKey.ofSource(.init(rebasing: sourceBytes[source.values]), seed: seed)
                    else { continue }
                    list.append(
                        Entry(
                            key: Key(
                                source: key,
                                target: TranslationKey.ofTarget(.init(rebasing: targetBytes[target.values]))),
                            target: target))
                }
            }
        }
    }

    /// The most frequent translation of a source.
    struct PreferredTranslation {
        /// How often it occurs.
        let count: Int
        /// Its first 512 bytes at most.
        let text: ArraySlice<UInt8>
        /// Whether ``text`` is all of it.
        let isComplete: Bool
    }

    /// A translation of a source. The translations of one source are a linked list.
    private struct Translation {
        let target: UInt64
        var count: UInt32 = 1
        /// The index of the next one of the same source, or -1.
        var next: Int32 = -1
        /// Where its text begins in ``texts``, or -1 if it is not kept.
        var textStart: Int32 = -1
        var textLength: Int32 = 0
        var isComplete = true
    }

    /// The index of the first translation of each source.
    private var sources = KeyTable()
    /// A Bloom filter of the sources with several translations. Most sources have one.
    private var ambiguousSources: [UInt64] = Array(repeating: 0, count: 1 << 12)
    private var translations: [Translation] = []
    private var texts: [UInt8] = []
    private let limits: Limits
    /// Whether a limit was reached, so that translations are missing.
    public private(set) var isFull = false

    private static let maxTextLength = 512
    private static let maxTranslationsOfSource = 100

    /// The index in ``ambiguousSources`` of the word that has the bit of a key.
    private static func filterWord(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 6) & (1 << 12 - 1) }

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// Adds the translations of a bitext.
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
            // Only a translation that occurs again can become the most frequent one, so its text is kept now.
            if translations[index].textStart < 0 { keepText(of: index, bytes[entry.target.values]) }
            return
        }
        // A source with a hundred translations is a placeholder, and long lists take time.
        guard translations.count < limits.translations, length < Self.maxTranslationsOfSource else {
            isFull = isFull || length < Self.maxTranslationsOfSource
            return
        }
        ambiguousSources[Self.filterWord(entry.key.source)] |= 1 << (entry.key.source & 63)
        translations[index].next = Int32(translations.count)
        translations.append(Translation(target: entry.key.target))
        keepText(of: translations.count - 1, bytes[entry.target.values])
    }

    private mutating func keepText(of index: Int, _ text: ArraySlice<UInt8>) {
        var kept = text.prefix(Self.maxTextLength)
        if kept.count < text.count {
            // Do not cut a character.
            while kept.endIndex > kept.startIndex, text[kept.endIndex] & 0xC0 == 0x80 { kept.removeLast() }
        }
        guard texts.count + kept.count <= limits.text else {
            isFull = true
            return
        }
        translations[index].textStart = Int32(texts.count)
        translations[index].textLength = Int32(kept.count)
        translations[index].isComplete = kept.count == text.count
        texts += kept
    }

    /// Returns the most frequent translation of a source if `target` is another one.
    ///
    /// If several are equally frequent, it is the first one whose text is kept. If all occur once, that is the second
    /// one, so that only one of two translations is reported.
    func preferredTranslation(_ source: Bytes, _ target: Bytes, seed: UInt64) -> PreferredTranslation? {
        guard let key = TranslationKey.ofSource(source, seed: seed), isAmbiguous(key) else { return nil }
        return preferredTranslation(Entries.Key(source: key, target: TranslationKey.ofTarget(target)))
    }

    private func isAmbiguous(_ source: UInt64) -> Bool {
        ambiguousSources[Self.filterWord(source)] >> (source & 63) & 1 == 1
            && sources[source].map { translations[Int($0)].next >= 0 } ?? false
    }

    /// Whether a bitext has a translation that is not the most frequent one of its source.
    package func disagrees(with keys: [Entries.Key]) -> Bool {
        keys.contains { isAmbiguous($0.source) && preferredTranslation($0) != nil }
    }

    /// A hash of all that ``InconsistentTranslation`` uses for a bitext. While the bitext and this hash stay the same,
    /// so do the findings of that rule.
    package func digest(of keys: [Entries.Key]) -> UInt64 {
        // Like FNV-1a, with numbers instead of bytes.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
        for (index, key) in keys.enumerated() where isAmbiguous(key.source) {
            guard let preferred = preferredTranslation(key) else { continue }
            add(UInt64(index))
            add(UInt64(preferred.count))
            for byte in preferred.text { add(UInt64(byte)) }
        }
        return hash
    }

    private func preferredTranslation(_ key: Entries.Key) -> PreferredTranslation? {
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
        return PreferredTranslation(
            count: Int(best.count), text: texts[start..<start + Int(best.textLength)], isComplete: best.isComplete)
    }
}
