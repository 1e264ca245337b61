import Bitext
import ParsedBitext

/// Compares the halves of pairs by what needs no dictionary: numbers, names, code, links and cognates, the length, the number
/// of sentences and parentheses.
///
/// How much each of them means is counted on the page itself (``AlikeCounts``). The classifiers were trained on pages of
/// several languages.
final class AlikeReader: PairReader {
    let page: TokenizedBitext
    /// The terms of each segment's halves; empty for pairs that are not complete, or have two equal halves.
    private let source: [[AlikeTerm]]
    private let target: [[AlikeTerm]]
    private let lengths: PageLengths
    private let places: FirstPlaces

    init(_ page: TokenizedBitext, _ lexicon: Lexicon) {
        self.page = page
        var counts = AlikeCounts()
        var (source, target): ([[AlikeTerm]], [[AlikeTerm]]) = ([], [])
        var (left, right) = (AlikeTermReader(page, .source), AlikeTermReader(page, .target))
        for segment in page.contents.indices {
            let contents = page.contents[segment]
            let isCounted = contents.contains(.isPaired) && !contents.contains(.isSame)
            source.append(isCounted ? left.terms(of: segment) : [])
            target.append(isCounted ? right.terms(of: segment) : [])
            if !source[segment].isEmpty || !target[segment].isEmpty {
                counts.add(segment, &source[segment], &target[segment])
            }
        }
        for segment in page.contents.indices {
            for place in source[segment].indices { counts.weigh(&source[segment][place], isSource: true) }
            for place in target[segment].indices { counts.weigh(&target[segment][place], isSource: false) }
        }
        lengths = PageLengths(zip(source, target), isLatin: page.target.isMostlyASCII, usual: lexicon.lengths)
        places = FirstPlaces(size: counts.size)
        (self.source, self.target) = (source, target)
    }

    /// How long the halves of each pair are, as far as they have any terms.
    var pairLengths: [(source: Float, target: Float)] { lengths.pairs }
    /// The median of the logarithm of the ratio of target to source; nil where no pair is long enough.
    var measuredLength: Float? { lengths.median }

    func entries(_ segment: Int, _ side: Side) -> [AlikeTerm] { side == .source ? source[segment] : target[segment] }

    static func isSame(_ one: AlikeTerm, _ other: AlikeTerm) -> Bool {
        one.key == other.key && one.length == other.length
    }

    // MARK: Features

    func features(source: Int, target: Int) -> FeatureVector { features(self.source[source], self.target[target]) }

    func features(_ source: [AlikeTerm], _ target: [AlikeTerm]) -> FeatureVector {
        let (one, other) = (AlikeSummary(source, others: target, places), AlikeSummary(target, others: source, places))
        var features = FeatureVector()
        features[alike: .support] = max(one.found, other.found) - one.lost - other.lost
        features[alike: .sourceLost] = one.lost
        features[alike: .targetLost] = other.lost
        features[alike: .found] = one.found
        features[alike: .sourceGap] = one.gap
        features[alike: .targetGap] = other.gap
        features[alike: .sourceTailLost] = one.tailLost
        features[alike: .targetTailLost] = other.tailLost
        features[alike: .length] = lengths.model.surprise(source: one.length, target: other.length)
        features[alike: .sourceTerms] = Float(source.count)
        features[alike: .targetTerms] = Float(target.count)
        features[alike: .sourceVerbatimLost] = one.verbatimLost
        features[alike: .targetVerbatimAdded] = other.verbatimLost
        features[alike: .verbatimKept] = one.verbatimKept
        features[alike: .foundTail] = one.tailFound
        features[alike: .order] = one.matches > 0 ? one.distance / one.matches : -1
        features[alike: .expected] = one.expected
        features[alike: .targetExpected] = other.expected
        features[alike: .marks] = abs(one.emphasised - other.emphasised) + abs(one.colons - other.colons)
        features[alike: .sentences] = other.sentences - one.sentences
        features[alike: .parentheses] = other.parentheses - one.parentheses
        return features
    }

    // MARK: Neighbours

    func mayFit(target: Int, source segment: Int, own: PairScore) -> Bool { source[segment].count >= 2 }

    /// In nats. What is found counts once, though both halves have it.
    func likelihood(source: Int, target: Int) -> Float { Self.likelihood(features(source: source, target: target)) }

    static func likelihood(_ features: FeatureVector) -> Float {
        // Less than by a normal distribution: pairs that are too long do not say which other they belong to.
        let length = min(3, abs(features[alike: .length]))
        return features[alike: .support] - length * length / 4
    }

    // MARK: Places

    /// The stretch of a half that lost most.
    func gap(_ segment: Int, _ side: Side) -> Range<Int>? {
        let terms = entries(segment, side)
        let others = entries(segment, side.opposite).lazy.map(\.number)
        places.set(others)
        defer { places.clear(others) }
        var stretch = LargestStretch(above: Self.minGap)
        for (place, term) in terms.enumerated() {
            let isFound = term.number >= 0 && places[term.number] != nil
            stretch.add(isFound ? -term.found : term.lost, at: place)
        }
        guard let found = stretch.range, let first = found.first, let last = found.last else { return nil }
        let range = terms[first].range.lowerBound..<terms[last].range.upperBound
        return range.isEmpty ? nil : range
    }

    /// What a stretch must have lost, in nats, to be shown.
    private static let minGap: Float = 1
}
