import Bitext
import ParsedBitext

extension LexiconReader {
    /// The score of each segment's pair on its own; nil for those that are not scored.
    func pairScores(_ lexicon: Lexicon) -> [PairScore?] {
        var cache = lexicon.caches.take()
        defer { lexicon.caches.giveBack(cache) }
        let finder = ReversalFinder(page, lexicon)
        let hash = TextPairHash(locale: page.language.locale)
        let (source, target) = (page.source.segments, page.target.segments)
        return page.source.withBuffers { sources in
            page.target.withBuffers { targets in
                page.contents.indices.map { segment in
                    guard page.isScored(segment) else { return nil }
                    let key = hash(sources.text[source[segment].textRange], targets.text[target[segment].textRange])
                    if let known = cache[key] { return known }
                    let score = withHalves(segment, segment) { pairScore($0, $1, lexicon.classifiers, finder) }
                    cache.insert(score, for: key)
                    return score
                }
            }
        }
    }

    /// Scores pairs that may have a fault once more, with what the page says of their words. That can only speak for a pair. It is not
    /// part of what the cache holds, because it depends on the page.
    func reconsider(_ pairs: inout [PairScore?], _ classifiers: PerFault<FaultClassifier>) {
        let doubtful = pairs.indices.filter { segment in
            guard let pair = pairs[segment] else { return false }
            return FaultKind.allCases.contains { fault in
                let limits = classifiers[fault].limits
                return pair.logOdds[fault] > min(limits.note, limits.warning - ScoreLimits.evidence)
            }
        }
        guard !doubtful.isEmpty else { return }
        let evidence = self.evidence(for: doubtful)
        for segment in doubtful {
            let features = withHalves(segment, segment) { left, right in
                self.features(left, right, evidence, of: segment)
            }
            for fault in FaultKind.allCases {
                let odds = min(pairs[segment]?.logOdds[fault] ?? 0, classifiers[fault].logOdds(features))
                pairs[segment]?.logOdds[fault] = odds
            }
        }
    }

    private func pairScore(
        _ left: Half, _ right: Half, _ classifiers: PerFault<FaultClassifier>, _ finder: ReversalFinder
    ) -> PairScore {
        var features = featuresWithoutSupport(left, right)
        var score = PairScore()
        score.isShort = features.isShort
        score.reversal = finder.reversal(left, right)
        guard !features.isClear else {
            score.mayHaveMoved = TargetShifts.mayHaveMoved(features, fit: nil)
            return score
        }
        addSupport(to: &features, left, right)
        let likelihood =
            features[.sourceSupport] * Float(left.count) + features[.targetSupport] * Float(right.count)
        score.likelihood = likelihood
        score.termCount = left.count + right.count
        score.isCutShort =
            features[.sourceGap] > ScoreLimits.clauseGap && features[.length] < ScoreLimits.clauseLength
        score.mayHaveMoved = TargetShifts.mayHaveMoved(features, fit: likelihood / Float(left.count + right.count))
        for fault in FaultKind.allCases where !features.isClear(of: fault) {
            score.logOdds[fault] = classifiers[fault].logOdds(features)
        }
        return score
    }
}

extension AlikeReader {
    /// The score of each segment's pair on its own; nil for those that are not scored.
    func pairScores(_ classifiers: PerFault<FaultClassifier>) -> [PairScore?] {
        page.contents.indices.map { segment in
            guard page.isScored(segment) else { return nil }
            let features = features(source: segment, target: segment)
            let likelihood = Self.likelihood(features)
            var score = PairScore()
            score.likelihood = likelihood
            score.isShort = entries(segment, .source).count < FeatureVector.shortSource
            score.mayHaveMoved =
                max(features[alike: .expected], features[alike: .targetExpected]) - likelihood > Self.missing
            for fault in FaultKind.allCases { score.logOdds[fault] = classifiers[fault].logOdds(features) }
            return score
        }
    }

    /// A pair may have moved that misses more than this of what one expects, in nats: a word or two.
    private static let missing: Float = 3.5
}
