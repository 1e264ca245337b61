import Bitext
import ParsedBitext

/// A negation that one half of a short sentence has alone, found by the words of both languages, without a lexicon.
///
/// It is only looked for where both halves are plain: the source commands, or says what is possible, needed, supported or available,
/// and has no word that another language may say with a negation ("only", "keep", "unless"). The target has the negation of just that
/// ("nie można", 无法). Of 1.3 million pairs in fifteen languages (those that the lexicons are learned from, December 2026), the
/// targets of 15 had one: 12 of them said the opposite, and the other three were items of a list whose lead-in negates.
struct PlainNegation {
    /// The words of the target's language.
    private let words: NegationWords

    /// Nil for a language without a list.
    init?(_ language: Language) {
        guard let words = NegationWords.byLanguage[language.code] else { return nil }
        self.words = words
    }

    /// The negation that one half of a pair has alone, and that half.
    func find(in pair: SegmentPair) -> (side: Side, range: TextRange)? {
        guard Self.mayBePlain(pair), let source = PlainSentence(pair, .source) else { return nil }
        let (negations, place) = (negations(of: source), prohibition(in: source))
        // The target is only read where the source has something that it can negate or lose.
        guard !negations.isEmpty || place != nil, let target = PlainSentence(pair, .target) else { return nil }
        if let added = target.range(of: negations), !source.hasReason(from: 0) { return (.target, added) }
        return place.flatMap { target.range(of: words.negations) == nil ? (.source, $0) : nil }
    }

    /// What would negate the sentence in the target's language.
    private func negations(of source: PlainSentence) -> [WordPattern] {
        var negations: [WordPattern] = []
        if Self.verbs.contains(source.words[0].text) { negations += words.prohibitions }
        if source.contains(Self.possible) { negations += words.cannot }
        if source.contains(Self.needed) { negations += words.needless }
        if source.contains(Self.supported) { negations += words.unsupported }
        if source.contains(Self.available) { negations += words.unavailable }
        if source.words[0].text == "with" { negations += words.without }
        return negations
    }

    /// The words by which the source forbids something, if a target without a negation has lost them.
    private func prohibition(in source: PlainSentence) -> TextRange? {
        guard !words.negations.isEmpty, source.words.count <= Self.maxWordsOfProhibition,
            let place = source.range(of: Self.prohibition),
            let verb = source.words.firstIndex(where: { $0.range.lowerBound >= place.upperBound }),
            Self.verbs.contains(source.words[verb].text), !source.hasReason(from: verb)
        else { return nil }
        return place
    }

    /// Whether the source of a pair is short and English, and has one of the words that are needed: most have not.
    private static func mayBePlain(_ pair: SegmentPair) -> Bool {
        guard (2...maxWords).contains(pair.tokenCount(.source)), pair.tokenized.sourceLanguage.code == "en" else {
            return false
        }
        let tokens = pair.tokens(.source)
        return tokens.first.map { beginnings.contains($0.hash) } ?? false || tokens.contains { clues.contains($0.hash) }
    }

    private static let maxWords = 14
    /// A longer prohibition can be said in many ways.
    private static let maxWordsOfProhibition = 9

    // MARK: English

    private static let possible: Set<String> = ["can", "may", "could", "able", "possible"]
    private static let needed: Set<String> = [
        "must", "require", "requires", "required", "need", "needs", "needed", "necessary", "mandatory",
        "should",
    ]
    private static let supported: Set<String> = ["support", "supports", "supported"]
    private static let available: Set<String> = ["available"]
    private static let prohibition = ["^ do not", "^ don t", "^ never"].map { WordPattern($0) }

    /// The hashes of the words one of which a source begins with, or has anywhere.
    private static let beginnings = hashes(verbs.union(["with", "do", "don", "never"]))
    private static let clues = hashes(possible.union(needed).union(supported).union(available))

    private static func hashes(_ words: Set<String>) -> Set<UInt32> { Set(words.map { Token.hash(of: $0) }) }

