import Bitext
import ParsedBitext

/// Finds the terms of a glossary in the tokens of a source.
///
/// A term is a sequence of tokens. The index has one hash for each sequence of first tokens of a term. A bitmap of
/// first tokens is tested before, as most tokens begin no term.
struct SourceTermIndex: Sendable {
    /// A place in a source that has one or more terms.
    struct Match {
        /// The indices of its tokens.
        let tokens: Range<Int>
        /// The numbers of the terms in scope that have these words.
        let terms: [Int]
    }

    private struct Node {
        /// The terms that end here.
        var terms: [Int] = []
        /// Whether a longer term begins with the same tokens.
        var hasContinuation = false
    }

    private var nodes: [UInt64: Node] = [:]
    /// A bitmap of the hashes of first tokens, by their lower 16 bits.
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
                    nodes[hash, default: Node()].hasContinuation = true
                } else if nodes[hash]?.terms.last != number {
                    nodes[hash, default: Node()].terms.append(number)
                }
            }
        }
    }

    /// The terms in the source of a segment. If terms overlap, the first and longest one is found.
    ///
    /// - Parameter isInScope: whether a term applies to the target's locale.
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
            guard index == start || Token.areAdjacent(tokens[index - 1], tokens[index], in: text) else { break }
            hash = Self.extend(hash, by: tokens[index])
            guard let node = nodes[hash] else { break }
            let terms = node.terms.allSatisfy(isInScope) ? node.terms : node.terms.filter(isInScope)
            if !terms.isEmpty { longest = Match(tokens: start..<index + 1, terms: terms) }
            guard node.hasContinuation else { break }
        }
        return longest
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func extend(_ hash: UInt64, by token: Token) -> UInt64 {
        let mixed = (hash ^ UInt64(token.hash)) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }

    /// The term as written, and guesses of its singular and plural.
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
