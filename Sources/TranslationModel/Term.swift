import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// A word as the lexicon counts it, and where it stands.
struct Term: Sendable {
    /// Equal for words that are one to the lexicon: the first seven letters of a word, a number's digits, a name or an
    /// identifier whole, two characters of a script without blanks.
    let hash: UInt32
    /// Where it stands in ``SideTokens/text``.
    let lower: Int32
    let upper: Int32
    let kind: Kind

    enum Kind: UInt8, Sendable {
        case word
        /// Two characters of a script without blanks.
        case bigram
        /// Stands in both languages alike: a number, a name, an identifier.
        case verbatim
    }

    var range: Range<Int> { Int(lower)..<Int(upper) }

    /// Its bytes; a bigram shares each of its two characters with a neighbour.
    var length: Float { kind == .bigram ? Float(upper - lower) / 2 : Float(upper - lower) }
}

/// Makes terms of tokens.
///
/// Scripts without blanks have no words to take; two neighbouring characters stand for one (overlapping bigrams, as in
/// information retrieval for Chinese and Japanese: Nie, Gao, Zhang, Zhou 2000), and a run of katakana, which spells one
/// borrowed word, is one term.
struct TermReader {
    /// More terms than any sentence has; what is behind them adds nothing to the score and would cost time.
    static let most = 256

    static func append(_ tokens: ArraySlice<Token>, of text: Bytes, to terms: inout [Term]) {
        let start = terms.count
        for token in tokens {
            if terms.count - start >= most { return }
            append(token, of: text, to: &terms)
        }
    }

    static func append(_ token: Token, of text: Bytes, to terms: inout [Term]) {
        switch token.kind {
        case .word:
            let first = text[token.range.values.lowerBound]
            // From U+3000 on, and Thai: scripts without blanks.
            if first >= 0xE3 || (first == 0xE0 && text[token.range.values.lowerBound + 1] >= 0xB8) {
                appendUnspaced(token, text, to: &terms)
            } else {
                terms.append(Term(hash: token.stem, lower: token.lower, upper: token.upper, kind: .word))
            }
        case .number:
            terms.append(
                Term(hash: digits(text, token.range.values), lower: token.lower, upper: token.upper, kind: .verbatim))
        default:
            terms.append(Term(hash: token.hash, lower: token.lower, upper: token.upper, kind: .verbatim))
        }
    }

    /// A number's digits, whatever stands between them.
    private static func digits(_ text: Bytes, _ range: Range<Int>) -> UInt32 {
        var hash = WordHash()
        for index in range where text[index].isASCIIDigit { hash.append(text[index]) }
        return hash.value
    }

    private enum Script { case kanji, katakana, hiragana, other }

    private static func appendUnspaced(_ token: Token, _ text: Bytes, to terms: inout [Term]) {
        var offset = token.range.values.lowerBound
        let end = token.range.values.upperBound
        while offset < end {
            // One run of one script.
            let start = offset
            let script = script(of: text.scalar(at: offset, end).value)
            var scalars: [(value: UInt32, offset: Int)] = []
            while offset < end {
                let (value, length) = text.scalar(at: offset, end)
                guard self.script(of: value) == script else { break }
                scalars.append((value, offset))
                offset += length
            }
            switch script {
            case .katakana:
                let hash = Self.hash(scalars.prefix(WordHash.stemLength))
                terms.append(Term(hash: hash, lower: Int32(start), upper: Int32(offset), kind: .word))
            default:
                if scalars.count == 1 {
                    // A single hiragana is a particle and says nothing.
                    if script == .hiragana { continue }
                    terms.append(
                        Term(
                            hash: Self.hash(scalars[...]), lower: Int32(start), upper: Int32(offset), kind: .word))
                }
                for index in scalars.indices.dropLast() {
                    let hash = Self.hash(scalars[index...index + 1])
                    let upper = index + 2 < scalars.count ? scalars[index + 2].offset : offset
                    terms.append(
                        Term(hash: hash, lower: Int32(scalars[index].offset), upper: Int32(upper), kind: .bigram))
                    if terms.count % Self.most == 0, scalars.count > 4 * Self.most { return }
                }
            }
        }
    }

    private static func hash(_ scalars: ArraySlice<(value: UInt32, offset: Int)>) -> UInt32 {
        var hash = WordHash()
        for scalar in scalars { hash.append(scalar.value) }
        return hash.value
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
