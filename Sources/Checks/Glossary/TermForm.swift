import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// The target of a segment, as terms are looked for in it. Lent for the length of one call.
struct TermPlace {
    let tokens: Slice<UnsafeBufferPointer<Token>>
    /// The text of all segments, and this one's share.
    let text: Bytes
    let range: TextRange
    let inflection: Inflection
}

/// The targets of a term as they are looked for. A class, as it is looked at millions of times and never changes.
final class TermForms: Sendable {
    let required: [TermForm]
    let forbidden: [TermForm]
    /// For each token of the source term, whether it begins with a capital.
    let capitals: [Bool]
    /// The number of its locale in the glossary.
    let locale: Int

    init(_ term: Glossary.Term, locale: Int) {
        let language = Language(locale: term.locale ?? "")
        required = term.targets.map { TermForm($0, language) }
        forbidden = term.forbidden.map { TermForm($0, language) }
        capitals = Token.read(term.source, .english).map(\.isCapitalised)
        self.locale = locale
    }
}

/// A term of the target as it is looked for: its words, of which inflection changes the ends.
///
/// A required term is found leniently and a forbidden one strictly, as either error would be a false alarm.
final class TermForm: Sendable {
    /// How strictly a term is looked for.
    enum Strictness {
        /// The stems, in order, with up to three other words in between.
        case stems
        /// The stems, in order, whatever stands in between: "serveurs d'accès et de médiation" has a "serveur de médiation".
        case scatteredStems
        /// The words one behind the other, with an ending at most.
        case words
    }

    private let words: [Word]
    /// The words that carry the term: "nom domaine" of "nom de domaine".
    private let carriers: [Word]
    /// For languages that do not set words apart: the lower-case letters without blanks and hyphens.
    private let letters: [UInt32]
    private static let widestGap = 3

    init(_ written: String, _ language: Language) {
        let bytes = Array(written.utf8)
        let words = Token.read(written, language).map { Word(bytes[$0.range], $0) }
        self.words = words
        let long = words.filter { !$0.isShort }
        carriers = long.isEmpty ? words : long
        letters = written.unicodeScalars.map(\.value).filter { !Self.isSkipped($0) }.map(\.lowercased)
    }

    /// Where the term first stands from a place on.
    ///
    func first(
        in place: TermPlace, _ strictness: Strictness, from start: TextOffset = TextOffset(0)
    ) -> TextRange? {
        if place.inflection.isUnspaced {
            return firstLetters(
                in: max(start, place.range.lowerBound)..<place.range.upperBound, of: place.text, strictness)
        }
        let wanted = strictness == .words ? words : carriers
        guard let firstWord = wanted.first else { return nil }
        // Most terms stand as they are written.
        if wanted.count == 1, let token = place.tokens.first(where: { $0.hash == firstWord.hash }),
            token.range.lowerBound >= start, strictness != .words
        {
            return token.range
        }
        for index in place.tokens.indices
        where place.tokens[index].range.lowerBound >= start && firstWord.matches(place.tokens[index], place, strictness)
        {
            if let last = lastToken(of: wanted, in: place, from: index, strictness) {
                return place.tokens[index].range.lowerBound..<place.tokens[last].range.upperBound
            }
        }
        return nil
    }

    /// The token of the last word, where the first word stands at a token.
    private func lastToken(
        of wanted: [Word], in place: TermPlace, from first: Int, _ strictness: Strictness
    ) -> Int? {
        let tokens = place.tokens
        var last = first
        for word in wanted.dropFirst() {
            // A compound may hold the next word too.
            let start = strictness != .words && place.inflection.joinsWords ? last : last + 1
            let end: Int
            switch strictness {
            case .words: end = min(tokens.endIndex, last + 2)
            case .stems: end = min(tokens.endIndex, last + 2 + Self.widestGap)
            case .scatteredStems: end = tokens.endIndex
            }
            guard start < end,
                let next = (start..<end).first(where: { word.matches(tokens[$0], place, strictness) })
            else { return nil }
            if strictness == .words, !Token.stand(together: tokens[last], tokens[next], in: place.text) { return nil }
            last = next
        }
        return last
    }

