/// Function words of English, which show that a text is English: "the", "which". Most are no words of the languages that
/// documentation is localised into.
package enum FunctionWords {
    /// Whether a word is a function word.
    static func contains(_ word: ArraySlice<UInt8>) -> Bool {
        guard (2...7).contains(word.count) else { return false }
        return hashes.contains(WordHash(word).value)
    }

    package static func contains(hash: UInt32) -> Bool { all.contains(hash) }

    /// A set of hashes that rejects most other hashes in a few instructions: it has one bit for each of 4,096 groups of
    /// hashes. The memory is never changed or freed, so a lexer can keep the pointer.
    package struct Filter: @unchecked Sendable {
        private let bits: UnsafePointer<UInt64>
        private let hashes: Set<UInt32>

        init(_ hashes: Set<UInt32>) {
            self.hashes = hashes
            let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: 64)
            bits.initialize(repeating: 0, count: 64)
            for hash in hashes { bits[Int(hash >> 6 & 63)] |= 1 << UInt64(hash & 63) }
            self.bits = UnsafePointer(bits)
        }

        @inline(__always)
        func contains(_ hash: UInt32) -> Bool {
            bits[Int(hash >> 6 & 63)] >> UInt64(hash & 63) & 1 == 1 && hashes.contains(hash)
        }
    }

    /// The function words that are no words of a language.
    static func filter(for language: Language) -> Filter { filters[language.code] ?? all }

    /// The function words that are words of a language, too.
    package static func shared(with language: Language) -> Set<UInt32> { shared[language.code] ?? [] }

    private static let all = Filter(hashes)
    private static let filters = shared.mapValues { Filter(hashes.subtracting($0)) }

    private static let shared: [String: Set<UInt32>] = [
        "de": ["in", "an", "am", "not", "also", "her", "into"], "fr": ["on", "an", "as", "or", "if"],
        "es": ["as", "has", "he", "me"], "it": ["in", "an", "do"],
        "nl": ["in", "of", "is", "we", "had", "been", "have", "an"], "pt": ["as", "has", "an", "do"],
        "da": ["for", "at", "by", "as", "into"], "nb": ["for", "at", "by", "as"], "sv": ["for", "at", "by"],
        "pl": ["by", "on", "to", "do"], "cs": ["by", "on", "to", "do"], "sk": ["by", "on", "to"], "hr": ["to", "do"],
        "fi": ["on"], "ca": ["has", "an"], "ro": ["are", "an"], "hu": ["is", "be", "if"], "tr": ["on", "an", "at"],
        "id": ["an"],
    ].mapValues { Set($0.map(Token.hash(of:))) }

    /// Whether a word is neither a word of another language nor part of a name.
    package static func isUnambiguous(hash: UInt32) -> Bool { unambiguous.contains(hash) }

    private static let unambiguous = Set(
        [
            "the", "of", "and", "to", "is", "are", "you", "your", "with", "that", "this", "how", "from", "can", "when",
            "which", "it",
        ]
        .map(Token.hash(of:)))

    private static let hashes = Set(words.map(Token.hash(of:)))

    private static let words = [
        "the", "of", "and", "to", "is", "are", "you", "your", "with", "for", "this", "that", "these", "those", "from",
        "when", "if", "can", "which", "be", "by", "it", "its", "has", "have", "had", "does", "should", "would", "could",
        "their", "they", "there", "been", "then", "than", "into", "how", "who", "where", "what", "why", "using", "only",
        "other", "any", "each", "between", "before", "because", "about", "such", "both", "while", "without", "within",
        "must", "may", "not", "we", "our", "them", "also", "more", "or", "at", "as", "an", "in", "on",
    ]
}
