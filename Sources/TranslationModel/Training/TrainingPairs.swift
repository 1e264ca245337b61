import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// The sentence pairs that a lexicon is learned from, as numbers: no text is kept.
public struct TrainingPairs: Sendable {
    /// The pairs' terms, one pair behind the other: vocabulary indices.
    private(set) var source: [UInt32] = []
    private(set) var target: [UInt32] = []
    /// Where each pair's terms begin.
    private(set) var sourceStarts: [Int] = [0]
    private(set) var targetStarts: [Int] = [0]
    private(set) var sourceVocabulary = VocabularyBuilder()
    private(set) var targetVocabulary = VocabularyBuilder()
    /// How long the halves are, in bytes of words.
    private(set) var lengths: [(source: Float, target: Float)] = []
    private var seen: Set<UInt64> = []
    private var terms: [Term] = []

    public init() {}

    /// How many different pairs there are.
    public var count: Int { sourceStarts.count - 1 }

    /// Takes the pairs of a page: those with two different halves, each pair of texts once over all pages.
    public mutating func add(_ page: TokenizedBitext) {
        for index in page.contents.indices {
            let contents = page.contents[index]
            guard contents.contains(.isPaired), !contents.contains(.isSame) else { continue }
            let pair = SegmentPair(page, index: index)
            var hash = KeyHash()
            for byte in pair.markdown(.source) { hash.add(byte) }
            hash.add(0)
            for byte in pair.markdown(.target) { hash.add(byte) }
            guard seen.insert(hash.value).inserted else { continue }
            add(
                source: pair.tokens(.source), page.source.text, target: pair.tokens(.target), page.target.text)
        }
    }

    /// Takes one pair of plain texts.
    public mutating func add(source: String, target: String, language: Language) {
        let (left, right) = (Array(source.utf8), Array(target.utf8))
        guard left != right, seen.insert(KeyHash.of(left + [0] + right)).inserted else { return }
        add(
            source: Self.tokens(left, .english)[...], left, target: Self.tokens(right, language)[...], right)
    }

    private static func tokens(_ text: [UInt8], _ language: Language) -> [Token] {
        text.withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes, 0..<bytes.count, language)
            return lexer.tokens()
        }
    }

    private mutating func add(
        source: ArraySlice<Token>, _ sourceText: [UInt8], target: ArraySlice<Token>, _ targetText: [UInt8]
    ) {
        guard !source.isEmpty, !target.isEmpty else { return }
        terms.removeAll(keepingCapacity: true)
        sourceText.withUnsafeBufferPointer { TermReader.append(source, of: $0, to: &terms) }
        let middle = terms.count
        targetText.withUnsafeBufferPointer { TermReader.append(target, of: $0, to: &terms) }
        guard middle > 0, terms.count > middle else { return }
        lengths.append(
            (terms[..<middle].reduce(0) { $0 + $1.length }, terms[middle...].reduce(0) { $0 + $1.length }))
        for term in terms[..<middle] { self.source.append(sourceVocabulary.count(term.hash)) }
        for term in terms[middle...] { self.target.append(targetVocabulary.count(term.hash)) }
        sourceStarts.append(self.source.count)
        targetStarts.append(self.target.count)
    }
}

/// Gives each term a number, and counts how often it was seen.
struct VocabularyBuilder: Sendable {
    private var indices: [UInt32: UInt32] = [:]
    private(set) var hashes: [UInt32] = []
    private(set) var counts: [UInt32] = []

    /// The term's number; it has been seen once more.
    mutating func count(_ hash: UInt32) -> UInt32 {
        if let index = indices[hash] {
            counts[Int(index)] += 1
            return index
        }
        let index = UInt32(hashes.count)
        indices[hash] = index
        hashes.append(hash)
        counts.append(1)
        return index
    }
}
