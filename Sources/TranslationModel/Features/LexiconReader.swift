import Bitext
import ParsedBitext

/// Compares the halves of a page's pairs by the words of a lexicon.
final class LexiconReader: PairReader {
    let page: TokenizedBitext
    private let lengths: LengthModel
    private let source: SideTerms
    private let target: SideTerms
    let coverage: Coverage

    init(_ page: TokenizedBitext, _ lexicon: Lexicon) {
        self.page = page
        lengths = lexicon.lengths
        source = SideTerms(page.source, lexicon.sourceTerms)
        target = SideTerms(page.target, lexicon.targetTerms)
        coverage = Coverage(lexicon, page)
    }

    /// Lends the source's terms of one segment and the target's of the same, or of another.
    func withHalves<Result>(_ source: Int, _ target: Int, _ body: (Half, Half) -> Result) -> Result {
        self.source.withTerms(of: source) { left in self.target.withTerms(of: target) { body(left, $0) } }
    }

    func entries(_ segment: Int, _ side: Side) -> [LexiconTerm] {
        switch side {
        case .source: source.withTerms(of: segment) { Array($0) }
        case .target: target.withTerms(of: segment) { Array($0) }
        }
    }

    static func isSame(_ one: LexiconTerm, _ other: LexiconTerm) -> Bool { one.hash == other.hash }

    // MARK: Features

    func features(source: Int, target: Int) -> FeatureVector { withHalves(source, target, features) }

    /// The features of the source of one segment and the target of another, or a stretch of that target.
    func features(source: Int, target: Int, within stretch: TextRange?) -> FeatureVector {
        withHalves(source, target) { left, right in features(left, Self.part(of: right, within: stretch)) }
    }

    private static func part(of half: Half, within stretch: TextRange?) -> Half {
        guard let stretch else { return half }
        let first = half.firstIndex { $0.range.lowerBound >= stretch.lowerBound.value } ?? half.endIndex
        let end = half[first...].firstIndex { $0.range.upperBound > stretch.upperBound.value } ?? half.endIndex
        return Half(rebasing: half[first..<end])
    }

    func features(_ source: [LexiconTerm], _ target: [LexiconTerm]) -> FeatureVector {
        source.prefix(TermReader.maxTerms).withUnsafeBufferPointer { left in
            target.prefix(TermReader.maxTerms).withUnsafeBufferPointer { features(left, $0) }
        }
    }

    private func features(_ left: Half, _ right: Half) -> FeatureVector {
        var features = featuresWithoutSupport(left, right)
        addSupport(to: &features, left, right)
        return features
    }

    /// All features but the two that cost most, and that a pair which is clear does not need: the support of both halves.
    func featuresWithoutSupport(_ left: Half, _ right: Half) -> FeatureVector {
        coverage.compare(left, right)
        return featuresOfCoverage(left, right)
    }

    /// All features, with what the other segments of the page say of the words that the lexicon does not explain.
    func features(_ left: Half, _ right: Half, _ evidence: PageEvidence?, of segment: Int) -> FeatureVector {
        coverage.compare(left, right)
        if let evidence { coverage.add(evidence, of: segment, left, right) }
        var features = featuresOfCoverage(left, right)
        addSupport(to: &features, left, right)
        return features
    }

    /// What the page says of the words that the lexicon does not explain in some segments; nil where there are none on one side.
    func evidence(for segments: [Int]) -> PageEvidence? {
        var (source, target) = (TermFilter(), TermFilter())
        for segment in segments {
            withHalves(segment, segment) { left, right in
                coverage.compare(left, right)
                coverage.addUnexplained(left, right, &source, &target)
            }
        }
        return source.isEmpty || target.isEmpty ? nil : PageEvidence(page, source, target)
    }

