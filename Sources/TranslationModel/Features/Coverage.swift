import Bitext
import ParsedBitext

/// How much the two halves of a pair explain each other: for each term, the sum of its probabilities given the terms of the other
/// half.
struct Coverage {
    let source = Scratch<Float>(repeating: 0, count: TermReader.maxTerms)
    let target = Scratch<Float>(repeating: 0, count: TermReader.maxTerms)
    private let translations: TranslationTable
    private let page: TokenizedBitext
    /// Of the target's terms.
    private let places: FirstPlaces

    init(_ lexicon: Lexicon, _ page: TokenizedBitext) {
        translations = lexicon.translations
        self.page = page
        places = FirstPlaces(size: lexicon.targetSize)
    }

    /// Compares two halves of at most ``TermReader/maxTerms`` terms.
    func compare(_ left: Half, _ right: Half) {
        let probability = ByteProbability.probability
        let numbers = right.lazy.map { $0.number }
        places.set(numbers)
        for place in left.indices { source[place] = 0 }
        for place in right.indices { target[place] = 0 }
        for (place, term) in left.enumerated() {
            if term.isKnown {
                for index in translations.places(of: term.number) {
                    let link = translations.links[index]
                    guard let other = places[link.target] else { continue }
                    target[other] += probability[Int(link.forward)]
                    source[place] += probability[Int(link.backward)]
                }
            }
            if !term.marks.isDisjoint(with: .mayBeCopied), let (copy, probability) = copy(of: term, in: right) {
                source[place] = max(source[place], probability)
                target[copy] = max(target[copy], probability)
            }
        }
        // A term that is there twice is explained twice.
        for (place, number) in numbers.enumerated() where number >= 0 {
            if let first = places[number] { target[place] = max(target[place], target[first]) }
        }
        places.clear(numbers)
    }

    /// Adds to the halves that were compared last what the page says of their words that are not explained.
    func add(_ evidence: PageEvidence, of segment: Int, _ left: Half, _ right: Half) {
        let lefts = Self.unexplained(left, source)
        let rights = Self.unexplained(right, target).map { ($0, evidence.target[right[$0].hash]) }
        for one in lefts {
            let segments = evidence.source[left[one].hash]
            for (other, others) in rights {
                let share = evidence.share(segments, others, without: segment)
                source[one] = max(source[one], share)
                target[other] = max(target[other], share)
            }
        }
    }

    /// Adds to two sets the words that are not explained of the halves that were compared last.
    func addUnexplained(_ left: Half, _ right: Half, _ lefts: inout TermFilter, _ rights: inout TermFilter) {
        for place in Self.unexplained(left, source) { lefts.insert(left[place].hash) }
        for place in Self.unexplained(right, target) { rights.insert(right[place].hash) }
    }

    /// The places of the words that are explained by less than half, the first of them.
    private static func unexplained(_ half: Half, _ cover: Scratch<Float>) -> [Int] {
        Array(half.indices.lazy.filter { half[$0].kind != .verbatim && cover[$0] < 0.25 }.prefix(maxUnexplained))
    }

    /// More words without an explanation would only cost time.
    private static let maxUnexplained = 24

    /// The place in the target of a number, a name, or a word that no lexicon knows, or of its beginning; and how likely it is then.
    private func copy(of term: LexiconTerm, in right: Half) -> (place: Int, probability: Float)? {
        if let copy = right.firstIndex(where: { $0.hash == term.hash }) { return (copy, 0.9) }
        guard term.kind == .word, term.range.count >= 5 else { return nil }
        return right.firstIndex { !$0.isKnown && $0.kind == .word && beginAlike(term, $0) }.map { ($0, 0.5) }
    }

    /// Cognates: the same four letters at the beginning (Simard, Foster, Isabelle: Using cognates to align sentences in
    /// bilingual corpora, 1992).
    private func beginAlike(_ left: LexiconTerm, _ right: LexiconTerm) -> Bool {
        guard right.range.count >= 5 else { return false }
        return (0..<4).allSatisfy { offset in
            page.source.text[left.range.lowerBound + offset].asciiLowercased
                == page.target.text[right.range.lowerBound + offset].asciiLowercased
        }
    }
}
