import Bitext

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
        public let probability: Double
        public let fault: Fault
        public let level: Level
        /// How far the log-odds are above the limit of a warning; a figure to sort by.
        public let margin: Float
        /// What the target leaves out of the source, or says beyond it, in ``SideReading/text`` of that side; nil where the
        /// level is none, or the whole half is meant.
        let stretch: Range<Int>?
    }

    /// A word of the source whose opposite stands in the target.
    struct Reversal: Sendable {
        let segment: Int
        /// In ``SideReading/text`` of each side.
        let source: Range<Int>?
        let target: Range<Int>?
    }

    /// One for each segment of the page; nil for those that are not judged: equal on both sides, or of a word or two.
    public let scores: [Score?]
    /// In the order of the page.
    let reversals: [Reversal]
    /// The segments whose target has the opposite of a word of the source.
    public var reversedSegments: [Int] { reversals.map(\.segment) }
    /// The mean probability of the segments that were judged; nil where none was.
    public var alignment: Double? {
        let judged = scores.compactMap { $0?.probability }
        return judged.isEmpty ? nil : judged.reduce(0, +) / Double(judged.count)
    }

    /// The probability below which a pair is a warning. Free translations of a few words are among the unlikely ones, so a
    /// short pair must be less likely than a long one (read on the labelled pairs of real pages).
    private static func sure(_ fault: Score.Fault, terms: Int) -> Double {
        switch fault {
        case .addition: terms < 12 ? 0.1 : 0.25
        case .omission: terms < 12 ? 0.2 : 0.4
        case .content, .neighbour: terms < 12 ? 0.15 : 0.6
        }
    }
    /// The prior odds of a wrong pair: one in a hundred.
    private static let prior = -4.595

    public init(_ page: BilingualPage, _ lexicon: Lexicon) {
        var reader = ContentReader(page, lexicon)
        let judges = lexicon.judges
        var scores: [Score?] = Array(repeating: nil, count: page.pairs.count)
        guard !judges.trees[0].isEmpty else {
            self.scores = scores
            reversals = []
            return
        }
        var reversals: [Reversal] = []
        // One number for each fault; nil where nothing is judged.
        var odds: [SIMD3<Float>?] = Array(repeating: nil, count: page.pairs.count)
        var moves = Moves(count: page.pairs.count)
        for index in page.pairs.indices where ContentReader.isJudged(index, page, reader) {
            let figures = reader.compare(source: index, target: index)
            if figures.isClear {
                odds[index] = SIMD3(repeating: Judges.clear)
            } else {
                odds[index] = SIMD3(
                    judges.logOdds(.content, figures, lexicon.forests),
                    judges.logOdds(.omission, figures, lexicon.forests),
                    judges.logOdds(.addition, figures, lexicon.forests))
            }
            if let reversal = lexicon.polarity.reversal(
                reader, source: reader.positions(index, .source), target: reader.positions(index, .target))
            {
                reversals.append(
                    Reversal(
                        segment: index, source: reversal.source.map { reader.textRange(of: $0, .source) },
                        target: reversal.target.map { reader.textRange(of: $0, .target) }))
            }
            if max(figures[.sourceGap], figures[.targetGap]) > Moves.noticeable {
                moves.compare(index, figures, page, &reader)
            }
        }
        moves.find { one, other in
            guard let left = page.page.segments[one].target?.content,
                let right = page.page.segments[other].target?.content
            else { return false }
            return page.page.bytes[left] == page.page.bytes[right]
        }
        let limits = SIMD3(judges.warning[0], judges.warning[1], judges.warning[2])
        for index in page.pairs.indices {
            guard let odds = odds[index] else { continue }
            var margins = odds - limits
            var worst = margins[1] > margins[0] ? 1 : 0
            if margins[2] > margins[worst] { worst = 2 }
            var fault: Score.Fault = worst == 0 ? .content : worst == 1 ? .omission : .addition
            if let move = moves.found[index] {
                (worst, fault) = (0, .neighbour(move.shift))
                margins[0] = max(margins[0], 0) + move.margin
            }
            let isNoted = margins[worst] > min(0, judges.note[worst] - judges.warning[worst])
            let probability =
                1 / (1 + Logarithm.exponential(Double(margins[worst] + judges.warning[worst]) + Self.prior))
            // What moved is known by both its places.
            let isSure =
                margins[worst] > 0
                && (worst == 0 && fault != .content
                    || probability < Self.sure(fault, terms: reader.positions(index, .source).count))
            var stretch: Range<Int>?
            if isNoted, fault == .omission || fault == .addition {
                _ = reader.compare(source: index, target: index)
                stretch = reader.gap(fault == .omission ? .source : .target)
            }
            scores[index] = Score(
                probability: probability, fault: fault, level: isSure ? .warning : isNoted ? .note : .none,
                margin: margins[worst], stretch: stretch)
        }
        self.scores = scores
        self.reversals = reversals
    }
}
