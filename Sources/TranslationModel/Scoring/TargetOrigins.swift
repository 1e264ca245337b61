import Bitext
import ParsedBitext

/// Finds where on the page a target comes from that does not fit its source, or what it adds: another segment's source that it
/// translates.
///
/// A free translation fits no source of its page well. A target that was put into the wrong segment fits another one, and that is
/// better evidence than any score of the pair alone. The limits were chosen on 2,100 pages of seven locales with one such target each,
/// and on the warnings of 85 repositories as they are.
struct TargetOrigins {
    private let reader: LexiconReader
    private let classifier: FaultClassifier
    /// How many bytes of a target translate one of a source: two in Russian.
    private let growth: Float
    /// The segments whose sources are compared, with or without a target of their own.
    private let sources: [Int]

    /// A target may come from elsewhere if it and its source have less than this in nats for each term.
    private static let maxOwnFit: Float = 0.3
    /// How much likelier the target must be with the other source than with its own: e⁵⁰ to one.
    private static let minGain: Float = 50
    /// How well these two must fit, in nats for each term.
    private static let minFit: Float = 0.5
    /// The log-odds of wrong content that they may have.
    private static let maxOdds: Float = 1
    /// How many terms they must have: names and labels of a few words can fit by chance.
    private static let minTerms = 15
    /// So many targets of a page, the most doubtful, are compared with all sources. The others have their score alone.
    private static let maxDoubtful = 8
    /// The margin of what is certain by its origin, so that it is preferred to what another lexicon says.
    fileprivate static let margin: Float = 10

    init(_ page: TokenizedBitext, _ reader: LexiconReader, _ lexicon: Lexicon) {
        self.reader = reader
        classifier = lexicon.classifiers[.content]
        growth = Float(Logarithm.exponential(Double(lexicon.lengths.mean)))
        sources = page.contents.indices.filter { page.source.segments[$0].tokens.count >= 3 }
    }

    /// Makes a warning of each segment whose target has its origin elsewhere on the page.
    ///
    /// - Parameter pairs: one for each score.
    func find(in scores: inout [ContentAlignment.Score?], of pairs: [PairScore?]) {
        for segment in doubtful(scores, pairs) {
            guard let score = scores[segment] else { continue }
            if !refersToAnother(segment), let origin = origin(of: segment, within: nil) {
                scores[segment] = score.certain(.content, stretch: nil, origin: origin)
            } else if score.isAddition, let origin = origin(of: segment, within: score.stretch),
                abs(origin - segment) > 1 || fits(pairs[origin])
            {
                // A neighbour's words that its own target lacks are no addition: two sentences were joined.
                scores[segment] = score.certain(.addition, stretch: score.stretch, origin: origin)
            }
        }
    }

    /// The segments whose target may come from elsewhere, the most doubtful first.
    private func doubtful(_ scores: [ContentAlignment.Score?], _ pairs: [PairScore?]) -> [Int] {
        let fits = scores.indices.compactMap { segment -> (fit: Float, segment: Int)? in
            guard let score = scores[segment], let fit = pairs[segment]?.fit, !score.isShift else { return nil }
            return fit < Self.maxOwnFit || score.isAddition ? (fit, segment) : nil
        }
        return fits.sorted { $0.fit < $1.fit }.prefix(Self.maxDoubtful).map(\.segment)
    }

    /// Whether a segment's target fits its source. A pair without a likelihood is clear.
    private func fits(_ pair: PairScore?) -> Bool {
        pair.map { ($0.fit ?? .infinity) >= Self.maxOwnFit } ?? false
    }

    /// Whether a source says by a word what another one says in full, and the target says it in full: "Yes, you can do that", "See the
    /// description of the column".
    private func refersToAnother(_ segment: Int) -> Bool {
        let source = reader.entries(segment, .source)
        guard source.count * 2 < reader.entries(segment, .target).count else { return false }
        return source.contains { Self.referring.contains($0.hash) }
    }

    private static let referring = Set(
        "yes no see same this that these those it them so too ditto likewise above below".split(
            separator: " "
        ).map { WordHash(stemOf: $0).value })

    /// The segment whose source a target translates, or a stretch of it, and whose own source does not say the same.
    private func origin(of segment: Int, within stretch: TextRange?) -> Int? {
        let own = reader.likelihood(source: segment, target: segment, within: stretch)
        var best = (likelihood: own + Self.minGain, segment: segment)
        for other in sources where other != segment && isAsLong(other, segment, stretch) {
            let likelihood = reader.likelihood(source: other, target: segment, within: stretch)
            if likelihood > best.likelihood { best = (likelihood, other) }
        }
        guard best.segment != segment else { return nil }
        let features = reader.features(source: best.segment, target: segment, within: stretch)
        let terms = features[.sourceTerms] + features[.targetTerms]
        let fits = terms >= Float(Self.minTerms) && best.likelihood > Self.minFit * terms
        return fits && classifier.logOdds(features) < Self.maxOdds ? best.segment : nil
    }

    /// Whether the length of a source is one that the target, or a stretch of it, can translate. The borders of a stretch are not certain.
    private func isAsLong(_ source: Int, _ target: Int, _ stretch: TextRange?) -> Bool {
        let length = stretch?.count ?? reader.page.target.segments[target].text.count
        let ratio = Float(length) / (Float(reader.page.source.segments[source].text.count) * growth)
        let most: Float = stretch == nil ? 2 : 3
        return ratio < most && 1 / ratio < most
    }
}

extension ContentAlignment.Score {
    fileprivate var isShift: Bool {
        if case .neighbour = fault { level > .none } else { false }
    }

    fileprivate var isAddition: Bool { level > .none && fault == .addition }

    fileprivate func certain(_ fault: Fault, stretch: TextRange?, origin: Int) -> Self {
        .init(
            odds: odds, fault: fault, level: .warning, margin: max(TargetOrigins.margin, margin), stretch: stretch,
            origin: origin)
    }
}
