import Bitext
import ParsedBitext

/// Makes terms of tokens.
///
/// Scripts without spaces have no words to take. Two neighbouring characters are one term (overlapping bigrams, as in information
/// retrieval for Chinese and Japanese: Nie, Gao, Zhang, Zhou 2000). A run of katakana, which spells one borrowed word, is one
/// term.
enum TermReader {
    /// The most terms that are read of one segment. No sentence has so many, and a longer text would only cost time.
    static let maxTerms = 256

    /// The one term of a token; nil for a word of a script without spaces (``forEachUnspacedTerm(of:in:_:)``).
    @inline(__always)
    static func term(of token: Token, in text: Bytes) -> Term? {
        let hash: UInt32
        switch token.kind {
        case .word:
            if isUnspaced(token, in: text) { return nil }
            hash = token.stem
        case .number: hash = digits(in: text, token.range.values).hash
        default: hash = token.hash
        }
        return Term(
            hash: hash, lower: token.lower, upper: token.upper, kind: token.kind == .word ? .word : .verbatim)
    }

    /// The terms of a half, at most ``maxTerms`` and the rest of the last token's.
    static func terms(of tokens: some Sequence<Token>, in text: Bytes) -> [Term] {
        var terms: [Term] = []
        for token in tokens where terms.count < maxTerms {
            if let term = term(of: token, in: text) {
                terms.append(term)
            } else {
                forEachUnspacedTerm(of: token, in: text) { terms.append($0) }
            }
        }
        return terms
    }

    /// Whether a word is a run of characters of a script without spaces: from U+3000 on, or Thai and its neighbours.
    static func isUnspaced(_ word: Token, in text: Bytes) -> Bool {
        let first = text[word.range.values.lowerBound]
        return first >= 0xE3 || (first == 0xE0 && text[word.range.values.lowerBound + 1] >= 0xB8)
    }

    /// The digits of a number, without its separators.
    static func digits(in text: Bytes, _ range: Range<Int>) -> (hash: UInt32, count: Int) {
        var hash = WordHash()
        var count = 0
        for offset in range where text[offset].isASCIIDigit {
            hash.append(text[offset])
            count += 1
        }
        return (hash.value, count)
    }

    // MARK: Scripts without spaces

    private enum Script { case kanji, katakana, hiragana, other }

    /// Calls `body` with each term of a run of characters without spaces, at most ``maxTerms``.
    @inline(__always)
    static func forEachUnspacedTerm(of token: Token, in text: Bytes, _ body: (Term) -> Void) {
        let end = token.range.values.upperBound
        var offset = token.range.values.lowerBound
        var count = 0
        while offset < end, count < maxTerms {
            // One run of characters of the same script.
            let run = offset
            var (scalar, length) = text.scalar(at: offset, end)
            let script = script(of: scalar)
            var letters = 0
            var hash = WordHash()
            repeat {
                if script == .katakana {
                    if letters < WordHash.stemLength { hash.append(scalar) }
                } else {
                    hash = WordHash()
                    hash.append(scalar)
                }
                letters += 1
                offset += length
                guard offset < end else { break }
                let previous = offset - length
                (scalar, length) = text.scalar(at: offset, end)
                guard self.script(of: scalar) == script else { break }
                if script != .katakana {
                    // The hash of the character before it goes on.
                    hash.append(scalar)
                    body(
                        Term(
                            hash: hash.value, lower: Int32(previous), upper: Int32(offset + length), kind: .bigram))
                    count += 1
                }
            } while count < maxTerms
            // A single hiragana is a particle and says nothing.
            if script == .katakana || (letters == 1 && script != .hiragana) {
                body(Term(hash: hash.value, lower: Int32(run), upper: Int32(offset), kind: .word))
                count += 1
            }
        }
    }

    private static func script(of scalar: UInt32) -> Script {
        switch scalar {
        case 0x30A0...0x30FF, 0xFF66...0xFF9F: .katakana
        case 0x3040...0x309F: .hiragana
        case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .kanji
        default: .other
        }
    }
}