    /// The verbs by which commands begin. "Keep", "leave" and "let" are not among them: "keep it open" is "do not close it".
    private static let verbs = Set(
        """
        accept access add adjust allow apply approve assign attach boot browse build call cancel change check choose clean clear \
        click close configure confirm connect convert copy create customize define delete deploy disable disconnect download drag \
        edit enable enter expand export extend filter format give grant import include increase insert install join lower make \
        manage mark merge modify move name open paste pause perform place plug power press print provide publish push put raise \
        read reboot reduce refresh register release remove rename repeat replace report request reset resize restart restore resume \
        revoke run save scan schedule search select send set share show shut sign start stop store submit subscribe switch sync tap \
        test transfer transform turn type uninstall unlock update upgrade upload use validate verify view write
        """.split { " \n".contains($0) }.map(String.init))
}

/// The words of a half that is one sentence without parentheses.
private struct PlainSentence {
    let words: [(text: String, range: TextRange)]
    /// What a reader sees of it, and where that begins.
    private let text: ArraySlice<UInt8>
    private let isUnspaced: Bool

    init?(_ pair: SegmentPair, _ side: Side) {
        text = pair.text(side)
        guard text.count <= Self.maxLength, pair.tokenCount(side) > 0 else { return nil }
        guard Self.isOneSentence(text) else { return nil }
        words = pair.tokens(side).map { (pair.string($0.range, side).lowercased(), $0.range) }
        isUnspaced = side == .target && NegationWords.unspaced.contains(pair.language.code)
    }

    /// Whether nothing but the last sign ends a sentence, and that is no question mark. By scalars, because nearly all pairs are looked at.
    private static func isOneSentence(_ text: ArraySlice<UInt8>) -> Bool {
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        let end =
            scalars.lastIndex { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? scalars.startIndex
        var isStop = false
        for scalar in scalars[..<end] {
            if isEnd(scalar) || isStop && scalar == " " { return false }
            isStop = scalar == "."
        }
        return !scalars[end...].contains { ["?", "؟", "？"].contains($0) }
    }

    /// Whether one of some words is among its words.
    func contains(_ searched: Set<String>) -> Bool { words.contains { searched.contains($0.text) } }

    /// Whether one of its words from a place on is a reason to negate in another language.
    func hasReason(from place: Int) -> Bool {
        words[place...].contains { word in NegationWords.reasons.contains { $0.words[0].matches(word.text) } }
    }

    func range(of patterns: [WordPattern]) -> TextRange? { patterns.lazy.compactMap(range).first }

    /// Where it has the words of a pattern.
    func range(of pattern: WordPattern) -> TextRange? {
        if isUnspaced { return rangeInRun(of: pattern) }
        let count = pattern.words.count
        guard count > 0, count <= words.count else { return nil }
        let starts = pattern.isFirst ? 0...0 : 0...(words.count - count)
        for start in starts where !pattern.isLast || start + count == words.count {
            if zip(pattern.words, words[start...]).allSatisfy({ $0.matches($1.text) }) {
                return words[start].range.lowerBound..<words[start + count - 1].range.upperBound
            }
        }
        return nil
    }

    /// The same in a script without blanks, where a pattern is a stretch of characters.
    private func rangeInRun(of pattern: WordPattern) -> TextRange? {
        guard let first = words.first?.range.lowerBound.value else { return nil }
        let found =
            pattern.isFirst
            ? text[first...].starts(with: pattern.run) ? first : nil : text.firstPlace(of: pattern.run[...])?.lowerBound
        return found.map { TextOffset($0)..<TextOffset($0 + pattern.run.count) }
    }

    /// In bytes.
    private static let maxLength = 240
    /// Whether it ends a sentence or a part of it, or begins an aside.
    private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "!", "?", ";", ":", "(", "（", "。", "！", "？", "；", "：", "؟", "।", "\n": true
        default: false
        }
    }
}
