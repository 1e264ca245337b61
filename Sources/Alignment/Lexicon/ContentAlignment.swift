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
    }

    /// One for each segment of the page; nil for those that are not judged: equal on both sides, or of a word or two.
    public let scores: [Score?]

    /// The prior odds of a wrong pair: one in a hundred.
    private static let prior = -4.595

    public init(_ page: BilingualPage, _ lexicon: Lexicon) {
        var reader = ContentReader(page, lexicon)
        let judges = lexicon.judges
        var scores: [Score?] = Array(repeating: nil, count: page.pairs.count)
        guard !judges.trees[0].isEmpty else {
            self.scores = scores
            return
        }
        var odds: [[Float]] = Array(repeating: [], count: page.pairs.count)
        var moves = Moves(count: page.pairs.count)
        for index in page.pairs.indices where ContentReader.isJudged(index, page, reader) {
            let figures = reader.compare(source: index, target: index)
            odds[index] = Judges.Fault.allCases.map { judges.logOdds($0, figures) }
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
        for index in page.pairs.indices where !odds[index].isEmpty {
            var margins = zip(odds[index], judges.warning).map { $0 - $1 }
            var fault = Score.Fault.content
            if let move = moves.found[index] {
                fault = .neighbour(move.shift)
                margins[0] = max(margins[0], 0) + move.margin
            }
            let worst = margins.indices.max { margins[$0] < margins[$1] } ?? 0
            if worst != 0 { fault = worst == 1 ? .omission : .addition }
            let isNoted = margins[worst] > judges.note[worst] - judges.warning[worst]
            scores[index] = Score(
                probability: 1
                    / (1 + Logarithm.exponential(Double(margins[worst] + judges.warning[worst]) + Self.prior)),
                fault: fault, level: margins[worst] > 0 ? .warning : isNoted ? .note : .none, margin: margins[worst])
        }
        self.scores = scores
    }
}