    /// Whether one of some words may be the term's first one in another language.
    func hasCognate(in tokens: some Sequence<Token>, of text: Bytes) -> Bool {
        guard let word = carriers.first else { return false }
        return tokens.contains { word.isCognate($0.range.values, of: text) }
    }

    // MARK: Languages that do not set words apart

    private func firstLetters(in range: TextRange, of bytes: Bytes, _ strictness: Strictness) -> TextRange? {
        guard let first = letters.first else { return nil }
        let range = range.values
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = bytes.scalar(at: offset, range.upperBound)
            if scalar.lowercased == first, let end = endOfLetters(from: offset, range.upperBound, bytes),
                strictness != .words || !cutsWord(offset..<end, range, bytes)
            {
                return TextRange(offset..<end)
            }
            offset += length
        }
        return nil
    }

    private func endOfLetters(from start: Int, _ end: Int, _ bytes: Bytes) -> Int? {
        var offset = start
        var index = 0
        while index < letters.count {
            guard offset < end else { return nil }
            let (scalar, length) = bytes.scalar(at: offset, end)
            if scalar.lowercased == letters[index] {
                index += 1
            } else if !Self.isSkipped(scalar) {
                return nil
            }
            offset += length
        }
        return offset
    }

    /// "it" does not stand in "item".
    private func cutsWord(_ found: Range<Int>, _ range: Range<Int>, _ bytes: Bytes) -> Bool {
        (found.lowerBound > range.lowerBound && bytes[found.lowerBound].isASCIILetter
            && bytes[found.lowerBound - 1].isASCIIAlphanumeric)
            || (found.upperBound < range.upperBound && bytes[found.upperBound - 1].isASCIILetter
                && bytes[found.upperBound].isASCIIAlphanumeric)
    }

    /// Blanks, hyphens and the middle dot of katakana.
    private static func isSkipped(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20, 0x09, 0x0A, 0x0D, 0x2D, 0xA0, 0x200B, 0x2010, 0x2011, 0x202F, 0x3000, 0x30FB: true
        default: false
        }
    }
}

extension TermForm {
    /// A word of a term.
    struct Word: Sendable {
        let hash: UInt32
        private let letters: [UInt32]
        /// ``letters`` without their accents: plurals lose or gain some, as `Vorgang` and `Vorgänge`.
        private let plain: [UInt32]
        /// Numbers and identifiers have no endings.
        private let isInvariable: Bool

        init(_ written: ArraySlice<UInt8>, _ token: Token) {
            hash = token.hash
            letters = String(decoding: written, as: UTF8.self).unicodeScalars.map(\.value.lowercased)
            plain = letters.map(\.withoutAccent)
            isInvariable = token.kind != .word && token.kind != .name
        }

        /// Articles, prepositions and the like, which a term may lose or change: `nom de domaine`, `noms du domaine`.
        var isShort: Bool { letters.count <= 3 }

        @inline(__always)
        func matches(_ token: Token, _ place: TermPlace, _ strictness: Strictness) -> Bool {
            if token.hash == hash { return true }
            guard !isInvariable else { return false }
            return strictness == .words
                ? hasEnding(token.range.values, place.text) : hasStem(token.range.values, place.text, place.inflection)
        }

        /// Whether another word may be the same one in another language, as "conferencing" and "conférence" are.
        func isCognate(_ range: Range<Int>, of text: Bytes) -> Bool {
            plain.count >= 5 && end(of: plain, 5, in: range, text, withoutAccents: true) != nil
        }

