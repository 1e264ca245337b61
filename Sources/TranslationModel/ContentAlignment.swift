import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// How likely each segment of a page is a translation, and what speaks against it.
public struct ContentAlignment: Sendable {
    /// What a lexicon says of one segment.
    public struct Score: Sendable {
        /// What is most likely wrong, if anything is.
        public enum Fault: Sendable, Equatable {
            /// The target says something else.
            case content
            /// The target fits the source of another segment: `-1` the one before, `1` the next.
            case neighbour(Int)
            case omission
            case addition
        }

        /// How sure one may be.
        public enum Level: Int, Sendable, Comparable {
            case none, note, warning
            public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
        }

        /// The probability that the target is a translation of the source, all of it and nothing more, where one pair in a
        /// hundred is wrong.
        public var probability: Double { 1 / (1 + Logarithm.exponential(Double(odds) + ContentAlignment.prior)) }
        /// The log-odds of the fault, where every second pair is wrong.
        let odds: Float
        public let fault: Fault
        public let level: Level
        /// How far the log-odds are above the limit of a warning; a figure to sort by.
        public let margin: Float
        /// What the target leaves out of the source, or says beyond it, in ``SideTokens/text`` of that side; nil where the
        /// level is none, or the whole half is meant.
        package let stretch: TextRange?
    }

    /// A word of the source whose opposite stands in the target, or a negation that one half has alone.
    public struct Reversal: Sendable {
        /// In ``Page/segments``.
        public let segment: Int
        /// In ``SideTokens/text`` of each side.
        package let source: TextRange?
        package let target: TextRange?
        public let level: Score.Level
        /// How far the log-odds are above the limit of a warning; a figure to sort by.
        public let margin: Float
    }

    /// One for each segment of the page; nil for those that are not judged: equal on both sides, or of a word or two.
    public let scores: [Score?]
    /// The segments whose score finds a fault: few, so that no rule need look at all of them.
    package let faulty: [Int]
    /// In the order of the page, one at most for each segment.
    public let reversals: [Reversal]
    /// The mean probability of the segments that were judged; nil where none was.
    public var alignment: Double? {
        let judged = scores.compactMap { $0?.probability }
        return judged.isEmpty ? nil : judged.reduce(0, +) / Double(judged.count)
    }

    /// No lexicon warns below these log-odds, whatever it was calibrated on: of content that is a translation with more than
    /// 60% probability, or 50% where it is short; of omissions with more than 20% and 10%, of additions with more than 10%.
    private static let least = SIMD3<Float>(4.19, 5.98, 6.79)
    private static let leastShort = SIMD3<Float>(4.6, 6.79, 6.79)
    /// The prior odds of a wrong pair: one in a hundred.
    fileprivate static let prior = -4.595

    /// Judges a page by a lexicon, and, where it was learned from few pairs, or from the very page, also by the one for all
    /// languages, which is asked for what stands in both halves alike.
    public init(_ page: TokenizedBitext, _ lexicon: Lexicon, helpedBy general: Lexicon?) {
        let own = ContentAlignment(page, lexicon)
        guard let general, !lexicon.isGeneral, lexicon.pairs < Self.enough else {
            self = own
            return
        }
        let other = ContentAlignment(page, general)
        scores = zip(own.scores, other.scores).map { one, other in
            guard let one, let other else { return one ?? other }
            return Score(one, other)
        }
        faulty = Self.faulty(scores)
        reversals = own.reversals
    }

    /// A lexicon of more pairs needs no help.
    private static let enough = 60_000

    public init(_ page: TokenizedBitext, _ lexicon: Lexicon) {
        guard !lexicon.judges.trees[0].isEmpty else {
            scores = Array(repeating: nil, count: page.contents.count)
            faulty = []
            reversals = []
            return
        }
        guard !lexicon.isGeneral else {
            let reader = AlikeReader(page, lexicon)
            scores = Self.scores(page, reader.verdicts(), reader)
            faulty = Self.faulty(scores)
            reversals = []
            return
        }
        let reader = lexicon.readers.take(for: lexicon)
        reader.begin(page)
        defer { lexicon.readers.giveBack(reader) }
        let verdicts = Self.verdicts(page, reader)
        scores = Self.scores(page, verdicts, reader)
        faulty = Self.faulty(scores)
        var reversals: [Reversal] = []
        for (index, verdict) in verdicts.enumerated() {
            guard let place = verdict?.reversal else { continue }
            let reversal = reader.memo.reversals[place]
            func range(_ place: Int16?, _ side: Side) -> TextRange? {
                place.map { TextRange(reader.entries(index, side)[Int($0)].range) }
            }
            reversals.append(
                Reversal(
                    segment: index, source: range(reversal.source, .source),
                    target: range(reversal.target, .target),
                    level: reversal.margin > 0 ? .warning : .note, margin: reversal.margin))
        }
        self.reversals = reversals
    }

