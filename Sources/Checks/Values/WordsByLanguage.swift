import Bitext
import ParsedBitext

/// Words of several languages with a meaning each, such as units.
///
/// A table is written as one string for each meaning and language: the words in lower case with blanks between them. A word that
/// ends in `*` stands for all words that begin with it.
struct WordsByLanguage<Meaning: Sendable>: Sendable {
    private struct Table: Sendable {
        var exact: [String: Meaning] = [:]
        /// The longest first.
        var prefixes: [(text: String, meaning: Meaning)] = []
    }

    private let tables: [String: Table]

    init(_ words: [(meaning: Meaning, languages: [String: String])]) {
        var tables: [String: Table] = [:]
        for (meaning, languages) in words {
            for (language, list) in languages {
                for word in list.split(separator: " ") {
                    if word.last == "*" {
                        tables[language, default: Table()].prefixes.append((String(word.dropLast()), meaning))
                    } else {
                        tables[language, default: Table()].exact[String(word)] = meaning
                    }
                }
            }
        }
        for language in tables.keys {
            tables[language]?.prefixes.sort { $0.text.utf8.count > $1.text.utf8.count }
        }
        self.tables = tables
    }

    func has(_ language: Language) -> Bool { tables[language.code] != nil }

    /// The words of a language that stand for themselves only.
    func words(of language: Language) -> [String] { tables[language.code].map { Array($0.exact.keys) } ?? [] }

    /// The meaning of a word, and how many bytes of it the word of the table has.
    ///
    /// - Parameter word: a whole word; where a language has no blanks between words or glues particles to them, the text from the
    ///   word on.
    func meaning(of word: Word, in language: Language) -> (meaning: Meaning, length: Int)? {
        guard let table = tables[language.code] else { return nil }
        if let meaning = table.exact[word.text] { return (meaning, word.length) }
        guard let found = table.prefixes.first(where: { word.text.hasPrefix($0.text) }) else { return nil }
        return (found.meaning, word.isWhole ? word.length : found.text.utf8.count)
    }
}

/// The word after a number.
struct Word {
    /// As written.
    let written: String
    /// In lower case.
    let text: String
    /// How many bytes of the page it has.
    let length: Int
    /// Whether it is a whole word, and not a part of a text without blanks.
    let isWhole: Bool

    /// Reads the word at the beginning of a text: letters of an alphabet up to another script, or some characters of a text
    /// without blanks or with particles (Chinese, Japanese, Korean, Thai).
    init?(_ text: ArraySlice<UInt8>) {
        let bytes = text.prefix(Self.maxLength)
        let (length, isWhole) = bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            var isWhole = true
            while index < bytes.count {
                let (scalar, length) = bytes.scalar(at: index, bytes.count)
                let isLetter =
                    scalar < 0x80
                    ? bytes[index].isASCIILetter
                    : ScalarClass.of(scalar) == .letter || Self.isMark(scalar)
                guard isLetter, scalar != 0xFFFD else { break }
                // Hangul, and scripts without blanks.
                let isGlued = scalar.isUnspacedLetter || (0xAC00...0xD7A3).contains(scalar)
                if index == 0 { isWhole = !isGlued } else if isGlued == isWhole { break }
                index += length
            }
            return (index, isWhole)
        }
        guard length > 0 else { return nil }
        written = String(decoding: bytes.prefix(length), as: UTF8.self)
        self.text = written.lowercased()
        self.length = length
        self.isWhole = isWhole
    }

    private static func isMark(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) }

    /// In bytes. No word of a table is longer.
    private static let maxLength = 48
}