        /// Whether a token is the word with one or two letters more. Short words take one that makes plurals only, as
        /// "port" is not in "porte".
        private func hasEnding(_ range: Range<Int>, _ bytes: Bytes) -> Bool {
            guard let end = end(of: letters, letters.count, in: range, bytes, withoutAccents: false) else {
                return false
            }
            let rest = range.upperBound - end
            if letters.count < 5 {
                return rest == 1 && (bytes[end] | 0x20 == UInt8(ascii: "s") || bytes[end] | 0x20 == UInt8(ascii: "x"))
            }
            // Two letters of any alphabet have four bytes at most, or two if they are Latin.
            return rest <= (bytes[range.lowerBound] < 0x80 ? 2 : 4)
        }

        private func hasStem(_ range: Range<Int>, _ bytes: Bytes, _ inflection: Inflection) -> Bool {
            let stem = inflection.stemLength(of: letters.count)
            if end(of: plain, stem, in: range, bytes, withoutAccents: true) != nil { return true }
            // Inside a compound; elsewhere behind a prefix, or where a link swallowed the blank in front of it.
            guard stem >= (inflection.joinsWords ? 3 : 5) else { return false }
            var offset = range.lowerBound + 1
            while offset < range.upperBound {
                if bytes[offset] & 0xC0 != 0x80,
                    end(of: plain, stem, in: offset..<range.upperBound, bytes, withoutAccents: true) != nil
                {
                    return true
                }
                offset += 1
            }
            return false
        }

        /// Behind the first `count` of the letters, where a stretch begins with them.
        private func end(
            of letters: [UInt32], _ count: Int, in range: Range<Int>, _ bytes: Bytes, withoutAccents: Bool
        ) -> Int? {
            var offset = range.lowerBound
            for index in 0..<count {
                guard offset < range.upperBound else { return nil }
                let (scalar, length) = bytes.scalar(at: offset, range.upperBound)
                let lower = scalar.lowercased
                guard (withoutAccents ? lower.withoutAccent : lower) == letters[index] else { return nil }
                offset += length
            }
            return offset
        }
    }
}

/// What a language does to the words of a term.
struct Inflection {
    /// Whether words are not set apart.
    let isUnspaced: Bool
    /// Whether words stand inside others: compounds, or articles and prepositions written as part of the word.
    let joinsWords: Bool
    private let isRich: Bool

    init(_ language: Language) {
        isUnspaced = language.isUnspaced
        joinsWords = Self.joinedWords.contains(language.code)
        isRich = Self.richInflection.contains(language.code)
    }

    /// How many letters of a word inflection leaves alone: 70%, four at least; where endings are rich, 60% and three.
    func stemLength(of letters: Int) -> Int {
        min(letters, isRich ? max(3, (letters * 6 + 9) / 10) : max(4, (letters * 7 + 9) / 10))
    }

    private static let richInflection: Set<String> = [
        "ru", "uk", "be", "bg", "pl", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "lt", "lv", "fi", "et", "hu", "el",
        "ro",
        "tr",
    ]

    private static let joinedWords: Set<String> = [
        "de", "nl", "sv", "da", "nb", "no", "nn", "is", "fi", "et", "hu", "he", "ar", "fa", "ur", "ko",
    ]
}

extension UInt32 {
    /// A lower-case letter of Latin-1 or Greek without its accent.
    fileprivate var withoutAccent: UInt32 {
        switch self {
        case 0xE0...0xE5: 0x61
        case 0xE7: 0x63
        case 0xE8...0xEB: 0x65
        case 0xEC...0xEF: 0x69
        case 0xF1: 0x6E
        case 0xF2...0xF6, 0x151: 0x6F
        case 0xF9...0xFC, 0x171: 0x75
        case 0x3AC: 0x3B1
        case 0x3AD: 0x3B5
        case 0x3AE: 0x3B7
        case 0x3AF: 0x3B9
        case 0x3CC: 0x3BF
        case 0x3CD: 0x3C5
        case 0x3CE: 0x3C9
        case 0x451: 0x435
        default: self
        }
    }
}
