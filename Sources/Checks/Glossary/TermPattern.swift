import Bitext
import ParsedBitext

/// The target of a segment to search. Valid during one call only.
struct SearchedTarget {
    let tokens: Slice<UnsafeBufferPointer<Token>>
    /// The text of all segments.
    let text: Bytes
    /// The range of this segment in ``text``.
    let range: TextRange
    let inflection: Inflection
}

/// The patterns of one term's targets. A class, so that millions of uses copy no arrays.
final class TermPatterns: Sendable {
    let required: [TermPattern]
    let forbidden: [TermPattern]
    /// For each token of the source term, whether it begins with a capital.
    let capitals: [Bool]
    /// The number of its locale in the glossary.
    let locale: Int

    init(_ term: Glossary.Term, locale: Int) {
        let language = Language(locale: term.locale ?? "")
        required = term.targets.map { TermPattern($0, language) }
        forbidden = term.forbidden.map { TermPattern($0, language) }
        capitals = Token.read(term.source, .english).map(\.isCapitalised)
        self.locale = locale
    }
}

/// A pattern that finds a term in a target, in any inflected form.
///
/// Required terms are searched with `stems` and forbidden ones with `words`, to avoid false alarms of both kinds.
final class TermPattern: Sendable {
    /// How strictly to compare.
    enum Strictness {
        /// The stems, in order, with up to three other words in between.
        case stems
        /// The stems, in order, with any words in between: "serveurs d'accès et de médiation" has a "serveur de
        /// médiation".
        case scatteredStems
        /// Adjacent words, with at most an ending added.
        case words
    }

    private let words: [Word]
    /// The longer words: "nom domaine" of "nom de domaine".
    private let mainWords: [Word]
    /// For languages without spaces between words: the lower-case letters without spaces and hyphens.
    private let letters: [UInt32]
    private static let maxGap = 3

    init(_ written: String, _ language: Language) {
        let bytes = Array(written.utf8)
        let words = Token.read(written, language).map { Word(bytes[$0.range], $0) }
        self.words = words
        let long = words.filter { !$0.isShort }
        mainWords = long.isEmpty ? words : long
        letters = written.unicodeScalars.map(\.value).filter { !Self.isSkipped($0) }.map(\.lowercased)
    }

    /// The first occurrence of the term from an offset on.
    func first(
        in target: SearchedTarget, _ strictness: Strictness, from start: TextOffset = TextOffset(0)
    ) -> TextRange? {
        if target.inflection.isUnspaced {
            return firstLetters(
                in: max(start, target.range.lowerBound)..<target.range.upperBound, of: target.text, strictness)
        }
        let wanted = strictness == .words ? words : mainWords
        guard let firstWord = wanted.first else { return nil }
        // The fast path: most terms have one word and are not inflected.
        if wanted.count == 1, let token = target.tokens.first(where: { $0.hash == firstWord.hash }),
            token.range.lowerBound >= start, strictness != .words
        {
            return token.range
        }
        for index in target.tokens.indices {
            let token = target.tokens[index]
            guard token.range.lowerBound >= start, firstWord.matches(token, target, strictness) else { continue }
            if let last = lastToken(of: wanted, in: target, from: index, strictness) {
                return token.range.lowerBound..<target.tokens[last].range.upperBound
            }
        }
        return nil
    }

    /// The index of the token that the last word matches, if the first word matches at `first`.
    private func lastToken(
        of wanted: [Word], in target: SearchedTarget, from first: Int, _ strictness: Strictness
    ) -> Int? {
        let tokens = target.tokens
        var last = first
        for word in wanted.dropFirst() {
            // A compound can contain the next word, too.
            let start = strictness != .words && target.inflection.joinsWords ? last : last + 1
            let end: Int
            switch strictness {
            case .words: end = min(tokens.endIndex, last + 2)
            case .stems: end = min(tokens.endIndex, last + 2 + Self.maxGap)
            case .scatteredStems: end = tokens.endIndex
            }
            guard start < end,
                let next = (start..<end).first(where: { word.matches(tokens[$0], target, strictness) })
            else { return nil }
            if strictness == .words, !Token.areAdjacent(tokens[last], tokens[next], in: target.text) { return nil }
            last = next
        }
        return last
    }