    private static func faulty(_ scores: [Score?]) -> [Int] {
        scores.indices.filter { (scores[$0]?.level ?? .none) > .none }
    }

    /// What follows from what is known of each pair on its own, and from what moved.
    private static func scores(
        _ page: TokenizedBitext, _ verdicts: [PairMemo.Verdict?], _ reader: any PairReader
    ) -> [Score?] {
        var moves = Moves(count: page.contents.count)
        moves.find(verdicts.map { $0?.mayHaveMoved ?? false }, verdicts.map { $0?.likelihood ?? .nan }, reader) {
            one, other in
            guard let left = page.bitext.segments[one].target?.range,
                let right = page.bitext.segments[other].target?.range
            else { return false }
            return left.count == right.count && page.bitext[.target][left] == page.bitext[.target][right]
        }
        let judges = reader.judges
        return verdicts.enumerated().map { index, verdict in
            verdict.map { score(index, $0, moves.found[index], judges, reader) }
        }
    }

    /// What is known of each segment's pair on its own; nil for those that are not judged.
    private static func verdicts(_ page: TokenizedBitext, _ reader: ContentReader) -> [PairMemo.Verdict?] {
        let seed = page.language.locale.utf8.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) }
        // 0 is no key.
        var keys = Array(repeating: UInt64(0), count: page.contents.count)
        let (left, right) = (page.source.segments, page.target.segments)
        page.source.withBuffers { source in
            page.target.withBuffers { target in
                for index in keys.indices where ContentReader.isJudged(index, page) {
                    keys[index] = PairMemo.key(
                        Bytes(rebasing: source.text[left[index].textRange.values]),
                        Bytes(rebasing: target.text[right[index].textRange.values]), seed)
                }
            }
        }
        return reader.verdicts(keys)
    }

    private static func score(
        _ index: Int, _ verdict: PairMemo.Verdict, _ move: Moves.Move?, _ judges: Judges,
        _ reader: any PairReader
    ) -> Score {
        let isShort = verdict.isShort
        let calibrated = isShort ? judges.short : judges.warning
        let limits = pointwiseMax(
            SIMD3(calibrated[0], calibrated[1], calibrated[2]), isShort ? Self.leastShort : Self.least)
        var margins = verdict.odds - limits
        var worst = margins[1] > margins[0] ? 1 : 0
        if margins[2] > margins[worst] { worst = 2 }
        var fault: Score.Fault = worst == 0 ? .content : worst == 1 ? .omission : .addition
        if let move {
            (worst, fault) = (0, .neighbour(move.shift))
            margins[0] = max(margins[0], 0) + move.margin
        }
        let odds = margins[worst] + limits[worst]
        guard margins[worst] > min(0, judges.note[worst] - limits[worst]) else {
            return Score(odds: odds, fault: fault, level: .none, margin: margins[worst], stretch: nil)
        }
        var stretch: Range<Int>?
        if fault == .omission || fault == .addition {
            _ = reader.compare(source: index, target: index)
            stretch = reader.gap(index, fault == .omission ? .source : .target)
        }
        return Score(
            odds: odds, fault: fault, level: margins[worst] > 0 ? .warning : .note, margin: margins[worst],
            stretch: stretch.map { TextRange($0) })
    }
}

extension ContentAlignment.Score {
    /// What two judges say who saw different things: where one of them finds a fault, what the surer one says; else their mean.
    fileprivate init(_ one: Self, _ other: Self) {
        if one.level > .none || other.level > .none {
            self = (one.level, one.margin) >= (other.level, other.margin) ? one : other
            return
        }
        let surer = one.margin >= other.margin ? one : other
        self.init(
            odds: (one.odds + other.odds) / 2, fault: surer.fault, level: .none, margin: surer.margin, stretch: nil)
    }
}