    private func featuresOfCoverage(_ left: Half, _ right: Half) -> FeatureVector {
        let (one, other) = (HalfSummary(left, coverage.source), HalfSummary(right, coverage.target))
        var features = FeatureVector()
        features[.sourceCoverage] = one.coverage
        features[.targetCoverage] = other.coverage
        features[.sourceGap] = one.gap
        features[.targetGap] = other.gap
        features[.sourceRest] = one.rest
        features[.targetRest] = other.rest
        features[.sourceTerms] = Float(left.count)
        features[.targetTerms] = Float(right.count)
        features[.sourceVerbatimLost] = one.verbatimLost
        features[.targetVerbatimAdded] = other.verbatimLost
        features[.verbatimKept] = one.verbatimKept
        features[.unknown] = (one.unknown + other.unknown) / Float(max(1, left.count + right.count))
        features[.sourceHead] = one.head
        features[.sourceTail] = one.tail
        features[.targetHead] = other.head
        features[.targetTail] = other.tail
        features[.sentences] = other.sentences - one.sentences
        features[.parentheses] = other.parentheses - one.parentheses
        features[.end] = one.end - other.end
        features[.length] = lengths.surprise(source: one.length, target: other.length)
        return features
    }

    /// Adds the support of both halves, which must be those that were compared last.
    func addSupport(to features: inout FeatureVector, _ left: Half, _ right: Half) {
        features[.sourceSupport] = HalfSummary.support(left, coverage.source, others: right.count)
        features[.targetSupport] = HalfSummary.support(right, coverage.target, others: left.count)
    }

    // MARK: Other segments

    func likelihood(source: Int, target: Int) -> Float { likelihood(source: source, target: target, within: nil) }

    /// The log-likelihood ratio of the source of one segment and the target of another, or a stretch of that target.
    func likelihood(source: Int, target: Int, within stretch: TextRange?) -> Float {
        withHalves(source, target) { left, right in
            let right = Self.part(of: right, within: stretch)
            coverage.compare(left, right)
            return HalfSummary.support(left, coverage.source, others: right.count) * Float(left.count)
                + HalfSummary.support(right, coverage.target, others: left.count) * Float(right.count)
        }
    }

    /// A target that fits its own source fits another one only where both sources are nearly the same: titles that differ in one
    /// word.
    func mayFit(target segment: Int, source other: Int, own: PairScore) -> Bool {
        guard page.source.segments[other].tokens.count >= 2 else { return false }
        if let likelihood = own.likelihood, likelihood < Self.fitting * Float(own.termCount) { return true }
        return sharedWords(segment, other) > Self.similar
    }

    /// From how many nats for each term on a pair fits.
    private static let fitting: Float = 1.2
    /// How much of its words a source shares with one that is nearly the same.
    private static let similar: Float = 0.5

    /// How much of one source's words is in another source, by their letters, 0 to 1.
    private func sharedWords(_ one: Int, _ other: Int) -> Float {
        page.source.withBuffers { lent in
            let words = lent.tokens(of: page.source.segments[other]).prefix(TermReader.maxTerms)
            // A bit for each word, by its hash: a word without its bit is not there and need not be looked for.
            let bits = words.reduce(UInt64(0)) { $0 | 1 << UInt64($1.stem & 63) }
            var (shared, all) = (0, 1)
            for token in lent.tokens(of: page.source.segments[one]).prefix(TermReader.maxTerms) {
                all += token.range.values.count
                if bits >> UInt64(token.stem & 63) & 1 != 0, words.contains(where: { $0.stem == token.stem }) {
                    shared += token.range.values.count
                }
            }
            return Float(shared) / Float(all)
        }
    }

    // MARK: Places

    func gap(_ segment: Int, _ side: Side) -> Range<Int>? {
        withHalves(segment, segment) { left, right in
            coverage.compare(left, right)
            return side == .source ? gap(left, coverage.source) : gap(right, coverage.target)
        }
    }

    private func gap(_ half: Half, _ cover: Scratch<Float>) -> Range<Int>? {
        var stretch = LargestStretch()
        for (place, term) in half.enumerated() where term.isKnown || term.kind == .verbatim {
            let nats = ByteProbability.information[Int(term.rarity)]
            stretch.add(nats * HalfSummary.unexplained(HalfSummary.share(cover[place])), at: place)
        }
        guard let range = stretch.range, let first = range.first, let last = range.last else { return nil }
        return half[first].range.lowerBound..<half[last].range.upperBound
    }
}
