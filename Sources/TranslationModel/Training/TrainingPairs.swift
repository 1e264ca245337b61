import Bitext
import ParsedBitext

/// The sentence pairs that a lexicon is learned from, as numbers: no text is kept.
package struct TrainingPairs: Sendable {
    /// The terms of one side.
    struct Terms: Sendable {
        /// The terms of all sentences, by their numbers.
        private(set) var numbers: [UInt32] = []
        /// Where each sentence begins in ``numbers``, and where the last one ends.
        private(set) var starts = [0]
        /// The hash of each number's term.
        private(set) var hashes: [UInt32] = []
        private var numbersByHash: [UInt32: UInt32] = [:]

        fileprivate mutating func append(_ sentence: [Term]) {
            for term in sentence {
                let number = numbersByHash[term.hash] ?? UInt32(hashes.count)
                if number == hashes.count {
                    numbersByHash[term.hash] = number
                    hashes.append(term.hash)
                }
                numbers.append(number)
            }
            starts.append(numbers.count)
        }
    }

    private(set) var source = Terms()
    private(set) var target = Terms()
    /// How long the halves are, in bytes of words.
    private(set) var lengths: [(source: Float, target: Float)] = []
    private var seen: Set<UInt64> = []
    private let hash = TextPairHash()

    package init() {}

    /// How many different pairs there are.
    package var count: Int { lengths.count }

    /// Takes the pairs of a page: those with two different halves, each pair of texts once over all pages.
    package mutating func add(_ page: TokenizedBitext) {
        for index in page.contents.indices {
            let contents = page.contents[index]
            guard contents.contains(.isPaired), !contents.contains(.isSame) else { continue }
            let pair = SegmentPair(page, index: index)
            guard seen.insert(hash(pair.markdown(.source), pair.markdown(.target))).inserted else { continue }
            add(pair.tokens(.source), of: page.source.text, pair.tokens(.target), of: page.target.text)
        }
    }

    /// Takes one pair of plain texts.
    package mutating func add(source: String, target: String, language: Language) {
        let (left, right) = (Array(source.utf8), Array(target.utf8))
        guard left != right, seen.insert(hash(left[...], right[...])).inserted else { return }
        add(Self.tokens(left, .english)[...], of: left, Self.tokens(right, language)[...], of: right)
    }

    private static func tokens(_ text: [UInt8], _ language: Language) -> [Token] {
        text.withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes, 0..<bytes.count, language)
            return lexer.tokens()
        }
    }

    private mutating func add(
        _ source: ArraySlice<Token>, of sourceText: [UInt8], _ target: ArraySlice<Token>, of targetText: [UInt8]
    ) {
        let left = sourceText.withUnsafeBufferPointer { TermReader.terms(of: source, in: $0) }
        let right = targetText.withUnsafeBufferPointer { TermReader.terms(of: target, in: $0) }
        guard !left.isEmpty, !right.isEmpty else { return }
        lengths.append((left.reduce(0) { $0 + $1.length }, right.reduce(0) { $0 + $1.length }))
        self.source.append(left)
        self.target.append(right)
    }
}
