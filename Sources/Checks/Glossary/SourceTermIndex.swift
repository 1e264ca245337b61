import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Finds the terms of a glossary in the tokens of a source, the longest first.
///
/// A term is a sequence of the tokens' hashes; its beginnings are kept under one hash each. Most tokens begin no term,
/// and a bit for each first token says so.
struct SourceTermIndex: Sendable {
    /// Terms that stand in a segment's source.
    struct Match {
        /// Indices into the tokens.
        let tokens: Range<Int>
        /// Those terms of the same words that are in scope, by their numbers.
        let terms: [Int]
    }

    private struct Node {
        var terms: [Int] = []
        var goesOn = false
    }

    private var nodes: [UInt64: Node] = [:]
    /// One bit for the lower half of each first token's hash.
    private var firstTokens = [UInt64](repeating: 0, count: 1024)

    var isEmpty: Bool { nodes.isEmpty }

    /// Adds a term, in the singular and in the plural.
    mutating func add(_ term: String, as number: Int) {
        for form in Self.forms(of: term) {
            let tokens = Token.read(form, .english)
            guard let first = tokens.first else { continue }
            firstTokens[Int(first.hash >> 6 & 1023)] |= 1 << UInt64(first.hash & 63)
            var hash = Self.seed
            for (index, token) in tokens.enumerated() {
                hash = Self.extend(hash, by: token)
                if index + 1 < tokens.count {
                    nodes[hash, default: Node()].goesOn = true
                } else if nodes[hash]?.terms.last != number {
                    nodes[hash, default: Node()].terms.append(number)
                }
            }
        }
    }

    /// The terms in a segment's source. Where one stands in another, only the longer one is found.
    ///
    /// - Parameter isInScope: whether a term is for this page.
    func matches(in tokens: Slice<UnsafeBufferPointer<Token>>, of text: Bytes, isInScope: (Int) -> Bool) -> [Match] {
        var matches: [Match] = []
        var start = tokens.startIndex
        while start < tokens.endIndex {
            let first = tokens[start].hash
            guard firstTokens[Int(first >> 6 & 1023)] >> UInt64(first & 63) & 1 == 1 else {
                start += 1
                continue
            }
            let match = longestMatch(in: tokens, from: start, of: text, isInScope)
            start = match?.tokens.upperBound ?? start + 1
            if let match { matches.append(match) }
        }
        return matches
    }

    private func longestMatch(
        in tokens: Slice<UnsafeBufferPointer<Token>>, from start: Int, of text: Bytes, _ isInScope: (Int) -> Bool
    ) -> Match? {
        var longest: Match?
        var hash = Self.seed
        for index in start..<tokens.endIndex {
            guard index == start || Token.stand(together: tokens[index - 1], tokens[index], in: text) else { break }
            hash = Self.extend(hash, by: tokens[index])
            guard let node = nodes[hash] else { break }
            let terms = node.terms.allSatisfy(isInScope) ? node.terms : node.terms.filter(isInScope)
            if !terms.isEmpty { longest = Match(tokens: start..<index + 1, terms: terms) }
            guard node.goesOn else { break }
        }
        return longest
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func extend(_ hash: UInt64, by token: Token) -> UInt64 {
        let mixed = (hash ^ UInt64(token.hash)) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }

    /// The term as written, and in the other number.
    private static func forms(of term: String) -> [String] {
        guard let last = term.unicodeScalars.last, last.properties.isAlphabetic, last.isASCII else { return [term] }
        let lower = term.lowercased()
        var forms = [term, term + "s"]
        if ["s", "x", "z", "ch", "sh"].contains(where: lower.hasSuffix) { forms.append(term + "es") }
        if lower.hasSuffix("y") { forms.append(term.dropLast() + "ies") }
        if lower.hasSuffix("ies"), lower.utf8.count > 4 { forms.append(term.dropLast(3) + "y") }
        if ["ses", "xes", "zes", "ches", "shes"].contains(where: lower.hasSuffix) {
            forms.append(String(term.dropLast(2)))
        }
        if lower.hasSuffix("s"), !["ss", "us", "is"].contains(where: lower.hasSuffix) {
            forms.append(String(term.dropLast()))
        }
        return forms
    }
}

extension Token {
    /// The tokens of a text by itself.
    static func read(_ text: String, _ language: Language) -> [Token] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes, 0..<bytes.count, language)
            return lexer.tokens()
        }
    }

    /// Whether nothing but blanks, hyphens, apostrophes and the like stands between two tokens, so that both can belong
    /// to one term.
    static func stand(together left: Token, _ right: Token, in text: Bytes) -> Bool {
        let gap = left.range.upperBound..<max(left.range.upperBound, right.range.lowerBound)
        guard gap.count <= 16 else { return false }
        return gap.allSatisfy { index in
            switch text[index] {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "&"):
                true
            // The bytes of U+00A0, U+2010, U+2011, U+2019 and U+202F.
            case 0xC2, 0xA0, 0xE2, 0x80, 0x90, 0x91, 0x99, 0xAF: true
            default: false
            }
        }
    }
}