    /// Whether a token may be the first main word in another language.
    func hasCognate(in tokens: some Sequence<Token>, of text: Bytes) -> Bool {
        guard let word = mainWords.first else { return false }
        return tokens.contains { word.isCognate($0.range.values, of: text) }
    }

    // MARK: Languages without spaces between words

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

    /// Whether a match begins or ends inside a Latin word: "item" does not contain the word "it".
    private func cutsWord(_ found: Range<Int>, _ range: Range<Int>, _ bytes: Bytes) -> Bool {
        (found.lowerBound > range.lowerBound && bytes[found.lowerBound].isASCIILetter
            && bytes[found.lowerBound - 1].isASCIIAlphanumeric)
            || (found.upperBound < range.upperBound && bytes[found.upperBound - 1].isASCIILetter
                && bytes[found.upperBound].isASCIIAlphanumeric)
    }

    /// Spaces, hyphens and the middle dot of katakana.
    private static func isSkipped(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20, 0x09, 0x0A, 0x0D, 0x2D, 0xA0, 0x200B, 0x2010, 0x2011, 0x202F, 0x3000, 0x30FB: true
        default: false
        }
    }
}

extension TermPattern {
    /// A word of a term.
    struct Word: Sendable {
        let hash: UInt32
        private let letters: [UInt32]
        /// ``letters`` without accents, as plurals can change them: `Vorgang`, `Vorgänge`.
        private let unaccented: [UInt32]
        /// Numbers and identifiers have no endings.
        private let isInvariable: Bool

        init(_ written: ArraySlice<UInt8>, _ token: Token) {
            hash = token.hash
            letters = String(decoding: written, as: UTF8.self).unicodeScalars.map(\.value.lowercased)
            unaccented = letters.map(\.withoutAccent)
            isInvariable = token.kind != .word && token.kind != .name
        }

        /// Whether it is probably an article or a preposition, which can change: `nom de domaine`, `noms du domaine`.
        var isShort: Bool { letters.count <= 3 }

        @inline(__always)
        func matches(_ token: Token, _ target: SearchedTarget, _ strictness: Strictness) -> Bool {
            if token.hash == hash { return true }
            guard !isInvariable else { return false }
            return strictness == .words
                ? hasEnding(token.range.values, target.text)
                : hasStem(token.range.values, target.text, target.inflection)
        }

        /// Whether another word begins with the same letters, as "conférence" and "conferencing" do.
        func isCognate(_ range: Range<Int>, of text: Bytes) -> Bool {
            unaccented.count >= 5 && end(of: unaccented, 5, in: range, text, withoutAccents: true) != nil
        }

        /// Whether a token is the word with one or two letters added. Short words can add only an "s" or "x", as
        /// "porte" is not a form of "port".
        private func hasEnding(_ range: Range<Int>, _ bytes: Bytes) -> Bool {
            guard let end = end(of: letters, letters.count, in: range, bytes, withoutAccents: false) else {
                return false
            }
            let rest = range.upperBound - end
            if letters.count < 5 {
                return rest == 1 && (bytes[end] | 0x20 == UInt8(ascii: "s") || bytes[end] | 0x20 == UInt8(ascii: "x"))
            }
            // Two letters have two bytes in Latin text and at most four in other alphabets.
            return rest <= (bytes[range.lowerBound] < 0x80 ? 2 : 4)
        }

        private func hasStem(_ range: Range<Int>, _ bytes: Bytes, _ inflection: Inflection) -> Bool {
            let stem = inflection.stemLength(of: letters.count)
            if end(of: unaccented, stem, in: range, bytes, withoutAccents: true) != nil { return true }
            // Inside a compound, after a prefix, or after a missing space.
            guard stem >= (inflection.joinsWords ? 3 : 5) else { return false }
            var offset = range.lowerBound + 1
            while offset < range.upperBound {
                if bytes[offset] & 0xC0 != 0x80,
                    end(of: unaccented, stem, in: offset..<range.upperBound, bytes, withoutAccents: true) != nil
                {
                    return true
                }
                offset += 1
            }
            return false
        }

        /// The end of the first `count` letters, if a range begins with them.
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
