import Bitext
import ParsedBitext

/// Makes the scores of a page's segments from the scores of their pairs, and from the targets that moved.
struct PageScores {
    private let pairs: [PairScore?]
    private let page: TokenizedBitext
    private let classifiers: PerFault<FaultClassifier>
    /// ``ScoreLimits/evidence``, or 0 where there is none.
    private let evidence: Float

    /// - Parameter pairs: one for each segment; nil for those that are not scored.
    init(pairs: [PairScore?], _ page: TokenizedBitext, _ lexicon: Lexicon) {
        self.pairs = pairs
        self.page = page
        classifiers = lexicon.classifiers
        evidence =
            lexicon.isGeneral || page.contents.count < ScoreLimits.segmentsOfEvidence ? 0 : ScoreLimits.evidence
    }

    func scores(_ reader: some PairReader) -> [ContentAlignment.Score?] {
        let shifts = TargetShifts(pairs, reader, hasSameTarget: hasSameTarget)
        return pairs.enumerated().map { segment, pair in pair.map { score($0, segment, shifts[segment], reader) } }
    }

    private func hasSameTarget(_ one: Int, _ other: Int) -> Bool {
        let bitext = page.bitext
        guard let left = bitext.variant(of: one, .target)?.range, let right = bitext.variant(of: other, .target)?.range,
            left.count == right.count
        else { return false }
        return bitext[.target][left] == bitext[.target][right]
    }

    private func score(
        _ pair: PairScore, _ segment: Int, _ shift: TargetShifts.Shift?, _ reader: some PairReader
    ) -> ContentAlignment.Score {
        var (worst, worstMargin, worstLimit) = (FaultKind.content, -Float.infinity, Float(0))
        for fault in FaultKind.allCases {
            let limit = warningLimit(fault, pair)
            var margin = pair.logOdds[fault] - limit
            if fault == .content, let shift { margin = max(margin, 0) + shift.margin }
            if fault == .content || (shift == nil && margin > worstMargin) {
                (worst, worstMargin, worstLimit) = (fault, margin, limit)
            }
        }
        let fault: ContentAlignment.Score.Fault =
            switch worst {
            case .content: shift.map { .neighbour($0.distance) } ?? .content
            case .omission: .omission
            case .addition: .addition
            }
        let odds = worstMargin + worstLimit
        guard worstMargin > min(0, classifiers[worst].limits.note - worstLimit) else {
            return .init(odds: odds, fault: fault, level: .none, margin: worstMargin, stretch: nil)
        }
        let stretch: Range<Int>? =
            switch worst {
            case .content: nil
            case .omission: reader.gap(segment, .source)
            case .addition: reader.gap(segment, .target)
            }
        let isCertain = worstMargin > 0 && (fault != .content || odds > ScoreLimits.certainContent)
        return .init(
            odds: odds, fault: fault, level: isCertain ? .warning : .note, margin: worstMargin,
            stretch: stretch.map { TextRange($0) })
    }

    /// The log-odds from which on a pair gets a warning.
    private func warningLimit(_ fault: FaultKind, _ pair: PairScore) -> Float {
        let limits = classifiers[fault].limits
        let allowance = fault == .content ? evidence : 0
        let limit =
            pair.isShort
            ? max(limits.shortWarning, ScoreLimits.shortWarning[fault]) - allowance
            : max(limits.warning - allowance, ScoreLimits.warning[fault])
        if fault == .omission, pair.isCutShort { return min(limit, ScoreLimits.clauseWarning) }
        let isLabel = fault == .content && (1...ScoreLimits.labelTerms).contains(pair.termCount)
        return isLabel ? max(limit, ScoreLimits.labelWarning) : limit
    }

    /// The reversals that were found in the pairs, with their places on this page.
    func reversals(_ reader: LexiconReader) -> [ContentAlignment.Reversal] {
        pairs.enumerated().compactMap { segment, pair in
            guard let reversal = pair?.reversal else { return nil }
            return .init(
                segment: segment, source: reversal.source.map { TextRange(reader.entries(segment, .source)[$0].range) },
                target: reversal.target.map { TextRange(reader.entries(segment, .target)[$0].range) },
                level: reversal.margin > 0 ? .warning : .note, margin: reversal.margin)
        }
    }
}
