import Bitext
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
            /// The target leaves out a part of the source.
            case omission
            /// The target says more than the source.
            case addition
        }

        /// How sure a fault is.
        public enum Level: Int, Sendable, Comparable {
            case none, note, warning
            /// Whether one level is less sure than another.
            public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
        }

        /// The probability that the target is a translation of the source, all of it and nothing more, where one pair in a
        /// hundred is wrong.
        public var probability: Double { 1 / (1 + Logarithm.exponential(Double(odds) + ScoreLimits.prior)) }
        /// The log-odds of the fault, where every second pair is wrong.
        let odds: Float
        /// What is most likely wrong, even where the level is none.
        public let fault: Fault
        /// How sure the fault is.
        public let level: Level
        /// How far the log-odds are above the limit of a warning; a number to sort by.
        public let margin: Float
        /// What the target leaves out of the source, or adds to it, in ``SideTokens/text`` of that side; nil where the level is
        /// none, or the whole half is meant.
        package var stretch: TextRange?
        /// The segment whose source the target translates, or what it adds; nil if there is none on the page.
        package var origin: Int? = nil
    }

    /// A word of the source whose opposite is in the target, or a negation that one half has alone.
    public struct Reversal: Sendable {
        /// In ``Bitext/segments``.
        public let segment: Int
        /// In ``SideTokens/text`` of each side.
        package let source: TextRange?
        package let target: TextRange?
        /// How sure it is.
        public let level: Score.Level
        /// How far the log-odds are above the limit of a warning; a number to sort by.
        public let margin: Float
    }

    /// One for each segment of the page; nil for those that are not scored: equal on both sides, or of a word or two.
    public let scores: [Score?]
    /// The segments whose score finds a fault: few, so rules need not look at all of them.
    package let faulty: [Int]
    /// In the order of the page, one at most for each segment.
    public let reversals: [Reversal]
    /// The mean probability of the segments that were scored; nil where none was.
    public var alignment: Double? {
        let probabilities = scores.compactMap { $0?.probability }
        return probabilities.isEmpty ? nil : probabilities.reduce(0, +) / Double(probabilities.count)
    }

    /// Scores a page by a lexicon, and, where it was learned from few pairs or from the page itself, also by the one for all
    /// languages, which compares what is alike in both halves.
    public init(_ page: TokenizedBitext, _ lexicon: Lexicon, helpedBy general: Lexicon?) {
        let own = ContentAlignment(page, lexicon)
        guard let general, !lexicon.isGeneral, lexicon.pairs < ScoreLimits.pairsWithoutHelp else {
            self = own
            return
        }
        let other = ContentAlignment(page, general)
        self.init(
            scores: zip(own.scores, other.scores).map { one, other in
                guard let one, let other else { return one ?? other }
                return Score(one, other)
            }, reversals: own.reversals)
    }

    /// Scores a page by a lexicon alone.
    public init(_ page: TokenizedBitext, _ lexicon: Lexicon) {
        if lexicon.classifiers[.content].treeCount == 0 {
            self.init(scores: Array(repeating: nil, count: page.contents.count), reversals: [])
        } else if lexicon.isGeneral {
            let reader = AlikeReader(page, lexicon)
            let scores = PageScores(pairs: reader.pairScores(lexicon.classifiers), page, lexicon)
            self.init(scores: scores.scores(reader), reversals: [])
        } else {
            let reader = LexiconReader(page, lexicon)
            var pairs = reader.pairScores(lexicon)
            reader.reconsider(&pairs, lexicon.classifiers)
            let pageScores = PageScores(pairs: pairs, page, lexicon)
            var scores = pageScores.scores(reader)
            TargetOrigins(page, reader, lexicon).find(in: &scores, of: pairs)
            MovedText(reader).lower(&scores)
            self.init(scores: scores, reversals: pageScores.reversals(reader))
        }
    }

    private init(scores: [Score?], reversals: [Reversal]) {
        self.scores = scores
        self.reversals = reversals
        faulty = scores.indices.filter { (scores[$0]?.level ?? .none) > .none }
    }
}

extension ContentAlignment.Score {
    /// The score of two lexicons that see different things: where one of them finds a fault, the surer one's; else their mean.
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
